"""One value for each indicator, area, basis and period, where submissions report it more than once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import field
from itertools import chain, groupby, pairwise
from operator import attrgetter

from countyplan.dataclass import dataclass
from countyplan.diagnostics import Code, Diagnostic
from countyplan.figures.figure import Restatement
from countyplan.quantity import Unit
from countyplan.quantity.told import amount
from countyplan.submission import Basis, ReportedFigure

Key = tuple[str, str, Basis | None, int, bool]

# What a report is a report of.
key_of: Callable[[ReportedFigure], Key] = attrgetter("area", "indicator", "basis", "period.end", "partial")


@dataclass(slots=True)
class Settled:
    """For each key the reports that agree, the one that counts first; and what had to be decided or refused.

    `restated` are the first reports of what was restated, each with how. `told_apart` says whether different submissions
    report the same.
    """

    figures: dict[Key, tuple[ReportedFigure, ...]] = field(default_factory=dict)
    restated: list[tuple[ReportedFigure, Restatement]] = field(default_factory=list)
    diagnostics: list[Diagnostic] = field(default_factory=list)
    told_apart: bool = False


def settle(reported: Sequence[ReportedFigure], unit: Unit, latest: Mapping[str, int] | None = None) -> Settled:
    """Which report counts: all if they agree, else that of the latest submission; none where that cannot be told.

    `latest` is for each submission the end of the latest period that it holds, where `reported` is not all of it.
    """
    each: dict[Key, tuple[ReportedFigure, ...]] = dict(
        zip(map(key_of, reported), zip(reported, strict=True), strict=True)
    )
    if len(each) == len(reported):
        return Settled(each)
    latest = latest_ends(reported) if latest is None else latest
    groups: dict[Key, list[ReportedFigure]] = defaultdict(list)
    for one in sorted(reported, key=stands):
        groups[key_of(one)].append(one)
    settled = Settled()
    for key, group in groups.items():
        if len(group) == 1:
            settled.figures[key] = (group[0],)
            continue
        settled.told_apart |= len({(one.document, one.submitted) for one in group}) > 1
        if _consistent_within_documents(group, settled) and (chosen := _chosen(group, latest, unit, settled)):
            # Of reports that agree the least rounded counts, whatever its file is called.
            settled.figures[key] = tuple(sorted(chosen, key=lambda one: one.half_digit))
    return settled


def stands(one: ReportedFigure) -> tuple[tuple[str, int, int, str, int, str], str]:
    """Where a report stands among all of them."""
    return one.sort_key(), one.document


def _consistent_within_documents(group: list[ReportedFigure], settled: Settled) -> bool:
    """Whether no submission contradicts itself; one that says the same twice is only remarked."""
    consistent = True
    first: dict[str, ReportedFigure] = {}
    told: dict[tuple[str, str], dict[str, str]] = {}
    for one in group:
        earlier = first.setdefault(one.document, one)
        if earlier is one:
            continue
        words = told.get((one.document, one.written))
        if words is None:
            words = {"old": earlier.written, "new": one.written, "place": str(earlier.place)}
            told[one.document, one.written] = words
        same = earlier.value == one.value
        consistent = consistent and same
        settled.diagnostics.append(Diagnostic(Code.SAME_AGAIN if same else Code.REPORTED_TWICE, one, words))
    return consistent


def _chosen(
    group: list[ReportedFigure], latest: Mapping[str, int], unit: Unit, settled: Settled
) -> tuple[ReportedFigure, ...] | None:
    if len({one.value for one in group}) == 1:
        return tuple(group)
    vintages = by_vintage(group, latest)
    last = vintages[-1]
    if len({one.value for one in last}) > 1:
        settled.diagnostics += [_conflict(one, last[0]) for one in last[1:] if one.value != last[0].value]
        return None
    for old, new in pairwise(chain.from_iterable(vintages)):
        if old.value != new.value:
            settled.restated.append((group[0], Restatement(old, new)))
            settled.diagnostics.append(_restated(old, new, unit))
    return tuple(last)


def by_vintage(reports: Iterable[ReportedFigure], latest: Mapping[str, int]) -> tuple[tuple[ReportedFigure, ...], ...]:
    """Reports of one figure by when they were made, oldest first: by their dates if all have one, else by `latest`.

    That is the end of the latest period that each submission holds; of two that end alike the one with a date is the later.
    What cannot be told apart stands together.
    """
    reports = list(reports)
    dated = all(one.submitted for one in reports)

    def vintage(one: ReportedFigure) -> tuple[int, str]:
        return (0 if dated else latest[one.document], one.submitted or "")

    return tuple(tuple(same) for _, same in groupby(sorted(reports, key=vintage), key=vintage))


def latest_ends(reported: Iterable[ReportedFigure]) -> Mapping[str, int]:
    """For each submission the end of the latest period that it holds."""
    latest: dict[str, int] = defaultdict(int)
    for one in reported:
        latest[one.document] = max(latest[one.document], one.period.end)
    return latest


def _conflict(one: ReportedFigure, other: ReportedFigure) -> Diagnostic:
    words = {"old": other.written, "new": one.written, "place": str(other.place), "period": str(one.period)}
    return Diagnostic(Code.SUBMISSIONS_CONFLICT, one, words)


def _restated(old: ReportedFigure, new: ReportedFigure, unit: Unit) -> Diagnostic:
    told = {"old": amount(old.value, unit), "new": amount(new.value, unit)}
    words = {**told, "place": str(old.place), "period": str(new.period)}
    return Diagnostic(Code.RESTATED, new, words)
