"""A plan as a list to be ticked off beside its text, clause by clause."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from countyplan.dataclass import dataclass
from countyplan.language import Texts
from countyplan.plan.draft.draft import Draft
from countyplan.plan.draft.targets import DraftClause
from countyplan.plan.names import heading
from countyplan.plantext.outline import clauses_of
from countyplan.plantext.reading import Document
from countyplan.plantext.vocabulary import vocabulary_of
from countyplan.report.plans.area_tree import ShowArea, tree_of
from countyplan.report.plans.draft_listing import DraftRow, area_said, draft_rows, goal_said, list_draft, word


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
    version: str
    title: str
    heading: tuple[str, ...]
    areas_heading: str
    areas: tuple[ShowArea, ...]
    with_text: bool
    no_targets: str
    no_text: str
    clauses: tuple[ShowClause, ...]
    machine: Mapping[str, object]


def show_page(draft: Draft, document: Document | None, texts: Texts, version: str) -> ShowPage:
    """The page of a plan, with its text beside it where there is one."""
    plan = draft.targets.plan
    bodies = _bodies(document) if document is not None else {}
    rows = list(draft_rows(draft))
    about = {"title": plan.title or plan.id or "", "clauses": len(draft.targets.clauses), "targets": len(rows)}
    listing = list_draft(draft, texts, [], [], [])
    return ShowPage(
        texts=texts,
        version=version,
        title=texts.say("show.title"),
        heading=(texts.say("show.about", **about),),
        areas_heading=texts.say("show.areas"),
        areas=tree_of(draft, texts),
        with_text=document is not None,
        no_targets=texts.say("show.no_targets"),
        no_text=texts.say("show.no_text"),
        clauses=tuple(_clause(one, draft, rows, bodies, texts) for one in draft.targets.clauses),
        machine={
            "plan": {"id": plan.id, "title": plan.title, "first": plan.first, "last": plan.last},
            "clauses": [
                {
                    "clause": one.number,
                    "mark": one.mark,
                    "title": one.title,
                    "responsible": [unit.name for unit in draft.units_of(one.number)],
                }
                for one in draft.targets.clauses
            ],
            "targets": listing.machine,
        },
    )


def _bodies(document: Document) -> Mapping[int | str | None, tuple[str, ...]]:
    found = clauses_of(document, vocabulary_of(document.text))
    return {one.number: tuple(part.paragraph.text for part in one.parts) for one in found}


def _clause(
    one: DraftClause,
    draft: Draft,
    rows: list[DraftRow],
    bodies: Mapping[int | str | None, tuple[str, ...]],
    texts: Texts,
) -> ShowClause:
    units = [unit.name or unit.id for unit in draft.units_of(one.number)]
    said = texts.say("show.units", units=texts.join(units)) if units else texts.say("show.no_units")
    own = [row for row in rows if row.indicator.clause == one.number]
    return ShowClause(
        heading(one.mark, one.title) or str(one.number),
        said,
        bodies.get(one.number, ()),
        tuple(_rows(own, draft, texts)),
    )


def _rows(rows: list[DraftRow], draft: Draft, texts: Texts) -> Iterator[ShowRow]:
    """A line for each goal; areas that share one are told together."""
    grouped: dict[int, list[DraftRow]] = {}
    for row in rows:
        grouped.setdefault(id(row.goal), []).append(row)
    for same in grouped.values():
        row = same[0]
        due = row.indicator.due
        said = {
            "indicator": row.indicator.name or texts.say("show.open"),
            "area": texts.join([area_said(one, draft) for one in same]),
            "goal": goal_said(row, texts),
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
