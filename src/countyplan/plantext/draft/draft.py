"""A plan as read from its text."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from countyplan.plantext.draft.areas import Areas
from countyplan.plantext.draft.context import Context, written_unit
from countyplan.plantext.draft.draft_model import DraftedNumber, DraftedPlan, DraftedTarget
from countyplan.plantext.draft.find import Found, Left, find
from countyplan.plantext.draft.head import issuer_of, title_of
from countyplan.plantext.draft.naming import Name, cut_lead, name_of, parts_of, subject_of
from countyplan.plantext.draft.period import PlanDates, due_of, plan_dates, with_goal_year
from countyplan.plantext.draft.rules import first_rule
from countyplan.plantext.draft.table import read_tables
from countyplan.plantext.outline import Clause, clauses_of
from countyplan.plantext.reading.document import Document
from countyplan.plantext.responsible import units_of_clauses
from countyplan.plantext.vocabulary import Vocabulary, vocabulary_of

_PER_DOUBT = Decimal("0.07")
_SHORT_NAME = 4
_AROUND = 6


def draft_plan(document: Document) -> DraftedPlan:
    """Read a plan's text: its clauses, units, period, areas, targets, and what of its numbers is no target."""
    words = vocabulary_of(document.text)
    clauses = clauses_of(document, words)
    dates = with_goal_year(plan_dates(document, words), clauses, words)
    reader = _Reader(document, words, dates)
    targets: list[DraftedTarget] = []
    left: list[DraftedNumber] = []
    for clause in clauses:
        for one in find(clause, dates, words):
            if isinstance(one, Found):
                targets += reader.targets(clause, one)
            elif one.why not in {"role_heading", "role_page", "role_word"} and not _is_the_date(one, words):
                left.append(_left(clause, one))
        tabled, untold = read_tables(clause, dates, reader.areas.whole, words)
        targets += tabled
        left += untold
    targets, repeated = _once(targets)
    left += repeated
    units = units_of_clauses(clauses, words)
    head = [paragraph for paragraph in document.paragraphs[:12] if paragraph.text.strip()]
    title = title_of(document, words)
    return DraftedPlan(
        document=document,
        language=words.language,
        title=title,
        issuer=issuer_of(document, title, words),
        issued=dates.issued,
        for_comment=bool(words.pattern("for_comment").search("\n".join(one.narrow for one in head))),
        first=dates.first,
        last=dates.last,
        areas=reader.areas.all,
        clauses=clauses,
        units=units,
        targets=tuple(sorted(targets, key=lambda one: (one.at, one.start))),
        not_targets=tuple(sorted(left, key=lambda one: (one.at, one.start))),
    )


def _once(targets: list[DraftedTarget]) -> tuple[list[DraftedTarget], list[DraftedNumber]]:
    """Each target once: what is said again in other words or in an annex is no second one."""
    kept: dict[tuple[object, ...], DraftedTarget] = {}
    repeated: list[DraftedNumber] = []
    for one in sorted(targets, key=lambda one: (one.at, one.start)):
        key = (one.name, one.areas, one.comparator, one.goal, one.unit, one.due)
        first = kept.setdefault(key if one.goal is not None else (one.at, one.start), one)
        if first is not one:
            repeated.append(DraftedNumber(one.clause, one.wording, "repeat", one.at, one.start))
    return list(kept.values()), repeated


def _is_the_date(one: Left, words: Vocabulary) -> bool:
    """Whether a number stands in a paragraph that is nothing but a date: the plan's own."""
    return bool(words.pattern("dates.full").fullmatch(one.part.paragraph.narrow.strip()))


def _left(clause: Clause, one: Left) -> DraftedNumber:
    """A number that is no target, with just enough around it to be found again."""
    text, end = one.part.paragraph.text, max(one.figure.end, one.figure.number.end)
    start = max(0, one.figure.start - _AROUND)
    return DraftedNumber(clause.number, text[start : end + 2].strip(), one.why, one.part.at, one.figure.start)


class _Reader:
    """From a number that is a target to what it demands."""

    def __init__(self, document: Document, words: Vocabulary, dates: PlanDates) -> None:
        self._words = words
        self._dates = dates
        self.areas = Areas(document, words)
        self._last: tuple[tuple[int, str], str] | None = None

    def targets(self, clause: Clause, found: Found) -> Iterator[DraftedTarget]:
        """The targets that one figure sets: one, or one for each indicator that it is said of."""
        words, context = self._words, found.context
        named = name_of(context, found.rule, words, scoped=not self.areas.named)
        listed, end = self.areas.listed(context.before)
        if listed:
            begins = end if found.nth else max(context.name_start, end)
            named = name_of(replace(context, name_start=begins), found.rule, words, scoped=False)
        continued = self._continued(named, found)
        names = (continued.names[0],) if listed else self._names(continued, found)
        due, due_doubt = due_of(context, clause, found.part.at, self._dates, words)
        comparator = first_rule(context, "comparators", words)
        kind = first_rule(context, "kinds", words)
        areas, area_doubt = self._areas(found, kind.word if kind else None)
        doubts = [
            due_doubt,
            area_doubt,
            named.doubt,
            None if comparator else "bare_figure",
            None if kind else "kind_by_unit",
        ]
        if named.area is not None and not self.areas.named:
            areas = (named.area,)
        areas = tuple(_as_written(area, found, words) for area in areas)
        for name in names:
            yield DraftedTarget(
                clause=clause.number,
                name=_as_written(self._full_name(name, context, areas), found, words),
                areas=areas,
                comparator="between" if context.low else comparator.word if comparator else "at_least",
                goal=context.goal,
                unit=written_unit(context, words),
                due=due,
                kind=kind.word if kind else "level",
                firmness=self._firmness(context),
                wording=self._wording(found),
                confidence=max(Decimal("0.3"), found.confidence - _PER_DOUBT * sum(one is not None for one in doubts)),
                doubts=tuple(one for one in doubts if one is not None),
                at=found.part.at,
                start=context.first.start,
            )

    def _areas(self, found: Found, kind: str | None) -> tuple[tuple[str, ...], str | None]:
        """The areas that a figure binds: of a list of areas the one whose turn it is (分别), or each."""
        listed, _ = self.areas.listed(found.context.before)
        if not listed:
            return self.areas.of(found.context, kind)
        if found.of == len(listed):
            return (listed[found.nth],), None
        return listed, None if self._words.pattern("name.each_of").search(found.context.before) else "area_each"

    def _continued(self, named: Name, found: Found) -> Name:
        """A name that only goes on with the one before it: 占地区生产总值比重, 到2025年达到30家."""
        sentence = (found.part.at, found.context.sentence)
        before = self._last[1] if self._last is not None and self._last[0] == sentence else None
        name = named.names[0]
        if before is not None and self._words.pattern("name.goes_on").match(name):
            named = Name((f"{before}{name}",), named.area, "name_from_sentence")
        elif before is not None and named.doubt == "name_unclear":
            named = Name((before,), named.area, "name_from_sentence")
        self._last = (sentence, named.names[0])
        return named

    def _names(self, named: Name, found: Found) -> tuple[str, ...]:
        name = named.names[0]
        parts = parts_of(name, self._words)
        if found.of > 1:
            return (parts[found.nth],) if len(parts) == found.of else (name,)
        each = self._words.pattern("name.each_of").search(found.context.before)
        return parts if each and len(parts) > 1 else (name,)

    def _full_name(self, name: str, context: Context, areas: tuple[str, ...]) -> str:
        """A name too short to stand alone, with whom the sentence is about; without the area's own name in it."""
        whole = name
        subject = subject_of(context.lead, self._words)
        if len(name) < _SHORT_NAME and subject and subject not in name and not self._words.spaced:
            whole = f"{subject}{name}"
        for area in areas:
            for said in (area, area[:-1]):
                if len(said) > 1 and whole.startswith(said) and len(whole) > len(said) + 1:
                    return cut_lead(whole[len(said) :], self._words)
        return whole

    def _firmness(self, context: Context) -> str:
        words = self._words
        soft = (
            words.pattern("firmness.aspirational").search(context.before)
            or words.pattern("firmness.leading").search(context.lead)
            or words.pattern("firmness.list").search(context.headings)
        )
        return "aspirational" if soft else "firm"

    def _wording(self, found: Found) -> str:
        """The stretch that holds the figure, cut at its beginning where it is long."""
        text, context = found.part.paragraph.text, found.context
        longest = int(self._words.get("longest_wording"))
        end = context.stretch_end
        start = max(context.stretch_start, min(context.first.start, end - longest))
        start = context.stretch_start if end - context.stretch_start <= longest else start
        if end - start > longest:
            end = max(context.figure.end, start + longest)
        return text[start:end].strip()


def _as_written(narrow: str, found: Found, words: Vocabulary) -> str:
    """Words of single width as the text writes them."""
    at = found.part.paragraph.narrow.find(narrow)
    if at >= 0:
        return found.part.paragraph.text[at : at + len(narrow)]
    written = words.table("written_as")
    return "".join(written.get(char, char) for char in narrow)
