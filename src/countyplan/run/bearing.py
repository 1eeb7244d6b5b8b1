"""Which findings bear on what was asked for."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from countyplan.assess import Assessment
from countyplan.diagnostics import Diagnostic, Severity, Subject
from countyplan.plan import Plan
from countyplan.plan.selection import Selection, rests_on
from countyplan.submission import ReportedFigure


def bearing(
    plan: Plan, asked: Selection, assessments: Iterable[Assessment]
) -> Callable[[Subject | ReportedFigure], bool]:
    """Whether a figure is of an area that was asked for, or something that was asked for rests on it."""
    whole = asked.clauses is None and asked.units is None
    if whole and asked.areas is None:
        return lambda _: True
    rested = {figure for one in assessments for figure in rests_on(plan, one.target)}
    areas = (asked.areas or frozenset()) if whole else frozenset()
    return lambda one: one.area in areas or (one.area, one.indicator) in rested


def told(diagnostics: Iterable[Diagnostic], bears: Callable[[Subject], bool]) -> list[Diagnostic]:
    """Without remarks that bear on nothing that was asked for; what could not be used is always told."""
    return [
        one
        for one in diagnostics
        if one.severity is Severity.ERROR or not one.subjects or any(map(bears, one.subjects))
    ]
