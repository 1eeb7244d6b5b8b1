"""Verdicts as cases: which of them fail, and which are only to be looked at."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace
from pathlib import PurePath
from typing import assert_never

from countyplan.assess import Assessment, Status
from countyplan.diagnostics import Place, Severity
from countyplan.language import Texts
from countyplan.plan import Firmness, Plan, Target
from countyplan.report.case.case import Case, CaseRule, Outcome, mark_of_words
from countyplan.report.row.row_model import Row
from countyplan.report.words.order import by_urgency
from countyplan.report.words.spot import Spot, spot_of

_GROUP = "countyplan.targets"
_NOWHERE = "."


def verdict_cases(
    judged: Sequence[tuple[Assessment, Row]],
    files: Sequence[str],
    folder: PurePath,
    failing: Collection[tuple[str, str, int]],
    texts: Texts,
) -> list[Case]:
    """A case for each target, at the figure that was judged; those whose keys are `failing` have failed.

    A service wants a place for each; a target without a figure stands at the first file that speaks of its area, and if
    there is none at the first of `files`.
    """
    homes = _homes(row for _, row in judged)
    first = next(iter(files), _NOWHERE)
    ranks = {urgent.target.key: rank for rank, urgent in enumerate(by_urgency(one for one, _ in judged), start=1)}
    cases = []
    for one, row in judged:
        place = next(iter(row.machine.sources), Place(homes.get(row.machine.area, first)))
        case = _case(one, row, spot_of(place, folder), texts, failing=one.target.key in failing)
        cases.append(replace(case, rank=ranks.get(one.target.key, len(ranks) + 1)))
    return cases


def verdict_rules(plan: Plan, cases: Iterable[Case], texts: Texts) -> list[CaseRule]:
    """What the verdicts of these cases mean, each once, in the order of a summary."""
    noted = {case.rule for case in cases if case.severity is not None}
    cutoffs = plan.cutoffs
    numbers = {
        "ahead": cutoffs.ahead,
        "on_track": cutoffs.on_track,
        "behind": cutoffs.behind,
        "far_behind": cutoffs.far_behind,
    }
    return [
        CaseRule(
            id=status.value,
            name="Target" + "".join(word.capitalize() for word in status.value.split("_")),
            severity=_severity(status) or Severity.INFO,
            title=texts.say(f"status.{status}"),
            what=texts.say(f"verdict.{status}", **numbers),
            help=texts.say("verdict.help"),
        )
        for status in Status
        if status.value in noted
    ]


def _case(one: Assessment, row: Row, spot: Spot, texts: Texts, *, failing: bool) -> Case:
    excused = row.waiver is not None
    return Case(
        rule=one.status.value,
        severity=Severity.ERROR if failing else Severity.INFO if excused else _severity(one.status),
        outcome=Outcome.FAILED if failing else Outcome.SKIPPED if excused else _outcome(one.status),
        spot=spot,
        title=texts.say("case.verdict", area=row.area, indicator=row.indicator, status=row.status + row.doubt_mark),
        message=_message(one, row, texts),
        hint=_hint(row, texts),
        group=f"{_GROUP}.{row.machine.area}",
        name=row.indicator,
        fingerprint=mark_of_words(row.machine.target, row.machine.area, one.status.value, *_year(one.target)),
        excuse="" if row.waiver is None else row.waiver.text,
    )


def _year(target: Target) -> tuple[str, ...]:
    """What tells a target from those of the same indicator and area that are due in other years."""
    return (str(target.indicator.due),) if target.dated else ()


def _severity(status: Status) -> Severity | None:
    """How much a verdict weighs that does not fail; None where it is favourable."""
    match status:
        case Status.MET | Status.AHEAD | Status.ON_TRACK:
            return None
        case Status.BEHIND | Status.FAR_BEHIND | Status.REVERSING | Status.MISSED:
            return Severity.WARNING
        case Status.NO_PACE | Status.UNDECIDED | Status.MISSING:
            return Severity.INFO
        case _:
            assert_never(status)


def _outcome(status: Status) -> Outcome:
    """A verdict that does not fail passes; without a figure, or with one that settles nothing, the case is skipped."""
    return Outcome.SKIPPED if _severity(status) is Severity.INFO else Outcome.PASSED


def _message(one: Assessment, row: Row, texts: Texts) -> str:
    told = [texts.say("case.goal", goal=row.goal)]
    if row.value:
        told.append(texts.say("case.value", value=row.value))
    told.append(row.reason)
    if one.target.indicator.firmness is Firmness.ASPIRATIONAL:
        told.append(texts.say("case.aspirational"))
    # Why a figure was refused is the reason of a target that lacks one, and need not be told twice; nor need its waiver.
    told_apart = () if row.waiver is None else (row.waiver.text,)
    notes = () if one.status is Status.MISSING else [note for note in row.notes if note not in told_apart]
    return texts.say("clause.separator").join([*told, *notes])


def _hint(row: Row, texts: Texts) -> str:
    step = [texts.say("report.attention_step", step=row.step)] if row.step else []
    return texts.say("clause.separator").join([*step, row.units])


def _homes(rows: Iterable[Row]) -> dict[str, str]:
    """For each area the first file that a figure of it stands in."""
    homes: dict[str, str] = {}
    for row in rows:
        for source in row.machine.sources:
            homes.setdefault(row.machine.area, source.file)
    return homes
