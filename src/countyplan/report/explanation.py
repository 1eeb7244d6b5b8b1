"""The reasoning behind one verdict, so that it can be read out: words, figures, formula, comparisons, verdict, readings."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import assert_never

from countyplan.assess import Assessment, Pace, Rule, Status
from countyplan.assess.evidence import start_of
from countyplan.assess.rule.comparator import end_of_way, lower_tolerance, meets
from countyplan.assess.rule.threshold import value_at_pace
from countyplan.figures import Figure, Origin
from countyplan.language import Texts
from countyplan.plan import TOTAL, Pacing, Plan
from countyplan.quantity import Period
from countyplan.report.row.hardness import hardness
from countyplan.report.row.reason import Wording, goal_of, growth_rates
from countyplan.report.row.row import build_row
from countyplan.report.row.row_model import Part, Row
from countyplan.report.words import numbers
from countyplan.report.words.names import area_name, clause_heading, responsible
from countyplan.report.words.waiver import shown_waiver
from countyplan.submission import ReportedFigure
from countyplan.waivers import Waiver


@dataclass(frozen=True, slots=True)
class Explanation:
    """The whole reasoning, and the row that it leads to."""

    title: str
    parts: tuple[Part, ...]
    row: Row


def explain(
    plan: Plan, assessment: Assessment, as_of: Period, texts: Texts, waiver: Waiver | None = None
) -> Explanation:
    """The reasoning behind one assessment in the language of `texts`; a waiver that excuses it is part of the verdict."""
    row = build_row(plan, assessment, texts, shown_waiver(waiver, texts))
    title = texts.say("explain.title", area=row.area, indicator=row.indicator, status=row.excused_status)
    return Explanation(title, reasoning(Wording(plan, texts, assessment), row, as_of), row)


def reasoning(said: Wording, row: Row, as_of: Period) -> tuple[Part, ...]:
    """The steps from what the plan demands to the verdict of `row` as of the end of `as_of`."""
    told = _Telling(plan=said.plan, texts=said.texts, assessment=said.assessment, as_of=as_of, said=said, row=row)
    parts = {
        "demand": told.demand(),
        "reported": told.reported(),
        "formula": told.formula(),
        "comparison": told.comparisons(),
        "verdict": told.verdict(),
        "change": told.change(),
        "readings": told.readings(),
    }
    filled = ((name, tuple(lines)) for name, lines in parts.items())
    return tuple(Part(said.texts.say(f"explain.{name}"), lines) for name, lines in filled if lines)


def with_hardness(told: Explanation, plan: Plan, assessment: Assessment, texts: Texts) -> Explanation:
    """The reasoning with how hard the goal is, where the plan brings a panel to compare with."""
    lines = hardness(Wording(plan, texts, assessment))
    return replace(told, parts=(*told.parts, Part(texts.say("explain.hardness"), lines))) if lines else told


@dataclass(frozen=True, slots=True, kw_only=True)
class _Telling:
    plan: Plan
    texts: Texts
    assessment: Assessment
    as_of: Period
    said: Wording
    row: Row

    def demand(self) -> Iterator[str]:
        target, texts = self.assessment.target, self.texts
        indicator = target.indicator
        yield clause_heading(self.plan, indicator.clause, texts)
        yield texts.say("explain.demand_wording", wording=target.wording)
        yield texts.say(
            "explain.demand_goal",
            goal=self.row.goal,
            comparator=texts.say(f"comparator.{indicator.comparator}"),
            due=indicator.due,
            firmness=texts.say(f"firmness.{indicator.firmness}"),
        )
        if target.set_by is not None:
            yield texts.say("explain.demand_in_force", day=target.in_force, document=target.set_by)
        others = [
            texts.say("explain.demand_other", due=one.indicator.due, goal=goal_of(self.plan, one, texts))
            for one in self.plan.targets_of(indicator.id).get(target.area, ())
            if one.key != target.key
        ]
        if others:
            yield texts.say("explain.demand_others", others=texts.join(others))
        units = responsible(self.plan, indicator.clause, target.area, texts)
        key = "explain.demand_units" if units else "explain.demand_units_none"
        yield texts.say(key, units=texts.join(units))

    def reported(self) -> Iterator[str]:
        figure, baseline = self.assessment.figure, self.assessment.baseline
        if figure is None:
            yield self.texts.say("explain.reported_none")
        else:
            for source in figure.sources:
                yield self._source(source)
            yield from self._parts(figure)
            yield self.texts.say("explain.reported_value", value=self.said.dated(figure))
        other = self.assessment.other
        if other is not None:
            for source in other.sources:
                yield self._source(source)
        if baseline is not None and baseline is not figure:
            for source in baseline.sources:
                yield self._source(source)
            value = self.said.amount(baseline.value)
            yield self.texts.say("explain.reported_baseline", value=value, period=baseline.period)

    def _source(self, source: ReportedFigure) -> str:
        words = {"period": source.period, "written": source.written, "place": source.place, "source": source.source}
        name = self.plan.measured[source.indicator]
        line = self.texts.say("explain.reported_figure", **words).strip()
        return f"{area_name(self.plan, source.area, self.texts)} {self.texts.choose(name.name, name.name_en)} {line}"

    def _parts(self, figure: Figure) -> Iterator[str]:
        parts = self.assessment.parts
        if parts is None:
            return
        if len(parts.reported) > 1:
            shown = " + ".join(numbers.digits(part.value) for _, part in parts.reported)
            added = sum((part.value for _, part in parts.reported), Decimal(0))
            yield self.texts.say("explain.sum", parts=shown, value=self.said.amount(added))
        if parts.lacking:
            areas = [area_name(self.plan, area, self.texts) for area in parts.lacking]
            yield self.texts.say("explain.lacking", areas=self.texts.join(areas))
        if parts.own is not None and parts.own is not figure:
            yield self.texts.say("explain.own", value=self.said.dated(parts.own))

    def formula(self) -> Iterator[str]:
        pace, figure, target = self.assessment.pace, self.assessment.figure, self.assessment.target
        if target.indicator.comparator.sense.tolerant:
            limit = numbers.digits(lower_tolerance(target))
            words = {"goal": numbers.digits(target.goal), "tolerance": target.indicator.tolerance, "limit": limit}
            yield self.texts.say("explain.tolerance", **words)
        if figure is not None:
            yield from self._average_formula(figure)
        if pace is None or figure is None:
            return
        time = numbers.percent(pace.time.value, self.texts)
        yield self.texts.say("explain.time", elapsed=pace.time.part, total=pace.time.over, percent=time)
        yield self.texts.say(f"explain.rule_{pace.rule}")
        if pace.value is not None:
            yield from self._pace_formula(pace, figure)
            if pace.expected is not None and pace.rule is not Rule.MILESTONE:
                expected = numbers.quantity(self._short(pace.expected), target.unit, self.texts)
                yield self.texts.say("explain.expected", expected=expected)

    def _pace_formula(self, pace: Pace, figure: Figure) -> Iterator[str]:
        baseline = self.assessment.baseline
        start = Decimal(0) if baseline is None else baseline.value
        target = self.assessment.target
        words = {
            "value": numbers.digits(figure.value + target.lift),
            "baseline": numbers.digits(start + target.lift),
            "goal": numbers.digits(end_of_way(target, start) + target.lift),
            "elapsed": pace.time.part,
            "total": pace.time.over,
            "pace": self.row.pace,
            "progress": "" if pace.progress is None else self._short(pace.progress.value),
            "time": self._short(pace.time.value),
        }
        match pace.rule:
            case Rule.COMPOUND:
                yield from self._growth_formula(pace, words)
            case Rule.LINE:
                yield self.texts.say("explain.line_pace", **words)
            case Rule.SHARE_OF_GOAL:
                yield self.texts.say("explain.share_pace", **words)
            case Rule.MILESTONE:
                yield from self._milestone_formula(pace, figure, words)
            case Rule.AVERAGE:
                yield self.texts.say("explain.average_pace", **words)
            case Rule.KEPT:
                return
            case _:
                assert_never(pace.rule)

    def _average_formula(self, figure: Figure) -> Iterator[str]:
        """How the average follows from the years' rates, and what the years that remain have to average."""
        if figure.origin is not Origin.AVERAGED or len(figure.sources) < 2:
            return
        unit = self.assessment.target.unit
        rates = self.texts.say("explain.average_times").join(
            self.texts.say("explain.average_factor", rate=numbers.quantity(numbers.digits(one.value), unit, self.texts))
            for one in figure.sources
        )
        yield self.texts.say(
            "explain.average", rates=rates, count=len(figure.sources), value=self.said.amount(figure.value)
        )

    def _milestone_formula(self, pace: Pace, figure: Figure, words: dict[str, object]) -> Iterator[str]:
        target, milestone = self.assessment.target, pace.expected
        set_by = self.plan.milestone(target.indicator.id, target.area, figure.period)
        if milestone is None or set_by is None or pace.value is None:
            return
        yield self.texts.say("explain.milestone", expected=self.said.amount(milestone), source=set_by.source)
        words = {**words, "milestone": numbers.digits(milestone)}
        match target.indicator.kind.manner.pacing:
            case Pacing.SHARE_OF_GOAL:
                yield self.texts.say("explain.milestone_share", **words)
            case Pacing.GROWTH:
                observed, required = (numbers.rate(one, self.texts) for one in (pace.value.part, pace.value.over))
                yield self.texts.say("explain.milestone_growth", observed=observed, required=required, **words)
            case Pacing.DISTANCE:
                yield self.texts.say("explain.milestone_line", **words)
            case Pacing.NONE | Pacing.AVERAGE | Pacing.KEPT:
                return
            case _:
                assert_never(target.indicator.kind.manner.pacing)

    def _growth_formula(self, pace: Pace, words: dict[str, object]) -> Iterator[str]:
        rates = growth_rates(self.assessment)
        if rates is None:
            return
        observed, required = (numbers.rate(rate, self.texts) for rate in rates)
        yield self.texts.say("explain.compound_observed", rate=observed, **words)
        yield self.texts.say("explain.compound_required", rate=required, **words)
        yield self.texts.say("explain.compound_pace", observed=observed, required=required, pace=self.row.pace)
        if pace.straight is not None:
            shown = numbers.pace(pace.straight, self.plan.cutoffs)
            yield self.texts.say("explain.straight", **{**words, "pace": shown})

    def comparisons(self) -> Iterator[str]:
        figure, target, pace = self.assessment.figure, self.assessment.target, self.assessment.pace
        if figure is None:
            return
        if target.indicator.kind.manner.pacing is Pacing.KEPT:
            yield from self._each_year(figure)
        else:
            yield self._answer(self._compared(figure), yes=meets(target, figure.value))
        if self.assessment.status in {Status.MET, Status.UNDECIDED}:
            return
        due_passed = self.as_of.end >= target.due.end
        yield self._answer(self.texts.say("explain.due_passed", as_of=self.as_of), yes=due_passed)
        if due_passed or pace is None or pace.value is None:
            return
        cutoffs = self.plan.cutoffs
        for cutoff in (cutoffs.ahead, cutoffs.on_track, cutoffs.behind, cutoffs.far_behind):
            if cutoff is None:
                continue
            reached = pace.value.at_least(cutoff)
            yield self._answer(self.texts.say("explain.cutoff", pace=self.row.pace, cutoff=cutoff), yes=reached)
            if reached:
                return

    def _each_year(self, figure: Figure) -> Iterator[str]:
        """Each year that a band has to be kept in, to the figure that is judged."""
        target = self.assessment.target
        start = start_of(self.plan, target).end
        for one in (*self.assessment.series, figure):
            earlier = start < one.period.end < figure.period.end and not one.partial
            if earlier or (one is figure and figure.period.end > start):
                question = self.texts.say("explain.in_year", year=one.period, question=self._compared(one))
                yield self._answer(question, yes=meets(target, one.value))

    def _compared(self, figure: Figure) -> str:
        target = self.assessment.target
        return self.texts.say(
            f"compare.{target.indicator.comparator}",
            value=numbers.digits(figure.value, target.goal),
            goal=numbers.digits(target.goal),
            high="" if target.high is None else numbers.digits(target.high),
            limit=numbers.digits(lower_tolerance(target)),
            tolerance=target.indicator.tolerance,
        )

    def _answer(self, question: str, *, yes: bool) -> str:
        return self.texts.say(
            "explain.comparison_line", question=question, answer=self.texts.say("answer.yes" if yes else "answer.no")
        )

    def verdict(self) -> Iterator[str]:
        if self.row.reason == self.row.status:
            yield self.row.status
        else:
            yield self.texts.say("explain.verdict_line", status=self.row.status, reason=self.row.reason)
        if self.row.gap:
            yield self.texts.say("explain.gap", gap=self.row.gap)
        yield from self.row.notes

    def change(self) -> Iterator[str]:
        status = self.assessment.status
        if status is Status.MET:
            yield self.texts.say("explain.change_none")
            return
        if status is not Status.MISSED:
            yield from self._better_verdicts()
        if status is Status.UNDECIDED:
            yield self.said.needed()
        yield self.texts.say("explain.change_met", goal=self.row.goal, status=self.texts.say("status.met"))
        if self.row.step:
            yield self.texts.say("report.attention_step", step=self.row.step)
            yield from self.row.step_details

    def _better_verdicts(self) -> Iterator[str]:
        pace, baseline, target = self.assessment.pace, self.assessment.baseline, self.assessment.target
        if pace is None or pace.value is None:
            return
        start = Decimal(0) if baseline is None else baseline.value
        cutoffs = self.plan.cutoffs
        for cutoff, better in (
            (cutoffs.far_behind, Status.FAR_BEHIND),
            (cutoffs.behind, Status.BEHIND),
            (cutoffs.on_track, Status.ON_TRACK),
            (cutoffs.ahead, Status.AHEAD),
        ):
            if cutoff is None or pace.value.at_least(cutoff):
                continue
            value = value_at_pace(target, pace, start, cutoff)
            if value is not None:
                shown = numbers.quantity(self._short(value), target.unit, self.texts)
                key = "explain.change_average" if pace.rule is Rule.AVERAGE else "explain.change_status"
                yield self.texts.say(key, value=shown, status=self.texts.say(f"status.{better}"))

    def readings(self) -> Iterator[str]:
        for reading_id in self.assessment.target.indicator.readings:
            reading = self.plan.reading(reading_id)
            yield self.texts.say(
                "explain.reading",
                text=self.texts.choose(reading.text, reading.text_en),
                because=self.texts.choose(reading.because, reading.because_en),
            )
        if self.assessment.target.area == TOTAL or self.assessment.pace is not None:
            yield self.texts.say("explain.reading_rule")

    def _short(self, value: Decimal) -> str:
        return numbers.digits(value.normalize())
