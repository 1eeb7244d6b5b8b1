"""What was known at an earlier period."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from countyplan.plan import Plan
from countyplan.quantity import Period
from countyplan.submission import ReportedFigure, Submissions


def period_before(submissions: Submissions, plan: Plan, as_of: Period) -> Period | None:
    """The latest period before `as_of` and after the baseline for which anything was reported, or None."""
    between = (one.period for one in submissions.figures if plan.baseline.end < one.period.end < as_of.end)
    return max(between, key=lambda period: period.end, default=None)


def known_at(submissions: Submissions, period: Period) -> Submissions:
    """The submissions without what is told only in later ones: nothing from after `period`, and no later revision.

    A figure that stands only in a submission that also holds later periods is kept: a table that is continued from year
    to year does not tell when its earlier years were filled in.
    """
    latest: dict[str, int] = defaultdict(int)
    same: dict[tuple[object, ...], list[ReportedFigure]] = defaultdict(list)
    for one in submissions.figures:
        latest[one.document] = max(latest[one.document], one.period.end)
        if one.period.end <= period.end:
            same[one.area, one.indicator, one.basis, one.period.end, one.partial].append(one)
    kept = [one for reports in same.values() for one in _of_the_time(reports, latest, period)]
    return replace(submissions, figures=tuple(kept))


def _of_the_time(reports: Sequence[ReportedFigure], latest: dict[str, int], period: Period) -> Sequence[ReportedFigure]:
    return [one for one in reports if latest[one.document] <= period.end] or reports
