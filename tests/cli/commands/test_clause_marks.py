from __future__ import annotations

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from countyplan.cli.app import app
from tests.plan.whole.test_clauses import marked_plan


@pytest.fixture
def marked(tmp_path: Path) -> Path:
    return marked_plan(tmp_path)


@pytest.mark.parametrize(("said", "count"), [("2.10", 1), ("Annex B", 0)])
def test_it_is_asked_for_and_told_so_on_the_command_line(marked: Path, said: str, count: int) -> None:
    args = ["targets", "--plan", str(marked), "--clause", said, "--format", "json"]
    told = json.loads(CliRunner().invoke(app, args).stdout)
    assert [one["clause"] for one in told] == ["2.10"] * count


def test_sheets_by_clause_are_numbered_in_the_plans_order(marked: Path, tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text("area: 甲县\nperiod: 2024\nfigures:\n  公路优良率: 90%\n", encoding="utf-8")
    out = tmp_path / "out"
    args = ["report", str(tmp_path / "a.yaml"), "--plan", str(marked), "--by", "clause", "-o", str(out)]
    done = CliRunner().invoke(app, args)
    assert done.exit_code == 0, done.output
    assert sorted(one.name for one in out.iterdir()) == ["00-目录.md", "01-发展目标.md"]


@pytest.mark.parametrize(
    ("value", "clauses"),
    [("Annex B", ["Annex B"]), ("2.10; Annex B", ["2.10", "Annex B"]), (" 2.10；\n", ["2.10"])],
)
def test_a_variable_parts_clauses_at_semicolons_and_not_at_blanks(marked: Path, value: str, clauses: list[str]) -> None:
    text = (marked / "responsibilities.yaml").read_text(encoding="utf-8")
    both = text.replace("clauses:\n", "clauses:\n  - {clause: Annex B, units: [roads]}\n").replace("[Annex B]", "[]")
    (marked / "responsibilities.yaml").write_text(both, encoding="utf-8")
    args = ["units", "--plan", str(marked), "--format", "json"]
    told = json.loads(CliRunner().invoke(app, args, env={"COUNTYPLAN_CLAUSE": value}).stdout)
    assert sorted(told[0]["clauses"]) == clauses


def test_a_latin_mark_stands_apart_from_its_title_and_a_chinese_one_does_not(marked: Path) -> None:
    shown = CliRunner().invoke(app, ["units", "--plan", str(marked), "--format", "csv", "--lang", "zh"]).stdout
    assert "2.10 发展目标" in shown
    page = CliRunner().invoke(app, ["plan", "show", str(marked), "--lang", "zh", "--format", "text"]).stdout
    assert "\nAnnex B 附件\n" in page
    shipped = CliRunner().invoke(app, ["units", "--clause", "18", "--format", "csv", "--lang", "zh"]).stdout
    assert "（十八）推进公共服务城乡一体" in shipped


@pytest.mark.parametrize(("lang", "said"), [("zh", "没有为所选的范围列明责任单位"), ("en", "The plan names no unit")])
def test_a_list_without_units_says_so(marked: Path, lang: str, said: str) -> None:
    args = ["units", "--plan", str(marked), "--clause", "Annex B", "--lang", lang]
    told = CliRunner().invoke(app, args).stdout
    assert said in told
    assert "csv" not in told


def test_neither_sheets_nor_requests_can_be_written_to_nobody(marked: Path, tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text("area: 甲县\nperiod: 2024\nfigures:\n  公路优良率: 80%\n", encoding="utf-8")
    for what in (["--for", "request"], ["--by", "unit"]):
        args = ["report", str(tmp_path / "a.yaml"), "--plan", str(marked), "--clause", "Annex B", *what]
        done = CliRunner().invoke(app, [*args, "-o", str(tmp_path / "out"), "--lang", "zh"])
        assert done.exit_code == 2
        assert "没有单位可以写" in done.stderr
        assert not (tmp_path / "out").exists()
