"""What changed since the period before, row by row and in a few lines."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from functools import cached_property, partial

from countyplan.assess import Assessment, Change, change
from countyplan.dataclass import dataclass
from countyplan.figures import Restatement
from countyplan.language import Texts
from countyplan.plan import Plan, Target
from countyplan.quantity import Period
from countyplan.report.overview.overview_model import Changes, Count
from countyplan.report.row.row import machine_row
from countyplan.report.row.row_model import Row, RowChange
from countyplan.report.row.verdict_words import VerdictWords
from countyplan.report.words.names import area_name, period_name
from countyplan.submission import ReportedFigure


@dataclass(frozen=True)
class Earlier:
    """The verdicts on the same targets as of an earlier period, and the figures that were changed since."""

    as_of: Period
    assessments: Sequence[Assessment]
    restatements: Sequence[Restatement] = ()

    @cached_property
    def _by_target(self) -> Mapping[tuple[str, str, int], Assessment]:
        return {one.target.key: one for one in self.assessments}

    @cached_property
    def _revised(self) -> frozenset[tuple[str, str, int, Decimal]]:
        return frozenset(_told(one.old) for one in self.restatements)

    def of(self, target: Target) -> Assessment | None:
        """The verdict on a target as of then; None where it was not in force yet."""
        return self._by_target.get(target.key)

    def restated(self, then: Assessment) -> bool:
        """Whether a figure that the verdict of then rested on is another now."""
        rested = {_told(one) for figure in (then.figure, then.baseline) if figure is not None for one in figure.sources}
        return not rested.isdisjoint(self._revised)


def _told(one: ReportedFigure) -> tuple[str, str, int, Decimal]:
    return one.area, one.indicator, one.period.end, one.value


def change_of(plan: Plan, row: Row, now: Assessment, earlier: Earlier, texts: Texts) -> RowChange | None:
    """What became of a row since `earlier`; nothing of a target that was not in force then."""
    then = earlier.of(now.target)
    if then is None:
        return None
    kind = change(then, now, plan.baseline)
    said = VerdictWords(plan, texts, then)
    restated = earlier.restated(then)
    beside = [texts.say("change.restated")] if restated else []
    told, noted = (
        texts.say("clause.separator").join([one, *beside])
        for one in (_line(kind, said, row, texts), _note(kind, said, row, texts))
    )
    return RowChange(
        kind=kind.value,
        label=texts.say(f"change.{kind}"),
        told=told,
        noted=noted,
        status_then=said.status(),
        value_then=said.value_dated(),
        restated=restated,
        machine_then=partial(machine_row, said),
    )


def _line(kind: Change, then: VerdictWords, now: Row, texts: Texts) -> str:
    if kind is Change.NEW:
        return _new(now.area, now.indicator, texts)
    return texts.say(
        f"change.line{_manner(kind, then, now)}",
        area=now.area,
        indicator=now.indicator,
        **_words(kind, then, now, texts),
    )


def _note(kind: Change, then: VerdictWords, now: Row, texts: Texts) -> str:
    if kind is Change.NEW:
        return texts.say(f"change.{kind}")
    return texts.say(f"change.note{_manner(kind, then, now)}", **_words(kind, then, now, texts))


def _manner(kind: Change, then: VerdictWords, now: Row) -> str:
    same = "_same" if kind is Change.SAME else ""
    return f"{same}_figures" if then.value() and now.value else same


def _words(kind: Change, then: VerdictWords, now: Row, texts: Texts) -> dict[str, str]:
    return {
        "label": texts.say(f"change.{kind}"),
        "then": then.status(),
        "now": now.status,
        "value_then": then.value(),
        "value_now": now.value,
    }


def build_changes(plan: Plan, rows: Iterable[Row], earlier: Earlier, texts: Texts) -> Changes:
    """The changes of `rows` counted, and told in lines: of what is new or not comparable one in all, of the same none.

    What is the same though a figure used then was restated has a line: no two reports then tell the same of it.
    """
    changed = [(row, row.change) for row in rows if row.change is not None]
    kinds = [one.kind for _, one in changed]
    counts = tuple(
        Count(status=kind.value, label=texts.say(f"change.{kind}"), number=kinds.count(kind.value)) for kind in Change
    )
    counted = [texts.say("change.count", label=one.label, number=one.number) for one in counts if one.number]
    since = period_name(earlier.as_of, texts)
    told = {kind: [one.told for _, one in changed if one.kind == kind] for kind in Change}
    folded = [row for row, one in changed if one.kind in {Change.NEW, Change.NOT_COMPARABLE}]
    return Changes(
        since=str(earlier.as_of),
        heading=texts.say("change.heading"),
        summary=texts.say("change.summary", since=since, counts=texts.join(counted))
        if counted
        else texts.say("change.none", since=since),
        counts=counts,
        lines=(
            *told[Change.WORSE],
            *told[Change.BETTER],
            *_folded(plan, folded, texts),
            *(one.told for _, one in changed if one.kind == Change.SAME and one.restated),
        ),
    )


def _folded(plan: Plan, rows: Sequence[Row], texts: Texts) -> Iterator[str]:
    """What is neither worse nor better, in one line: how many of each area are new or not comparable."""
    told = []
    of_area: dict[str, list[str]] = defaultdict(list)
    for row in rows:
        if row.change is not None:
            of_area[row.machine.area].append(row.change.kind)
    for area in plan.tree.order:
        kinds = of_area.get(area, [])
        counts = [
            texts.say("change.count", label=texts.say(f"change.{kind}"), number=kinds.count(kind))
            for kind in (Change.NEW, Change.NOT_COMPARABLE)
            if kind in kinds
        ]
        if counts:
            told.append(texts.say("change.of_area", area=area_name(plan, area, texts), counts=texts.join(counts)))
    if told:
        yield texts.say("change.folded", told=texts.say("clause.separator").join(told))


def _new(area: str, indicator: str, texts: Texts) -> str:
    return texts.say("change.line_new", label=texts.say(f"change.{Change.NEW}"), area=area, indicator=indicator)
