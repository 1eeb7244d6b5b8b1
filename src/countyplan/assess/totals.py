"""Sums over areas: what is known, what is lacking, and what the area above them says itself (method, section 5)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import field
from decimal import Decimal
from typing import TypeAlias

from countyplan.assess.assessment import Parts
from countyplan.assess.evidence import is_due, outcomes_of
from countyplan.assess.rule.comparator import ZERO, meets
from countyplan.dataclass import dataclass
from countyplan.diagnostics import Code, Diagnostic, Listed
from countyplan.figures import Derived, Figure, Figures, Origin, Series
from countyplan.figures.derived.parts import parts_of
from countyplan.plan import Plan, Target
from countyplan.quantity import Period, Unit
from countyplan.quantity.told import amount

# The parts that count, the periods of those that are older and do not, and of those that are older and do.
PartsAt: TypeAlias = tuple[
    tuple[tuple[str, Figure], ...], tuple[tuple[str, Period], ...], tuple[tuple[str, Period], ...]
]


@dataclass(frozen=True, slots=True, kw_only=True)
class Sum:
    """The parts of a sum, what they come to (None if no part was reported), and what is odd about them.

    `history` holds the sums of all periods that every part reports. `stale` are parts whose latest figure is of an
    earlier period and was left out; `carried` those whose earlier figure was taken, because that was asked for.
    """

    parts: Parts
    known: Figure | None
    history: Series
    stale: tuple[tuple[str, Period], ...] = ()
    carried: tuple[tuple[str, Period], ...] = ()
    diagnostics: list[Diagnostic] = field(default_factory=list)

    @property
    def own_is_impossible(self) -> bool:
        """Whether the parts bring more than the area above them says that all of them do."""
        return any(one.code is Code.PART_ABOVE_TOTAL for one in self.diagnostics)


def add_up(plan: Plan, figures: Figures, target: Target, *, carry_forward: bool) -> Sum | None:
    """The sum for the latest period since the baseline that the area or any below it reports; None if none reports anything.

    Once the due date has come it is that of the due date; of running totals, which cannot fall, an earlier one that there is.
    """
    every = {area: figures.of(area, target.indicator.id) for area in (target.area, *plan.tree.below(target.area))}
    outcomes = {area: outcomes_of(one, target, plan.baseline, figures.as_of) for area, one in every.items()}
    end = end_of(target, outcomes.values(), due=is_due(target, figures.as_of))
    if end is None:
        return None
    own = outcomes[target.area].at(end)
    areas = parts_of(plan.tree, target.area, lambda area: outcomes[area].at(end))
    series = {area: outcomes[area] for area in areas}
    reported, stale, _ = parts_at(series, end, carry_forward=False)
    unit = plan.unit_of_measure(target.indicator.id)
    odd = reconciled(_added([figure for _, figure in reported]), own, unit, complete=len(reported) == len(series))
    carried: tuple[tuple[str, Period], ...] = ()
    # Where an area tells the sum itself, and it can be right, nothing has to stand in for a part of it.
    if carry_forward and (own is None or odd) and (end < target.due.end or target.indicator.adds_up):
        reported, stale, carried = _carried(target, series, end)
    known = _added([figure for _, figure in reported])
    there = {area for area, _ in reported}
    lacking = tuple(area for area in areas if area not in there)
    parts = Parts(reported, lacking, own)
    odd += _of_those_listed(plan, parts, known, unit)
    return Sum(
        parts=parts,
        known=known,
        history=_history({area: every[area] for area in areas}),
        stale=stale,
        carried=carried,
        diagnostics=odd,
    )


def end_of(target: Target, series: Iterable[Series], *, due: bool) -> int | None:
    """The end of the period that is added up, of whole years only where any compare."""
    outcomes = [figure for one in series for figure in one.figures]
    whole = {figure.period.end for figure in outcomes if not figure.partial}
    if not due:
        return max(whole or {figure.period.end for figure in outcomes}, default=None)
    if target.due.end in whole:
        return target.due.end
    return max(whole, default=None) if target.indicator.adds_up else None


def _carried(target: Target, series: dict[str, Series], end: int) -> PartsAt:
    """The parts with earlier figures where one is lacking; at the due date they are the least that there can be by then."""
    with_earlier = parts_at(series, end, carry_forward=True)
    known = _added([figure for _, figure in with_earlier[0]])
    if end >= target.due.end and known is not None and not meets(target, known.value):
        return parts_at(series, end, carry_forward=False)
    return with_earlier


def _history(series: dict[str, Series]) -> Series:
    ends = {figure.period.end for one in series.values() for figure in one.figures}
    whole = ([one.at(end) for one in series.values()] for end in ends)
    sums = (_added([part for part in parts if part is not None]) for parts in whole if None not in parts)
    return Series.of([figure for figure in sums if figure is not None])


def parts_at(series: dict[str, Series], end: int, *, carry_forward: bool) -> PartsAt:
    """The parts that have a figure at the end of a period, and those that have only an earlier one: left out, or taken."""
    reported: list[tuple[str, Figure]] = []
    stale: list[tuple[str, Period]] = []
    carried: list[tuple[str, Period]] = []
    for area, one in series.items():
        figure = one.at(end)
        earlier = one.latest(end)
        if figure is None and earlier is not None:
            (carried if carry_forward else stale).append((area, earlier.period))
            figure = earlier if carry_forward else None
        if figure is not None:
            reported.append((area, figure))
    return tuple(reported), tuple(stale), tuple(carried)


def _added(parts: list[Figure]) -> Figure | None:
    if not parts:
        return None
    value = half_digit = ZERO
    for part in parts:
        value, half_digit = value + part.value, half_digit + part.half_digit
    sources = tuple(source for part in parts for source in part.sources)
    period = max((part.period for part in parts), key=lambda one: one.end)
    partial, estimate = any(part.partial for part in parts), any(part.estimate for part in parts)
    return Derived(
        value=value,
        half_digit=half_digit,
        period=period,
        sources=sources,
        origin=Origin.PARTS_ADDED,
        partial=partial,
        estimate=estimate,
    )


def _of_those_listed(plan: Plan, parts: Parts, known: Figure | None, unit: Unit) -> list[Diagnostic]:
    """A reported sum that is just what some of the parts add up to: the others may not be in it."""
    own, lacking = parts.own, parts.lacking
    if known is None or own is None or not lacking or len(parts.reported) < 2 or own.value != known.value:
        return []
    words = {
        "total": amount(own.value, unit),
        "lacking": " ".join(plan.area(area).name for area in lacking),
    }
    return [Diagnostic(Code.TOTAL_OF_SOME, own.report, words)]


def reconciled(known: Figure | None, own: Figure | None, unit: Unit, *, complete: bool) -> list[Diagnostic]:
    """What an area tells of itself against the sum of its parts, within what the rounding of both allows."""
    if known is None or own is None:
        return []
    apart: Decimal = known.value - own.value
    allowed = known.half_digit + own.half_digit
    wrong = abs(apart) > allowed if complete else apart > allowed
    if not wrong:
        return []
    words = {
        "sum": amount(known.value, unit),
        "total": amount(own.value, unit),
        "difference": amount(abs(apart), unit),
        "allowed": amount(allowed, unit),
        "parts": Listed.of(str(one.place) for one in known.sources),
    }
    code = Code.TOTAL_DIFFERS if complete else Code.PART_ABOVE_TOTAL
    return [Diagnostic(code, own.report, words)]
