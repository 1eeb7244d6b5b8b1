"""What a meeting should decide, at most five things, each with who and by when."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from countyplan.assess import Assessment, Status
from countyplan.commitments import NEEDS_ATTENTION, CommitmentStanding, Standing
from countyplan.dataclass import dataclass
from countyplan.language import Texts
from countyplan.plan import Plan
from countyplan.report.commitments.row import build_commitment
from countyplan.report.row.row_model import Row
from countyplan.report.words.answering import answering, in_short
from countyplan.report.words.names import responsible_for
from countyplan.report.words.order import by_urgency

MOST = 5
_MOST_NAMED = 3


@dataclass(frozen=True, slots=True)
class Decision:
    """Something to decide: what stands, what is proposed, who is to do it, and by when."""

    what: str
    proposal: str
    who: str
    when: str


def decisions(
    plan: Plan,
    judged: Sequence[tuple[Assessment, Row]],
    standings: Sequence[CommitmentStanding],
    when: str,
    texts: Texts,
) -> tuple[Decision, ...]:
    """The most urgent indicators with all areas that lag in them, then commitments, then what nobody reported."""
    others = [
        *_promised(plan, [one for one in standings if one.standing in NEEDS_ATTENTION], when, texts),
        *_silent(plan, judged, standings, when, texts),
    ]
    lagging = list(_lagging(plan, judged, when, texts))[: MOST - len(others)]
    return (*lagging, *others)


def _lagging(plan: Plan, judged: Sequence[tuple[Assessment, Row]], when: str, texts: Texts) -> Iterator[Decision]:
    rows = {id(one): row for one, row in judged}
    by_indicator: dict[str, list[Assessment]] = {}
    for one in by_urgency(one for one, _ in judged):
        by_indicator.setdefault(one.target.indicator.id, []).append(one)
    for several in by_indicator.values():
        told = [rows[id(one)] for one in several]
        units = dict.fromkeys(unit for one in several for unit in answering(plan, one.target, texts))
        standing = [texts.say("meeting.area_status", area=row.area, status=row.status) for row in told]
        steps = [texts.say("meeting.area_step", area=row.area, step=row.step) for row in told if row.step]
        separator = texts.say("comma.separator")
        yield Decision(
            texts.say("meeting.lagging", indicator=told[0].indicator, standing=texts.join(standing)),
            texts.say("meeting.propose_step", steps=separator.join(steps)) if steps else texts.say("meeting.propose"),
            in_short(list(units), texts),
            when,
        )


def _promised(plan: Plan, urgent: Sequence[CommitmentStanding], when: str, texts: Texts) -> Iterator[Decision]:
    if not urgent:
        return
    parts = [
        texts.say("commitment.count", label=texts.say(f"standing.{standing}"), number=number)
        for standing in NEEDS_ATTENTION
        if (number := sum(one.standing is standing for one in urgent))
    ]
    ranked = sorted(urgent, key=lambda one: NEEDS_ATTENTION.index(one.standing))[:_MOST_NAMED]
    rows = [build_commitment(plan, one, texts) for one in ranked]
    names = [texts.say("commitment.name_areas", name=row.name, areas=row.area) for row in rows]
    units = dict.fromkeys(unit for one in ranked for unit in responsible_for(plan, one.bound, texts))
    yield Decision(
        texts.say("meeting.promised", told=texts.join(parts)),
        texts.say("meeting.propose_promised", names=texts.join(names)),
        in_short(list(units), texts),
        when,
    )


def _silent(
    plan: Plan,
    judged: Iterable[tuple[Assessment, Row]],
    standings: Iterable[CommitmentStanding],
    when: str,
    texts: Texts,
) -> Iterator[Decision]:
    targets = [one for one, _ in judged if one.status is Status.MISSING]
    promised = [one for one in standings if one.standing is Standing.NOT_REPORTED]
    if not targets and not promised:
        return
    areas = {one.target.area for one in targets} | {one.bound.area for one in promised}
    who = [texts.choose(area.government, area.government_en) for area in plan.areas if area.id in areas]
    counts = {"targets": len(targets), "commitments": len(promised)}
    told = [texts.say(f"meeting.silent_{name}", count=count) for name, count in counts.items() if count]
    yield Decision(
        texts.say("meeting.silent", told=texts.join(told)),
        texts.say("meeting.propose_silent"),
        in_short(who, texts),
        when,
    )
