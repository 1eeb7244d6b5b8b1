"""A plan as a list to be ticked off beside its text, clause by clause."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from countyplan.dataclass import dataclass
from countyplan.language import Texts
from countyplan.plan.draft.draft import Draft
from countyplan.plan.draft.targets import DraftClause, DraftLabel
from countyplan.plantext.outline import clauses_of
from countyplan.plantext.reading.document import Document
from countyplan.plantext.vocabulary import vocabulary_of
from countyplan.report.plans.area_tree import ShowArea, areas_of, tree_of
from countyplan.report.plans.draft_goal import DraftRow, goal_said, word
from countyplan.report.plans.draft_listing import draft_rows, target_of
from countyplan.report.plans.draft_names import DraftNames, language_of


@dataclass(frozen=True, slots=True)
class ShowRow:
    """A target: the words of the text, what was read from them, and how sure that is."""

    wording: str
    line: str
    doubt: str


@dataclass(frozen=True, slots=True)
class ShowClause:
    """A clause: its heading, its units, its text as far as it is at hand, and its targets."""

    heading: str
    units: str
    text: tuple[str, ...]
    rows: tuple[ShowRow, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ShowPage:
    """A plan in words, and the same for machines."""

    texts: Texts
    plan_language: str
    title: str
    heading: tuple[str, ...]
    areas_heading: str
    areas: tuple[ShowArea, ...]
    with_text: bool
    no_targets: str
    no_text: str
    clauses: tuple[ShowClause, ...]
    machine: Mapping[str, object]


def show_page(draft: Draft, document: Document | None, texts: Texts) -> ShowPage:
    """The page of a plan, with its text beside it where there is one."""
    plan = draft.targets.plan
    bodies = _bodies(document) if document is not None else {}
    names = DraftNames(draft, texts)
    rows = list(draft_rows(draft, names))
    title = names.said(plan) or plan.id or ""
    # A goal that was adjusted is the same target, twice told.
    targets = {(row.indicator.id, row.area, row.indicator.due) for row in rows}
    about = {"title": title, "clauses": len(draft.targets.clauses), "targets": len(targets)}
    by_clause: dict[int | str | None, list[DraftRow]] = defaultdict(list)
    for row in rows:
        by_clause[row.indicator.clause].append(row)
    return ShowPage(
        texts=texts,
        plan_language=language_of(draft),
        title=texts.say("show.title"),
        heading=(texts.say("show.about", **about), *_labels(draft, names)),
        areas_heading=texts.say("show.areas"),
        areas=tree_of(draft, names, texts),
        with_text=document is not None,
        no_targets=texts.say("show.no_targets"),
        no_text=texts.say("show.no_text"),
        clauses=tuple(
            _clause(one, draft, by_clause[one.number], bodies.get(one.number, ()), names)
            for one in draft.targets.clauses
        ),
        machine=_machine(draft, rows),
    )


def _labels(draft: Draft, names: DraftNames) -> Iterator[str]:
    """What areas are called: those of each level that has a word of its own, and all others."""
    if draft.targets.labels:
        labels = names.texts.join([_label(one, names) for one in draft.targets.labels])
        yield names.texts.say("show.labels", labels=labels)


def _label(one: DraftLabel, names: DraftNames) -> str:
    """The word, and that of several in the same language, where it differs."""
    texts, language = names.texts, language_of(names.draft)
    said, several = one.name.by_language(language), one.plural.by_language(language)
    spoken = next((told for told in (texts.language.value, language, *said) if told in said), "")
    called, plural = said.get(spoken, texts.say("show.open")), several.get(spoken)
    if plural is not None and plural != called:
        called = texts.say("show.label_plural", name=called, plural=plural)
    return called if one.level is None else texts.say("show.label_level", level=one.level, called=called)


def _machine(draft: Draft, rows: Iterable[DraftRow]) -> Mapping[str, object]:
    """The plan for machines; `names` and `titles` hold every language that it says something in."""
    targets, language = draft.targets, language_of(draft)
    plan = targets.plan
    return {
        "plan": {
            "id": plan.id,
            "version": plan.version,
            "language": language,
            "title": plan.title,
            "titles": plan.by_language(language),
            "baseline": plan.baseline,
            "first": plan.first,
            "last": plan.last,
        },
        "areas": areas_of(draft),
        "labels": [
            {"level": one.level, "names": one.name.by_language(language), "plurals": one.plural.by_language(language)}
            for one in targets.labels
        ],
        "clauses": [
            {
                "clause": one.number,
                "mark": one.mark,
                "title": one.title,
                "titles": one.by_language(language),
                "responsible": [unit.name for unit in draft.units_of(one.number)],
            }
            for one in targets.clauses
        ],
        "units": [
            {"id": one.id, "name": one.name, "names": one.by_language(language)} for one in draft.responsibilities.units
        ],
        "indicators": [
            {"id": one.id, "name": one.name, "names": one.by_language(language)} for one in targets.indicators
        ],
        "targets": [target_of(row) for row in rows],
    }


def _bodies(document: Document) -> Mapping[int | str | None, tuple[str, ...]]:
    found = clauses_of(document, vocabulary_of(document.text))
    return {one.number: tuple(part.paragraph.text for part in one.parts) for one in found}


def _clause(
    one: DraftClause, draft: Draft, rows: list[DraftRow], text: tuple[str, ...], names: DraftNames
) -> ShowClause:
    texts = names.texts
    units = [names.unit(unit)[1] for unit in draft.units_of(one.number)]
    said = texts.say("show.units", units=texts.join(units)) if units else texts.say("show.no_units")
    return ShowClause(
        names.clause(one),
        said,
        text,
        tuple(_rows(rows, names)),
    )


def _rows(rows: list[DraftRow], names: DraftNames) -> Iterator[ShowRow]:
    """A line for each goal; areas that share one are told together."""
    texts, grouped = names.texts, dict[int, list[DraftRow]]()
    for row in rows:
        grouped.setdefault(id(row.goal), []).append(row)
    for same in grouped.values():
        row = same[0]
        due = row.indicator.due
        said = {
            "indicator": names.said(row.indicator) or texts.say("show.open"),
            "area": texts.join([names.area(one.area) for one in same]),
            "goal": goal_said(row, names),
            "due": texts.say("show.due", due=due) if isinstance(due, int) else due or texts.say("show.open"),
            "kind": word("kind", row.indicator.kind, texts),
            "firmness": word("firmness", row.indicator.firmness, texts),
        }
        yield ShowRow(row.goal.wording or "", texts.say("show.line", **said), _doubt(row, texts))


def _doubt(row: DraftRow, texts: Texts) -> str:
    doubt = row.indicator.draft
    if doubt is None:
        return ""
    key = "show.doubt" if doubt.reasons else "show.sure"
    return texts.say(key, confidence=doubt.confidence, reasons=texts.join(list(doubt.reasons)))
