"""Which areas' figures make up a sum (method, section 5)."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

from countyplan.figures.figure import Figure
from countyplan.plan.tree import AreaTree


def parts_of(tree: AreaTree, area: str, told: Callable[[str], Figure | None]) -> tuple[str, ...]:
    """The areas that make up a sum: those that are no sums themselves, whether or not something was `told` of them.

    An area in between stands for all below it where it tells a figure and not all of them do; unless they bring more
    than it tells.
    """
    below = tree.below(area)
    inner = [one for one in below if tree.is_sum(one)]
    if not inner:
        return below
    figures = {one: told(one) for one in below}
    standing: set[str] = set()
    known: dict[str, tuple[Decimal, bool]] = {}
    for one in reversed(below):
        if not tree.is_sum(one):
            figure = figures[one]
            known[one] = (Decimal(0) if figure is None else figure.value - figure.half_digit, figure is not None)
            continue
        least = sum((known[part][0] for part in tree.parts(one)), start=Decimal(0))
        whole = all(known[part][1] for part in tree.parts(one))
        own = figures[one]
        if not whole and own is not None and own.value + own.half_digit >= least:
            standing.add(one)
            known[one] = (own.value - own.half_digit, True)
        else:
            known[one] = (least, whole)
    return _outermost(tree, area, standing)


def _outermost(tree: AreaTree, area: str, standing: set[str]) -> tuple[str, ...]:
    """The areas that stand for themselves, without those that lie below one of `standing`."""
    found: list[str] = []
    left = [*reversed(tree.parts(area))]
    while left:
        one = left.pop()
        if one in standing or not tree.is_sum(one):
            found.append(one)
        else:
            left.extend(reversed(tree.parts(one)))
    return tuple(found)
