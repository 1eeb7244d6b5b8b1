"""The average of yearly rates where no worked case reaches."""

from __future__ import annotations

from decimal import Decimal

import pytest

from countyplan.assess import Missing, Remark, Status
from countyplan.assess.rule.average import averaged, remaining_rate, years_lacking
from countyplan.figures import Derived, Series
from countyplan.plan import Comparator, Kind
from countyplan.quantity import Period
from tests.assess.case_plan import Ask, assessed, reported

START = Period.of_year(2022).end
PERCENT, PERMILLE = Decimal(1), Decimal("0.1")


def rates(by_year: dict[int, str], half_digit: str = "0", estimate: int | None = None) -> Series:
    return Series.of(
        [
            Derived(
                Decimal(rate),
                Decimal(half_digit),
                Period.of_year(year),
                (reported(str(year), rate),),
                estimate=year == estimate,
            )
            for year, rate in by_year.items()
        ]
    )


def test_its_last_digit_reaches_as_far_as_the_wider_side() -> None:
    # (1 x 4)^(1/2) = 2. Half 50 less in each year (0.5 x 3.5)^(1/2) = 1.323, half 50 more (1.5 x 4.5)^(1/2) = 2.598.
    last = averaged(rates({2023: "0", 2024: "300"}, "50"), START, PERCENT).figures[-1]
    assert last.value == 100
    assert round(last.half_digit, 1) == Decimal("67.7")


@pytest.mark.parametrize("year", [2023, 2024])
def test_an_average_with_a_foreseen_year_is_foreseen(year: int) -> None:
    last = averaged(rates({2023: "6", 2024: "6"}, estimate=year), START, PERCENT).figures[-1]
    assert last.estimate


def test_in_permille_it_is_the_same_average() -> None:
    # (1.058 x 1.062)^(1/2)-1 = 59.998 permille; left of five years at 60: (1.06^5/(1.058 x 1.062))^(1/3)-1 = 6.0001 %.
    so_far = averaged(rates({2023: "58", 2024: "62"}), START, PERMILLE).figures[-1].value
    assert round(so_far, 3) == Decimal("59.998")
    left = remaining_rate(Decimal(60), so_far, (2, 5), PERMILLE)
    assert left is not None
    assert round(left, 6) == Decimal("0.060001")


@pytest.mark.parametrize(
    ("goal", "so_far"), [("6", "-100"), ("6", "-150"), ("-100", "5"), ("-150", "5"), ("-150", "-150")]
)
def test_nothing_can_be_averaged_where_all_is_lost_or_all_may_be(goal: str, so_far: str) -> None:
    assert remaining_rate(Decimal(goal), Decimal(so_far), (1, 5), PERCENT) is None


@pytest.mark.parametrize(
    ("goal", "so_far", "left"),
    # (1.06^5/0.98)^(1/4)-1 = 8.10 %; (0.98^5/1.03)^(1/4)-1 = -3.21 %
    [("6", "-2", "0.0810"), ("-2", "3", "-0.0321")],
)
def test_what_shrank_or_may_shrink_leaves_something_to_do(goal: str, so_far: str, left: str) -> None:
    rate = remaining_rate(Decimal(goal), Decimal(so_far), (1, 5), PERCENT)
    assert rate is not None
    assert round(rate, 4) == Decimal(left)


def test_a_rate_of_december_alone_is_not_that_of_the_year() -> None:
    # 6.2/6 = 1.03; with 30 for all of 2024 it would be (1.062 x 1.30)^(1/2)-1 = 17.5 and ahead.
    ask = Ask(kind=Kind.GROWTH_RATE, comparator=Comparator.AT_LEAST, goal=Decimal(6), unit="%", low=None)
    one = assessed(ask, [reported("2023", "6.2"), reported("2024-12", "30", line=2, partial=True)], "2024")
    assert one.status is Status.ON_TRACK
    assert one.figure is not None
    assert one.figure.period.year == 2023


def test_a_year_after_the_due_date_makes_none_before_it_lack() -> None:
    known = rates({2023: "6", 2026: "6"})
    assert years_lacking(known, START, Period.of_year(2024).end) == ()
    assert years_lacking(known, START, Period.of_year(2026).end) == (2024, 2025)
    ask = Ask(kind=Kind.GROWTH_RATE, comparator=Comparator.AT_LEAST, goal=Decimal(6), unit="%", low=None, due=2024)
    one = assessed(ask, [reported("2023", "6"), reported("2026", "6", line=2)], "2026")
    assert (one.status, one.missing) == (Status.MISSING, Missing.DUE_UNREPORTED)
    assert Remark.YEAR_LACKING not in one.remarks


def test_a_limit_to_growth_that_the_last_digit_may_pass_would_be_behind() -> None:
    # 2.0 to 0.05 lies from 1.95 to 2.05, half of it above 2; of an average nothing is met or lost before its time.
    ask = Ask(kind=Kind.GROWTH_RATE, comparator=Comparator.AT_MOST, goal=Decimal(2), unit="%", low=None)
    one = assessed(ask, [reported("2023", "2.0", half_digit="0.05")], "2023")
    assert one.status is Status.ON_TRACK
    assert [(each.status, each.chance) for each in one.borderline] == [(Status.BEHIND, Decimal("0.5"))]
