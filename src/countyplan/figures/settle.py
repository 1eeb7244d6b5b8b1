"""One value for each indicator, area, basis and period, where submissions report it more than once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from itertools import pairwise

from countyplan.diagnostics import Code, Diagnostic
from countyplan.figures.figure import Restatement
from countyplan.quantity import plain_digits
from countyplan.submission import Basis, ReportedFigure

Key = tuple[str, str, Basis | None, int, bool]


@dataclass(slots=True)
class Settled:
    """For each key the reports that agree, the one that counts first; and what had to be decided or refused."""

    figures: dict[Key, tuple[ReportedFigure, ...]] = field(default_factory=dict)
    restatements: list[Restatement] = field(default_factory=list)
    diagnostics: list[Diagnostic] = field(default_factory=list)


def settle(reported: Iterable[ReportedFigure]) -> Settled:
    """Which report counts: all if they agree, else that of the latest submission; none where that cannot be told."""
    ordered = sorted(reported, key=lambda one: (one.place.sort_key(), one.document))
    groups: dict[Key, list[ReportedFigure]] = defaultdict(list)
    latest: dict[str, int] = defaultdict(int)
    for one in ordered:
        groups[(one.area, one.indicator, one.basis, one.period.end, one.partial)].append(one)
        latest[one.document] = max(latest[one.document], one.period.end)
    settled = Settled()
    for key, group in groups.items():
        if _consistent_within_documents(group, settled):
            chosen = _chosen(group, latest, settled)
            if chosen:
                # Of reports that agree the least rounded counts, whatever its file is called.
                settled.figures[key] = tuple(sorted(chosen, key=lambda one: one.half_digit))
    return settled


def _consistent_within_documents(group: list[ReportedFigure], settled: Settled) -> bool:
    """Whether no submission contradicts itself; one that says the same twice is only remarked."""
    consistent = True
    first: dict[str, ReportedFigure] = {}
    for one in group:
        earlier = first.setdefault(one.document, one)
        if earlier is one:
            continue
        same = earlier.value == one.value
        consistent = consistent and same
        code = Code.SAME_AGAIN if same else Code.REPORTED_TWICE
        words = {"old": earlier.written, "new": one.written, "line": str(earlier.place.line)}
        settled.diagnostics.append(Diagnostic(code, one.place, words, one.subject))
    return consistent


def _chosen(
    group: list[ReportedFigure], latest: Mapping[str, int], settled: Settled
) -> tuple[ReportedFigure, ...] | None:
    if len({one.value for one in group}) == 1:
        return tuple(group)
    by_date = all(one.submitted for one in group)

    def vintage(one: ReportedFigure) -> tuple[str, int]:
        return (one.submitted or "", 0) if by_date else ("", latest[one.document])

    group = sorted(group, key=vintage)
    last = [one for one in group if vintage(one) == vintage(group[-1])]
    if len({one.value for one in last}) > 1:
        settled.diagnostics += [_conflict(one, last[0]) for one in last[1:] if one.value != last[0].value]
        return None
    for old, new in pairwise(group):
        if old.value != new.value:
            settled.restatements.append(Restatement(old, new))
            settled.diagnostics.append(_restated(old, new))
    return tuple(last)


def _conflict(one: ReportedFigure, other: ReportedFigure) -> Diagnostic:
    words = {"old": other.written, "new": one.written, "place": str(other.place), "period": str(one.period)}
    return Diagnostic(Code.SUBMISSIONS_CONFLICT, one.place, words, one.subject)


def _restated(old: ReportedFigure, new: ReportedFigure) -> Diagnostic:
    words = {
        "old": plain_digits(old.value),
        "new": plain_digits(new.value),
        "place": str(old.place),
        "period": str(new.period),
    }
    return Diagnostic(Code.RESTATED, new.place, words, new.subject)
