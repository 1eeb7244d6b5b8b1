from __future__ import annotations

from pathlib import Path

import pytest

from countyplan.diagnostics import Code
from tests.plan.small_plan import MILESTONES, TARGETS, changed, told, write

INVALID, TWICE = Code.PLAN_VALUE_INVALID, Code.GOAL_TWICE


def one(year: int = 2024, goal: str = "88.20", area: str = "jia") -> str:
    return f"  - {{indicator: road_quality, area: {area}, year: {year}, goal: {goal}, source: 虚构}}\n"


@pytest.mark.parametrize(
    ("entries", "expected"),
    [
        (one(), []),
        (one(goal="91.50"), []),  # as much as the goal itself, and no more
        (one() + one(2025), []),
        (one() + one(), [(3, TWICE)]),
        (one(2022), [(2, INVALID)]),
        (one(2028), [(2, INVALID)]),
        # 88.2 in the year in which 91.5 is due does not lead there.
        (one(2023) + one(2027), [(3, Code.POINTS_LEAD_ELSEWHERE)]),
        (one(2023, "90") + one(2024, "89"), [(3, Code.POINTS_LEAD_ELSEWHERE)]),
        (one(goal="91.51"), [(2, INVALID)]),
        (one(area="total"), [(2, INVALID)]),
    ],
)
def test_milestones_agree_with_the_plan(tmp_path: Path, entries: str, expected: list[tuple[int, Code]]) -> None:
    found = told(write(tmp_path, milestones=f"milestones:\n{entries}"))
    assert [(line, code) for _, line, _, code in found] == expected


@pytest.mark.parametrize(("goal", "expected"), [("91.50", []), ("91.49", [INVALID]), ("95", [])])
def test_a_goal_that_is_to_shrink_is_not_undercut(tmp_path: Path, goal: str, expected: list[Code]) -> None:
    shrinking = changed(TARGETS, ("comparator: at_least", "comparator: at_most"), ("不低于91.5%", "缩小到91.5%"))
    found = told(write(tmp_path, shrinking, milestones=changed(MILESTONES, ("88.20", goal))))
    assert [code for _, _, _, code in found] == expected
