"""No number of the plan stands in Python: the law is data."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

import pytest

import countyplan
from countyplan.plan import load_plan, shipped_plan

SOURCES = sorted(Path(countyplan.__file__).parent.rglob("*.py"))


@cache
def telling_goals() -> list[str]:
    """Goals of three digits and more, without powers of ten, which stand for many other things."""
    plan = load_plan(shipped_plan())[0]
    goals = {goal for target in plan.targets for goal in (target.goal, target.high) if goal is not None}
    return sorted(text for goal in goals if len((text := str(goal)).replace(".", "")) >= 3 and text.strip("0") != "1")


def numbers_in(text: str) -> set[str]:
    return set(re.findall(r"(?<![\w.])\d[\d_]*(?:\.\d+)?(?![\w])", text))


def test_the_search_finds_what_it_looks_for() -> None:
    assert {"1300", "363", "8000", "99.98", "1.55", "600"} <= set(telling_goals())
    assert numbers_in("GOAL = 8000  # or 99.98, 1_300; v363, 2.5") == {"8000", "99.98", "1_300", "2.5"}


@pytest.mark.parametrize("source", SOURCES, ids=lambda path: path.stem)
def test_no_goal_stands_in_the_source(source: Path) -> None:
    found = {number.replace("_", "") for number in numbers_in(source.read_text(encoding="utf-8"))}
    assert found & set(telling_goals()) == set()
