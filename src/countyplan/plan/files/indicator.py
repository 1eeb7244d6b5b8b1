"""An indicator with its goals, and whether they fit its kind and its comparator."""

from __future__ import annotations

from typing import Annotated

from countyplan.diagnostics import Code
from countyplan.model import field, refused
from countyplan.plan.comparator import Comparator
from countyplan.plan.files.component import ChangeOf, Component, Quotient, ShareOf
from countyplan.plan.files.frozen import Frozen
from countyplan.plan.files.goal import Goal, RelativeTo
from countyplan.plan.files.values import ClauseNumber, Firmness, Id, Number, Year
from countyplan.plan.kind import Kind, Pacing

# What a goal may say for itself instead of its indicator.
_SAID_BY_A_GOAL = ("due", "comparator", "tolerance", "firmness", "kind", "base", "relative_to")


class Drafted(Frozen):
    """How sure `plan draft` was of a target, from 0 to 1, and why not surer; to be deleted once a person has looked."""

    confidence: Annotated[Number, field(ge=0, le=1)]
    reasons: tuple[str, ...] = ()


class Indicator(Component):
    """What a clause demands, and of whom. `whole_year`: it accrues within a year, so that only a full year compares.

    `base` is the year that a change is counted from, by default the plan's baseline.
    """

    clause: ClauseNumber
    kind: Kind
    comparator: Comparator
    tolerance: Annotated[Number | None, field(gt=0, lt=1)] = None
    firmness: Firmness
    due: Year
    base: Year | None = None
    relative_to: RelativeTo | None = None
    quotient: Quotient | None = None
    change: ChangeOf | None = None
    share: ShareOf | None = None
    readings: tuple[Id, ...] = ()
    draft: Drafted | None = None
    goals: Annotated[tuple[Goal, ...], field(min_length=1)]

    @property
    def adds_up(self) -> bool:
        """Whether it is a running total, so that a year's own amount and the total so far are two different figures."""
        return self.kind.manner.adds_up

    @property
    def parts(self) -> tuple[str, ...]:
        """The ids of the components that it follows from: those of a quotient, or the one whose change it is."""
        quotient = () if self.quotient is None else (self.quotient.of, self.quotient.by)
        return quotient if self.change is None else (*quotient, self.change.of)

    def as_in(self, goal: Goal) -> Indicator:
        """The indicator with what one of its goals says for itself."""
        said = {name: told for name in _SAID_BY_A_GOAL if (told := getattr(goal, name)) is not None}
        if goal.comparator is not None and not goal.comparator.sense.tolerant:
            said["tolerance"] = None
        if goal.readings:
            said["readings"] = (*self.readings, *goal.readings)
        return self.model_copy(update=said) if said else self

    def check(self) -> None:
        """See whether its goals, its kind and its comparator fit each other."""
        self._goals_fit_the_comparator()
        self._share_fits_the_kind()
        self._comparator_fits_the_kind()
        self._relation_fits_the_kind()
        self._base_fits_the_kind()

    def _goals_fit_the_comparator(self) -> None:
        for goal in self.goals:
            comparator = goal.comparator or self.comparator
            sense, words = comparator.sense, {"comparator": comparator.value}
            if isinstance(goal.goal, tuple) != sense.is_range:
                raise refused(Code.GOAL_SHAPE, "{comparator}", words)
            if isinstance(goal.goal, tuple) and goal.goal[0] > goal.goal[1]:
                raise refused(Code.GOAL_SHAPE, "low > high", words)
            tolerance = goal.tolerance if self.tolerance is None else self.tolerance
            if sense.tolerant and tolerance is None:
                raise refused(Code.GOAL_SHAPE, "tolerance", words)
            if goal.tolerance is not None and not sense.tolerant:
                raise refused(Code.GOAL_SHAPE, "tolerance", words)
        if self.tolerance is not None and not self.comparator.sense.tolerant:
            raise refused(Code.GOAL_SHAPE, "tolerance", {"comparator": self.comparator.value})

    def _share_fits_the_kind(self) -> None:
        if self.share is not None:
            kinds = {goal.kind or self.kind for goal in self.goals}
            if not kinds <= {Kind.RATIO, Kind.HOLD} or self.quotient or self.share.of == self.id:
                raise refused(Code.PLAN_VALUE_INVALID, f"{self.kind.value}: share of {self.share.of}")

    def _comparator_fits_the_kind(self) -> None:
        for goal in self.goals:
            kind, comparator = goal.kind or self.kind, goal.comparator or self.comparator
            words = {"kind": kind.value, "comparator": comparator.value}
            rises = comparator.sense.rises and not comparator.sense.is_range
            if (kind.manner.adds_up and not rises) or (kind.manner.ranks and rises):
                raise refused(Code.KIND_CONTRADICTS, "{kind} {comparator}", words)
            if kind.manner.told is not self.kind.manner.told:
                words = {"kind": self.kind.value, "comparator": kind.value}
                raise refused(Code.KIND_CONTRADICTS, "{kind} {comparator}", words)

    def _relation_fits_the_kind(self) -> None:
        for goal in self.goals:
            relative, manner = goal.relative_to or self.relative_to, (goal.kind or self.kind).manner
            if relative is not None and (
                manner.adds_up or manner.pacing is Pacing.KEPT or relative.indicator == self.id
            ):
                raise refused(Code.PLAN_VALUE_INVALID, f"{self.kind.value}: relative_to {relative.indicator}")

    def _base_fits_the_kind(self) -> None:
        for goal in self.goals:
            base, due, manner = goal.base or self.base, goal.due or self.due, (goal.kind or self.kind).manner
            if base is not None and not (manner.has_base and base < due):
                raise refused(Code.PLAN_VALUE_INVALID, f"{self.kind.value}: base {base} < due {due}")
            if goal.base is not None and manner.since_base:
                raise refused(Code.PLAN_VALUE_INVALID, f"{self.kind.value}: base of the indicator")
        if self.change is not None and not self.kind.manner.has_base:
            raise refused(Code.PLAN_VALUE_INVALID, f"{self.kind.value}: change")
