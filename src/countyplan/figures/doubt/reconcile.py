"""What an area tells of itself against what those that it is made up of add up to, where the plan sets it no goal."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal
from functools import partial

from countyplan.diagnostics import Code, Diagnostic
from countyplan.figures.derived.parts import parts_of
from countyplan.figures.figure import Figure, Series
from countyplan.plan import Plan
from countyplan.quantity import Unit
from countyplan.quantity.told import amount

_NOTHING = Series()


def odd_sums(plan: Plan, series: Mapping[tuple[str, str], Series]) -> Iterator[Diagnostic]:
    """Sums that their parts do not add up to, further apart than rounding explains.

    A sum that binds is reconciled where it is judged; one that lacks a part has nothing to be checked against.
    """
    sums = [area for area in reversed(plan.tree.order) if plan.tree.is_sum(area)]
    for indicator in plan.indicators:
        if plan.unit_of_measure(indicator.id).sort.adds_up:
            bound = plan.targets_of(indicator.id)
            for area in sums:
                if area not in bound:
                    yield from _odd_sum(plan, area, indicator.id, series)


def _odd_sum(plan: Plan, area: str, indicator: str, series: Mapping[tuple[str, str], Series]) -> Iterator[Diagnostic]:
    for total in series.get((area, indicator), _NOTHING).figures:
        told = partial(_at, series, indicator, total.period.end)
        parts = [told(one) for one in parts_of(plan.tree, area, told)]
        known = [part for part in parts if part is not None]
        if len(known) == len(parts):
            yield from _difference(total, known, plan.unit_of_measure(indicator))


def _at(series: Mapping[tuple[str, str], Series], indicator: str, end: int, area: str) -> Figure | None:
    return series.get((area, indicator), _NOTHING).at(end)


def _difference(total: Figure, parts: list[Figure], unit: Unit) -> Iterator[Diagnostic]:
    added, allowed = Decimal(0), total.half_digit
    for part in parts:
        added, allowed = added + part.value, allowed + part.half_digit
    apart = abs(added - total.value)
    if apart > allowed:
        words = {
            "sum": amount(added, unit),
            "total": amount(total.value, unit),
            "difference": amount(apart, unit),
            "allowed": amount(allowed, unit),
        }
        yield Diagnostic(Code.SUM_DIFFERS, total.report, words)
