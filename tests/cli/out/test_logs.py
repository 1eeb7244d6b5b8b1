"""Whatever stands in a file or its name, no log of a CI service obeys what is printed, and no spreadsheet a bare return."""

from __future__ import annotations

import csv
import io
import json
import re
import sys
from pathlib import Path

import pytest

from countyplan.diagnostics import unobeyed, unobeyed_json, unobeyed_xml
from tests.cli.conftest import Run

# As actions/runner (ActionCommand.TryParse and TryParseV2), Azure Pipelines, TeamCity and GitLab (sections) look for them.
OBEYED = re.compile(r"##(?:vso|teamcity)?\[|^[^\S\n]*::\w|section_(?:start|end):\d+:[\w.-]+\r\x1b\[0K", re.MULTILINE)
HOSTILE = (
    "##[stop-commands]tok",
    "##vso[task.setvariable variable=x]y",
    "##teamcity[x]",
    "::error::x",
    "\r::error::x",
    "\x1b[0Ksection_start:1:x\r\x1b[0K",
    "\x9b31m",
)
FORMATS = ["text", "csv", "json", "jsonl", "markdown", "gitlab", "junit", "sarif"]


@pytest.mark.parametrize("name", FORMATS)
@pytest.mark.parametrize("command", ["check", "validate"])
def test_no_log_obeys_what_is_in_a_file_or_its_name(run: Run, tmp_path: Path, command: str, name: str) -> None:
    files = []
    for at, text in enumerate(HOSTILE):
        named = tmp_path / f"{text}{at}.csv"
        rows = [["县（市）", "报告期", "指标", "数值", "来源"], ["桐庐县", "2024", f"坏{text}", "1", text]]
        rows.append([text, "2024", "地区生产总值", "484.4", text])
        out = io.StringIO()
        csv.writer(out).writerows(rows)
        named.write_text(out.getvalue(), encoding="utf-8", newline="")
        files.append(named.name)
    told = run(
        command,
        *(f"./{one}" for one in files),
        *(["--show-reading"] if command == "validate" else []),
        "--format",
        name,
    )
    assert "stop-commands" in told.stdout.replace("\\", "")
    for line in re.split(r"\r\n|\r|\n", told.stdout + told.stderr):
        assert not OBEYED.search(line), line
    assert "\x1b" not in told.output
    assert "\x9b" not in told.output


if sys.platform != "win32":

    def test_a_return_in_a_name_ends_no_row_of_csv(run: Run, tmp_path: Path) -> None:
        (tmp_path / "b\r=1+1\r.csv").write_text("x,y\n1,2\n", encoding="utf-8")
        told = run("validate", "b\r=1+1\r.csv", "--format", "csv").stdout
        assert "\r" not in told
        assert "b\\r=1+1\\r.csv" in told


@pytest.mark.parametrize("text", HOSTILE)
def test_what_is_coded_says_the_same(text: str) -> None:
    assert json.loads(unobeyed_json(json.dumps({"x": text}, ensure_ascii=False))) == {"x": text}
    assert not OBEYED.search(unobeyed_json(json.dumps({"x": text}, ensure_ascii=False)))
    assert unobeyed_xml("##[x] ::y") == "#&#35;[x] ::y"
    assert unobeyed_xml(" ::y") == " &#58;:y"


def test_what_no_log_obeys_stays_as_it_is() -> None:
    for text in ("## 标题", "a::b", "#[x]", "C:: x", "1 ## 2 [x]"):
        assert unobeyed(text) == text
