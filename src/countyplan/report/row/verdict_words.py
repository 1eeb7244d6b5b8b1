"""The words that a verdict's row, its reason, its notes and its explanation share."""

from __future__ import annotations

from decimal import Decimal

from countyplan.assess import Assessment, Missing, Remark, Status
from countyplan.dataclass import dataclass
from countyplan.figures import Figure
from countyplan.language import Texts
from countyplan.plan import Plan, Target
from countyplan.plan.files.goal import RelativeTo
from countyplan.plan.files.values import ClauseId
from countyplan.quantity.told import goal_key, range_texts
from countyplan.report.words import numbers
from countyplan.report.words.names import area_name, period_name


@dataclass(frozen=True, slots=True)
class VerdictWords:
    """Puts the figures of one verdict into words: its goal, its values, its gap and its pace."""

    plan: Plan
    texts: Texts
    assessment: Assessment

    @property
    def target(self) -> Target:
        """The target that was judged."""
        return self.assessment.target

    @property
    def figure(self) -> Figure | None:
        """The figure that it was judged by."""
        return self.assessment.figure

    @property
    def clause(self) -> ClauseId:
        """The clause that holds the target."""
        return self.target.indicator.clause

    def value(self) -> str:
        """The figure, empty where there is none."""
        return "" if self.figure is None else self.amount(self.figure.value)

    def value_dated(self) -> str:
        """The figure with its period, empty where there is none."""
        return "" if self.figure is None else self.dated(self.figure)

    def status(self) -> str:
        """The verdict's label."""
        if self.assessment.status is Status.MET and Remark.MET_EARLY in self.assessment.remarks:
            return self.texts.say("status.met_early")
        if self.assessment.missing is Missing.NOT_USED:
            return self.texts.say("status.not_used")
        return self.texts.say(f"status.{self.assessment.status}")

    def goal(self) -> str:
        """The goal with its comparator and unit."""
        to = self.target.indicator.relative_to
        return self.goal_alone() if to is None else self._relative_goal(to)

    def goal_alone(self) -> str:
        """The goal as a number, though it come of another figure."""
        goal, high = self.target.goal, self.target.high
        if high is None:
            indicator = self.target.indicator
            key = goal_key(indicator.comparator, goal, indicator.bounds.high, self.target.unit)
            return self.texts.say(key, goal=self.amount(goal))
        low, upper = range_texts(numbers.digits(goal), numbers.digits(high, goal), self.target.unit, self.texts)
        return self.texts.say("goal.between", goal=low, high=upper)

    def _relative_goal(self, to: RelativeTo) -> str:
        """A goal that comes of another figure: by that figure's name, and by the number where it is known."""
        texts, target = self.texts, self.target
        measured = self.plan.measured[to.indicator]
        other = texts.choose(measured.name, measured.name_en)
        if to.area is not None and to.area != target.area:
            other = texts.say("goal.of_area", area=area_name(self.plan, to.area, texts), other=other)
        margin = target.goal - (target.against or Decimal(0))
        if margin:
            more = numbers.difference(abs(margin), target.unit, texts)
            other = texts.say("goal.margin_up" if margin > 0 else "goal.margin_down", other=other, margin=more)
        if target.against is None:
            return texts.say(f"goal.{target.indicator.comparator}", goal=other, high=other)
        return texts.say("goal.relative", goal=self.goal_alone(), other=other)

    def amount(self, value: Decimal) -> str:
        """A value with its unit, never shown equal to a goal that it does not equal."""
        shown = numbers.digits(value, apart_from=self.target.goal)
        return numbers.quantity(shown, self.target.unit, self.texts)

    def dated(self, figure: Figure) -> str:
        """A figure with its period."""
        period = period_name(figure.period, self.texts)
        return self.texts.say("quantity.dated", value=self.amount(figure.value), period=period)

    def gap(self) -> str:
        """What is lacking; nothing is where what is known reaches the goal, and what is not known leaves it open."""
        gap = self.assessment.gap
        if gap == 0 and self.assessment.status is not Status.MET:
            key = f"gap.equal.{self.target.indicator.comparator}"
            return self.texts.say(key) if self.texts.knows(key) else ""
        return "" if gap is None else numbers.difference(gap, self.target.unit, self.texts, Decimal(0))

    def pace(self) -> str:
        """The pace p, empty where there is none."""
        pace = self.assessment.pace
        return "" if pace is None or pace.value is None else numbers.pace(pace.value, self.plan.cutoffs)

    def needed(self) -> str:
        """What the areas that are lacking have to bring together, where a total is undecided."""
        parts = self.assessment.parts
        if parts is None or not parts.lacking:
            return ""
        lacking = self.texts.join([area_name(self.plan, area, self.texts) for area in parts.lacking])
        if self.target.indicator.share is not None:
            return self.texts.say("reason.needed_share", lacking=lacking)
        sense = self.target.indicator.comparator.sense
        form = "other" if sense.falls else "more_than" if sense.strict else "at_least"
        needed = self.texts.say(f"reason.needed_{form}", number=self.amount(parts.needed or Decimal(0)))
        return self.texts.say("reason.needed", lacking=lacking, needed=needed)


def goal_of(plan: Plan, target: Target, texts: Texts) -> str:
    """A target's goal with its comparator and unit, without a verdict."""
    return VerdictWords(plan, texts, Assessment(target, Status.MISSING)).goal()
