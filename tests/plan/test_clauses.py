from __future__ import annotations

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from countyplan.cli.app import app
from countyplan.plan import load_plan, shipped_plan
from countyplan.plan.selection import NotInPlanError, Selection
from tests.plan.small_plan import RESPONSIBILITIES, TARGETS, opened, write

PLAN = load_plan(shipped_plan())[0]
MARKED = """\
  - {number: "2.10", mark: "2.10", chapter: Two, title: 发展目标, title_en: Goals}
  - {number: Annex B, mark: Annex B, chapter: Annexes, title: 附件, title_en: Annex}
"""


@pytest.fixture
def marked(tmp_path: Path) -> Path:
    """A plan whose clauses are called 2.10 and Annex B."""
    head, _, tail = TARGETS.partition("  - {number: 1,")
    targets = head + MARKED + tail.split("\n", 1)[1].replace("clause: 1", 'clause: "2.10"')
    return write(tmp_path, targets, RESPONSIBILITIES.replace("clause: 1", "clause: 2.10").replace("[]", "[Annex B]"))


@pytest.mark.parametrize("said", [18, "18", "（十八）", "(十八)", "十八"])
def test_a_clause_is_found_by_its_number_and_by_its_mark(said: int | str) -> None:
    assert Selection.named(PLAN, clauses=[said]).clauses == frozenset({18})


@pytest.mark.parametrize("said", ["26", "（二十六）", "2.4", "018", ""])
def test_one_that_is_not_there_is_told_as_it_was_asked_for(said: str) -> None:
    with pytest.raises(NotInPlanError) as caught:
        Selection.named(PLAN, clauses=[said])
    assert caught.value.names == (said,)


def test_its_number_may_be_any_text(marked: Path) -> None:
    plan, found = opened(marked)
    assert plan is not None, found
    assert [one.number for one in plan.clauses] == ["2.10", "Annex B"]
    assert [unit.id for unit in plan.responsible("2.10")] == ["roads"]
    assert Selection.named(plan, clauses=["annex b"]).clauses == frozenset({"Annex B"})
    assert len(Selection.named(plan, clauses=["2.10"]).targets(plan)) == 1


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
