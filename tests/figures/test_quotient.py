from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from countyplan.diagnostics import Code
from countyplan.figures import Origin, Series
from countyplan.figures.derived.quotient import with_quotients
from countyplan.figures.figure import agreed
from tests.figures.reported import figure, reported, series

OF, BY = series(("2024", "56502")), series(("2024", "24456"))


def test_the_quotient_of_two_incomes() -> None:
    derived, found = with_quotients(Series(), OF, BY)
    [one] = derived.figures
    assert (one.origin, str(one.period), len(one.sources)) == (Origin.QUOTIENT, "2024", 2)
    assert format(one.value, ".5f") == "2.31035"
    assert Decimal(0) < one.half_digit < Decimal("0.0001")
    assert found == []


@pytest.mark.parametrize("stated", ["2.31", "2.310", "2.3", "2.3104", "2"])
def test_a_stated_ratio_that_agrees_within_rounding_gives_way_to_the_quotient(stated: str) -> None:
    derived, found = with_quotients(series(("2024", stated)), OF, BY)
    assert found == []
    [one] = derived.figures
    assert format(one.value, ".5f") == "2.31035"
    assert len(one.sources) == 3


@pytest.mark.parametrize("stated", ["2.32", "2.30", "2.312", "2.4", "3"])
def test_a_stated_ratio_that_disagrees_takes_both_out(stated: str) -> None:
    derived, found = with_quotients(series(("2023", "2.4"), ("2024", stated)), OF, BY)
    assert [str(one.period) for one in derived.figures] == ["2023"]
    assert [one.code for one in found] == [Code.QUOTIENT_DISAGREES]
    assert found[0].words == {"stated": stated, "quotient": "2.3104", "of": "56502", "by": "24456", "period": "2024"}


def test_other_periods_of_the_ratio_stay() -> None:
    derived, _ = with_quotients(series(("2022", "2.4"), ("2025", "2.2")), OF, BY)
    assert [str(one.period) for one in derived.figures] == ["2022", "2024", "2025"]


@pytest.mark.parametrize("by", [Series(), series(("2023", "24456")), series(("2024", "0")), series(("2024", "-5")),
                                series(("2024", "0.4"), ("2023", "1"))])  # fmt: skip
def test_without_a_divisor_above_zero_there_is_no_quotient(by: Series) -> None:
    derived, found = with_quotients(series(("2024", "2.31")), OF, by)
    if by.at(OF.figures[0].period.end) is not None and by.figures[-1].value > by.figures[-1].half_digit:
        assert [one.code for one in found] == [Code.QUOTIENT_DISAGREES]
    else:
        assert [one.origin for one in derived.figures] == [Origin.REPORTED]
        assert found == []


@pytest.mark.parametrize(("of_partial", "by_partial"), [(True, False), (False, True)])
def test_part_of_a_year_gives_no_quotient(*, of_partial: bool, by_partial: bool) -> None:
    of = Series.of([figure("28251", partial=of_partial)])
    by = Series.of([figure("24456", partial=by_partial)])
    assert with_quotients(Series(), of, by) == (Series(), [])


@given(st.integers(1_000, 10**6), st.integers(1_000, 10**6), st.integers(0, 3))
def test_a_ratio_that_is_rounded_from_its_parts_never_disagrees(of: int, by: int, places: int) -> None:
    stated = format(Decimal(of) / Decimal(by), f".{places}f")
    _, found = with_quotients(series(("2024", stated)), series(("2024", str(of))), series(("2024", str(by))))
    assert found == []


def test_the_last_digits_of_both_incomes_move_the_quotient() -> None:
    # 20 / 10 = 2; the most is 20.5 / 9.5 = 2.15789, the least 19.5 / 10.5 = 1.85714: the further of the two counts.
    derived, _ = with_quotients(Series(), series(("2024", "20")), series(("2024", "10")))
    assert [format(one.half_digit, ".5f") for one in derived.figures] == ["0.15789"]


@pytest.mark.parametrize(("of", "by"), [(True, False), (False, True), (True, True), (False, False)])
def test_a_quotient_is_foreseen_where_either_income_is(*, of: bool, by: bool) -> None:
    urban = Series.of([replace(figure("56502"), estimate=of)])
    rural = Series.of([replace(figure("24456"), estimate=by)])
    derived, _ = with_quotients(Series(), urban, rural)
    assert [one.estimate for one in derived.figures] == [of or by]


def test_a_ratio_as_far_off_as_the_last_digits_allow_still_agrees() -> None:
    # Typed as 20.0 and 8.0: 2.5 by (20.05 / 7.95 - 2.5) = 0.02201; of 2.5 itself 0.05: together 0.07201.
    of, by = series(("2024", "20.0")), series(("2024", "8.0"))
    for stated, agrees in (("2.57", True), ("2.43", True), ("2.6", False)):
        one = replace(figure(stated), half_digit=Decimal("0.05"))
        assert (with_quotients(Series.of([one]), of, by)[1] == []) is agrees


def test_a_divisor_that_may_be_nothing_gives_no_quotient() -> None:
    # Typed as 1, an income lies between 0.5 and 1.5; 0.5 by 0.5 may be zero.
    nothing = Series.of([replace(figure("0.5"), half_digit=Decimal("0.5"))])
    assert with_quotients(Series(), OF, nothing) == (Series(), [])


def test_a_ratio_that_is_apart_by_just_what_rounding_allows_agrees() -> None:
    # 20 ÷ 8 = 2.5 exactly, each counted one by one; 2.45 by 0.05 reaches up to it.
    of, by = (Series.of([replace(figure(value), half_digit=Decimal(0))]) for value in ("20", "8"))
    for stated, agrees in (("2.45", True), ("2.44", False)):
        one = Series.of([replace(figure(stated), half_digit=Decimal("0.05"))])
        assert (with_quotients(one, of, by)[1] == []) is agrees


def test_the_quotient_is_told_with_a_digit_more_than_the_ratio_has_and_both_as_they_were_written() -> None:
    # 56502 ÷ 24456 = 2.310353287…
    twice = Series.of([agreed((reported("56502"), reported("5.6502", line=2)))])
    _, [found] = with_quotients(series(("2024", "2.31999")), twice, BY)
    assert found.words == {"stated": "2.31999", "quotient": "2.310353", "of": "56502", "by": "24456", "period": "2024"}


def test_what_is_told_of_a_part_of_the_year_gives_way_to_the_quotient_of_the_whole() -> None:
    quarter = replace(figure("1.9", "2024-Q4"), partial=True)
    derived, _ = with_quotients(Series.of([quarter]), OF, BY)
    assert [(one.origin, one.partial) for one in derived.figures] == [(Origin.QUOTIENT, False)]
