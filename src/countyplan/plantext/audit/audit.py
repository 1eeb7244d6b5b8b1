"""An audit: every number of the text against the data, and the data against the text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from countyplan.plan.draft.draft import Draft
from countyplan.plan.names import heading
from countyplan.plantext.audit.audit_model import Audit, Finding, FindingKind, NumberRow, Span, State, occurrences
from countyplan.plantext.audit.clauses import check_clauses, check_commitments, check_not_targets
from countyplan.plantext.audit.dates import check_dates
from countyplan.plantext.audit.names import check_names, check_readings
from countyplan.plantext.audit.targets import Targets
from countyplan.plantext.outline import Clause, Part, clauses_of
from countyplan.plantext.reading.document import Document
from countyplan.plantext.structure import Figure, Role, figures_in
from countyplan.plantext.vocabulary import Vocabulary, vocabulary_of
from countyplan.quantity.width import single_width

_AROUND = 10
_Held = tuple[Span, str]


def audit(document: Document, draft: Draft) -> Audit:
    """Hold a text and a plan's data against each other."""
    words = vocabulary_of(document.text)
    clauses = clauses_of(document, words)
    narrow = "\n".join(paragraph.narrow for paragraph in document.paragraphs)
    targets = Targets(draft, clauses, words)
    numbers = [row for clause in clauses for row in _numbers(clause, draft, targets.held, words)]
    findings = [
        *check_dates(draft, narrow, words),
        *check_clauses(draft, clauses, words),
        *targets.findings,
        *check_not_targets(draft, clauses),
        *check_commitments(draft, clauses, words),
        *check_names(draft, clauses, words),
        *check_readings(draft, clauses, words),
        *(
            Finding(
                FindingKind.UNACCOUNTED, row.clause, {"number": row.text, "context": row.context}, row.line, row.span
            )
            for row in numbers
            if row.state is State.OPEN
        ),
    ]
    order: dict[int | str | None, int] = {clause.number: at for at, clause in enumerate(clauses)}
    findings.sort(key=lambda one: (order.get(one.clause, -1), one.line or 0))
    return Audit(
        document=document,
        headings={clause.number: heading(clause.mark, clause.title) for clause in clauses},
        numbers=tuple(numbers),
        findings=tuple(findings),
        silent=tuple(_silent(clauses, draft)),
    )


def _silent(clauses: Sequence[Clause], draft: Draft) -> Iterator[int | str]:
    """Clauses of the data that neither a target nor a commitment speaks of."""
    spoken = {indicator.clause for indicator in draft.targets.indicators}
    spoken |= {one.clause for one in draft.commitments.commitments} if draft.commitments else set()
    known = {one.number for one in draft.targets.clauses}
    for clause in clauses:
        if clause.number in known and clause.number not in spoken and clause.text.strip():
            yield clause.number


def _numbers(clause: Clause, draft: Draft, held: Sequence[_Held], words: Vocabulary) -> Iterator[NumberRow]:
    listed = [
        (span, one.why or "", one.why_en or "")
        for one in draft.targets.not_targets
        if one.clause == clause.number
        for quoted in one.words
        for span in occurrences(quoted, clause)
    ]
    promised = [
        (span, one.id)
        for one in (draft.commitments.commitments if draft.commitments else ())
        if one.clause == clause.number and one.wording
        for span in occurrences(one.wording, clause)
    ]
    in_data = any(one.number == clause.number for one in draft.targets.clauses)
    for part in clause.parts:
        for figure in figures_in(part.paragraph.narrow, words):
            at, start, end = part.at, figure.start, figure.number.end
            by = tuple(dict.fromkeys(name for span, name in held if span.holds(at, start, end)))
            why = next(((zh, en) for span, zh, en in listed if span.holds(at, start, end)), None)
            if by:
                state = State.TARGET
            elif why is not None:
                state = State.NOT_TARGET
            elif by := tuple(name for span, name in promised if span.holds(at, start, end)):
                state = State.COMMITMENT
            else:
                state = _by_itself(figure, in_data, draft, part, words)
            yield NumberRow(
                clause=clause.number,
                line=part.paragraph.line,
                span=Span(at, start, end),
                text=part.paragraph.text[start:end],
                context=part.paragraph.text[max(0, start - _AROUND) : end + _AROUND],
                state=state,
                by=by,
                why=why or ("", ""),
            )


def _by_itself(figure: Figure, in_data: bool, draft: Draft, part: Part, words: Vocabulary) -> State:
    """What needs no entry in the data: a heading's mark, a word that counts nothing, the plan's own title and date."""
    match figure.role:
        case Role.HEADING | Role.PAGE:
            return State.MARK
        case Role.WORD:
            return State.WORD
        case _:
            pass
    is_date = words.pattern("dates.full").fullmatch(part.paragraph.narrow.strip()) is not None
    if (is_date or not in_data) and _identifies(figure, draft, part, words):
        return State.IDENTITY
    return State.OPEN


def _identifies(figure: Figure, draft: Draft, part: Part, words: Vocabulary) -> bool:
    """Whether a number outside of all clauses belongs to the plan's date of issue or its title."""
    plan, narrow = draft.targets.plan, part.paragraph.narrow
    for found in words.pattern("dates.full").finditer(narrow):
        if found.start() <= figure.start < found.end() and plan.issued is not None:
            digits = [int(text) for text in found.groupdict().values() if text is not None and text.isdecimal()]
            return digits == [int(text) for text in plan.issued.split("-")]
    title = single_width(plan.title or "")
    return bool(title) and narrow.strip() in title
