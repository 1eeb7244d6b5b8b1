"""The report for machines, in the shape that users rely on: numbers are decimal strings."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict
from json.encoder import encode_basestring as _quoted
from typing import Any

from countyplan.diagnostics import Place, unobeyed_json
from countyplan.report import (
    CommitmentExplanation,
    Explanation,
    Findings,
    Index,
    Listing,
    Meaning,
    Problem,
    Report,
    Row,
)
from countyplan.report.commitments.row import MachineCommitment
from countyplan.report.overview.overview_model import VerdictChange
from countyplan.report.report_model import Group, MadeFrom
from countyplan.report.row.row_model import MachineRow, RowChange
from countyplan.report.words.waiver import ShownWaiver


def report_json(report: Report) -> str:
    """The whole report."""
    return _dump(report_data(report))


def report_data(report: Report) -> dict[str, object]:
    """The report by the names that users rely on. `not_shown` counts the rows that were not asked for."""
    return {
        "plan": {"id": report.plan_id, "title": report.plan_title},
        "as_of": _year_or_period(report.as_of),
        "made_from": _made_from(report.made_from),
        **_counted(report),
        "assessments": [_assessment(row) for row in report.rows],
        "diagnostics": problems_json(report.problems),
        "changes": _changes(report),
        "not_shown": report.not_shown,
        "commitments": commitments_data(report),
        **({} if report.projects is None else {"ledger": dict(report.projects.machine)}),
        **_group(report.group),
    }


def _counted(report: Report) -> dict[str, object]:
    """How many rows have each status, how many of those rest on figures in doubt, and how many were reported and not used."""
    return {
        "summary": {count.status: count.number for count in report.counts},
        "doubtful": {count.status: count.doubtful for count in report.counts},
        "not_used": sum(count.not_used for count in report.counts),
    }


def commitments_data(report: Report) -> list[dict[str, object]]:
    """Every commitment that was asked for, with its state; none of them is counted in the summary of targets."""
    return [] if report.commitments is None else [commitment_data(row.machine) for row in report.commitments.rows]


def commitment_data(row: MachineCommitment) -> dict[str, object]:
    """A commitment where it binds; `state` is how it stands, `reported` what was said of it last."""
    last = row.reported
    said = None if last is None else {
        "state": last.state.value,
        "period": str(last.period),
        "date": last.date or None,
        "by": last.by,
        "note": last.note,
        "source": _place(last.place),
    }  # fmt: skip
    proofs = [{"kind": one.kind.value, "text": one.text, "sha256": one.sha256 or None} for one in row.proofs]
    return {**demanded(row), "state": row.state, "reported": said, "proofs": proofs, "state_before": row.earlier}


def demanded(row: MachineCommitment) -> dict[str, object]:
    """What a commitment asks for, without how it stands."""
    return {
        "commitment": row.commitment,
        "name": row.name,
        "clause": row.clause,
        "area": row.area,
        "wording": row.wording,
        "firmness": row.firmness,
        "due": row.due,
        "responsible": list(row.responsible),
        "evidence": row.evidence,
        "readings": list(row.readings),
    }


def index_json(index: Index) -> str:
    """The list of the sheets, what is in none of them, and every finding."""
    whole = index.whole
    return _dump(
        {
            "plan": {"id": whole.plan_id, "title": whole.plan_title},
            "as_of": _year_or_period(whole.as_of),
            "made_from": _made_from(whole.made_from),
            "by": index.by.value,
            "sheets": [
                {
                    **_group(entry.sheet.group),
                    "file": entry.sheet.file,
                    **_counted(entry.sheet.report),
                }
                for entry in index.entries
            ],
            "in_no_sheet": [{"target": row.machine.target, "area": row.machine.area} for row in index.apart],
            "diagnostics": problems_json(whole.problems),
        }
    )


def _made_from(made: MadeFrom) -> dict[str, object]:
    return {
        "version": made.version,
        "plan_version": made.plan_version,
        "made_on": made.made_on,
        "files": [
            {"name": name, "sha256": sha256, "filing": [asdict(one) for one in filed.filings]}
            for (name, sha256), filed in zip(made.files, made.filed, strict=True)
        ],
    }


def _group(group: Group | None) -> dict[str, object]:
    if group is None:
        return {}
    return {"group": {"by": group.by, "id": group.id, "number": group.number, "name": group.name}}


def _changes(report: Report) -> dict[str, object] | None:
    """What changed since the period before; None where there was none."""
    if report.changes is None:
        return None
    return {
        "since": _year_or_period(report.changes.since),
        "summary": {count.status: count.number for count in report.changes.counts},
        "targets": [
            *(_change(row.machine, row.change) for row in report.rows if row.change is not None),
            *(_by_version(one) for one in report.changes.verdicts),
        ],
    }


def _change(now: MachineRow, change: RowChange) -> dict[str, object]:
    return {
        "target": now.target,
        "area": now.area,
        "change": change.kind,
        "then": _verdict(change.then),
        "now": _verdict(now),
    }


def _by_version(one: VerdictChange) -> dict[str, object]:
    """A verdict by two versions of a plan, with the goal of each."""
    then, now = (None if row is None else {**_verdict(row), **_demand(row)} for row in (one.then, one.now))
    known = one.now or one.then
    named = {} if known is None else {"target": known.target, "area": known.area}
    return {**named, "change": one.kind, "then": then, "now": now}


def _verdict(row: MachineRow) -> dict[str, object]:
    return {"status": row.status, "value": row.value, "period": row.period, "pace": row.pace}


def problems_json(problems: Sequence[Problem]) -> list[dict[str, object]]:
    """Findings as a list."""
    return [_problem(one) for one in problems]


def _problem(problem: Problem) -> dict[str, object]:
    message, hint = problem.message_and_hint
    return {
        "code": problem.code,
        "severity": problem.severity.value,
        **_place(problem.place),
        "message": message,
        "hint": hint,
        "waiver": _waiver(problem.waiver),
        "known": problem.known,
    }


def findings_json(findings: Findings) -> str:
    """Findings alone, as `validate` tells them."""
    return _dump(findings_data(findings))


def findings_data(findings: Findings) -> dict[str, object]:
    """Findings by the names that users rely on: how many there are of each severity, shown or not, and those shown."""
    return {
        "files": findings.files,
        "figures": findings.figures,
        "summary": dict(findings.counts),
        "diagnostics": problems_json(findings.problems),
        "not_shown": findings.not_shown,
    }


def listing_json(listing: Listing) -> str:
    """A listing as a list of objects."""
    return _dump([_listed(one) for one in listing.machine])


def _listed(one: MachineRow | MachineCommitment | Mapping[str, object]) -> dict[str, object]:
    if isinstance(one, MachineRow):
        return _demand(one)
    if isinstance(one, MachineCommitment):
        return commitment_data(one) if one.state else demanded(one)
    return dict(one)


def explanation_json(explanation: Explanation | CommitmentExplanation) -> str:
    """The reasoning behind one verdict, and the row that it leads to."""
    parts = [{"heading": part.heading, "lines": list(part.lines)} for part in explanation.parts]
    row = (
        {"assessment": _assessment(explanation.row)}
        if isinstance(explanation, Explanation)
        else {"commitment": commitment_data(explanation.row.machine)}
    )
    return _dump({"title": explanation.title, "parts": parts, **row})


def meaning_json(meaning: Meaning) -> str:
    """What a code means."""
    return _dump(dict(meaning.machine))


def _demand(row: MachineRow) -> dict[str, object]:
    return {
        "target": row.target,
        "indicator": row.indicator,
        "area": row.area,
        "clause": row.clause,
        "comparator": row.comparator,
        "goal": row.goal if isinstance(row.goal, str) else list(row.goal),
        "unit": row.unit,
        "due": row.due,
        "kind": row.kind,
        "firmness": row.firmness,
        "wording": row.wording,
        "responsible": list(row.responsible),
        "readings": list(row.readings),
        **_adjusted(row),
    }


def _adjusted(row: MachineRow) -> dict[str, object]:
    """From when a goal that was adjusted is in force, and what set it; nothing of one that never was."""
    return {} if row.set_by is None else {"in_force": row.in_force, "set_by": row.set_by}


def _assessment(shown: Row) -> dict[str, object]:
    row = shown.machine
    baseline = None if row.baseline is None else {"period": row.baseline[0], "value": row.baseline[1]}
    step = None if row.amount is None else {
        "amount": row.amount,
        "per_year": row.per_year,
        "is_rate": row.per_year_is_rate,
        "times": row.times,
        "projection": row.projection,
    }  # fmt: skip
    return {
        **_demand(row),
        "status": row.status,
        "value": row.value,
        "period": row.period,
        "baseline": baseline,
        "gap": row.gap,
        "pace": row.pace,
        "points_ahead": row.points_ahead,
        "time_progress": row.time_progress,
        "progress": row.progress,
        "expected": row.expected,
        "step": step,
        "borderline": row.borderline,
        "doubtful": row.doubtful,
        "missing_reason": row.missing_reason,
        "waiver": _waiver(shown.waiver),
        "sources": [_place(place) for place in row.sources],
        "reason": shown.reason,
        "remarks": list(row.remarks),
        "notes": list(shown.notes),
    }


def _waiver(waiver: ShownWaiver | None) -> dict[str, object] | None:
    if waiver is None:
        return None
    return {
        "reason": waiver.reason,
        "document": waiver.document,
        "approver": waiver.approver,
        "until": waiver.until,
        "source": _place(waiver.place),
    }


def _place(place: Place) -> dict[str, object]:
    return {"file": place.file, "line": place.line, "column": place.column, "cell": place.cell}


def _year_or_period(as_of: str) -> int | str:
    return int(as_of) if as_of.isdigit() else as_of


def _dump(data: Any) -> str:
    return f"{unobeyed_json(_written(data))}\n"


# How what holds nothing else is written.
_BARE: Mapping[type, Callable[[Any], str]] = {
    str: _quoted,
    int: str,
    bool: lambda value: "true" if value else "false",
    type(None): lambda _: "null",
}


def _written(value: object, line: str = "\n") -> str:
    """As `json.dumps(value, ensure_ascii=False, indent=2)` writes it, whose own indenting is slow on long reports."""
    bare = _BARE.get(type(value))
    if bare is not None:
        return bare(value)
    deeper = f"{line}  "
    match value:
        case dict() if value:
            inner = [
                f"{deeper}{_quoted(name)}: {bare(one) if (bare := _BARE.get(type(one))) else _written(one, deeper)}"
                for name, one in value.items()
            ]
            return f"{{{','.join(inner)}{line}}}"
        case list() | tuple() if value:
            return f"[{','.join([f'{deeper}{_written(one, deeper)}' for one in value])}{line}]"
        case str():
            return _quoted(value)
        case _:
            return json.dumps(value)
