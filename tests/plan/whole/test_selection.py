from __future__ import annotations

from countyplan.plan import TOTAL, load_plan, shipped_plan
from countyplan.plan.selection import Selection, answering

PLAN = load_plan(shipped_plan())[0]


def test_nothing_asked_is_everything() -> None:
    assert Selection().targets(PLAN) == PLAN.targets


def test_areas_clauses_and_units_narrow_together() -> None:
    tonglu = Selection(areas=frozenset({"tonglu"}))
    assert {target.area for target in tonglu.targets(PLAN)} == {"tonglu"}
    assert len(tonglu.targets(PLAN)) == 16
    schools = Selection(frozenset({"tonglu", TOTAL}), frozenset({18, 19}), frozenset({"agriculture"}))
    assert {target.indicator.clause for target in schools.targets(PLAN)} == {18, 19}
    assert Selection(units=frozenset({"public_security"})).targets(PLAN) == ()
    assert Selection(clauses=frozenset()).targets(PLAN) == ()


def test_a_countys_government_answers_for_its_own_targets_and_for_totals() -> None:
    mine = Selection(units=frozenset({"桐庐县政府"})).targets(PLAN)
    assert {target.area for target in mine} == {"tonglu", TOTAL}
    assert "桐庐县政府" in answering(PLAN, 18, "tonglu")
    assert "桐庐县政府" not in answering(PLAN, 18, "chunan")
    assert {area.government for area in PLAN.areas} <= answering(PLAN, 4, TOTAL)


def test_a_clause_that_names_none_is_answered_for_by_the_countys_government_alone() -> None:
    # Clause 23 makes a county's government answer for the whole; for the three together nobody is named.
    assert answering(PLAN, 2, "tonglu") == {"county_governments", "桐庐县政府"}
    assert answering(PLAN, 2, "total") == frozenset()


def test_the_plans_order_is_kept() -> None:
    chosen = Selection(areas=frozenset({"jiande", "tonglu"})).targets(PLAN)
    assert list(chosen) == [target for target in PLAN.targets if target.area in {"jiande", "tonglu"}]
