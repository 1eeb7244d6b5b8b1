from __future__ import annotations

from pathlib import Path

import pytest

from countyplan.plan import load_plan, shipped_plan
from countyplan.plan.selection import NotInPlanError, Selection
from tests.plan.small_plan import RESPONSIBILITIES, TARGETS, opened, write

PLAN = load_plan(shipped_plan())[0]
MARKED = """\
  - {number: "2.10", mark: "2.10", chapter: Two, title: 发展目标, title_en: Goals}
  - {number: Annex B, mark: Annex B, chapter: Annexes, title: 附件, title_en: Annex}
"""


def marked_plan(folder: Path) -> Path:
    """A plan whose clauses are called 2.10 and Annex B."""
    head, _, tail = TARGETS.partition("  - {number: 1,")
    targets = head + MARKED + tail.split("\n", 1)[1].replace("clause: 1", 'clause: "2.10"')
    return write(folder, targets, RESPONSIBILITIES.replace("clause: 1", "clause: 2.10").replace("[]", "[Annex B]"))


@pytest.mark.parametrize("said", [18, "18", "（十八）", "(十八)", "十八"])
def test_a_clause_is_found_by_its_number_and_by_its_mark(said: int | str) -> None:
    assert Selection.named(PLAN, clauses=[said]).clauses == frozenset({18})


@pytest.mark.parametrize("said", ["26", "（二十六）", "2.4", "018", ""])
def test_one_that_is_not_there_is_told_as_it_was_asked_for(said: str) -> None:
    with pytest.raises(NotInPlanError) as caught:
        Selection.named(PLAN, clauses=[said])
    assert caught.value.names == (said,)


def test_its_number_may_be_any_text(tmp_path: Path) -> None:
    plan, found = opened(marked_plan(tmp_path))
    assert plan is not None, found
    assert [one.number for one in plan.clauses] == ["2.10", "Annex B"]
    assert [unit.id for unit in plan.responsible("2.10")] == ["roads"]
    assert Selection.named(plan, clauses=["annex b"]).clauses == frozenset({"Annex B"})
    assert len(Selection.named(plan, clauses=["2.10"]).targets(plan)) == 1
