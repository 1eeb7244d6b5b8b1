"""Reports that were written into the folder of the submissions."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.conftest import GOOD, Run


@pytest.fixture
def sent(run: Run, tmp_path: Path) -> Run:
    """The command beside a folder with one submission."""
    (tmp_path / "sent").mkdir()
    (tmp_path / "sent" / "tonglu.yaml").write_text(GOOD, encoding="utf-8")
    return run


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize(
    "words",
    [
        ("report", "sent", "-o", "sent/gap.json"),
        ("report", "sent", "-o", "sent/gap.csv"),
        ("report", "sent", "-o", "sent/gap.xlsx"),
        ("report", "sent", "-o", "sent/gap.docx"),
        ("report", "sent", "--by", "unit", "--format", "csv", "-o", "sent"),
        ("report", "sent", "--by", "area", "--format", "json", "-o", "sent/sheets"),
        ("report", "sent", "--by", "clause", "--clause", "2", "--format", "xlsx", "-o", "sent/sheets"),
        ("validate", "sent", "-o", "sent/findings.json"),
        ("validate", "sent", "-o", "sent/findings.csv"),
    ],
)
def test_they_are_told_and_not_read(sent: Run, tmp_path: Path, words: tuple[str, ...], lang: str) -> None:
    before = json.loads(sent("check", "sent", "--format", "json").stdout)
    for _ in range(2):
        assert sent(*words, "--lang", lang).exit_code == 0
        written = [
            path for path in (tmp_path / "sent").rglob("*.*") if path.suffix in {".json", ".csv", ".xlsx", ".docx"}
        ]
        result = sent("check", "sent", "--format", "json")
        assert result.exit_code == 0
        after = json.loads(result.stdout)
        told = [one["file"] for one in after["diagnostics"] if one["code"] == "CP013"]
        assert sorted(told) == sorted(path.relative_to(tmp_path).as_posix() for path in written)
        others = [one["code"] for one in after["diagnostics"] if one["code"] != "CP013"]
        assert others == []
        assert len(told) > 0
        assert after["assessments"] == before["assessments"]


@pytest.mark.parametrize("name", ["gap.json", "gap.csv", "gap.xlsx"])
def test_one_that_is_named_is_an_error(sent: Run, name: str) -> None:
    assert sent("report", "sent", "-o", name).exit_code == 0
    result = sent("check", name)
    assert result.exit_code == 2
    assert "CP013" not in result.stdout
    assert ("error CP024" in result.stdout) == (name != "gap.json")


def test_a_folder_of_nothing_else_holds_nothing_to_read(sent: Run) -> None:
    assert sent("report", "sent", "-o", "out/gap.json").exit_code == 0
    result = sent("check", "out")
    assert result.exit_code == 2
    assert "info CP013" in result.stdout
    assert "error CP002" in result.stdout


@pytest.mark.parametrize("text", ["[" * 100_000, '{"plan": 1, "summary": 2}', "[1]", "县（市）,指标,状态,数值\n"])
def test_what_only_looks_like_one_is_read_and_refused(sent: Run, tmp_path: Path, text: str) -> None:
    (tmp_path / "sent" / ("a.csv" if "," in text and "{" not in text else "a.json")).write_text(text, encoding="utf-8")
    result = sent("check", "sent")
    assert result.exit_code == 2
    assert "CP013" not in result.stdout
