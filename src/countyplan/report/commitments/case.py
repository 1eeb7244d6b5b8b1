"""Commitments as cases of a CI run: notices, for nothing fails by them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from pathlib import PurePath

from countyplan.commitments import NEEDS_ATTENTION, CommitmentStanding, Standing
from countyplan.diagnostics import Place, Severity
from countyplan.language import Texts
from countyplan.plan import Plan
from countyplan.report.case.case import Case, CaseRule, Outcome, mark_of_words
from countyplan.report.commitments.row import CommitmentRow, build_commitment
from countyplan.report.words.names import bound_area_name, units_told
from countyplan.report.words.spot import Spot, spot_of

_GROUP = "countyplan.commitments"
_NOWHERE = "."


def commitment_cases(plan: Plan, standings: Sequence[CommitmentStanding], folder: PurePath, texts: Texts) -> list[Case]:
    """A case for each commitment that is reported, at its report; of an area's others one for all of them together.

    What needs attention is to be looked at, and so is what was not reported. An area that reports none of its commitments
    has no case: a service is told of submissions, and no submission speaks of them.
    """
    reported = [one for one in standings if one.reported is not None]
    homes = {one.bound.area: one.reported.place.file for one in reversed(reported) if one.reported is not None}
    cases = [_case(one, build_commitment(plan, one, texts), folder, texts) for one in reported]
    silent = [one for one in standings if one.reported is None and one.bound.area in homes]
    silent.sort(key=lambda one: _place(plan, one))
    for area, same in groupby(silent, key=lambda one: one.bound.area):
        name = bound_area_name(plan, area, texts)
        spot = spot_of(Place(homes[area]), folder)
        cases.append(_silent(area, texts.say("case.commitments", area=name, count=len(list(same))), spot, texts))
    return cases


def commitment_rules(cases: Iterable[Case], texts: Texts) -> Iterator[CaseRule]:
    """What the standings of these cases mean, each once."""
    noted = {case.rule for case in cases if case.severity is not None}
    for standing in Standing:
        if _rule(standing) in noted:
            yield CaseRule(
                id=_rule(standing),
                name="Commitment" + "".join(word.capitalize() for word in standing.split("_")),
                severity=Severity.INFO,
                title=texts.say(f"standing.{standing}"),
                what=texts.say(f"standing.means.{standing}"),
                help=texts.say("standing.help"),
            )


def _place(plan: Plan, one: CommitmentStanding) -> int:
    """Where an area stands in the plan's order, all of them together last."""
    return plan.tree.order.index(one.bound.area)


def _rule(standing: Standing) -> str:
    return f"commitment_{standing}"


def _case(one: CommitmentStanding, row: CommitmentRow, folder: PurePath, texts: Texts) -> Case:
    told = [row.told, row.firmness, texts.say("commitment.quoted", wording=row.wording)]
    return Case(
        rule=_rule(one.standing),
        severity=Severity.INFO if one.standing in NEEDS_ATTENTION else None,
        outcome=Outcome.PASSED,
        spot=spot_of(row.source or Place(_NOWHERE), folder),
        title=texts.say("case.verdict", area=row.area, indicator=row.name, status=row.standing),
        message=texts.say("clause.separator").join(told),
        hint=units_told(row.responsible, (), texts),
        group=f"{_GROUP}.{row.machine.area}",
        name=row.name,
        fingerprint=mark_of_words("commitment", row.machine.commitment, row.machine.area, one.standing.value),
    )


def _silent(area: str, title: str, spot: Spot, texts: Texts) -> Case:
    return Case(
        rule=_rule(Standing.NOT_REPORTED),
        severity=Severity.INFO,
        outcome=Outcome.SKIPPED,
        spot=spot,
        title=title,
        message=texts.say("standing.means.not_reported"),
        hint=texts.say("standing.help"),
        group=f"{_GROUP}.{area}",
        name=texts.say("standing.not_reported"),
        fingerprint=mark_of_words("commitments", area, Standing.NOT_REPORTED.value),
    )
