"""What the plan demands of whom: its targets, and the figures that they rest on."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cached_property
from itertools import chain

from countyplan.dataclass import dataclass
from countyplan.plan.files.goal import Goal
from countyplan.plan.files.indicator import Indicator
from countyplan.plan.kind import Told
from countyplan.plan.whole.contents import Contents
from countyplan.plan.whole.target import Target
from countyplan.quantity import Period


@dataclass(frozen=True, eq=False)
class Demands(Contents):
    """The targets, by indicator, area and year."""

    @cached_property
    def targets(self) -> tuple[Target, ...]:
        """Every indicator for every area that it binds: by indicator, then by area as the tree orders them.

        Of several goals of an indicator for an area the one that is due first comes first; of those for one year only that
        is among them which is in force on the day `on`, by default the last that was set.
        """
        order = {area: at for at, area in enumerate(self.tree.order)}
        of_each = (
            sorted(
                self._targets(indicator),
                key=lambda target: (order[target.area], target.indicator.due),
            )
            for indicator in self.indicators
        )
        return tuple(chain.from_iterable(of_each))

    def _targets(self, indicator: Indicator) -> Iterator[Target]:
        in_force: dict[tuple[str, int], Goal] = {}
        for goal in sorted(indicator.goals, key=lambda goal: goal.in_force or ""):
            if goal.in_force is None or self.on is None or goal.in_force <= self.on:
                in_force.update(((area, goal.due or indicator.due), goal) for area in goal.areas)
        own = {id(goal): indicator.as_in(goal) for goal in indicator.goals}
        unit = self.unit_of_measure(indicator.id)
        for (area, _), goal in in_force.items():
            low, high = goal.goal if isinstance(goal.goal, tuple) else (goal.goal, None)
            dated = goal.due is not None
            yield Target(
                indicator=own[id(goal)],
                unit=unit,
                area=area,
                goal=low,
                high=high,
                wording=goal.wording,
                dated=dated,
                against=None,
                in_force=goal.in_force,
                set_by=goal.set_by,
            )

    @cached_property
    def _targets_by_indicator(self) -> Mapping[str, Mapping[str, tuple[Target, ...]]]:
        """For each indicator what binds each area."""
        by_indicator: dict[str, dict[str, tuple[Target, ...]]] = {one.id: {} for one in self.indicators}
        for target in self.targets:
            bound = by_indicator[target.indicator.id]
            bound[target.area] = (*bound.get(target.area, ()), target)
        return by_indicator

    def targets_of(self, indicator_id: str) -> Mapping[str, tuple[Target, ...]]:
        """What an indicator demands of each area that it binds, in the plan's order; nothing of a component.

        Of several goals for an area the one that is due first comes first.
        """
        return self._targets_by_indicator.get(indicator_id, {})

    def target(self, indicator_id: str, area: str, due: int | None = None) -> Target | None:
        """What an indicator demands of an area by a year, by default by the first; None where it does not bind it."""
        bound = self.targets_of(indicator_id).get(area, ())
        return next((one for one in bound if due is None or one.indicator.due == due), None)

    def target_at(self, indicator_id: str, area: str, period: Period) -> Target | None:
        """What an indicator demands of an area next: by the first year that `period` is not past, else by the last."""
        bound = self.targets_of(indicator_id).get(area, ())
        return next((one for one in bound if period.end <= one.due.end), bound[-1] if bound else None)

    def other_of(self, target: Target) -> tuple[str, str] | None:
        """The area and the figure that a goal is relative to; None of a goal that is not."""
        relative = target.indicator.relative_to
        return None if relative is None else (relative.area or target.area, relative.indicator)

    def whole_years_only(self, indicator_id: str) -> bool:
        """Whether it accrues over a year, or is a quotient of what does: a part of a year compares with nothing."""
        measured = self.measured[indicator_id]
        if not isinstance(measured, Indicator):
            return measured.whole_year
        if measured.share is not None and self.whole_years_only(measured.share.of):
            return True
        yearly = measured.kind.manner.told is Told.YEARLY_CHANGE
        return yearly or measured.whole_year or any(self.measured[part].whole_year for part in measured.parts)

    def binds(self, indicator_id: str, area: str) -> bool:
        """Whether a figure of `area` can matter: to a target, its own or another, or as a part of a total or a component."""
        if area in self.targets_of(indicator_id):
            return True
        if (area, indicator_id) in self._compared_with or (area, indicator_id) in self.counted_figures:
            return True
        if not self.targets_of(indicator_id):
            return not self.tree.is_sum(area) or (area, indicator_id) in self._components_of_sums
        return self.bound_at(indicator_id, area) is not None

    def bound_at(self, indicator_id: str, area: str) -> str | None:
        """Where an indicator binds an area: in the area itself, or else in the nearest sum that the area is a part of.

        Of a share of areas only the area itself: what the others bring is another figure.
        """
        bound = self.targets_of(indicator_id)
        if indicator_id in self._shares:
            return area if area in bound else None
        return next((one for one in (area, *self.tree.above(area)) if one in bound), None) if bound else None

    def sums_up(self, target: Target) -> bool:
        """Whether what a target demands of an area is demanded of what those below it bring together."""
        return self.tree.is_sum(target.area) and target.unit.sort.adds_up

    def of_several(self, target: Target) -> bool:
        """Whether a target is judged by what several areas bring together."""
        return target.indicator.share is not None or self.sums_up(target)

    @cached_property
    def _shares(self) -> frozenset[str]:
        return frozenset(one.id for one in self.indicators if one.share is not None)

    def counted_in(self, target: Target) -> tuple[str, ...]:
        """The areas that a target demands a share of; none where it demands something else."""
        share = target.indicator.share
        return () if share is None else self.tree.of_level(target.area, share.level)

    @cached_property
    def counted_figures(self) -> frozenset[tuple[str, str]]:
        """The figures, by area and indicator, by which areas are counted."""
        return frozenset(
            (area, one.share.of)
            for one in self.indicators
            if one.share is not None
            for bound in self.targets_of(one.id).values()
            for area in self.counted_in(bound[0])
        )

    @cached_property
    def _components_of_sums(self) -> frozenset[tuple[str, str]]:
        bound = ((one, area) for one in self.indicators for area in self.targets_of(one.id) if self.tree.is_sum(area))
        return frozenset((area, part) for one, area in bound for part in one.parts)

    @cached_property
    def _compared_with(self) -> frozenset[tuple[str, str]]:
        """The figures that goals are relative to."""
        found = (self.other_of(target) for target in self.targets)
        return frozenset(one for one in found if one is not None)
