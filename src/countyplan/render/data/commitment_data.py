"""Commitments by the names that users rely on."""

from __future__ import annotations

from countyplan.render.data.place_data import place_data
from countyplan.report.commitments.row import MachineCommitment
from countyplan.report.report_model import Report


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
