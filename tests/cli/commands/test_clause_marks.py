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
