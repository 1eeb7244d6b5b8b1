"""Slips of the pen that leave a number readable and wrong: found by what the plan's goals make likely, never corrected."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from decimal import Decimal

from countyplan.diagnostics import Code, Diagnostic
from countyplan.figures.figure import Figure, Series
from countyplan.plan import TOTAL, Component, Indicator, Plan
from countyplan.quantity import Period, Unit, plain_digits, round_half_even

# Ours: a figure a thousand times its goal, or a level a thousandth of it, is taken for one in the wrong unit of money; ten
# times the goal, or of a level a tenth of it in the plan's own time, is told without a guess. Of things that are counted
# less than a hundred are no slip, whatever the goal: a county may well have twenty where one was asked for.
_FAR = Decimal(1000)
_OFF_SCALE = Decimal(10)
_MANY = Decimal(100)
_TEN_THOUSAND = Decimal(10_000)
_HUNDRED = Decimal(100)
_SHOWN = 4


def slips(series: Series, indicator: Indicator, area: str, plan: Plan) -> Iterator[Diagnostic]:
    """Figures in the wrong unit, shares as fractions of one, and quotients the wrong way up, with what was likely meant.

    A county without a goal of its own is a part of the total, and cannot be far beyond the total's goal either.
    """
    part, told = area not in plan.targets_of(indicator.id), False
    for figure in series.figures:
        target = plan.target_at(indicator.id, TOTAL if part else area, figure.period)
        if target is None or target.goal <= 0:
            continue
        found = _slip(figure.of_its_period, target.goal, indicator, plan, part=part)
        if found is None and not told:
            found = _slip(figure, target.goal, indicator, plan, part=part)
        if found is not None:
            told = True  # and the totals that it goes on into need not be
            yield found


def _slip(figure: Figure, goal: Decimal, indicator: Indicator, plan: Plan, *, part: bool) -> Diagnostic | None:
    unit = plan.unit_of_measure(indicator.id)
    meant = _meant(figure.value, goal, indicator, unit, part=part)
    if meant is not None:
        return _likely(figure, *meant)
    if unit.sort.adds_up and _off_scale(figure, goal, indicator, plan, part=part):
        words = {"value": plain_digits(figure.value), "goal": plain_digits(goal), "unit": indicator.unit}
        return Diagnostic(Code.OFF_SCALE, figure.report.place, words, figure.report.subject)
    return None


def _meant(
    value: Decimal, goal: Decimal, indicator: Indicator, unit: Unit, *, part: bool
) -> tuple[Code, Decimal] | None:
    if value <= 0:
        return None
    dimension = unit.dimension
    if dimension == "share" and value <= 1 < goal:
        return Code.FRACTION_FOR_PERCENT, value * _HUNDRED
    if dimension == "quotient" and value < 1 < goal:
        return Code.UPSIDE_DOWN, Decimal(1) / value
    if dimension == "money" and value >= goal * _FAR:
        return Code.UNIT_SLIP, value / _TEN_THOUSAND
    if dimension == "money" and indicator.kind.manner.compounds and not part and value * _FAR <= goal:
        return Code.UNIT_SLIP, value * _TEN_THOUSAND
    return None


def _off_scale(figure: Figure, goal: Decimal, indicator: Indicator, plan: Plan, *, part: bool) -> bool:
    least = _MANY if plan.unit_of_measure(indicator.id).counted else Decimal(0)
    if figure.value >= max(goal * _OFF_SCALE, least):
        return True
    lately = figure.period.end >= plan.baseline.end and not figure.partial
    return indicator.kind.manner.compounds and not part and lately and 0 < figure.value * _OFF_SCALE <= goal


def odd_neighbours(plan: Plan, series: Mapping[tuple[str, str], Series]) -> Iterator[Diagnostic]:
    """Figures a thousand times as large as those of every other county for the same period, or a thousandth of them."""
    for name, measured in plan.measured.items():
        if not plan.unit_of_measure(name).sort.adds_up:
            continue
        figures = [one for area in plan.area_ids if (area, name) in series for one in series[area, name].figures]
        by_period: dict[Period, list[Decimal]] = defaultdict(list)
        for one in figures:
            if one.value > 0:
                by_period[one.period].append(one.value)
        for values in by_period.values():
            values.sort()
        yield from (found for one in figures if one.value > 0 for found in _apart(one, by_period[one.period], measured))


def _apart(figure: Figure, values: list[Decimal], measured: Component) -> Iterator[Diagnostic]:
    """`values` are those of the period, the figure's own among them, the smallest first."""
    if len(values) < 2:
        return
    if figure.value < values[-2] * _FAR and figure.value * _FAR > values[1]:
        return
    others = list(values)
    others.remove(figure.value)
    if figure.value >= others[-1] * _FAR or figure.value * _FAR <= others[0]:
        told = [plain_digits(one) for one in others]
        source = figure.report
        words = {
            "value": plain_digits(figure.value),
            "others": ", ".join(told) if len(told) <= _SHOWN else f"{told[0]}–{told[-1]}",
            "unit": measured.unit,
        }
        yield Diagnostic(Code.APART_FROM_NEIGHBOURS, source.place, words, source.subject)


def _likely(figure: Figure, code: Code, meant: Decimal) -> Diagnostic:
    source = figure.report
    shown = meant if len(meant.as_tuple().digits) <= _SHOWN else round_half_even(meant, _SHOWN)
    words = {"value": plain_digits(figure.value), "meant": plain_digits(shown.normalize())}
    return Diagnostic(code, source.place, words, source.subject)
