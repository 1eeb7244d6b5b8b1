"""Rows of targets and of commitments by the names that users rely on, with where something stands and what excuses it."""

from __future__ import annotations

from countyplan.diagnostics import Place
from countyplan.report.commitments.row import MachineCommitment
from countyplan.report.row.row_model import MachineRow, Row
from countyplan.report.words.waiver import ShownWaiver


def demand_data(row: MachineRow) -> dict[str, object]:
    """What a target demands."""
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
        **({} if row.set_by is None else {"in_force": row.in_force, "set_by": row.set_by}),
    }


def assessment_data(shown: Row) -> dict[str, object]:
    """A target with its verdict and what that rests on."""
    row = shown.machine_once()
    baseline = None if row.baseline is None else {"period": row.baseline[0], "value": row.baseline[1]}
    step = None if row.amount is None else {
        "amount": row.amount,
        "per_year": row.per_year,
        "is_rate": row.per_year_is_rate,
        "times": row.times,
        "projection": row.projection,
    }  # fmt: skip
    return {
        **demand_data(row),
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
        "waiver": waiver_data(shown.waiver),
        "sources": [place_data(place) for place in row.sources],
        "reason": shown.reason,
        "remarks": list(row.remarks),
        "notes": list(shown.notes),
    }


def verdict_data(row: MachineRow) -> dict[str, object]:
    """A verdict in short."""
    return {"status": row.status, "value": row.value, "period": row.period, "pace": row.pace}


def commitment_data(row: MachineCommitment) -> dict[str, object]:
    """A commitment where it binds; `state` is how it stands, `reported` what was said of it last."""
    last = row.reported
    said = None if last is None else {
        "state": last.state.value,
        "period": str(last.period),
        "date": last.date or None,
        "by": last.by,
        "note": last.note,
        "source": place_data(last.place),
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


def waiver_data(waiver: ShownWaiver | None) -> dict[str, object] | None:
    """What excuses it, and where that is written."""
    if waiver is None:
        return None
    return {
        "reason": waiver.reason,
        "document": waiver.document,
        "approver": waiver.approver,
        "until": waiver.until,
        "source": place_data(waiver.place),
    }


def place_data(place: Place) -> dict[str, object]:
    """Where something stands: file, line and column, or a cell."""
    return {"file": place.file, "line": place.line, "column": place.column, "cell": place.cell}
