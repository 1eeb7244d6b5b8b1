"""The same input gives the same output, whatever the machine: byte for byte, in every format."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest

from countyplan.render.format import BINARY, Format
from countyplan.render.formats import DOCUMENTS, FINDINGS

EXAMPLES = Path(__file__).parents[1] / "examples"
ON_STANDARD_OUTPUT = {"check on standard output", "validate on standard output"}
FORMATS = {"check": [Format.TEXT, *DOCUMENTS], "validate": [Format.TEXT, *FINDINGS]}
MADE_ON = {"SOURCE_DATE_EPOCH": "1767225600", "COUNTYPLAN_LANG": "zh"}
MACHINES: Mapping[str, Mapping[str, str]] = {
    "a bare C locale, the day after, a hash seed": {
        "LC_ALL": "C",
        "PYTHONUTF8": "0",
        "PYTHONCOERCECLOCALE": "0",
        "TZ": "Pacific/Kiritimati",
        "PYTHONHASHSEED": "1",
    },
    "a German locale, the day before, another hash seed": {
        "LC_ALL": "de_DE.UTF-8",
        "LANG": "de_DE.UTF-8",
        "TZ": "America/Los_Angeles",
        "PYTHONHASHSEED": "4242",
    },
    "a legacy encoding": {"PYTHONIOENCODING": "gbk"},
    "a narrow terminal": {"COLUMNS": "40", "TERM": "dumb"},
}


def folder_of_submissions(folder: Path, *, backwards: bool = False, line_end: str = "\n") -> Path:
    """Good and bad submissions, written in one order or the other."""
    sources = sorted(path for path in (EXAMPLES / "illustrative").iterdir() if path.is_file())
    sources += [EXAMPLES / "invalid" / name for name in ("mixed.csv", "unknown-key.yaml", "running-totals.yaml")]
    target = folder / "submissions"
    target.mkdir(parents=True)
    for path in reversed(sources) if backwards else sources:
        if line_end == "\n":
            shutil.copy(path, target / path.name)
        else:
            (target / path.name).write_bytes(
                path.read_bytes().replace(b"\r\n", b"\n").replace(b"\n", line_end.encode())
            )
    return folder


def outputs(folder: Path, machine: Mapping[str, str], *words: str) -> dict[str, bytes]:
    """What two commands write in every format, by one run each."""
    kept = {name: os.environ[name] for name in ("PATH", "SYSTEMROOT") if name in os.environ}
    found: dict[str, bytes] = {}
    for command, formats in FORMATS.items():
        asked = [word for one in formats for word in ("--output", f"{one}=out/{command}.{one}")]
        line = [sys.executable, "-m", "countyplan", command, *(words or ("submissions",)), *asked]
        done = subprocess.run(line, cwd=folder, env={**kept, **MADE_ON, **machine}, capture_output=True, check=False)
        assert done.returncode == 2, done.stderr.decode()
        found[f"{command} on standard output"] = done.stdout
    found.update({path.name: path.read_bytes() for path in sorted((folder / "out").iterdir())})
    assert len(found) == sum(len(formats) + 1 for formats in FORMATS.values())
    return found


@pytest.fixture(scope="module")
def here(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    return outputs(folder_of_submissions(tmp_path_factory.mktemp("here")), {"PYTHONHASHSEED": "0", "COLUMNS": "80"})


def differing(one: Mapping[str, bytes], other: Mapping[str, bytes]) -> list[str]:
    return [name for name, data in one.items() if other[name] != data]


@pytest.mark.parametrize("machine", MACHINES)
def test_no_machine_makes_a_difference(machine: str, here: dict[str, bytes], tmp_path: Path) -> None:
    there = outputs(folder_of_submissions(tmp_path), {"COLUMNS": "80", **MACHINES[machine]})
    # What is asked of standard output itself is no matter of the machine.
    asked = {"COLUMNS", "PYTHONIOENCODING"} & MACHINES[machine].keys()
    assert set(differing(here, there)) <= (ON_STANDARD_OUTPUT if asked else set())


@pytest.mark.parametrize("lang", ["en_US.UTF-8", "zh_CN.UTF-8"])
def test_the_language_of_the_system_changes_plain_text_alone(lang: str, here: dict[str, bytes], tmp_path: Path) -> None:
    there = outputs(folder_of_submissions(tmp_path), {"COLUMNS": "80", "LANG": lang, "COUNTYPLAN_LANG": ""})
    plain = {*ON_STANDARD_OUTPUT, "check.text", "validate.text"}
    assert set(differing(here, there)) == (plain if lang.startswith("en") else set())


def test_the_order_of_files_makes_no_difference(here: dict[str, bytes], tmp_path: Path) -> None:
    there = outputs(folder_of_submissions(tmp_path, backwards=True), {"COLUMNS": "80"})
    assert differing(here, there) == []


def test_the_order_of_arguments_makes_no_difference(here: dict[str, bytes], tmp_path: Path) -> None:
    folder = folder_of_submissions(tmp_path)
    paths = [f"submissions/{path.name}" for path in sorted((folder / "submissions").iterdir(), reverse=True)]
    assert differing(here, outputs(folder, {"COLUMNS": "80"}, *paths)) == []


@pytest.mark.parametrize("line_end", ["\r\n", "\r"])
def test_the_line_ends_of_the_input_change_no_verdict_and_no_finding(
    line_end: str, here: dict[str, bytes], tmp_path: Path
) -> None:
    there = outputs(folder_of_submissions(tmp_path, line_end=line_end), {"COLUMNS": "80"})
    for name in ("check.json", "validate.json"):
        # The files are others, and so are their SHA-256.
        told, before = ({**json.loads(made[name]), "made_from": None} for made in (there, here))
        assert told == before
    # The other formats of `check` tell the files by their SHA-256.
    same = {f"validate.{one}" for one in ("json", "jsonl", "csv", "github", "gitlab")} | {
        "check.github",
        "check.gitlab",
    }
    assert set(differing(here, there)).isdisjoint(same)


def test_every_line_ends_alike_on_every_machine(here: dict[str, bytes]) -> None:
    texts = {name: data for name, data in here.items() if name.partition(".")[2] not in BINARY}
    assert [name for name, data in texts.items() if b"\r" in data] == []
