"""What is asked of a unit: targets that lag, figures and states that were not reported, commitments that need attention."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from countyplan.assess import Assessment, Status
from countyplan.commitments import NEEDS_ATTENTION, CommitmentStanding, Standing
from countyplan.dataclass import dataclass
from countyplan.language import Texts
from countyplan.plan import Plan
from countyplan.plan.files.responsibilities import Lead
from countyplan.quantity import Period
from countyplan.report.commitments.row import build_commitment
from countyplan.report.divided.grouping import Remit
from countyplan.report.notice.notice_model import Ask
from countyplan.report.row.row import build_row
from countyplan.report.whole.request import Request
from countyplan.report.words.answering import in_short
from countyplan.report.words.names import (
    area_name,
    clause_heading,
    indicator_name,
    period_name,
    responsible,
    responsible_for,
)
from countyplan.report.words.order import by_urgency

# To carry them out faster is asked of the others alone.
_ASKED_OTHERWISE = (Standing.DROPPED, Standing.DONE_WITHOUT_EVIDENCE)


@dataclass(frozen=True, slots=True)
class Due:
    """What falls to a unit: the targets that lag, those that lack its figures, and its commitments."""

    lagging: tuple[Assessment, ...]
    lacking: tuple[Assessment, ...]
    urgent: tuple[CommitmentStanding, ...]
    silent: tuple[CommitmentStanding, ...]


def due_of(request: Request, remit: Remit) -> Due:
    """What is to be asked of a remit. An area is asked for its own part of a total alone."""
    own = [one for one in request.assessments if remit.takes(request.plan, one.target)]
    promised = [one for one in request.commitments if remit.takes_commitment(request.plan, one.bound)]
    lagging = by_urgency(own)
    if remit.governed:
        lagging = [one for one in lagging if one.target.area == remit.governed]
        promised = [one for one in promised if one.bound.area == remit.governed]
    return Due(
        tuple(lagging),
        tuple(one for one in own if _lacks(one, remit.governed)),
        tuple(one for one in promised if one.standing in NEEDS_ATTENTION),
        tuple(one for one in promised if one.standing is Standing.NOT_REPORTED),
    )


def _lacks(one: Assessment, governed: str) -> bool:
    """Whether a target cannot be judged because this unit's figure is lacking."""
    if governed and one.target.area != governed:
        lacking = one.status is Status.UNDECIDED and one.parts is not None and governed in one.parts.lacking
        return lacking or one.status is Status.MISSING
    return one.status is Status.MISSING


@dataclass(frozen=True, slots=True)
class Asker:
    """Puts what falls to a unit into words."""

    plan: Plan
    as_of: Period
    remit: Remit
    reply: str
    texts: Texts

    def asks(self, due: Due) -> Iterator[Ask]:
        """Every ask, what lags first."""
        yield from (self._lagging(one) for one in due.lagging)
        yield from self._lacking(due.lacking)
        yield from (self._urgent(one) for one in due.urgent)
        if due.silent:
            yield self._silent(due.silent)

    def _lagging(self, one: Assessment) -> Ask:
        row = build_row(self.plan, one, self.texts)
        told = [row.marked_status, row.account]
        wanted = [text for text in (row.step, self.texts.say("notice.explain")) if text]
        lead, names = self._named(one)
        return Ask(
            self.texts.say("notice.subject", area=row.area, indicator=row.indicator, wording=one.target.wording),
            self.texts.say("clause.separator").join(told),
            _asked_of(self.remit.ids, lead, self.texts.say("clause.separator").join(wanted), self.texts),
            self._part(one),
            row.due,
            shared=_shared(lead, names),
        )

    def _lacking(self, lacking: Sequence[Assessment]) -> Iterator[Ask]:
        """The figures that are lacking, those of one indicator together."""
        by_indicator: dict[str, list[Assessment]] = {}
        for one in lacking:
            by_indicator.setdefault(one.target.indicator.id, []).append(one)
        for several in by_indicator.values():
            areas = [area_name(self.plan, self.remit.governed or one.target.area, self.texts) for one in several]
            name = indicator_name(several[0].target.indicator, self.texts)
            yield Ask(
                self.texts.say("notice.figure", areas=self.texts.join(areas), indicator=name),
                self.texts.say("notice.not_reported"),
                self.texts.say("notice.report_figure", period=period_name(self.as_of, self.texts)),
                self._part(several[0]),
                self.reply,
                shared=_shared(*self._named(several[0])),
            )

    def _urgent(self, one: CommitmentStanding) -> Ask:
        row = build_commitment(self.plan, one, self.texts)
        bound, names = one.bound, responsible_for(self.plan, one.bound, self.texts)
        otherwise = one.standing in _ASKED_OTHERWISE
        own = f"notice.keep.{one.standing}" if otherwise else "notice.keep"
        wanted = self.texts.say(own, evidence=row.evidence)
        lead = self.plan.lead_of_commitment(bound.commitment)
        return Ask(
            self.texts.say("commitment.name_areas", name=row.name, areas=row.area),
            row.in_short,
            _asked_of(self.remit.ids, lead, wanted, self.texts),
            _part_of(self.plan, self.remit.ids, lead, names, self.texts),
            # Evidence and reasons are a matter of the reply, not of the commitment's own time.
            self.reply if otherwise else row.due,
            shared=_shared(lead, names),
        )

    def _silent(self, silent: Sequence[CommitmentStanding]) -> Ask:
        """The commitments of which nothing was reported, all at once: the slip names each."""
        answering = [
            (self.plan.lead_of_commitment(one.bound.commitment), responsible_for(self.plan, one.bound, self.texts))
            for one in silent
        ]
        shared = [_shared(lead, names) for lead, names in answering]
        parts = {_part_of(self.plan, self.remit.ids, lead, names, self.texts) for lead, names in answering}
        return Ask(
            self.texts.say("notice.silent", count=len(silent)),
            self.texts.say("notice.not_reported"),
            self.texts.say("notice.report_state"),
            self._part_in_several(parts, all(shared)),
            self.reply,
            shared=any(shared),
        )

    def _part_in_several(self, parts: set[str], shared: bool) -> str:
        """The unit's part in several matters, which may be another in each."""
        if shared:
            return self.texts.say("notice.together_each")
        return parts.pop() if len(parts) == 1 else self.texts.say("notice.by_clause")

    def _part(self, one: Assessment) -> str:
        """In what part the unit is asked for a target."""
        lead, names = self._named(one)
        if not names and lead is None:
            return _part_in_the_whole(self.plan, self.texts)
        return _part_of(self.plan, self.remit.ids, lead, names, self.texts)

    def _named(self, one: Assessment) -> tuple[Lead | None, tuple[str, ...]]:
        """Who leads in a target, if anybody is said to, and the names of all who answer for it."""
        indicator, area = one.target.indicator, self.remit.governed or one.target.area
        return self.plan.lead_of_indicator(indicator), responsible(self.plan, indicator.clause, area, self.texts)


def _part_of(plan: Plan, own: frozenset[str], lead: Lead | None, named: Sequence[str], texts: Texts) -> str:
    """The part of a unit, known by its `own` ids, in what the units of a clause answer for together.

    `named` are all of them in words. Nobody is told to lead what the plan's data does not lay on it.
    """
    if lead is not None:
        if lead.unit in own:
            return texts.say("notice.lead" if lead.stated else "notice.lead_reading")
        by = next(one for one in plan.units if one.id == lead.unit)
        return texts.say("notice.support", lead=texts.choose(by.name, by.name_en))
    if len(named) > 1:
        return texts.say("notice.together", units=in_short(named, texts))
    return texts.say("notice.alone")


def _asked_of(own: frozenset[str], lead: Lead | None, wanted: str, texts: Texts) -> str:
    """What is asked of a unit in that part."""
    return wanted if lead is None or lead.unit in own else texts.say("notice.with_lead", wanted=wanted)


def _shared(lead: Lead | None, named: Sequence[str]) -> bool:
    """Whether several answer for it and nobody is said to lead: of each only what is its own may be asked."""
    return lead is None and len(named) > 1


def _part_in_the_whole(plan: Plan, texts: Texts) -> str:
    """The part of an area's government in what no unit is named for."""
    whole = plan.responsibilities.for_the_whole
    return "" if whole is None else texts.say("notice.whole", clause=clause_heading(plan, whole.clause, texts))
