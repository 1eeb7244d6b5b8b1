"""Whatever is told to machines as JSON."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from countyplan.render.data.json_text import json_pieces, json_text
from countyplan.render.data.report_data import (
    counted_data,
    group_data,
    made_from_data,
    problems_data,
    report_data,
    year_or_period,
)
from countyplan.render.data.row_data import assessment_data, commitment_data, demand_data, demanded
from countyplan.report.commitments.row import CommitmentRow, MachineCommitment
from countyplan.report.divided.index import Index
from countyplan.report.explanation.telling import Explanation
from countyplan.report.findings import Findings
from countyplan.report.listing import Listing
from countyplan.report.report_model import Report
from countyplan.report.row.row_model import MachineRow, Row
from countyplan.report.words.meaning import Meaning


def report_pieces(report: Report) -> Iterator[str]:
    """The whole report in pieces, each row made when it is written."""
    return json_pieces(report_data(report))


def index_json(index: Index) -> str:
    """The list of the sheets, what is in none of them, and every finding."""
    whole = index.whole
    return json_text(
        {
            "plan": {"id": whole.plan_id, "title": whole.plan_title},
            "as_of": year_or_period(whole.as_of),
            "made_from": made_from_data(whole.made_from),
            "by": index.by.value,
            "sheets": [
                {
                    **group_data(entry.sheet.group),
                    "file": entry.sheet.file,
                    **counted_data(entry.sheet.report),
                }
                for entry in index.entries
            ],
            "in_no_sheet": [{"target": row.machine.target, "area": row.machine.area} for row in index.apart],
            "diagnostics": problems_data(whole.problems),
        }
    )


def findings_json(findings: Findings) -> str:
    """Findings alone, as `validate` tells them."""
    return json_text(findings_data(findings))


def findings_data(findings: Findings) -> dict[str, object]:
    """Findings by the names that users rely on: how many there are of each severity, shown or not, and those shown."""
    return {
        "files": findings.files,
        "figures": findings.figures,
        "summary": dict(findings.counts),
        "diagnostics": problems_data(findings.problems),
        "not_shown": findings.not_shown,
    }


def listing_json(listing: Listing) -> str:
    """A listing as a list of objects."""
    return json_text([_listed(one) for one in listing.machine])


def _listed(one: MachineRow | MachineCommitment | Mapping[str, object]) -> dict[str, object]:
    if isinstance(one, MachineRow):
        return demand_data(one)
    if isinstance(one, MachineCommitment):
        return commitment_data(one) if one.state else demanded(one)
    return dict(one)


def explanation_json(explanation: Explanation[Row] | Explanation[CommitmentRow]) -> str:
    """The reasoning behind one verdict, and the row that it leads to."""
    parts = [{"heading": part.heading, "lines": list(part.lines)} for part in explanation.parts]
    row = explanation.row
    led_to = (
        {"assessment": assessment_data(row)} if isinstance(row, Row) else {"commitment": commitment_data(row.machine)}
    )
    return json_text({"title": explanation.title, "parts": parts, **led_to})


def meaning_json(meaning: Meaning) -> str:
    """What a code means."""
    return json_text(dict(meaning.machine))
