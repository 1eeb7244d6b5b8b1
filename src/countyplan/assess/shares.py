"""The share of areas that have reached something (method, section 5): which of them have, and which are not known to."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

from countyplan.assess.assessment import Parts
from countyplan.assess.evidence import is_due, outcomes_of
from countyplan.assess.rule.comparator import ZERO
from countyplan.assess.totals import Sum, end_of, parts_at, reconciled
from countyplan.figures import Derived, Figure, Figures, Origin, Series
from countyplan.plan import Plan, Target
from countyplan.plan.files.component import ShareOf

_WHOLE = Decimal(100)


def count_share(plan: Plan, figures: Figures, target: Target, share: ShareOf, *, carry_forward: bool) -> Sum | None:
    """The share at the end of the latest period that any of the areas reports, or at the due date; None if none does.

    Areas of which nothing is known are counted as not having reached it, so that the share is the least that it can be.
    """
    every = {area: figures.of(area, share.of) for area in plan.counted_in(target)}
    series = {area: outcomes_of(one, target, plan.baseline, figures.as_of) for area, one in every.items()}
    own_series = outcomes_of(figures.of(target.area, target.indicator.id), target, plan.baseline, figures.as_of)
    due = is_due(target, figures.as_of)
    end = end_of(target, (*series.values(), own_series), due=due)
    if end is None:
        return None
    reported, stale, carried = parts_at(series, end, carry_forward=carry_forward and not due)
    there = {area for area, _ in reported}
    lacking = tuple(area for area in series if area not in there)
    known, own = _share(target, share, [one for _, one in reported], len(series)), own_series.at(end)
    odd = reconciled(known, own, plan.unit_of_measure(target.indicator.id), complete=not lacking)
    return Sum(
        parts=Parts(reported, lacking, own),
        known=known,
        history=_history(target, share, every),
        stale=stale,
        carried=carried,
        diagnostics=odd,
    )


def most_lacking(target: Target, parts: Parts) -> Decimal:
    """What the areas of which nothing is known can add to the share at most, in the target's unit."""
    return _part(target, len(parts.lacking), len(parts.lacking) + len(parts.reported))


def _part(target: Target, some: int, every: int) -> Decimal:
    return _WHOLE / target.unit.factor * some / every


def _share(target: Target, share: ShareOf, figures: list[Figure], every: int) -> Figure | None:
    if not figures:
        return None
    value = _part(target, sum(share.counts(one.value) for one in figures), every)
    sources = tuple(source for one in figures for source in one.sources)
    period = max((one.period for one in figures), key=lambda one: one.end)
    partial, estimate = any(one.partial for one in figures), any(one.estimate for one in figures)
    origin = Origin.PARTS_ADDED
    return Derived(value, ZERO, period, sources, origin, partial=partial, estimate=estimate)


def _history(target: Target, share: ShareOf, series: Mapping[str, Series]) -> Series:
    """The shares of all periods that every area reports."""
    ends = {figure.period.end for one in series.values() for figure in one.figures}
    told = ([figure for one in series.values() if (figure := one.at(end)) is not None] for end in ends)
    shares = (_share(target, share, figures, len(series)) for figures in told if len(figures) == len(series))
    return Series.of([one for one in shares if one is not None])
