"""What a plan is asked for again and again is found without going through it, and is what going through it would find."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

import pytest

from countyplan.diagnostics import Code, Diagnostic, Place, Subject
from countyplan.figures import Figures
from countyplan.plan import TOTAL, Plan, load_plan, shipped_plan
from countyplan.plan.files.area import Area
from countyplan.plan.selection import answering
from countyplan.quantity import Period

SHIPPED = load_plan(shipped_plan())[0]
MANY = 200
YEAR = Period.of_year(2024)


@cache
def of_many_areas() -> Plan:
    """The shipped plan with made-up counties, of which one goal binds all."""
    file = SHIPPED.targets_file
    areas = tuple(
        Area(
            id=f"c{at}",
            name=f"{at}号县",
            name_en=f"County {at}",
            code=f"{990_000 + at}",
            aliases=(f"{at}号", f"号{at}县"),
            government=f"{at}号县政府",
            government_en=f"Government {at}",
        )
        for at in range(MANY)
    )
    ids = tuple(area.id for area in areas)
    indicators = tuple(
        one.model_copy(
            update={
                "goals": tuple(
                    goal if TOTAL in goal.areas else goal.model_copy(update={"areas": ids[::-1]})
                    for goal in one.goals[-1:]
                )
            }
        )
        for one in file.indicators
    )
    return replace(SHIPPED, targets_file=file.model_copy(update={"areas": areas, "indicators": indicators}))


PLANS = [SHIPPED, of_many_areas()]


@pytest.mark.parametrize("plan", PLANS, ids=["shipped", "many"])
def test_targets_are_in_the_plans_order_and_found_by_indicator_and_area(plan: Plan) -> None:
    order = [one.id for one in plan.indicators]
    areas = [*plan.area_ids, TOTAL]
    keys = [(order.index(one.indicator.id), areas.index(one.area)) for one in plan.targets]
    assert keys == sorted(keys)
    for indicator in plan.indicators:
        walked = [one for one in plan.targets if one.indicator.id == indicator.id]
        assert [one for several in plan.targets_of(indicator.id).values() for one in several] == walked
        bound = {one.area for one in walked}
        for area in areas:
            assert (plan.target(indicator.id, area) is not None) == (area in bound)
            assert plan.binds(indicator.id, area) == (area in bound or TOTAL in bound)


def test_of_a_component_nothing_is_demanded_and_a_figure_of_any_county_can_matter() -> None:
    [component, *_] = SHIPPED.targets_file.components
    assert SHIPPED.targets_of(component.id) == {}
    assert all(SHIPPED.binds(component.id, area) for area in SHIPPED.area_ids)


@pytest.mark.parametrize("plan", PLANS, ids=["shipped", "many"])
def test_the_names_that_a_text_begins_with_come_in_the_plans_order(plan: Plan) -> None:
    for text in ("1号县生产总值", "12号县1号县", "桐庐经济技术开发区", "杭州市桐庐县", "号7县", "县", ""):
        walked = [
            (name, area.id) for area in plan.areas for name in (area.name, *area.aliases) if text.startswith(name)
        ]
        assert list(plan.areas_at_start(text)) == walked


@pytest.mark.parametrize("plan", PLANS, ids=["shipped", "many"])
def test_the_governments_that_answer_are_those_of_the_area_or_of_all(plan: Plan) -> None:
    [clause] = [one.number for one in plan.clauses if one.title == "推进产业做大做优"]
    units = {unit.id for unit in plan.responsible(clause)}
    every = {area.government for area in plan.areas}
    first = plan.areas[0]
    assert answering(plan, clause, first.id) == units | {first.government}
    assert answering(plan, clause, TOTAL) == units | every


def test_no_look_up_goes_through_the_plan_again() -> None:
    plan = replace(of_many_areas())
    reading = plan.targets_file.readings[0].id

    def looked_up() -> list[object]:
        return [
            plan.target("gdp", "c7"),
            plan.binds("gdp", "c7"),
            plan.area("c7"),
            plan.clause(2),
            plan.reading(reading),
            plan.responsible(3),
            plan.unit_of_measure("gdp"),
            plan.milestone("gdp", "c7", YEAR),
            plan.area_names.find("7号县"),
            plan.areas_at_start("7号县生产总值"),
        ]

    found = looked_up()
    assert all(one for at, one in enumerate(found) if at != 7)
    # With its files gone only what was indexed can answer.
    for name in ("targets_file", "responsibilities", "milestones_file", "commitments_file"):
        object.__setattr__(plan, name, None)
    assert looked_up() == found


def test_findings_about_a_figure_are_told_in_the_order_of_all() -> None:
    found = tuple(
        Diagnostic(Code.JUMP, Place("a.yaml", line), {}, Subject(area, indicator))
        for line, (area, indicator) in enumerate(
            [("jiande", "gdp"), ("tonglu", "gdp"), ("jiande", "gdp"), ("tonglu", "urban_rate")], 1
        )
    )
    figures = Figures(YEAR, {}, (), (Diagnostic(Code.JUMP, Place("b.yaml"), {}), *found))
    about = figures.about(frozenset({("tonglu", "gdp"), ("jiande", "gdp"), ("chunan", "gdp")}))
    assert [one.place.line for one in about] == [1, 2, 3]
