"""Why a target has no figure to judge; every number is invented."""

from __future__ import annotations

from decimal import Decimal

import pytest

from countyplan.assess import Missing
from countyplan.assess.evidence import Lacking, why_missing
from countyplan.diagnostics import Code, Diagnostic, Place, Subject
from countyplan.figures import Figures, Series
from countyplan.plan import Comparator, Kind
from countyplan.quantity import Period
from tests.assess.case_plan import ASKED, Ask, period, reported, target_of

TARGET = target_of(Ask(kind=Kind.RATIO, comparator=Comparator.AT_LEAST, goal=Decimal(75), unit="%"))
OURS = frozenset({("tonglu", ASKED)})
NOTHING = Series()


def refused(*subjects: Subject, code: Code = Code.NOT_A_NUMBER) -> Diagnostic:
    return Diagnostic(code, Place("a.csv", 2, 1), {}, subjects[0], subjects[1:])


def ours(end: str | None) -> Subject:
    return Subject("tonglu", ASKED, None if end is None else period(end).end)


def why(as_of: str, *found: Diagnostic, since: Series = NOTHING, later: bool = False, before: bool = False) -> Missing:
    figures = Figures(period(as_of), {}, (), found, OURS if later else frozenset())
    return why_missing(Lacking(TARGET, since, before, OURS), figures, found, Period.of_year(2022))[0]


@pytest.mark.parametrize(
    ("as_of", "of", "reason"),
    [
        # On the way it is what was reported of the time since the baseline, up to as-of.
        ("2024", "2022", Missing.NOT_REPORTED),
        ("2024", "2023-01", Missing.NOT_USED),
        ("2024", "2024", Missing.NOT_USED),
        ("2024", "2025-01", Missing.NOT_REPORTED),
        ("2024", None, Missing.NOT_USED),
        # Once the due date has come only what was reported of that itself could have stood for it.
        ("2027", "2027", Missing.NOT_USED),
        ("2027", "2027-11", Missing.NOT_REPORTED),
        ("2028", "2027", Missing.NOT_USED),
        ("2028", "2028", Missing.NOT_REPORTED),
    ],
)
def test_a_refused_figure_is_the_reason_where_it_could_have_been_judged(
    as_of: str, of: str | None, reason: Missing
) -> None:
    assert why(as_of, refused(ours(of))) is reason


def test_a_mistyped_year_may_have_been_meant_for_any() -> None:
    assert why("2024", refused(ours("2042"))) is Missing.NOT_REPORTED
    assert why("2024", refused(ours("2042"), code=Code.NOT_OVER_NOR_PLANNED)) is Missing.NOT_USED


def test_of_a_finding_about_several_figures_only_those_that_the_target_rests_on_count() -> None:
    other = Subject("chunan", ASKED, period("2024").end)
    assert why("2024", refused(other, ours("2025"))) is Missing.NOT_REPORTED
    assert why("2024", refused(other, ours("2023"))) is Missing.NOT_USED
    assert why("2024", refused(Subject("tonglu", "other", None), ours("2025"))) is Missing.NOT_REPORTED


def test_what_there_is_comes_before_what_is_said_of_the_rest() -> None:
    one = reported("2024", 70)
    since = Series.of([one])
    assert why("2027", since=since, later=True, before=True) is Missing.DUE_UNREPORTED
    assert why("2027", refused(ours("2027")), since=since) is Missing.NOT_USED
    assert why("2024", later=True, before=True) is Missing.ONLY_LATER
    assert why("2024", before=True) is Missing.ONLY_BASELINE
    assert why("2024") is Missing.NOT_REPORTED
