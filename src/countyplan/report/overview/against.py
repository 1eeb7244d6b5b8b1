"""Which verdicts another version of the plan changes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from countyplan.assess import Assessment
from countyplan.dataclass import dataclass
from countyplan.language import Texts
from countyplan.plan import Plan
from countyplan.report.overview.overview_model import Changes, Count, VerdictChange
from countyplan.report.row.row import build_row
from countyplan.report.row.row_model import Row
from countyplan.versions import pairs

_OTHER, _SAME, _ADDED, _DROPPED = "other_verdict", "same", "added", "dropped"


@dataclass(frozen=True)
class Against:
    """Another version of the plan, and the verdicts on the same submissions by it."""

    plan: Plan
    assessments: Sequence[Assessment]


def build_against(plan: Plan, rows: Sequence[tuple[Assessment, Row]], against: Against, texts: Texts) -> Changes:
    """The verdicts that are others by the plan than by the version it is set against, and targets that only one has."""
    told = list(_told(plan, rows, against, texts))
    counts = Counter(one.kind for one, _ in told)
    kinds = (_OTHER, _ADDED, _DROPPED, _SAME)
    counted = [Count(status=kind, label=texts.say(f"against.{kind}"), number=counts[kind]) for kind in kinds]
    old = f"{against.plan.identity.id} {against.plan.identity.version}"
    words = [texts.say("change.count", label=one.label, number=one.number) for one in counted]
    return Changes(
        since=old,
        heading=texts.say("against.heading"),
        summary=texts.say("against.summary", old=old, counts=texts.join(words)),
        counts=tuple(counted),
        tell=lambda: tuple(line for _, line in told if line),
        verdicts=tuple(one for one, line in told if line),
    )


def _told(
    plan: Plan, rows: Sequence[tuple[Assessment, Row]], against: Against, texts: Texts
) -> Iterator[tuple[VerdictChange, str]]:
    """What became of each verdict that is shown, with a line for what is not the same."""
    now = {one.target.key: row for one, row in rows}
    then = {one.target.key: one for one in against.assessments}
    for pair in pairs(against.plan, plan):
        row = None if pair.new is None else now.get(pair.new.key)
        before = None if pair.old is None else then.get(pair.old.key)
        told = None if before is None else build_row(against.plan, before, texts)
        # What only one of the two runs asked for is neither added nor dropped.
        if (row is None) == (pair.new is None) and (told is None) == (pair.old is None):
            yield _change(row, told, texts)


def _change(now: Row | None, then: Row | None, texts: Texts) -> tuple[VerdictChange, str]:
    if now is not None and then is not None:
        same = now.machine.status == then.machine.status
        words = {"goal_then": then.goal, "goal_now": now.goal, "then": then.status, "now": now.status}
        line = "" if same else texts.say("against.line", area=now.area, indicator=now.indicator, **words)
        return VerdictChange(_SAME if same else _OTHER, then.machine, now.machine), line
    row, kind = (then, _DROPPED) if now is None else (now, _ADDED)
    if row is None:
        raise LookupError(kind)
    label = texts.say(f"against.{kind}")
    line = texts.say("against.line_one", label=label, area=row.area, indicator=row.indicator, status=row.status)
    machine = [None if one is None else one.machine for one in (then, now)]
    return VerdictChange(kind, *machine), line
