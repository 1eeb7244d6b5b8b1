"""A totals row against the counties above it, where the plan itself sets no goal for the total."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal

from countyplan.diagnostics import Code, Diagnostic
from countyplan.figures.figure import Figure, Series
from countyplan.plan import TOTAL, Plan
from countyplan.quantity import plain_digits

_NOTHING = Series()


def odd_sums(plan: Plan, series: Mapping[tuple[str, str], Series]) -> Iterator[Diagnostic]:
    """Totals that their counties do not add up to, further apart than rounding explains.

    A total that binds is reconciled where it is judged; one that lacks a county has nothing to be checked against.
    """
    for indicator in plan.indicators:
        additive = plan.unit_of_measure(indicator.id).sort.adds_up
        if plan.target(indicator.id, TOTAL) is not None or not additive:
            continue
        for total in series.get((TOTAL, indicator.id), _NOTHING).figures:
            parts = [series.get((area, indicator.id), _NOTHING).at(total.period.end) for area in plan.area_ids]
            known = [part for part in parts if part is not None]
            if len(known) == len(parts):
                yield from _difference(total, known)


def _difference(total: Figure, parts: list[Figure]) -> Iterator[Diagnostic]:
    added, allowed = Decimal(0), total.half_digit
    for part in parts:
        added, allowed = added + part.value, allowed + part.half_digit
    apart = abs(added - total.value)
    if apart > allowed:
        source = total.report
        words = {
            "sum": plain_digits(added),
            "total": plain_digits(total.value),
            "difference": plain_digits(apart),
            "allowed": plain_digits(allowed),
        }
        yield Diagnostic(Code.SUM_DIFFERS, source.place, words, source.subject)
