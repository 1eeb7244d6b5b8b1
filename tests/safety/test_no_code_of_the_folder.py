"""Nothing that lies where the submissions do is run as a part of the program."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest

COMMAND = Path(sys.executable).parent / "countyplan"
AS_COMMAND = [str(COMMAND)]
AS_MODULE = [sys.executable, "-m", "countyplan"]
SAFELY = [sys.executable, "-P", "-m", "countyplan"]
FORMS = Path(__file__).parents[1] / "submission" / "workbooks"
PLANTED = "import os, sys\nos.write(2, b'PLANTED ' + __name__.encode() + b'\\n')\nos._exit(77)\n"
IMPORTED = re.compile(r"^import time:.*\| +([\w.]+)$", re.MULTILINE)
GOOD = "area: 桐庐县\nperiod: 2024\nfigures: {GDP: 470.2}\n"
RUNS = [
    ["check", "submissions", "-o", "gap.xlsx", "-o", "gap.html", "-o", "gap.xml"],
    ["validate", "submissions", "--format", "github"],
    ["report", "submissions", "-o", "gap.docx"],
    ["template", "tonglu", "2024", "-o", "new.xlsx"],
    ["config"],
]


def run(folder: Path, start: Sequence[str], words: Sequence[str], **more: str) -> subprocess.CompletedProcess[str]:
    env = {name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "COV", "COUNTYPLAN"))}
    command = [*start, *words]
    return subprocess.run(
        command, cwd=folder, env={**env, **more}, capture_output=True, text=True, encoding="utf-8", check=False
    )


def imported(folder: Path) -> set[str]:
    """The first part of the name of everything that any of the runs imports, in the process itself."""
    names: set[str] = set()
    for words in RUNS:
        told = run(folder, AS_COMMAND, words, PYTHONPROFILEIMPORTTIME="1").stderr
        names |= {name.partition(".")[0] for name in IMPORTED.findall(told)}
    return names


def before_any_module(folder: Path) -> set[str]:
    """What `python -m` imports before it runs a line of the module that it is to run: no program can keep that away."""
    (folder / "empty").mkdir(parents=True)
    for name in ("__init__", "__main__"):
        (folder / "empty" / f"{name}.py").touch()
    told = run(folder, [sys.executable, "-X", "importtime", "-m"], ["empty"])
    return {name.partition(".")[0] for name in IMPORTED.findall(told.stderr)}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder of submissions and settings, with a module of every name that is imported in each place of it."""
    top = tmp_path_factory.mktemp("top")
    sent = top / "submissions"
    sent.mkdir()
    (sent / "a.yaml").write_text(GOOD, encoding="utf-8")
    (top / "countyplan.toml").write_text('lang = "zh"\n', encoding="utf-8")
    assert run(top, AS_COMMAND, ["template", "tonglu", "2024", "-o", "submissions/b.xlsx"]).returncode == 0
    for form in ("titles.xls", "titles.ods"):
        shutil.copy(FORMS / form, sent / form)
    names = imported(top)
    assert {"pickle", "typing", "zipfile", "openpyxl", "docx", "yaml", "typer"} <= names
    child = {"python_calamine", "resource", "pickle", "site", "sitecustomize", "usercustomize"}
    for place in (top, sent):
        for name in (names | child) - {"countyplan"}:
            (place / f"{name}.py").write_text(PLANTED, encoding="utf-8")
    return top


# Each command from the folder above and from within the submissions; as a safe module it imports the same.
STARTS = [*((AS_COMMAND, at, words) for at in ("", "submissions") for words in RUNS), (SAFELY, "submissions", RUNS[0])]


@pytest.mark.parametrize(
    ("start", "at", "words"), STARTS, ids=lambda one: one if isinstance(one, str) else " ".join(one)
)
def test_no_planted_module_runs(folder: Path, start: list[str], at: str, words: list[str]) -> None:
    words = [("." if word == "submissions" and at else word) for word in words]
    done = run(folder / at, start, [*words, *(["--force"] if words[0] == "template" else [])])
    assert "PLANTED" not in done.stderr
    assert done.returncode in {0, 2}, done.stderr


@pytest.mark.parametrize("words", RUNS[:2], ids=" ".join)
def test_as_a_module_only_python_itself_looks_into_the_folder(folder: Path, words: list[str], tmp_path: Path) -> None:
    by_python = before_any_module(tmp_path / "other")
    for path in folder.glob("*.py"):
        if path.stem not in by_python:
            (tmp_path / path.name).write_text(PLANTED, encoding="utf-8")
    (tmp_path / "submissions").mkdir()
    (tmp_path / "submissions" / "a.yaml").write_text(GOOD, encoding="utf-8")
    assert "typing.py" in {path.name for path in tmp_path.iterdir()}
    done = run(tmp_path, AS_MODULE, words)
    assert ("PLANTED" in done.stderr, done.returncode) == (False, 0)


def test_the_installed_command_runs_no_package_of_its_name(folder: Path) -> None:
    (folder / "countyplan.py").write_text(PLANTED, encoding="utf-8")
    done = run(folder, AS_COMMAND, ["check", "submissions"])
    (folder / "countyplan.py").unlink()
    assert (done.returncode in {0, 2}, "PLANTED" in done.stderr) == (True, False)


def test_the_package_is_found_where_it_lies_in_the_current_folder() -> None:
    source = Path(__file__).parents[2] / "src"
    assert run(source, AS_MODULE, ["--version"]).returncode == 0
