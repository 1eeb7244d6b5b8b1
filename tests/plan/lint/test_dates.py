from __future__ import annotations

from pathlib import Path

import pytest

from countyplan.diagnostics import Code
from tests.plan.small_plan import TARGETS, changed, opened, write

GOAL = "goal: 91.50, wording: 公路优良率不低于91.5%"


@pytest.mark.parametrize(
    ("goal", "detail"),
    [
        (GOAL, None),
        ("goal: 91.50, due: 2026, wording: 到2026年公路优良率不低于91.5%", None),
        ("goal: 91.50, due: 2026, wording: 2023—２０２６年公路优良率不低于91.5%", None),
        # A year up to the baseline is one to compare with, and a number that is the goal is no year.
        ("goal: 91.50, due: 2026, wording: 公路优良率由2021年的80%提高到不低于91.5%", None),
        ("goal: 2100, wording: 不低于2100%", None),
        ("goal: 91.50, due: 2027, wording: 到2026年公路优良率不低于91.5%", "到2026年公路优良率不低于91.5%"),
        ("goal: 91.50, wording: 到2025年公路优良率不低于91.5%", "到2025年公路优良率不低于91.5%"),
        ("goal: 91.50, due: 2028, wording: 到2028年公路优良率不低于91.5%", "last: 2027"),
    ],
)
def test_a_goal_is_due_in_a_year_of_the_plan_that_its_words_name(tmp_path: Path, goal: str, detail: str | None) -> None:
    plan, found = opened(write(tmp_path, changed(TARGETS, (GOAL, goal))))
    assert plan is not None, found
    told = [one.words["detail"] for one in found if one.code is Code.DUE_CONTRADICTS]
    assert told == ([] if detail is None else [detail])


def test_the_total_and_an_area_of_one_name_are_told(tmp_path: Path) -> None:
    named = changed(TARGETS, ("total: {name: 各县合计", "total: {name: 各县合计, aliases: [甲县]"))
    found = opened(write(tmp_path, named))[1]
    assert [one.words["name"] for one in found if one.code is Code.PLAN_NAME_TWICE] == ["甲县"]


def test_a_day_without_its_document_is_told_by_name(tmp_path: Path) -> None:
    dated = changed(TARGETS, (GOAL, f"in_force: 2025-03-15, {GOAL}"))
    found = opened(write(tmp_path, dated))[1]
    assert [(one.code, one.words["path"]) for one in found] == [(Code.PLAN_KEY_MISSING, "set_by")]
