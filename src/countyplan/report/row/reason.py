"""Why a target has its status, in a sentence."""

from __future__ import annotations

from decimal import Decimal
from typing import assert_never

from countyplan.assess import Assessment, Missing, NoPace, Pace, Remark, Rule, Status
from countyplan.assess.evidence import start_of
from countyplan.assess.rule.comparator import meets
from countyplan.figures import Figure
from countyplan.report.row.verdict_words import VerdictWords
from countyplan.report.words import numbers
from countyplan.report.words.names import period_told
from countyplan.report.words.problem import finding_text, findings_in_words
from countyplan.report.words.schedule import schedule_text


def account_of(said: VerdictWords) -> str:
    """The same for a page that is sent: without codes and places of findings."""
    if said.assessment.missing is not Missing.NOT_USED:
        return reason_of(said)
    findings = findings_in_words(said.assessment.refused, said.texts)
    return said.texts.say("reason.missing_with_finding", findings=findings)


def reason_of(said: VerdictWords) -> str:
    """Why the status is what it is."""
    match said.assessment.status:
        case Status.MET:
            return _met(said)
        case Status.MISSED:
            return _missed(said)
        case Status.MISSING:
            return _missing(said)
        case Status.UNDECIDED:
            return _undecided(said)
        case Status.NO_PACE:
            no_pace = said.assessment.no_pace or NoPace.NO_BASELINE
            return said.texts.say(f"reason.no_pace.{no_pace}")
        case Status.AHEAD | Status.ON_TRACK | Status.BEHIND | Status.FAR_BEHIND | Status.REVERSING:
            return _way(said)
        case _:
            assert_never(said.assessment.status)


def _met(said: VerdictWords) -> str:
    figure = said.assessment.figure
    value = "" if figure is None else said.dated(figure)
    return said.texts.say("reason.met", value=value, goal=said.goal())


def _missed(said: VerdictWords) -> str:
    if Remark.BAND_LEFT in said.assessment.remarks:
        return said.texts.say("reason.band_missed", goal=said.goal())
    if not said.assessment.gap:
        return said.texts.say("reason.missed_strict", equal=said.gap())
    return said.texts.say("reason.missed", gap=said.gap())


def _missing(said: VerdictWords) -> str:
    remarks, say = said.assessment.remarks, said.texts.say
    told = ""
    match said.assessment.missing:
        case Missing.DUE_UNREPORTED:
            words = remarks[Remark.DUE_UNREPORTED]
            value = said.amount(Decimal(words["value"]))
            told = say("reason.missing_at_due", value=value, period=period_told(words["period"], said.texts))
        case Missing.NOT_USED:
            findings = [finding_text(one, said.texts) for one in said.assessment.refused]
            told = say("reason.missing_with_finding", findings=said.texts.join(findings))
        case Missing.YEAR_LACKING:
            told = say("reason.missing_year", **remarks[Remark.YEAR_LACKING])
        case Missing.OTHER_LACKING:
            told = say("reason.missing_other", goal=said.goal())
        case Missing.ONLY_BASELINE:
            told = say("reason.missing_only_baseline")
        case Missing.ONLY_LATER:
            told = say("reason.missing_only_later")
        case Missing.NOT_REPORTED | None:
            told = say("reason.missing")
        case _:
            assert_never(said.assessment.missing)
    return told


def _undecided(said: VerdictWords) -> str:
    figure = said.assessment.figure
    if said.assessment.parts is None or figure is None:
        return said.texts.say("reason.missing")
    return said.texts.say("reason.undecided", known=said.amount(figure.value), needed=said.needed())


def _way(said: VerdictWords) -> str:
    """The pace in a sentence: what was done, how that lies to the schedule, and what was due by now."""
    pace, figure = said.assessment.pace, said.assessment.figure
    if pace is None or figure is None:
        return ""
    words = {"value": said.dated(figure), "schedule": schedule_text(said.assessment, said.texts)}
    if pace.expected is not None:
        shown = numbers.computed(pace.expected, said.target.goal)
        words["expected"] = numbers.quantity(shown, said.target.unit, said.texts)
    if pace.value is None and pace.rule in {Rule.COMPOUND, Rule.LINE}:
        return _way_without_pace(said, pace, figure)
    return _way_by(said, pace, figure, words)


def _way_by(said: VerdictWords, pace: Pace, figure: Figure, words: dict[str, str]) -> str:
    match pace.rule:
        case Rule.MILESTONE:
            return said.texts.say("reason.milestone" if pace.value else "reason.milestone_resting", **words)
        case Rule.AVERAGE:
            return _average(said, figure)
        case Rule.KEPT:
            return _kept(said, figure)
        case Rule.COMPOUND:
            return _compound(said, words)
        case Rule.SHARE_OF_GOAL:
            progress = numbers.percent((pace.progress or pace.time).value, said.texts)
            return said.texts.say("reason.share_of_goal", progress=progress, **words)
        case Rule.LINE:
            baseline = said.assessment.baseline
            start = "" if baseline is None else said.dated(baseline)
            return said.texts.say("reason.line", baseline=start, **words)
        case _:
            assert_never(pace.rule)


def _average(said: VerdictWords, figure: Figure) -> str:
    """The average growth so far beside that which is asked for."""
    first = start_of(said.plan, said.target).year + 1
    years = said.texts.say("average.years", first=first, last=figure.period.year, count=len(figure.sources))
    met = meets(said.target, figure.value)
    key = "reason.average_kept" if met else "reason.average_short"
    return said.texts.say(key, years=years, value=said.amount(figure.value), goal=said.goal(), gap=said.gap())


def _kept(said: VerdictWords, figure: Figure) -> str:
    """Whether a band was kept in every year so far."""
    first = start_of(said.plan, said.target).year + 1
    if not meets(said.target, figure.value):
        return said.texts.say("reason.band_outside", value=said.dated(figure), goal=said.goal(), gap=said.gap())
    if Remark.BAND_LEFT in said.assessment.remarks:
        return said.texts.say("reason.band_back", value=said.dated(figure), goal=said.goal())
    return said.texts.say("reason.band_kept", first=first, last=figure.period.year, goal=said.goal())


def _way_without_pace(said: VerdictWords, pace: Pace, figure: Figure) -> str:
    if pace.rule is Rule.COMPOUND:
        return said.texts.say("reason.below_zero", value=said.dated(figure))
    baseline = said.assessment.baseline
    start = "" if baseline is None else said.dated(baseline)
    held = baseline is not None and meets(said.target, baseline.value)
    return said.texts.say("reason.lost" if held else "reason.fell", baseline=start, value=said.dated(figure))


def _compound(said: VerdictWords, words: dict[str, str]) -> str:
    rates = growth_rates(said.assessment)
    if rates is None:
        return ""
    observed, required = (_growth(said, rate) for rate in rates)
    return said.texts.say("reason.compound", observed=observed, required=required, **words)


def _growth(said: VerdictWords, rate: Decimal) -> str:
    shown = numbers.rate(abs(rate), said.texts)
    return said.texts.say("reason.shrinking" if rate < 0 else "reason.growing", rate=shown)


def growth_rates(assessment: Assessment) -> tuple[Decimal, Decimal] | None:
    """The yearly growth so far and the yearly growth needed since the baseline; None where it is not judged by growth."""
    pace = assessment.pace
    if pace is None or pace.rule is not Rule.COMPOUND or pace.value is None:
        return None
    return pace.value.part, pace.value.over
