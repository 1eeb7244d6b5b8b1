"""The data's clauses, their units, what is no target and what is promised, against the text."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping

from countyplan.plan.draft.draft import Draft
from countyplan.plan.draft.targets import DraftClause
from countyplan.plan.names import heading
from countyplan.plantext.audit.audit_model import Finding, FindingKind, occurrences
from countyplan.plantext.audit.dates import years_for
from countyplan.plantext.outline import Clause
from countyplan.plantext.responsible import units_of
from countyplan.plantext.vocabulary import Vocabulary
from countyplan.quantity.width import single_width


def check_clauses(draft: Draft, clauses: tuple[Clause, ...], words: Vocabulary) -> Iterator[Finding]:
    """Clauses that only one side has, that differ in mark, title or chapter, or whose units differ in name or order."""
    in_text: dict[int | str | None, Clause] = {clause.number: clause for clause in clauses}
    in_data = {one.number: one for one in draft.targets.clauses}
    for number, clause in in_text.items():
        if number not in in_data and clause.counted:
            about = {"heading": heading(clause.mark, clause.title)}
            yield Finding(FindingKind.CLAUSE_NOT_IN_DATA, number, about, clause.parts[0].paragraph.line)
    for number, one in in_data.items():
        found = in_text.get(number)
        if found is None:
            yield Finding(FindingKind.CLAUSE_LACKING, number, {"heading": heading(one.mark, one.title)})
            continue
        yield from _headings(one, found)
        yield from _units(draft, found, words)
    yield from _units_told(draft, in_text)
    order = [number for number in in_text if number in in_data]
    if order != [number for number in in_data if number in in_text]:
        yield Finding(
            FindingKind.CLAUSE_DIFFERS, None, {"data": " ".join(map(str, in_data)), "text": " ".join(map(str, order))}
        )


def _headings(one: DraftClause, found: Clause) -> Iterator[Finding]:
    for data, text in ((one.mark, found.mark), (one.title, found.title), (one.chapter, found.chapter)):
        if data is not None and text and _bare(data) != _bare(text):
            about = {"data": data, "text": text}
            yield Finding(FindingKind.CLAUSE_DIFFERS, found.number, about, found.parts[0].paragraph.line)


def _units(draft: Draft, clause: Clause, words: Vocabulary) -> Iterator[Finding]:
    data = [unit.name or unit.id for unit in draft.units_of(clause.number)]
    text = [named.name for named in units_of(clause, words)]
    if not text and draft.is_draft():
        return  # who is addressed was read out of the sentence, which the draft says
    if [_bare(name) for name in data] != [_bare(name) for name in text]:
        about = {"data": "、".join(data), "text": "、".join(text)}
        line = clause.parts[-1].paragraph.line
        yield Finding(FindingKind.UNITS_DIFFER, clause.number, about, line)


def _units_told(draft: Draft, in_text: Mapping[int | str | None, Clause]) -> Iterator[Finding]:
    """Clauses of which the data neither names units nor says that there are none, or of which it does both or in vain."""
    none_named, named = draft.responsibilities.none_named, [one.clause for one in draft.responsibilities.clauses]
    told = Counter([*none_named, *named])
    for number in dict.fromkeys([*told, *(one.number for one in draft.targets.clauses)]):
        if told[number] != 1 or number not in in_text:
            yield Finding(FindingKind.UNITS_DIFFER, number, {"data": f"× {told[number]}", "text": ""})


def check_not_targets(draft: Draft, clauses: tuple[Clause, ...]) -> Iterator[Finding]:
    """What the data lists as no target and the text lacks."""
    in_text: dict[int | str | None, Clause] = {clause.number: clause for clause in clauses}
    listed: Counter[tuple[int | str | None, str]] = Counter()
    for one in draft.targets.not_targets:
        clause = in_text.get(one.clause)
        for quoted in one.words:
            listed[one.clause, quoted] += 1
            if clause is None or listed[one.clause, quoted] > len(occurrences(quoted, clause)):
                yield Finding(FindingKind.NOT_TARGET_LACKING, one.clause, {"words": quoted})


def check_commitments(draft: Draft, clauses: tuple[Clause, ...], words: Vocabulary) -> Iterator[Finding]:
    """Commitments whose words the text lacks, or whose year it does not name in their clause."""
    in_text: dict[int | str | None, Clause] = {clause.number: clause for clause in clauses}
    for one in draft.commitments.commitments if draft.commitments else ():
        clause = in_text.get(one.clause)
        spans = occurrences(one.wording, clause) if clause is not None and one.wording else ()
        if clause is None or not spans:
            about = {"commitment": one.id, "wording": one.wording or ""}
            yield Finding(FindingKind.COMMITMENT_LACKING, one.clause, about)
        elif isinstance(one.due, int):
            years = years_for(draft, clause, spans[0], True, words)
            if one.due not in years:
                said = {"due": str(one.due), "years": "/".join(map(str, sorted(years)))}
                yield Finding(
                    FindingKind.DUE_NOT_IN_TEXT, clause.number, {"target": one.id, "wording": one.wording or "", **said}
                )


def _bare(text: str) -> str:
    return "".join(single_width(text).split())
