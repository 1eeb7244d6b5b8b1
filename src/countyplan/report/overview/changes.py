"""What changed since the period before, row by row and in a few lines."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from functools import cache, cached_property, partial

from countyplan.assess import Assessment, Change, change
from countyplan.dataclass import dataclass
from countyplan.figures import Restatement
from countyplan.language import Texts
from countyplan.language.texts import begun
from countyplan.plan import Plan, Target
from countyplan.quantity import Period
from countyplan.report.overview.overview_model import Changes, Count
from countyplan.report.row.machine_row import machine_row
from countyplan.report.row.row_model import ChangeWords, Row, RowChange
from countyplan.report.row.verdict_words import VerdictWords
from countyplan.report.words.names import area_name, period_name, target_name
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


def change_of(now: VerdictWords, earlier: Earlier) -> RowChange | None:
    """What became of a verdict since `earlier`; nothing of a target that was not in force then."""
    found = earlier.of(now.target)
    if found is None:
        return None
    kind = change(found, now.assessment, now.plan.baseline)
    then, restated = VerdictWords(now.plan, now.texts, found), earlier.restated(found)
    return RowChange(
        kind=kind.value,
        label=now.texts.say(f"change.{kind}"),
        status_then=then.status(),
        restated=restated,
        words=_Words(kind, then, now, restated),
        then=partial(machine_row, then),
    )


@dataclass(frozen=True, slots=True)
class _Words:
    """Says what became of the verdict `now`, which was told as `then`."""

    kind: Change
    then: VerdictWords
    now: VerdictWords
    restated: bool

    def __call__(self) -> ChangeWords:
        texts, target = self.now.texts, self.now.target
        area, indicator = area_name(self.now.plan, target.area, texts), target_name(target, texts)
        if self.kind is Change.NEW:
            told, noted = _new(area, indicator, texts), begun(texts.say(f"change.{self.kind}"))
        else:
            told, noted = self._said("change.line", area=area, indicator=indicator), self._said("change.note")
        return ChangeWords(self._with_restated(told), self._with_restated(noted), self.then.value_dated())

    def _said(self, key: str, **words: str) -> str:
        texts, value_then, value_now = self.then.texts, self.then.value(), self.now.value()
        same = "_same" if self.kind is Change.SAME else ""
        figures = "_figures" if value_then and value_now else ""
        return texts.say(
            f"{key}{same}{figures}",
            label=begun(texts.say(f"change.{self.kind}")),
            then=self.then.status(),
            now=self.now.status(),
            value_then=value_then,
            value_now=value_now,
            **words,
        )

    def _with_restated(self, said: str) -> str:
        texts = self.then.texts
        return texts.say("clause.separator").join([said, texts.say("change.restated")]) if self.restated else said


def build_changes(plan: Plan, rows: Iterable[Row], shown: Iterable[Row], earlier: Earlier, texts: Texts) -> Changes:
    """The changes of `rows` counted, and those of what is `shown` told in lines.

    Of what is new or not comparable there is one in all, of the same none. What is the same though a figure used then was
    restated has a line: no two reports then tell the same of it.
    """
    kinds = Counter(row.change.kind for row in rows if row.change is not None)
    counts = tuple(
        Count(status=kind.value, label=texts.say(f"change.{kind}"), number=kinds[kind.value]) for kind in Change
    )
    changed = [(row, row.change) for row in shown if row.change is not None]
    counted = [texts.say("change.count", label=one.label, number=one.number) for one in counts if one.number]
    since = period_name(earlier.as_of, texts)
    return Changes(
        since=str(earlier.as_of),
        heading=texts.say("change.heading"),
        summary=texts.say("change.summary", since=since, counts=texts.join(counted))
        if counted
        else texts.say("change.none", since=since),
        counts=counts,
        tell=cache(lambda: tuple(_lines(plan, changed, texts))),
    )


def _lines(plan: Plan, changed: Sequence[tuple[Row, RowChange]], texts: Texts) -> Iterator[str]:
    for kind in (Change.WORSE, Change.BETTER):
        yield from (one.words().told for _, one in changed if one.kind == kind)
    yield from _folded(plan, [row for row, one in changed if one.kind in {Change.NEW, Change.NOT_COMPARABLE}], texts)
    yield from (one.words().told for _, one in changed if one.kind == Change.SAME and one.restated)


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
    label = begun(texts.say(f"change.{Change.NEW}"))
    return texts.say("change.line_new", label=label, area=area, indicator=indicator)
