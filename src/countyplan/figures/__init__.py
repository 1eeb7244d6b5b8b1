"""Submissions made comparable: one value for each indicator, area and period, and where it came from."""

from countyplan.figures.collect import Figures, collect
from countyplan.figures.earlier import as_known_at, known_at, period_before
from countyplan.figures.figure import Derived, Figure, Restatement, Series
from countyplan.submission.reported import Origin

__all__ = [
    "Derived",
    "Figure",
    "Figures",
    "Origin",
    "Restatement",
    "Series",
    "as_known_at",
    "collect",
    "known_at",
    "period_before",
]
