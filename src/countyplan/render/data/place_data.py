"""Where something stands, and what excuses it, by the names that users rely on."""

from __future__ import annotations

from countyplan.diagnostics import Place
from countyplan.report.words.waiver import ShownWaiver


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
