"""From everything that was reported to one series for each indicator and area."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import field
from functools import cached_property, partial

from countyplan.dataclass import dataclass
from countyplan.diagnostics import Diagnostic, Severity, entry, in_order
from countyplan.figures.derived.change import Change, with_changes
from countyplan.figures.derived.cumulate import Reports, cumulate
from countyplan.figures.derived.quotient import with_quotients
from countyplan.figures.doubt.plausibility import odd_periods, odd_values
from countyplan.figures.doubt.reconcile import odd_sums
from countyplan.figures.doubt.unlikely import odd_neighbours, slips
from countyplan.figures.figure import Restatement, Series, agreed
from countyplan.figures.settle import Settled, latest_ends, settle, stands
from countyplan.figures.sort_out import sort_out
from countyplan.ledger.differences import Stated
from countyplan.ledger.ledger import Ledger, keep_ledger
from countyplan.plan import Component, Indicator, Plan
from countyplan.plan.files.component import ChangeOf
from countyplan.quantity import Period
from countyplan.submission import Basis, ReportedFigure, Submissions

_NOTHING = Series()


@dataclass(frozen=True)
class Figures:
    """The series by area and indicator, as far as `as_of`, with what was changed later and every finding on the way.

    `ledger` holds the lists of projects with what follows from them.
    `later` are the areas and indicators of which something was reported that is of no use as of then: figures from after it,
    and estimates that nobody asked for. `told_apart` says whether different submissions tell the same, or any foresees
    something, so that less or other was known of an earlier period when it was over.
    """

    as_of: Period
    series: Mapping[tuple[str, str], Series]
    restatements: tuple[Restatement, ...]
    diagnostics: tuple[Diagnostic, ...]
    later: frozenset[tuple[str, str]] = frozenset()
    ledger: Ledger = field(default_factory=Ledger)
    told_apart: bool = False

    @cached_property
    def _by_subject(self) -> Mapping[tuple[str, str], Sequence[tuple[int, Diagnostic]]]:
        """For each area and indicator what is wrong or odd about it, with where that stands among all findings."""
        by_subject: dict[tuple[str, str], list[tuple[int, Diagnostic]]] = defaultdict(list)
        severe = {code for code in {one.code for one in self.diagnostics} if entry(code).severity is not Severity.INFO}
        for at, one in enumerate(self.diagnostics):
            if one.code in severe:
                for subject in one.subjects:
                    by_subject[subject.area, subject.indicator].append((at, one))
        return by_subject

    def about(self, subjects: Iterable[tuple[str, str]]) -> list[Diagnostic]:
        """The errors and warnings about these areas and indicators, each once and in the order of all."""
        by_subject = self._by_subject
        found = dict(pair for subject in subjects if subject in by_subject for pair in by_subject[subject])
        return [found[at] for at in sorted(found)]

    def of(self, area: str, indicator: str) -> Series:
        """The series of one indicator in one area, empty if nothing usable was reported."""
        return self.series.get((area, indicator), _NOTHING)


def collect(submissions: Submissions, plan: Plan, as_of: Period | None, today: Period) -> Figures:
    """The figures of all submissions up to `as_of`, by default the latest period that is reported and has ended.

    `today` is the month that the present day lies in. A figure of a period that is not over, and one that is said to be
    foreseen, is used only where `as_of` asks for it; of a period neither over nor within the plan it never is.
    """
    errors = (one for one in submissions.diagnostics if one.severity is Severity.ERROR)
    refused = [subject.end for one in errors for subject in one.subjects if subject.end is not None]
    ledger = keep_ledger(plan, submissions)
    sorted_out = sort_out((*submissions.figures, *ledger.figures), plan, as_of, today, refused)
    as_of, reported = sorted_out.as_of, sorted_out.used
    found = [*submissions.diagnostics, *sorted_out.diagnostics]
    series, restatements, told_apart = _all_series(reported, plan, found)
    for indicator in plan.indicators:
        if indicator.quotient is not None:
            names = indicator.id, indicator.quotient.of, indicator.quotient.by
            found += _derive(plan, names, series, with_quotients)
        if indicator.change is not None:
            found += _derive_change(plan, indicator, indicator.change, series)
    for (area, name), one in series.items():
        measured = plan.measured[name]
        found += odd_values(one, measured, plan.unit_of_measure(name))
        found += slips(one, measured, area, plan) if isinstance(measured, Indicator) else []
    found += odd_sums(plan, series)
    found += odd_neighbours(plan, series)
    ledger = ledger.compared(plan, lambda area, name, end: _stated(series.get((area, name), _NOTHING), end))
    found += ledger.diagnostics
    return Figures(
        as_of=as_of,
        series=series,
        restatements=restatements,
        diagnostics=in_order(found),
        later=sorted_out.later,
        ledger=ledger,
        told_apart=told_apart or any(one.estimate for one in submissions.figures),
    )


def _stated(series: Series, end: int) -> Stated | None:
    """What a series holds at the end of a period, as it was reported or added up."""
    figure = series.at(end)
    return None if figure is None else Stated(figure.value, figure.half_digit, figure.report.place)


def _all_series(
    reported: Sequence[ReportedFigure], plan: Plan, found: list[Diagnostic]
) -> tuple[dict[tuple[str, str], Series], tuple[Restatement, ...], bool]:
    """The series as they were reported, what was changed later, and whether different submissions report the same.

    What is odd is added to `found`.

    One area's indicator is settled at a time, so that no more is held of a million reports than comes of them.
    """
    of_subject: dict[tuple[str, str], list[ReportedFigure]] = defaultdict(list)
    for one in reported:
        of_subject[one.area, one.indicator].append(one)
    latest = latest_ends(reported)
    series: dict[tuple[str, str], Series] = {}
    restated: list[tuple[ReportedFigure, Restatement]] = []
    told_apart = False
    for subject in sorted(of_subject):
        reports, measured = of_subject.pop(subject), plan.measured[subject[1]]
        found += odd_periods(reports, plan)
        if not measured.adds_up and len({one.period.end for one in reports}) == len(reports):
            # Nothing has to be decided, and each stands for its own time.
            series[subject] = Series.of(reports)
            continue
        settled = settle(reports, plan.unit_of_measure(measured.id), latest)
        told_apart |= settled.told_apart
        found += settled.diagnostics
        restated += settled.restated
        made, odd = _series(plan, measured, *_by_basis(settled))
        found += odd
        if made.figures:
            series[subject] = made
    restated.sort(key=lambda pair: stands(pair[0]))
    return series, tuple(one for _, one in restated), told_apart


def _by_basis(settled: Settled) -> tuple[Reports, Reports, Reports]:
    """The reports as running totals or values, as single years' amounts, and as what accrued in a part of a year."""
    running: dict[int, tuple[ReportedFigure, ...]] = {}
    annual: dict[int, tuple[ReportedFigure, ...]] = {}
    partial: dict[int, tuple[ReportedFigure, ...]] = {}
    for (_, _, basis, end, part), reports in settled.figures.items():
        kept = partial if part else annual if basis is Basis.ANNUAL else running
        kept[end] = reports
    return running, annual, partial


def _series(
    plan: Plan, measured: Component, running: Reports, annual: Reports, partial: Reports
) -> tuple[Series, list[Diagnostic]]:
    parts = [agreed(same) for end, same in partial.items() if end not in running]
    if measured.adds_up:
        added, found = cumulate(running, annual, plan.baseline, plan.unit_of_measure(measured.id))
        return Series.of([*parts, *added.figures]), found
    return Series.of([*parts, *(agreed(same) for same in running.values())]), []


def _derive_change(
    plan: Plan, indicator: Indicator, told: ChangeOf, series: dict[tuple[str, str], Series]
) -> Iterator[Diagnostic]:
    change = Change(
        kind=indicator.kind,
        unit=plan.unit_of_measure(indicator.id),
        level_unit=plan.unit_of_measure(told.of),
        base=plan.baseline if indicator.base is None else Period.of_year(indicator.base),
        base_value=told.base_value,
    )
    return _derive(plan, (indicator.id, told.of), series, partial(with_changes, change=change))


def _derive(
    plan: Plan,
    names: Sequence[str],
    series: dict[tuple[str, str], Series],
    derived: Callable[..., tuple[Series, list[Diagnostic]]],
) -> Iterator[Diagnostic]:
    """Make each area's series of the first indicator what is `derived` of it and of those of the others."""
    for area in plan.tree.order:
        made, odd = derived(*(series.get((area, name), _NOTHING) for name in names))
        yield from odd
        if made.figures:
            series[area, names[0]] = made
        else:
            series.pop((area, names[0]), None)
