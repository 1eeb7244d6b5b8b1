"""The areas of a plan as a tree: what each is made up of, and what it is a part of."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property

from countyplan.dataclass import dataclass
from countyplan.plan.files.area import Area
from countyplan.plan.files.values import TOTAL


@dataclass(frozen=True)
class Level:
    """Areas that stand alike in the tree, in the plan's order: those of the `name` that the plan has for it.

    Without a name they are as far down as each other, `depth` from 0.
    """

    name: str | None
    depth: int
    areas: tuple[str, ...]


@dataclass(frozen=True)
class AreaTree:
    """Areas by their ids, each below its parent; `has_total` is whether all of them together have a name of their own.

    What has areas below it, and the total, is a sum: its value is what those below bring. Parents have to exist and form no
    circle. No depth is too deep, and every question takes at most one walk over what it is about.
    """

    areas: tuple[Area, ...]
    has_total: bool

    @cached_property
    def _parents(self) -> Mapping[str, str]:
        under_all = {area.id: TOTAL for area in self.areas} if self.has_total else {}
        return under_all | {area.id: area.parent for area in self.areas if area.parent is not None}

    @cached_property
    def roots(self) -> tuple[str, ...]:
        """The areas that are part of no other one, in the plan's order."""
        return tuple(area.id for area in self.areas if area.parent is None)

    @cached_property
    def _children(self) -> Mapping[str, tuple[str, ...]]:
        children: dict[str, list[str]] = defaultdict(list)
        for area in self.areas:
            if (parent := self._parents.get(area.id)) is not None:
                children[parent].append(area.id)
        return {parent: tuple(own) for parent, own in children.items()}

    def parts(self, area: str) -> tuple[str, ...]:
        """What an area is directly made up of, in the plan's order; nothing of one that is no sum."""
        return self._children.get(area, ())

    def is_sum(self, area: str) -> bool:
        """Whether an area is made up of others, or is the total."""
        return area in self._children

    @cached_property
    def leaves(self) -> tuple[str, ...]:
        """The areas that are made up of no other ones, in the plan's order."""
        return tuple(area.id for area in self.areas if area.id not in self._children)

    @cached_property
    def levels(self) -> tuple[Level, ...]:
        """The levels from the top down, the total as the first; nothing where all areas stand alike."""
        if len({area.level for area in self.areas}) == 1 and not any(area.parent for area in self.areas):
            return ()
        alike: dict[tuple[str | None, int], list[str]] = defaultdict(list)
        for area in self.areas:
            alike[area.level, self._depths[area.id] if area.level is None else 0].append(area.id)
        depths = {key: min(self._depths[area] for area in areas) for key, areas in alike.items()}
        below = [Level(key[0], depths[key], tuple(alike[key])) for key in sorted(alike, key=lambda key: depths[key])]
        return (*([Level(None, 0, (TOTAL,))] if self.has_total else []), *below)

    @cached_property
    def _depths(self) -> Mapping[str, int]:
        depths: dict[str, int] = {}
        for area in self._down(self.roots):
            depths[area] = depths.get(self._parents.get(area, ""), 0) + 1
        return depths

    @cached_property
    def order(self) -> tuple[str, ...]:
        """Every area: those that are no sums, then the sums from the deepest up, and the total as the last."""
        depths = self._depths
        inner = [area.id for area in self.areas if area.id in self._children]
        inner.sort(key=lambda area: -depths[area])
        return (*self.leaves, *inner, *((TOTAL,) if self.has_total else ()))

    @property
    def top(self) -> str | None:
        """What all areas are together: the total, or else the one area that every other is a part of; None if nothing is."""
        if self.has_total:
            return TOTAL
        return self.roots[0] if len(self.roots) == 1 and self.is_sum(self.roots[0]) else None

    def below(self, area: str) -> tuple[str, ...]:
        """Every area that an area is made up of, however far down, each before its own parts."""
        return tuple(self._down(self.parts(area)))

    def of_level(self, area: str, level: str | None) -> tuple[str, ...]:
        """The areas below one that are of a level; without a level those that are not made up of others."""
        below = self.below(area)
        if level is None:
            return tuple(one for one in below if not self.is_sum(one))
        return tuple(one for one in below if self._levels[one] == level)

    @cached_property
    def _levels(self) -> Mapping[str, str | None]:
        return {area.id: area.level for area in self.areas}

    def above(self, area: str) -> tuple[str, ...]:
        """The sums that an area is a part of, the nearest first."""
        return tuple(self._up(area))

    def with_above(self, areas: Iterable[str]) -> frozenset[str]:
        """The areas, with every sum that one of them is a part of."""
        found: set[str] = set()
        for area in areas:
            one: str | None = area
            while one is not None and one not in found:
                found.add(one)
                one = self._parents.get(one)
        return frozenset(found)

    def _up(self, area: str) -> Iterator[str]:
        while (parent := self._parents.get(area)) is not None:
            yield parent
            area = parent

    def _down(self, areas: Iterable[str]) -> Iterator[str]:
        left = [*reversed([*areas])]
        while left:
            area = left.pop()
            yield area
            left.extend(reversed(self.parts(area)))
