"""The request to one unit put together, with its slip."""

from __future__ import annotations

from collections.abc import Iterator

from countyplan.dataclass import dataclass
from countyplan.language import Texts
from countyplan.language.texts import begun
from countyplan.plan import TOTAL, Indicator, Plan
from countyplan.quantity.told import written_unit
from countyplan.report.divided.grouping import Remit
from countyplan.report.notice.asks import Asker, Due, due_of
from countyplan.report.notice.notice_model import Notice, ReplySlip, SlipFigure, SlipPromise
from countyplan.report.whole.request import Request
from countyplan.report.words.answering import in_short
from countyplan.report.words.names import (
    area_name,
    bound_area_name,
    clause_heading,
    day_told,
    indicator_name,
    period_end,
    plan_title,
    unit_names,
)
from countyplan.submission.record.commitment import State
from countyplan.submission.words.basis import Basis
from countyplan.submission.words.fields import WHO_FILED, Field

_HEADERS = ("subject", "standing", "wanted", "part", "due")
_FIGURES = ("area", "period", "indicator", "value", "unit", "basis", "source", "note")
_PROMISES = ("area", "period", "commitment", "state", "date", "evidence", "by", "note", "evidence_wanted")


@dataclass(frozen=True, slots=True)
class Reply:
    """By which day (ISO 8601) to answer, and whom to ask; empty where that is to be filled in by hand."""

    by_day: str = ""
    contact: str = ""


def build_notice(request: Request, remit: Remit, reply: Reply, texts: Texts) -> Notice | None:
    """The request to the unit of a remit; None where there is nothing to ask of it."""
    texts = texts.of(request.plan, request.plan.level_of(remit.governed))
    due = due_of(request, remit)
    by_day = day_told(reply.by_day, texts) or texts.say("notice.blank")
    asker = Asker(request.plan, request.as_of, remit, by_day, texts)
    asks = tuple(asker.asks(due))
    if not asks:
        return None
    words = {"plan": plan_title(request.plan, texts), "as_of": period_end(request.as_of, texts)}
    opening = texts.say("notice.opening", told=_counted(due, texts), by_day=by_day, **words)
    return Notice(
        texts=texts,
        stem=remit.stem,
        title=texts.say("notice.title"),
        addressee=texts.say("notice.to", name=remit.group.name),
        lines=(
            opening if all(one.due == by_day for one in asks) else texts.say("notice.own_dates", opening=opening),
            *([texts.say("notice.shared")] if any(one.shared for one in asks) else []),
        ),
        headers=tuple(texts.say(f"notice.column.{name}") for name in _HEADERS),
        asks=asks,
        notes=tuple(_units(request.plan, due, texts)),
        closing=(
            texts.say("notice.reply_by", day=by_day),
            texts.say("notice.contact", contact=reply.contact or texts.say("notice.blank")),
        ),
        seal=texts.say("notice.seal"),
        day=day_told(request.made_on, texts),
        slip=_slip(request, remit, due, texts),
        made_on=request.made_on,
    )


def _counted(due: Due, texts: Texts) -> str:
    """How many targets and commitments of each kind fall to the unit."""
    kinds = {"lagging": due.lagging, "lacking": due.lacking, "urgent": due.urgent, "silent": due.silent}
    return texts.join([texts.say(f"notice.due.{kind}", count=len(held)) for kind, held in kinds.items() if held])


def _units(plan: Plan, due: Due, texts: Texts) -> Iterator[str]:
    """All units of each clause of which the table names only some."""
    asked = {one.target.indicator.clause for one in (*due.lagging, *due.lacking)}
    asked |= {one.bound.commitment.clause for one in due.urgent}
    for clause in sorted(asked, key=plan.clause_order.__getitem__):
        units = unit_names(plan, clause, texts)
        if in_short(units, texts) not in {texts.join(units), texts.say("units.none")}:
            heading = clause_heading(plan, clause, texts)
            yield texts.say("notice.units", clause=heading, units=texts.join(units))


def _slip(request: Request, remit: Remit, due: Due, texts: Texts) -> ReplySlip:
    return ReplySlip(
        heading=texts.say("notice.slip", name=remit.group.name),
        how=tuple(_how(due, texts)),
        figure_headers=tuple(texts.say(f"template.column.{name}") for name in _FIGURES),
        figures=tuple(dict.fromkeys(_figures(request, remit, due, texts))),
        promise_headers=tuple(texts.say(f"template.column.{name}") for name in _PROMISES),
        promises=tuple(_promises(request, due, texts)),
        states=tuple(texts.say(f"commitment.state.{one}") for one in State),
        filing_heading=texts.say("notice.filing"),
        filing=tuple(begun(texts.say(f"filing.{kind}")) for kind in (Field.SUBMITTED, *WHO_FILED)),
    )


def _how(due: Due, texts: Texts) -> Iterator[str]:
    """How the slip is to be filled in; of columns that it does not have nothing is said."""
    yield texts.say("notice.how")
    if due.lagging or due.lacking:
        yield texts.say("notice.how_figures")
    if due.urgent or due.silent:
        states = texts.join([texts.say(f"commitment.state.{one}") for one in State])
        yield texts.say("notice.how_states", states=states)


def _figures(request: Request, remit: Remit, due: Due, texts: Texts) -> Iterator[SlipFigure]:
    """A line for each figure that is lacking, as of then, and for the latest of each that lags."""
    period = str(request.as_of)
    for several, asked in ((due.lacking, period), (due.lagging, "")):
        for one in several:
            area = (remit.governed or TOTAL) if one.target.area == TOTAL else one.target.area
            yield _figure(request.plan, one.target.indicator, area, asked, texts)


def _figure(plan: Plan, indicator: Indicator, area: str, period: str, texts: Texts) -> SlipFigure:
    basis = texts.say(f"template.basis.{Basis.CUMULATIVE}") if indicator.adds_up else ""
    unit = plan.unit_of_measure(indicator.id)
    told = texts.choose(unit.name, unit.name_en)
    written = written_unit(unit, plan.measures, texts)
    return SlipFigure(
        area=area_name(plan, area, texts),
        period=period,
        indicator=indicator_name(indicator, texts),
        unit=unit.name if written is None else written,
        unit_told=told,
        basis=basis,
    )


def _promises(request: Request, due: Due, texts: Texts) -> Iterator[SlipPromise]:
    plan = request.plan
    for one in (*due.urgent, *due.silent):
        commitment, evidence = one.bound.commitment, plan.evidence(one.bound.commitment.evidence)
        yield SlipPromise(
            area=area_name(plan, TOTAL, texts)
            if one.bound.area == TOTAL
            else bound_area_name(plan, one.bound.area, texts),
            period=str(request.as_of),
            name=texts.choose(commitment.name, commitment.name_en),
            evidence=texts.choose(evidence.text, evidence.text_en),
        )
