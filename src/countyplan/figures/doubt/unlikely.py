"""Slips of the pen that leave a number readable and wrong: found by what the plan's goals make likely, never corrected."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal

from countyplan.dataclass import dataclass
from countyplan.diagnostics import Code, Diagnostic, Listed, Term
from countyplan.figures.figure import Figure, Series
from countyplan.language import Language
from countyplan.plan import Component, Indicator, Pacing, Plan, Target
from countyplan.quantity import Period, Unit, round_half_even
from countyplan.quantity.told import amount
from countyplan.submission.reported import Origin

# Ours: a figure a thousand times its goal, or a thousandth of what is due, is taken for one in the wrong unit of money; ten
# times, or of a level a tenth in the plan's own time, is told without a guess. Of things that are counted less than a
# hundred are no slip, whatever the goal: an area may well have twenty where one was asked for. One area may bring little
# of what all bring together, but hardly a ten-thousandth.
_FAR = Decimal(1000)
_OFF_SCALE = Decimal(10)
_MANY = Decimal(100)
_TEN_THOUSAND = Decimal(10_000)
_HUNDRED = Decimal(100)
_SHOWN = 4
_YEAR = 12


@dataclass(frozen=True, slots=True)
class _Scale:
    """What a figure is seen against: its goal, what was due of it by then, and the most that is too little to be true.

    `due` is the goal itself except for what adds up, which begins at zero and has the plan's time to come there.
    """

    indicator: Indicator
    unit: Unit
    goal: Decimal
    due: Decimal
    too_little: Decimal


def slips(series: Series, indicator: Indicator, area: str, plan: Plan) -> Iterator[Diagnostic]:
    """Figures in the wrong unit, shares as fractions of one, and quotients the wrong way up, with what was likely meant.

    An area without a goal of its own is a part of a sum, and cannot be far beyond that one's goal either. Where years
    are added each year's amount is seen against what is due in a year.
    """
    bound, told = plan.bound_at(indicator.id, area), False
    if bound is None:
        return
    part, may_add = bound != area, indicator.adds_up
    later = [(one, *_usual(one)) for one in plan.targets_of(indicator.id)[bound]]
    for figure in series.figures:
        while len(later) > 1 and later[0][0].due.end < figure.period.end:
            later.pop(0)
        target, low, high = later[0]
        added = may_add and figure.origin is Origin.YEARS_ADDED
        if target.goal <= 0 or (low < figure.value and (high is None or figure.value < high) and not added):
            continue
        since = figure.period.end - plan.baseline.end
        found = _slip(figure.of_its_period, _scale(target, plan, _YEAR if added else since, part=part), plan)
        if found is None and not told and added:
            found = _slip(figure, _scale(target, plan, since, part=part), plan)
        if found is not None:
            told = True  # and the totals that it goes on into need not be
            yield found


def _usual(target: Target) -> tuple[Decimal, Decimal | None]:
    """Between what limits, exclusive, a figure is no slip whenever it was reported; None is no limit.

    They lie within those of `_meant` and `_off_scale`, so that most figures need not be looked at more closely.
    """
    unit, goal = target.unit, target.goal
    least = [goal / _FAR if target.indicator.adds_up else goal / _OFF_SCALE]
    if unit.dimension in {"share", "quotient"}:
        least.append(Decimal(1))
    most = max(goal, _MANY) if unit.counted else goal
    return max(least), most if unit.sort.adds_up else None


def _scale(target: Target, plan: Plan, months: int, *, part: bool) -> _Scale:
    """`months` is how long the figure had to come about."""
    indicator, goal = target.indicator, target.goal
    unit = plan.unit_of_measure(indicator.id)
    if not indicator.adds_up:
        level = indicator.kind.manner.compounds and not part
        return _Scale(indicator, unit, goal, goal, goal / _FAR if level else Decimal(0))
    whole = target.due.end - plan.baseline.end
    due = goal * min(months, whole) / whole
    return _Scale(indicator, unit, goal, due, due / (_TEN_THOUSAND if part else _FAR))


def _slip(figure: Figure, scale: _Scale, plan: Plan) -> Diagnostic | None:
    meant = _meant(figure.value, scale)
    if meant is not None:
        return _likely(figure, *meant, scale.unit)
    if scale.unit.sort.adds_up and _off_scale(figure, scale, plan):
        words = {
            "value": amount(figure.value, scale.unit),
            "what": Term("off_scale.due") if scale.indicator.adds_up else Term("off_scale.goal"),
            "goal": amount(_short(scale.due), scale.unit),
            "unit": scale.indicator.unit,
        }
        return Diagnostic(Code.OFF_SCALE, figure.report, words)
    return None


def _meant(value: Decimal, scale: _Scale) -> tuple[Code, Decimal] | None:
    manner = scale.indicator.kind.manner
    # A change may well be a fraction of one.
    if value <= 0 or manner.has_base or manner.pacing is Pacing.KEPT:
        return None
    dimension = scale.unit.dimension
    if dimension == "share" and value <= 1 < scale.goal:
        return Code.FRACTION_FOR_PERCENT, value * _HUNDRED
    if dimension == "quotient" and value < 1 < scale.goal:
        return Code.UPSIDE_DOWN, Decimal(1) / value
    if dimension == "money" and value >= scale.goal * _FAR:
        return Code.UNIT_SLIP, value / _TEN_THOUSAND
    if dimension == "money" and value <= scale.too_little:
        return Code.UNIT_SLIP, value * _TEN_THOUSAND
    return None


def _off_scale(figure: Figure, scale: _Scale, plan: Plan) -> bool:
    counted = scale.unit.counted
    if figure.value >= max(scale.goal, scale.due * _OFF_SCALE, _MANY if counted else Decimal(0)):
        return True
    if figure.value <= 0:
        return False
    if scale.indicator.adds_up:
        return figure.value <= scale.too_little and not counted
    lately = figure.period.end >= plan.baseline.end and not figure.partial
    return scale.too_little > 0 and lately and figure.value * _OFF_SCALE <= scale.goal


def odd_neighbours(plan: Plan, series: Mapping[tuple[str, str], Series]) -> Iterator[Diagnostic]:
    """Figures a thousand times as large as those of every other area for the same period, or a thousandth of them."""
    for name, measured in plan.measured.items():
        unit = plan.unit_of_measure(name)
        if not unit.sort.adds_up:
            continue
        by_period: dict[Period, list[Figure]] = defaultdict(list)
        for area in plan.tree.leaves:
            if (area, name) in series:
                for one in series[area, name].figures:
                    if one.value > 0:
                        by_period[one.period].append(one)
        for figures in by_period.values():
            yield from _apart(figures, measured, unit)


def _apart(figures: list[Figure], measured: Component, unit: Unit) -> Iterator[Diagnostic]:
    """Those of one period, all above zero, that lie apart from all others."""
    if len(figures) < 2:
        return
    values = sorted(one.value for one in figures)
    most, least = values[-2] * _FAR, values[1] / _FAR
    if least < values[0] and values[-1] < most:
        return
    for figure in figures:
        if least < figure.value < most:
            continue
        others = list(values)
        others.remove(figure.value)
        if figure.value >= others[-1] * _FAR or figure.value * _FAR <= others[0]:
            source = figure.report
            words = {
                "value": amount(figure.value, unit),
                "others": _told(others, unit),
                "unit": measured.unit,
            }
            yield Diagnostic(Code.APART_FROM_NEIGHBOURS, source, words)


def _told(values: Sequence[Decimal], unit: Unit) -> Listed:
    told = [amount(one, unit) for one in values]
    if len(told) <= _SHOWN:
        return Listed.of(told)
    return Listed(*(f"{told[0].told(one)}–{told[-1].told(one)}" for one in (Language.ZH, Language.EN)))


def _likely(figure: Figure, code: Code, meant: Decimal, unit: Unit) -> Diagnostic:
    source = figure.report
    words = {"value": amount(figure.value, unit), "meant": amount(_short(meant), unit)}
    return Diagnostic(code, source, words)


def _short(value: Decimal) -> Decimal:
    return (value if len(value.as_tuple().digits) <= _SHOWN else round_half_even(value, _SHOWN)).normalize()
