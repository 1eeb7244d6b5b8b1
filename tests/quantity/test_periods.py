from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from countyplan.quantity import Period, parse_period
from countyplan.quantity.period import Span


@pytest.mark.parametrize(
    ("typed", "written", "span", "month"),
    [
        ("2024", "2024", Span.YEAR, 12),
        ("2024年", "2024", Span.YEAR, 12),
        ("2024年度", "2024", Span.YEAR, 12),
        ("2024年全年", "2024", Span.YEAR, 12),
        (" ２０２４ 年 ", "2024", Span.YEAR, 12),
        ("2024-Q2", "2024-Q2", Span.QUARTER, 6),
        ("2024Q1", "2024-Q1", Span.QUARTER, 3),
        ("2024-q4", "2024-Q4", Span.QUARTER, 12),
        ("2024年一季度", "2024-Q1", Span.QUARTER, 3),
        ("2024年二季度", "2024-Q2", Span.QUARTER, 6),
        ("2024年第三季度", "2024-Q3", Span.QUARTER, 9),
        ("2024年四季度", "2024-Q4", Span.QUARTER, 12),
        ("2024年1季度", "2024-Q1", Span.QUARTER, 3),
        ("2024-06", "2024-06", Span.MONTH, 6),
        ("2024年6月", "2024-06", Span.MONTH, 6),
        ("2024年06月", "2024-06", Span.MONTH, 6),
        ("2024-12", "2024-12", Span.MONTH, 12),
        ("2024年10月", "2024-10", Span.MONTH, 10),
        ("2024年末", "2024", Span.YEAR, 12),
        ("2024年底", "2024", Span.YEAR, 12),
        ("二〇二四年", "2024", Span.YEAR, 12),
        ("二○二四年二季度", "2024-Q2", Span.QUARTER, 6),
        ("2024.12", "2024-12", Span.MONTH, 12),
        ("2024.06", "2024-06", Span.MONTH, 6),
        ("202410", "2024-10", Span.MONTH, 10),
        ("2024/06", "2024-06", Span.MONTH, 6),
        ("2024/6", "2024-06", Span.MONTH, 6),
    ],
)
def test_every_form_that_is_read(typed: str, written: str, span: Span, month: int) -> None:
    period = parse_period(typed)
    assert period is not None
    assert (str(period), period.span, period.year, period.month) == (written, span, 2024, month)
    assert period.closes_year == (month == 12)


@pytest.mark.parametrize(
    "typed",
    [
        *("", " ", "24", "20244", "1899", "2200", "2024-Q0", "2024-Q5", "2024-13", "2024-00", "2024-6", "2024年13月"),
        *(
            "2024年0月",
            "2024-H1",
            "2024年上半年",
            "2024-06-01",
            "2024.1",
            "2024.0",
            "202413",
            "二〇二四",
            "-2024",
            "2023-2024",
            "去年",
            "12:30",
        ),
        *("2024年五季度", "2024年第季度", "2024\x00"),
    ],
)
def test_whatever_else_is_no_period(typed: str) -> None:
    assert parse_period(typed) is None


def test_order_is_by_end() -> None:
    written = ["2023", "2024-01", "2024-Q1", "2024-Q2", "2024-11", "2024"]
    periods = [parse_period(one) for one in written]
    ends = [one.end for one in periods if one]
    assert ends == sorted(ends)
    assert len(ends) == len(written)


def test_a_year_its_last_quarter_and_its_december_end_together() -> None:
    ends = {one.end for typed in ("2024", "2024-Q4", "2024-12") if (one := parse_period(typed))}
    assert ends == {Period.of_year(2024).end}


def test_ends_are_months_apart() -> None:
    assert Period.of_year(2027).end - Period.of_year(2022).end == 60


def test_what_ends_with_a_year_is_the_year_and_what_ends_before_a_month() -> None:
    year = Period.of_year(2024)
    assert (Period.ending(year.end), Period.ending(year.end - 6)) == (year, Period(year.end - 6, Span.MONTH))
    assert [Period(year.end, span).is_year for span in (Span.YEAR, Span.QUARTER, Span.MONTH)] == [True, False, False]


@given(st.integers(1900, 2199), st.integers(1, 12))
def test_what_is_written_reads_back(year: int, month: int) -> None:
    for period in (
        Period.of_year(year),
        Period(year * 12 + month, Span.MONTH),
        Period(year * 12 + (month + 2) // 3 * 3, Span.QUARTER),
    ):
        assert parse_period(str(period)) == period
        assert period.year == year


@given(st.text())
def test_no_text_raises(text: str) -> None:
    period = parse_period(text)
    assert period is None or parse_period(str(period)) == period
