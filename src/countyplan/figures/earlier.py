"""What was known at an earlier period."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from countyplan.dataclass import dataclass, replace
from countyplan.diagnostics import in_order
from countyplan.figures.collect import Figures, collect
from countyplan.figures.settle import Key, by_vintage, key_of, latest_ends
from countyplan.plan import Plan
from countyplan.quantity import Period
from countyplan.submission import ReportedFigure, Submissions


def period_before(submissions: Submissions, plan: Plan, as_of: Period) -> Period | None:
    """The latest period before `as_of` and after the baseline for which anything was reported, or None."""
    between = (
        one.period for one in submissions.figures if plan.baseline.end < one.period.end < as_of.end and not one.estimate
    )
    return max(between, key=lambda period: period.end, default=None)


def as_known_at(figures: Figures, submissions: Submissions, plan: Plan, period: Period, today: Period) -> Figures:
    """What `collect` makes of what was known at the end of `period`; `figures` is what it made of all that there is.

    Where no submission tells what another tells too, and nothing is foreseen, all that was known then has come to the same
    ever since, and what came later has changed nothing about it.
    """
    earlier = period.end < min(figures.as_of.end, today.end)
    if figures.told_apart or submissions.projects or not earlier:
        return collect(known_at(submissions, period), plan, period, today)
    since_then = ((subject, one.within(-1, period.end)) for subject, one in figures.series.items())
    ends = ((one, one.subject) for one in figures.diagnostics)
    of_then = (one for one, about in ends if about is not None and about.end is not None and about.end <= period.end)
    return replace(
        figures,
        as_of=period,
        series={subject: one for subject, one in since_then if one.figures},
        diagnostics=in_order([*submissions.diagnostics, *of_then]),
        later=frozenset(),
    )


def known_at(submissions: Submissions, period: Period) -> Submissions:
    """The submissions without what is told only in later ones: nothing from after `period`, and no later revision.

    A figure of `period` itself counts as it was first reported, whatever file restated it. One of an earlier period may have
    been restated by then: a revision was known unless its submission holds later periods, or came in when figures from
    after `period` already did. A figure that stands only in such submissions is kept as the first has it: a table that
    is continued from year to year does not tell when its earlier years were filled in.
    """
    latest = latest_ends(submissions.figures)
    later = [one.submitted for one in submissions.figures if one.period.end > period.end and one.submitted]
    then = _Then(period.end, min(later, default=None), latest)
    same: dict[Key, list[ReportedFigure]] = defaultdict(list)
    for one in submissions.figures:
        if one.period.end <= period.end and not one.estimate:
            same[key_of(one)].append(one)
    kept = [one for reports in same.values() for one in then.known(reports)]
    projects = tuple(one for one in submissions.projects if one.period.end <= period.end)
    return replace(submissions, figures=tuple(kept), projects=projects)


@dataclass(frozen=True, slots=True)
class _Then:
    """An earlier time: the end of its period, and the day on which figures from after it first came in, if that is known."""

    end: int
    over: str | None
    latest: Mapping[str, int]

    def known(self, reports: Sequence[ReportedFigure]) -> Sequence[ReportedFigure]:
        """Of the reports of one figure those that were known."""
        known = [one for one in reports if self.latest[one.document] <= self.end and not self._came_after(one)]
        revisable = known and reports[0].period.end < self.end
        return known if revisable else by_vintage(known or reports, self.latest)[0]

    def _came_after(self, one: ReportedFigure) -> bool:
        return self.over is not None and one.submitted is not None and one.submitted >= self.over
