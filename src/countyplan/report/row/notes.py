"""What has to be known beside a verdict: remarks, how its value came about, and other readings of it."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from itertools import groupby

from countyplan.assess import Borderline, Missing, Remark, Rule, Status
from countyplan.assess.rule.comparator import meets
from countyplan.figures import Origin
from countyplan.report.row.verdict_words import VerdictWords
from countyplan.report.words import numbers
from countyplan.report.words.names import area_name, day_told, period_told
from countyplan.report.words.problem import findings_in_words
from countyplan.submission import ReportedFigure

_OF_FINDINGS = frozenset({Remark.FIGURE_ODD, Remark.FIGURE_REFUSED})


def notes_of(said: VerdictWords, *, sent: bool = False) -> Iterator[str]:
    """What has to be known beside the verdict: remarks, how the value came about, and other readings of it.

    On a page that is `sent` findings are told without their codes and places.
    """
    figure = said.assessment.figure
    if figure is not None and figure.origin in {Origin.QUOTIENT, Origin.YEARS_ADDED, Origin.CHANGE}:
        yield said.texts.say(f"remark.{figure.origin}")
    if figure is not None and figure.origin is Origin.AVERAGED and len(figure.sources) > 1:
        yield said.texts.say("remark.averaged", years=said.texts.join([_year(said, one) for one in figure.sources]))
    if said.target.set_by is not None:
        yield said.texts.say(
            "remark.in_force", day=day_told(said.target.in_force, said.texts), document=said.target.set_by
        )
    shown_as_reason = _told_as_reason(said, sent=sent)
    for remark, words in said.assessment.remarks.items():
        if remark not in shown_as_reason:
            yield _remark(said, remark, _findings(said, remark, sent=sent) if remark in _OF_FINDINGS else dict(words))
    pace = said.assessment.pace
    if pace is not None and pace.rule is Rule.MILESTONE and pace.expected is not None:
        yield said.texts.say("remark.milestone", expected=said.amount(pace.expected))
    for why, same in groupby(said.assessment.borderline, key=lambda one: one.why):
        yield _borderline(said, why, list(same))


def _told_as_reason(said: VerdictWords, *, sent: bool) -> set[Remark]:
    """The remarks that the reason for the verdict tells already."""
    told = {Remark.MET_EARLY, Remark.DUE_UNREPORTED}
    if said.assessment.missing is Missing.YEAR_LACKING:
        told.add(Remark.YEAR_LACKING)
    if said.assessment.status is Status.REVERSING:
        told.add(Remark.BASELINE_LOST)
    if sent and said.assessment.missing is Missing.NOT_USED:
        told.add(Remark.FIGURE_REFUSED)
    return told


def _findings(said: VerdictWords, remark: Remark, *, sent: bool) -> dict[str, str]:
    """The findings that a remark of a figure's names."""
    found = said.assessment.doubts if remark is Remark.FIGURE_ODD else said.assessment.refused
    if sent:
        return {"findings": findings_in_words(found, said.texts)}
    return {"findings": said.texts.join([f"{one.code} {one.place}" for one in found])}


def _year(said: VerdictWords, one: ReportedFigure) -> str:
    """A single year's rate, and whether it would have met the goal by itself."""
    alone = said.target.against is None
    key = "average.year_short" if alone and not meets(said.target, one.value) else "average.year_met"
    return said.texts.say(key, year=one.period.year, value=said.amount(one.value))


def _remark(said: VerdictWords, remark: Remark, words: dict[str, str]) -> str:
    if remark is Remark.BAND_LEFT:
        left = [
            said.texts.say("quantity.dated", value=said.amount(Decimal(value)), period=period_told(period, said.texts))
            for period, value in words.items()
        ]
        return said.texts.say("remark.band_left", years=said.texts.join(left))
    if remark in {Remark.CARRIED_FORWARD, Remark.PART_EARLIER}:
        parts = [
            said.texts.say(
                "quantity.dated", value=area_name(said.plan, area, said.texts), period=period_told(period, said.texts)
            )
            for area, period in words.items()
        ]
        return said.texts.say(f"remark.{remark}", parts=said.texts.join(parts))
    for name in ("value", "limit"):
        if name in words:
            words[name] = said.amount(Decimal(words[name]))
    if "period" in words:
        words["period"] = period_told(words["period"], said.texts)
    return said.texts.say(f"remark.{remark}", **words)


def _borderline(said: VerdictWords, why: str, readings: list[Borderline]) -> str:
    status = said.texts.join([said.texts.say(f"status.{one.status}") for one in readings])
    value = ""
    if readings[0].value is not None:
        value = said.amount(readings[0].value) if why == "rounding" else numbers.rounded(readings[0].value, 2)
    return said.texts.say(f"remark.borderline.{why}", value=value, status=status)
