"""A row by the names that users rely on."""

from __future__ import annotations

from countyplan.render.data.place_data import place_data, waiver_data
from countyplan.report.row.row_model import MachineRow, Row


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
        **_adjusted(row),
    }


def _adjusted(row: MachineRow) -> dict[str, object]:
    """From when a goal that was adjusted is in force, and what set it; nothing of one that never was."""
    return {} if row.set_by is None else {"in_force": row.in_force, "set_by": row.set_by}


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
