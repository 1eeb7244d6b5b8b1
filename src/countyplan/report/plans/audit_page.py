"""What an audit says, in words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import PurePath

from countyplan.dataclass import dataclass
from countyplan.language import Texts
from countyplan.plan.draft.draft import Draft
from countyplan.plantext.audit.audit_model import Audit, Finding, NumberRow, State
from countyplan.report.plans.draft_names import DraftNames, language_of
from countyplan.report.plans.marked import Marked, mark_up


@dataclass(frozen=True, slots=True)
class AuditLine:
    """Something open: where, what, and the line of the text that it stands in."""

    place: str
    message: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AuditRow:
    """A number with the words around it, and how it is accounted for: `told` is `label` and `says` where they differ."""

    line: int
    number: str
    context: str
    state: State
    label: str
    says: str
    told: str


@dataclass(frozen=True, slots=True)
class AuditClause:
    """The numbers of a clause, in order."""

    heading: str
    rows: tuple[AuditRow, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class AuditPage:
    """An audit in words, the text itself marked up, and the same for machines."""

    texts: Texts
    plan_language: str
    title: str
    heading: tuple[str, ...]
    verdict: str
    counts: tuple[tuple[str, int], ...]
    findings_heading: str
    findings: tuple[AuditLine, ...]
    clauses: tuple[AuditClause, ...]
    silent: str
    marked: tuple[Marked, ...]
    machine: Mapping[str, object]


def audit_page(audit: Audit, draft: Draft, texts: Texts) -> AuditPage:
    """The page of an audit in one language."""
    plan, names = draft.targets.plan, DraftNames(draft, texts)
    headings = dict(audit.headings)
    headings.update((one.number, names.clause(one)) for one in draft.targets.clauses)
    grouped: dict[int | str, list[AuditRow]] = {}
    for number in audit.numbers:
        grouped.setdefault(number.clause, []).append(_row(number, names, texts))
    clauses = tuple(
        AuditClause(headings.get(clause) or texts.say("audit.before_clauses"), tuple(rows))
        for clause, rows in grouped.items()
    )
    counts = tuple((texts.say(f"audit.state.{state}"), audit.count(state)) for state in State)
    key = "audit.clean" if audit.clean else "audit.open"
    silent = texts.join([headings.get(clause) or str(clause) for clause in audit.silent])
    says = {number.span: row.says for number, row in zip(audit.numbers, _rows(clauses), strict=True)}
    return AuditPage(
        texts=texts,
        plan_language=language_of(draft),
        title=texts.say("audit.title"),
        heading=(
            texts.say("audit.about", text=PurePath(audit.document.name).name, plan=names.said(plan) or plan.id or ""),
        ),
        verdict=texts.say(key, count=len(audit.findings), numbers=len(audit.numbers)),
        counts=counts,
        findings_heading=texts.say("audit.findings"),
        findings=tuple(_line(finding, audit, headings, texts) for finding in audit.findings),
        clauses=clauses,
        silent=texts.say("audit.silent", clauses=silent) if silent else "",
        marked=mark_up(audit.document, [(one.span, one.state.value, says[one.span]) for one in audit.numbers]),
        machine=_machine(audit, draft, texts),
    )


def _rows(clauses: tuple[AuditClause, ...]) -> Iterator[AuditRow]:
    return (row for clause in clauses for row in clause.rows)


def _row(number: NumberRow, names: DraftNames, texts: Texts) -> AuditRow:
    label = texts.say(f"audit.state.{number.state}")
    match number.state:
        case State.TARGET:
            says = texts.join([names.measured(one) for one in number.by])
        case State.COMMITMENT:
            says = texts.join([names.promised(one) for one in number.by])
        case State.NOT_TARGET:
            says = texts.choose(number.why[0], number.why[1] or number.why[0])
        case State.MARK | State.WORD | State.IDENTITY | State.OPEN:
            says = ""
    return AuditRow(
        line=number.line,
        number=number.text,
        context=_flat(number.context),
        state=number.state,
        label=label,
        says=says or label,
        told=texts.say("audit.told", state=label, says=says) if says else label,
    )


def _line(finding: Finding, audit: Audit, headings: Mapping[int | str | None, str], texts: Texts) -> AuditLine:
    place = audit.document.name if finding.line is None else f"{audit.document.name}:{finding.line}"
    heading = "" if finding.clause is None else headings.get(finding.clause, str(finding.clause))
    return AuditLine(f"{place} {heading}".rstrip(), _message(finding, texts))


def _message(finding: Finding, texts: Texts) -> str:
    words = {name: _flat(value) for name, value in finding.words.items()}
    if words.get("what"):
        words["what"] = texts.say(f"audit.what.{words['what']}")
    return texts.say(f"audit.finding.{finding.kind}", **words)


def _flat(text: str) -> str:
    return " ".join(text.split())


def _machine(audit: Audit, draft: Draft, texts: Texts) -> Mapping[str, object]:
    plan = draft.targets.plan
    return {
        "plan": {"id": plan.id, "title": plan.title},
        "text": audit.document.name,
        "clean": audit.clean,
        "summary": {state.value: audit.count(state) for state in State},
        "findings": [
            {
                "kind": one.kind.value,
                "clause": one.clause,
                "line": one.line,
                "message": _message(one, texts),
                **({"words": dict(one.words)} if one.words else {}),
            }
            for one in audit.findings
        ],
        "numbers": [
            {
                "clause": one.clause,
                "line": one.line,
                "column": one.span.start + 1,
                "number": one.text,
                "context": one.context,
                "state": one.state.value,
                "by": list(one.by),
                "why": texts.choose(*one.why) or one.why[0] or None,
            }
            for one in audit.numbers
        ],
        "silent_clauses": list(audit.silent),
    }
