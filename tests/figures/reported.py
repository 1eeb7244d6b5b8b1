"""Figures as files report them, made for tests: every number is invented."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from countyplan.diagnostics import Code, Diagnostic, Place
from countyplan.figures import Figure, Figures, Series, collect
from countyplan.plan import load_plan, shipped_plan
from countyplan.quantity import Period, parse_period
from countyplan.quantity.period import Span
from countyplan.submission import Basis, ReportedFigure, Submissions
from countyplan.submission.words.number import half_of_last_digit

PLAN = load_plan(shipped_plan())[0]
TODAY = Period(2026 * 12 + 1, Span.MONTH)


def period(written: str) -> Period:
    """The period of that name."""
    found = parse_period(written)
    assert found is not None
    return found


def reported(
    value: str,
    when: str = "2024",
    *,
    indicator: str = "gdp",
    area: str = "tonglu",
    file: str = "a.yaml",
    line: int = 1,
    basis: Basis | None = None,
    submitted: str | None = None,
    document: str | None = None,
) -> ReportedFigure:
    """One reported figure in the plan's unit."""
    number = Decimal(value)
    place = Place(file, line, 1)
    return ReportedFigure(
        area,
        indicator,
        period(when),
        number,
        half_of_last_digit(number),
        basis,
        value,
        place,
        document or file,
        submitted,
        partial=PLAN.whole_years_only(indicator) and period(when).span is not Span.YEAR,
    )


def figure(value: str, when: str = "2024", *, partial: bool = False) -> Figure:
    """A figure that was reported as it is."""
    one = reported(value, when)
    return replace(one, partial=partial)


def series(*values: tuple[str, str]) -> Series:
    """A series of (period, value)."""
    return Series.of([figure(value, when) for when, value in values])


def collected(*figures: ReportedFigure, as_of: str | None = None) -> Figures:
    """What the rest of the program sees of `figures`."""
    submissions = Submissions(figures, frozenset(one.area for one in figures), (), ())
    return collect(submissions, PLAN, period(as_of) if as_of else None, TODAY)


def told(diagnostics: tuple[Diagnostic, ...] | list[Diagnostic]) -> list[tuple[Code, str]]:
    """Every finding by code and place."""
    return [(one.code, f"{one.place.file}:{one.place.line}") for one in diagnostics]


def values(of: Series) -> dict[str, str]:
    """A series as text: period to value."""
    return {str(one.period): format(one.value.normalize(), "f") for one in of.figures}
