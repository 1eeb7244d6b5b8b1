"""What needs attention first: every figure is invented, and the plan's first four years of five have gone by 2026."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from countyplan.assess import Assessment, Borderline, Status, judge
from countyplan.report.words.order import by_urgency
from countyplan.report.words.schedule import points_ahead, shown_points
from tests.figures.reported import PLAN, collected, reported


def judged(indicator: str, *values: tuple[str, str], area: str = "tonglu", goal: str | None = None) -> Assessment:
    """The verdict on one indicator with figures of (period, value), as of the last of them; its goal another if given."""
    target = next(one for one in PLAN.targets if one.indicator.id == indicator and one.area == area)
    target = replace(target, goal=Decimal(goal or target.goal))
    figures = [reported(value, when, indicator=indicator, area=area) for when, value in values]
    [one] = judge(PLAN, collected(*figures, as_of=values[-1][0]), [target]).assessments
    return one


# 2 of 10 points of the way in 40 % of the time: 20 points behind; p 0.50, far behind.
FAR = judged("bus_integration_rate", ("2022", "90.0"), ("2024", "92.0"))
# 30 of 363 in 40 % of the time: 31.7 points behind.
FURTHER = judged("key_project_investment", ("2024", "30"))
# The baseline met the goal and the figure does not: 0.4 of 100 lacks.
LOST = judged("standard_land_rate", ("2022", "100"), ("2024", "99.6"))


def order(*rows: Assessment) -> list[Assessment]:
    return by_urgency(reversed(rows))


@pytest.mark.parametrize(
    ("one", "points"),
    [
        (FAR, "-20"),
        # 30 / 363 = 8.26 %, less 40 %.
        (FURTHER, "-31.7"),
        # (91 - 92) / (100 - 92) = -12.5 %, less 40 %.
        (judged("bus_integration_rate", ("2022", "92.0"), ("2024", "91.0")), "-52.5"),
        # It has to shrink: (1.66 - 1.70) / (1.55 - 1.70) = 26.67 %, less 40 %.
        (judged("income_ratio", ("2022", "1.70"), ("2024", "1.66")), "-13.3"),
        # Growth of 7.39 % leads to 484.41 by then, not the straight line's 492: -0.01 of 180.
        (judged("gdp", ("2022", "420"), ("2024", "484.4")), "0"),
        # 265 * (360 / 265) ** 0.4 = 299.55 was due: (275 - 299.55) / 95.
        (judged("gdp", ("2022", "265"), ("2024", "275"), area="chunan"), "-25.8"),
        # At the due date all of the way was: (590 - 600) / 180.
        (judged("gdp", ("2022", "420"), ("2027", "590")), "-5.6"),
    ],
)
def test_the_points_are_of_the_whole_way_against_what_was_due_by_now(one: Assessment, points: str) -> None:
    assert shown_points(one) == Decimal(points)


@pytest.mark.parametrize("one", [LOST, judged("gdp", ("2024", "484.4")), judged("gdp", ("2022", "420"))])
def test_without_a_way_there_are_no_points(one: Assessment) -> None:
    assert points_ahead(one) is None


def test_whatever_is_furthest_behind_its_schedule_comes_first() -> None:
    assert order(FURTHER, FAR) == [FURTHER, FAR]


def test_a_share_just_short_of_a_goal_that_it_had_met_comes_after_what_is_far_behind() -> None:
    assert LOST.status is Status.REVERSING
    assert order(FAR, LOST) == [FAR, LOST]


def test_clear_cases_come_before_borderline_ones_and_firm_before_aspirational() -> None:
    borderline = replace(FURTHER, borderline=(Borderline("rounding", Status.MET),))
    # 1 of 10 points in 40 % of the time is 30 behind, and only aspired to.
    aspired = judged("medical_insurance_rate", ("2022", "88.0"), ("2024", "89.0"))
    assert order(FAR, aspired, borderline) == [FAR, aspired, borderline]


def test_what_was_missed_comes_before_what_can_still_be_reached() -> None:
    # Due, and 5.6 points of the way lack.
    missed = judged("gdp", ("2022", "420"), ("2027", "590"))
    assert order(missed, FURTHER) == [missed, FURTHER]


def test_of_what_is_equally_far_behind_what_has_to_become_faster_comes_first() -> None:
    # All lie 20 points behind; a pace that leads nowhere comes before any that leads somewhere.
    assert FAR.step is not None
    slow, faster = (replace(FAR, step=replace(FAR.step, times=Decimal(times))) for times in (9, 2))
    nowhere = replace(slow, step=None)
    assert order(nowhere, slow, faster) == [nowhere, slow, faster]


def test_one_dip_counts_as_having_stood_still() -> None:
    # One point back of 8 after one year is -12.5 % of the way in 20 % of the time: 32.5 points, counted as 20.
    dip = judged("bus_integration_rate", ("2022", "92.0"), ("2023", "91.0"))
    assert (dip.status, shown_points(dip)) == (Status.REVERSING, Decimal("-32.5"))
    far = judged("bus_integration_rate", ("2022", "90.0"), ("2024", "91.9"))  # 19 of 100 in 40: 21 points behind
    assert order(far, dip) == [far, dip]
    # A second year below the baseline is no dip any more: -12.5 % in 40 % of the time.
    fell = judged("bus_integration_rate", ("2022", "92.0"), ("2024", "91.0"))
    assert order(fell, far) == [fell, far]
