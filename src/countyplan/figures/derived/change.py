"""Indicators that are the change of a reported figure: from year to year, or since a base year."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from decimal import Decimal

from countyplan.dataclass import dataclass
from countyplan.diagnostics import Code, Diagnostic
from countyplan.figures.figure import Derived, Figure, Series
from countyplan.plan import Kind
from countyplan.quantity import Period, Unit, round_half_even
from countyplan.quantity.exact import decimal_places
from countyplan.quantity.told import amount
from countyplan.submission.reported import Origin

_WHOLE = Decimal(100)
_YEAR = 12
_SHOWN = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """What is to be worked out: the kind of change, its unit and that of the level, and the base year with its value.

    `base_value` is what the plan says of the base year, in the level's unit; None where it is to be reported.
    """

    kind: Kind
    unit: Unit
    level_unit: Unit
    base: Period
    base_value: Decimal | None = None


def with_changes(reported: Series, levels: Series, change: Change) -> tuple[Series, list[Diagnostic]]:
    """The indicator's series, with the change for every period whose level is reported beside the one it is set against.

    Where the indicator is reported as well, the change of the level counts, being the less rounded of the two; if they do
    not agree within their rounding neither is used.
    """
    figures = {figure.period.end: figure for figure in reported.whole}
    found: list[Diagnostic] = []
    for level, before in _pairs(levels, change):
        worked_out = _change(level, before, change)
        end = level.period.end
        stated = figures.get(end)
        figures[end] = worked_out
        if stated is not None and abs(stated.value - worked_out.value) > stated.half_digit + worked_out.half_digit:
            del figures[end]
            found.append(_disagreement(stated, worked_out, (level, before), change))
    parts = [figure for figure in reported.figures if figure.partial and figure.period.end not in figures]
    return Series.of([*parts, *figures.values()]), found


def _pairs(levels: Series, change: Change) -> Iterator[tuple[Figure, Figure]]:
    """Each level with the one that it is set against, as far as both are known and above zero."""
    base = levels.at(change.base.end)
    if base is None and change.base_value is not None:
        base = Derived(change.base_value, Decimal(0), change.base, (), Origin.BASE_YEAR)
    for level in levels.whole:
        before = base if change.kind.manner.since_base else levels.at(level.period.end - _YEAR)
        if before is None or before.partial or before.value <= before.half_digit:
            continue
        if level.period.end > before.period.end:
            yield level, before


def _change(level: Figure, before: Figure, change: Change) -> Derived:
    change_of = _by_kind(change)
    value = change_of(level.value, before.value)
    ends = [
        change_of(level.value + one * level.half_digit, before.value + other * before.half_digit)
        for one in (-1, 1)
        for other in (-1, 1)
    ]
    half_digit = max(abs(end - value) for end in ends)
    estimate = level.estimate or before.estimate
    sources = (*before.sources, *level.sources)
    return Derived(value, half_digit, level.period, sources, Origin.CHANGE, estimate=estimate)


def _by_kind(change: Change) -> Callable[[Decimal, Decimal], Decimal]:
    """How a change follows from a level and the one before; ValueError of what is no change."""
    if not change.kind.manner.has_base:
        raise ValueError(change.kind)
    percent = _WHOLE / change.unit.factor

    def grown(level: Decimal, before: Decimal) -> Decimal:
        return (level - before) * percent / before

    def fallen(level: Decimal, before: Decimal) -> Decimal:
        if change.unit.dimension == change.level_unit.dimension:
            return change.level_unit.convert(before - level, change.unit)
        return (before - level) * percent / before

    return fallen if change.kind.manner.shrinks else grown


def _disagreement(stated: Figure, worked_out: Figure, pair: tuple[Figure, Figure], change: Change) -> Diagnostic:
    first, (level, before) = stated.sources[0], pair
    places = max(_SHOWN, decimal_places(stated.value) + 1)
    words = {
        "stated": amount(stated.value, change.unit),
        "change": amount(round_half_even(worked_out.value, places), change.unit),
        "level": amount(level.value, change.level_unit),
        "before": amount(before.value, change.level_unit),
        "period": str(stated.period),
        "base": str(before.period),
    }
    return Diagnostic(Code.CHANGE_DISAGREES, first, words)
