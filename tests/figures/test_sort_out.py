"""Which figures can be outcomes as of a period; every number is invented."""

from __future__ import annotations

from dataclasses import replace

import pytest

from countyplan.diagnostics import Code
from countyplan.figures.sort_out import SortedOut, sort_out
from countyplan.plan import TOTAL
from countyplan.submission import ReportedFigure
from tests.figures.reported import PLAN, period, reported


def sorted_out(*figures: ReportedFigure, asked: str | None = None, today: str = "2026-11") -> SortedOut:
    return sort_out(figures, PLAN, period(asked) if asked else None, period(today))


def codes(of: SortedOut) -> list[Code]:
    return [one.code for one in of.diagnostics]


@pytest.mark.parametrize(
    ("when", "today", "over"),
    [
        ("2025", "2025-12", False),
        ("2025", "2026-01", True),
        ("2026-10", "2026-11", True),
        ("2026-11", "2026-11", False),
        ("2026-Q3", "2026-10", True),
        ("2026-Q4", "2026-10", False),
    ],
)
def test_a_period_has_ended_when_the_month_after_it_has_begun(when: str, today: str, over: bool) -> None:
    seen = sorted_out(reported("420", "2024"), reported("484", when, line=2), today=today)
    assert str(seen.as_of) == (when if over else "2024")
    assert codes(seen) == ([] if over else [Code.IN_THE_FUTURE])
    assert len(seen.used) == (2 if over else 1)


def test_a_mistyped_year_is_an_error_and_sets_nothing() -> None:
    seen = sorted_out(reported("420", "2024"), reported("484", "2042", line=2))
    assert (str(seen.as_of), codes(seen)) == ("2024", [Code.NOT_OVER_NOR_PLANNED])
    assert seen.diagnostics[0].words == {"period": "2042", "last": "2027"}
    assert codes(sorted_out(reported("484", "2042"), asked="2042")) == [Code.NOT_OVER_NOR_PLANNED]


def test_the_plans_last_year_is_foreseen_and_no_error() -> None:
    seen = sorted_out(reported("420", "2024"), reported("484", "2027", line=2), asked="2027")
    assert ([one.estimate for one in seen.used], codes(seen)) == ([False, True], [Code.IN_THE_FUTURE])
    assert codes(sorted_out(reported("484", "2028"), asked="2028")) == [Code.NOT_OVER_NOR_PLANNED]


@pytest.mark.parametrize(
    ("indicator", "area", "as_of"),
    [
        ("projects_over_100m", TOTAL, "2025"),
        ("projects_over_100m", "chunan", "2025"),
        ("urban_income", "chunan", "2025"),
        ("gdp", TOTAL, "2024"),
        ("urban_income", TOTAL, "2024"),
        ("ten_billion_chains", "chunan", "2024"),
    ],
)
def test_only_what_something_is_judged_by_sets_the_date(indicator: str, area: str, as_of: str) -> None:
    later = reported("1200", "2025", indicator=indicator, area=area, line=2)
    assert str(sorted_out(reported("420", "2024"), later).as_of) == as_of
    assert str(sorted_out(later).as_of) == "2025"


@pytest.mark.parametrize(
    ("refused", "as_of"),
    # Months count from year 0: the end of 2022 is 24276, of 2025 24312, of October 2026 24322, of 2027 24336.
    [([24276], "2022"), ([24277], "2023-01"), ([24312, 24322], "2026-10"), ([24323], "2022"), ([24336], "2022")],
)
def test_where_nothing_can_be_used_the_latest_that_was_refused_and_is_over_sets_the_date(
    refused: list[int], as_of: str
) -> None:
    assert str(sort_out([], PLAN, None, period("2026-11"), refused).as_of) == as_of


@pytest.mark.parametrize(("end", "as_of"), [(24336, "2027"), (24337, "2022"), (24348, "2022")])
def test_what_was_refused_of_a_year_after_the_plan_sets_no_date(end: int, as_of: str) -> None:
    assert str(sort_out([], PLAN, None, period("2030-01"), [end]).as_of) == as_of


def test_an_estimate_that_is_left_out_names_its_period_and_place() -> None:
    foreseen = replace(reported("500", "2025", line=2), estimate=True)
    (found,) = sorted_out(reported("420", "2024"), foreseen).diagnostics
    assert (found.place, found.words, found.subject) == (
        foreseen.place,
        {"period": "2025", "as_of": "2024"},
        foreseen.subject,
    )


def test_a_year_after_the_plan_that_is_over_sets_the_date() -> None:
    seen = sorted_out(reported("420", "2028"), today="2029-01")
    assert (str(seen.as_of), len(seen.used), codes(seen)) == ("2028", 1, [])


def test_an_estimate_is_used_and_marked_only_where_it_is_asked_for() -> None:
    figures = reported("420", "2025"), reported("484", "2026", line=2)
    left = sorted_out(*figures)
    assert [str(one.period) for one in left.used] == ["2025"]
    assert left.later == frozenset({("tonglu", "gdp")})
    asked = sorted_out(*figures, asked="2026")
    assert [(str(one.period), one.estimate) for one in asked.used] == [("2025", False), ("2026", True)]
    assert (codes(asked), asked.later) == ([Code.IN_THE_FUTURE], frozenset())
    earlier = sorted_out(*figures, asked="2024")
    assert (codes(earlier), earlier.used) == ([Code.AFTER_AS_OF, Code.AFTER_AS_OF], ())


def test_what_is_said_to_be_foreseen_gives_way_to_an_outcome() -> None:
    foreseen = replace(reported("500", "2025", line=2), estimate=True)
    alone = sorted_out(reported("420", "2024"), foreseen)
    assert (str(alone.as_of), codes(alone)) == ("2024", [Code.ESTIMATE_LEFT_OUT])
    other = reported("48", "2025", indicator="urbanisation_rate", line=3)
    beside = sorted_out(reported("420", "2024"), foreseen, other)
    assert (str(beside.as_of), [str(one.period) for one in beside.used]) == ("2025", ["2024", "2025"])
    assert codes(beside) == [Code.ESTIMATE_LEFT_OUT]
    both = sorted_out(foreseen, reported("484", "2025"), asked="2025")
    assert [(one.written, one.estimate) for one in both.used] == [("484", False)]
    assert codes(both) == [Code.ESTIMATE_LEFT_OUT]
    used = sorted_out(foreseen, asked="2025")
    assert [(one.written, one.estimate) for one in used.used] == [("500", True)]
