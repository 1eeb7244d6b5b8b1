from __future__ import annotations

from pathlib import Path

import pytest

from countyplan.diagnostics import Code
from tests.plan.small_plan import TARGETS, changed, opened, write

MANY = "\n".join(f"  - {{id: c{at}, name: 县{at}, code: C{at:04}, level: county}}" for at in range(40))


def with_level(goal: str) -> str:
    return changed(
        TARGETS,
        ("total:", f"{MANY}\ntotal:"),
        ("{areas: [jia], goal: 91.50", f"{{{goal}, goal: 91.50"),
    )


@pytest.mark.parametrize(("goal", "count"), [("level: county", 40), ("areas: [jia], level: county", 41)])
def test_a_goal_binds_every_area_of_its_level(tmp_path: Path, goal: str, count: int) -> None:
    plan, found = opened(write(tmp_path, with_level(goal)))
    assert plan is not None, found
    assert len(plan.targets) == count
    assert plan.area("c7").government == "县7"
    assert len(plan.targets_of("road_quality")["c7"]) == 1


@pytest.mark.parametrize(
    ("goal", "code"),
    [
        ("level: province", Code.PLAN_ID_UNKNOWN),
        ("areas: [c3], level: county", Code.GOAL_TWICE),
        ("due: 2027", Code.PLAN_KEY_MISSING),
    ],
)
def test_a_level_that_is_not_there_or_binds_twice_is_told(tmp_path: Path, goal: str, code: Code) -> None:
    assert code in {one.code for one in opened(write(tmp_path, with_level(goal)))[1]}
