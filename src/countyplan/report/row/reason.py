"""Why a target has its status, in a sentence, and what has to be known beside it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from itertools import groupby
from typing import assert_never

from countyplan.assess import Assessment, Borderline, Missing, NoPace, Pace, Remark, Rule, Status
from countyplan.assess.evidence import start_of
from countyplan.assess.rule.comparator import meets
from countyplan.figures import Figure, Origin
from countyplan.language import Texts
from countyplan.plan import Plan, Target
from countyplan.plan.files.goal import RelativeTo
from countyplan.report.words import numbers
from countyplan.report.words.names import area_name
from countyplan.report.words.problem import finding_text
from countyplan.report.words.schedule import schedule_text
from countyplan.submission import ReportedFigure


@dataclass(frozen=True, slots=True)
class Wording:
    """Puts one assessment into words."""

    plan: Plan
    texts: Texts
    assessment: Assessment

    @property
    def target(self) -> Target:
        """The target that was judged."""
        return self.assessment.target

    def status(self) -> str:
        """The verdict's label."""
        if self.assessment.status is Status.MET and Remark.MET_EARLY in self.assessment.remarks:
            return self.texts.say("status.met_early")
        if self.assessment.missing is Missing.NOT_USED:
            return self.texts.say("status.not_used")
        return self.texts.say(f"status.{self.assessment.status}")

    def goal(self) -> str:
        """The goal with its comparator and unit."""
        goal, high = self.target.goal, self.target.high
        if self.target.indicator.relative_to is not None:
            return self._relative_goal(self.target.indicator.relative_to)
        if high is None:
            return self.texts.say(f"goal.{self.target.indicator.comparator}", goal=self.amount(goal))
        return self.texts.say("goal.between", goal=numbers.digits(goal), high=self.amount(high))

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
        told = texts.say(
            f"goal.{target.indicator.comparator}",
            goal=self.amount(target.goal),
            high=self.amount(target.high or target.goal),
        )
        return texts.say("goal.relative", goal=told, other=other)

    def amount(self, value: Decimal) -> str:
        """A value with its unit, never shown equal to a goal that it does not equal."""
        shown = numbers.digits(value, apart_from=self.target.goal)
        return numbers.quantity(shown, self.target.unit, self.texts)

    def dated(self, figure: Figure) -> str:
        """A figure with its period."""
        return self.texts.say("quantity.dated", value=self.amount(figure.value), period=figure.period)

    def gap(self) -> str:
        """What is lacking."""
        gap = self.assessment.gap
        if gap == 0 and self.assessment.status is not Status.MET:
            return self.texts.say(f"gap.equal.{self.target.indicator.comparator}")
        return "" if gap is None else numbers.difference(gap, self.target.unit, self.texts, Decimal(0))

    def pace(self) -> str:
        """The pace p, empty where there is none."""
        pace = self.assessment.pace
        return "" if pace is None or pace.value is None else numbers.pace(pace.value, self.plan.cutoffs)

    def reason(self) -> str:
        """Why the status is what it is."""
        match self.assessment.status:
            case Status.MET:
                return self._met()
            case Status.MISSED:
                return self._missed()
            case Status.MISSING:
                return self._missing()
            case Status.UNDECIDED:
                return self._undecided()
            case Status.NO_PACE:
                no_pace = self.assessment.no_pace or NoPace.NO_BASELINE
                return self.texts.say(f"reason.no_pace.{no_pace}")
            case Status.AHEAD | Status.ON_TRACK | Status.BEHIND | Status.FAR_BEHIND | Status.REVERSING:
                return self.way()
            case _:
                assert_never(self.assessment.status)

    def _met(self) -> str:
        figure = self.assessment.figure
        value = "" if figure is None else self.dated(figure)
        return self.texts.say("reason.met", value=value, goal=self.goal())

    def _missed(self) -> str:
        if Remark.BAND_LEFT in self.assessment.remarks:
            return self.texts.say("reason.band_missed", goal=self.goal())
        if not self.assessment.gap:
            return self.texts.say("reason.missed_strict", equal=self.gap())
        return self.texts.say("reason.missed", gap=self.gap())

    def _missing(self) -> str:
        remarks, say = self.assessment.remarks, self.texts.say
        told = ""
        match self.assessment.missing:
            case Missing.DUE_UNREPORTED:
                words = remarks[Remark.DUE_UNREPORTED]
                value = self.amount(Decimal(words["value"]))
                told = say("reason.missing_at_due", value=value, period=words["period"])
            case Missing.NOT_USED:
                findings = [finding_text(one, self.texts) for one in self.assessment.refused]
                told = say("reason.missing_with_finding", findings=self.texts.join(findings))
            case Missing.YEAR_LACKING:
                told = say("reason.missing_year", **remarks[Remark.YEAR_LACKING])
            case Missing.OTHER_LACKING:
                told = say("reason.missing_other", goal=self.goal())
            case Missing.ONLY_BASELINE:
                told = say("reason.missing_only_baseline")
            case Missing.ONLY_LATER:
                told = say("reason.missing_only_later")
            case Missing.NOT_REPORTED | None:
                told = say("reason.missing")
            case _:
                assert_never(self.assessment.missing)
        return told

    def _undecided(self) -> str:
        figure = self.assessment.figure
        if self.assessment.parts is None or figure is None:
            return self.texts.say("reason.missing")
        return self.texts.say("reason.undecided", known=self.amount(figure.value), needed=self.needed())

    def needed(self) -> str:
        """What the counties that are lacking have to bring together, where a total is undecided."""
        parts = self.assessment.parts
        if parts is None or not parts.lacking:
            return ""
        sense = self.target.indicator.comparator.sense
        form = "other" if sense.falls else "more_than" if sense.strict else "at_least"
        needed = self.texts.say(f"reason.needed_{form}", number=self.amount(parts.needed or Decimal(0)))
        lacking = self.texts.join([area_name(self.plan, area, self.texts) for area in parts.lacking])
        return self.texts.say("reason.needed", lacking=lacking, needed=needed)

    def way(self) -> str:
        """The pace in a sentence: what was done, how that lies to the schedule, and what was due by now."""
        pace, figure = self.assessment.pace, self.assessment.figure
        if pace is None or figure is None:
            return ""
        words = {"value": self.dated(figure), "schedule": schedule_text(self.assessment, self.texts)}
        if pace.expected is not None:
            shown = numbers.computed(pace.expected, self.target.goal)
            words["expected"] = numbers.quantity(shown, self.target.unit, self.texts)
        if pace.value is None and pace.rule in {Rule.COMPOUND, Rule.LINE}:
            return self._way_without_pace(pace, figure)
        return self._way_by(pace, figure, words)

    def _way_by(self, pace: Pace, figure: Figure, words: dict[str, str]) -> str:
        match pace.rule:
            case Rule.MILESTONE:
                return self.texts.say("reason.milestone" if pace.value else "reason.milestone_resting", **words)
            case Rule.AVERAGE:
                return self._average(figure)
            case Rule.KEPT:
                return self._kept(figure)
            case Rule.COMPOUND:
                return self._compound(words)
            case Rule.SHARE_OF_GOAL:
                progress = numbers.percent((pace.progress or pace.time).value, self.texts)
                return self.texts.say("reason.share_of_goal", progress=progress, **words)
            case Rule.LINE:
                baseline = self.assessment.baseline
                start = "" if baseline is None else self.dated(baseline)
                return self.texts.say("reason.line", baseline=start, **words)
            case _:
                assert_never(pace.rule)

    def _average(self, figure: Figure) -> str:
        """The average growth so far beside that which is asked for."""
        first = start_of(self.plan, self.target).year + 1
        years = self.texts.say("average.years", first=first, last=figure.period.year, count=len(figure.sources))
        met = meets(self.target, figure.value)
        key = "reason.average_kept" if met else "reason.average_short"
        return self.texts.say(key, years=years, value=self.amount(figure.value), goal=self.goal(), gap=self.gap())

    def _kept(self, figure: Figure) -> str:
        """Whether a band was kept in every year so far."""
        first = start_of(self.plan, self.target).year + 1
        if not meets(self.target, figure.value):
            return self.texts.say("reason.band_outside", value=self.dated(figure), goal=self.goal(), gap=self.gap())
        if Remark.BAND_LEFT in self.assessment.remarks:
            return self.texts.say("reason.band_back", value=self.dated(figure), goal=self.goal())
        return self.texts.say("reason.band_kept", first=first, last=figure.period.year, goal=self.goal())

    def _way_without_pace(self, pace: Pace, figure: Figure) -> str:
        if pace.rule is Rule.COMPOUND:
            return self.texts.say("reason.below_zero", value=self.dated(figure))
        baseline = self.assessment.baseline
        start = "" if baseline is None else self.dated(baseline)
        held = baseline is not None and meets(self.target, baseline.value)
        return self.texts.say("reason.lost" if held else "reason.fell", baseline=start, value=self.dated(figure))

    def _compound(self, words: dict[str, str]) -> str:
        rates = growth_rates(self.assessment)
        if rates is None:
            return ""
        observed, required = (self._growth(rate) for rate in rates)
        return self.texts.say("reason.compound", observed=observed, required=required, **words)

    def _growth(self, rate: Decimal) -> str:
        shown = numbers.rate(abs(rate), self.texts)
        return self.texts.say("reason.shrinking" if rate < 0 else "reason.growing", rate=shown)

    def notes(self) -> Iterator[str]:
        """What has to be known beside the verdict: remarks, how the value came about, and other readings of it."""
        figure = self.assessment.figure
        if figure is not None and figure.origin in {Origin.QUOTIENT, Origin.YEARS_ADDED, Origin.CHANGE}:
            yield self.texts.say(f"remark.{figure.origin}")
        if figure is not None and figure.origin is Origin.AVERAGED and len(figure.sources) > 1:
            yield self.texts.say("remark.averaged", years=self.texts.join([self._year(one) for one in figure.sources]))
        if self.target.set_by is not None:
            yield self.texts.say("remark.in_force", day=self.target.in_force, document=self.target.set_by)
        shown_as_reason = {Remark.MET_EARLY, Remark.DUE_UNREPORTED}
        if self.assessment.missing is Missing.YEAR_LACKING:
            shown_as_reason.add(Remark.YEAR_LACKING)
        if self.assessment.status is Status.REVERSING:
            shown_as_reason.add(Remark.BASELINE_LOST)
        for remark, words in self.assessment.remarks.items():
            if remark not in shown_as_reason:
                yield self._remark(remark, dict(words))
        pace = self.assessment.pace
        if pace is not None and pace.rule is Rule.MILESTONE and pace.expected is not None:
            yield self.texts.say("remark.milestone", expected=self.amount(pace.expected))
        for why, same in groupby(self.assessment.borderline, key=lambda one: one.why):
            yield self._borderline(why, list(same))

    def _year(self, one: ReportedFigure) -> str:
        """A single year's rate, and whether it would have met the goal by itself."""
        alone = self.target.against is None
        key = "average.year_short" if alone and not meets(self.target, one.value) else "average.year_met"
        return self.texts.say(key, year=one.period.year, value=self.amount(one.value))

    def _remark(self, remark: Remark, words: dict[str, str]) -> str:
        if remark is Remark.BAND_LEFT:
            left = [
                self.texts.say("quantity.dated", value=self.amount(Decimal(value)), period=period)
                for period, value in words.items()
            ]
            return self.texts.say("remark.band_left", years=self.texts.join(left))
        if remark in {Remark.CARRIED_FORWARD, Remark.PART_EARLIER}:
            parts = [f"{area_name(self.plan, area, self.texts)} {period}" for area, period in words.items()]
            return self.texts.say(f"remark.{remark}", parts=self.texts.join(parts))
        for name in ("value", "limit"):
            if name in words:
                words[name] = self.amount(Decimal(words[name]))
        return self.texts.say(f"remark.{remark}", **words)

    def _borderline(self, why: str, readings: list[Borderline]) -> str:
        status = self.texts.join([self.texts.say(f"status.{one.status}") for one in readings])
        value = ""
        if readings[0].value is not None:
            value = self.amount(readings[0].value) if why == "rounding" else numbers.rounded(readings[0].value, 2)
        return self.texts.say(f"remark.borderline.{why}", value=value, status=status)


def goal_of(plan: Plan, target: Target, texts: Texts) -> str:
    """A target's goal with its comparator and unit, without a verdict."""
    return Wording(plan, texts, Assessment(target, Status.MISSING)).goal()


def growth_rates(assessment: Assessment) -> tuple[Decimal, Decimal] | None:
    """The yearly growth so far and the yearly growth needed since the baseline; None where it is not judged by growth."""
    pace = assessment.pace
    if pace is None or pace.rule is not Rule.COMPOUND or pace.value is None:
        return None
    return pace.value.part, pace.value.over
