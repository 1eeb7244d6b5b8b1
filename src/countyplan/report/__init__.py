"""What is told: rows, sums, order and wording, decided once. It is the only thing that a renderer sees."""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from countyplan.choice import By
    from countyplan.report.case.case import Case, CaseRule, Cases, Outcome
    from countyplan.report.commitments.explanation import CommitmentExplanation, explain_commitment
    from countyplan.report.commitments_listing import list_commitments, list_standings
    from countyplan.report.divided.file_name import file_stem
    from countyplan.report.divided.grouping import remits_of
    from countyplan.report.divided.index import GroupSheet, Index, IndexLine, build_index
    from countyplan.report.divided.portions import Portions
    from countyplan.report.divided.sheets import build_sheet
    from countyplan.report.divided.short_path import with_short_paths
    from countyplan.report.explanation.explanation import Explanation, explain, with_hardness
    from countyplan.report.findings import Findings, FindingsRequest, build_findings
    from countyplan.report.listing import Listing, list_targets, list_units
    from countyplan.report.overview.against import Against
    from countyplan.report.overview.changes import Earlier
    from countyplan.report.report_model import Report, Section
    from countyplan.report.row.row_model import Row
    from countyplan.report.whole.build import build_report
    from countyplan.report.whole.request import Request
    from countyplan.report.words.meaning import Meaning, meaning
    from countyplan.report.words.problem import Problem, problems

__all__ = [
    "Against",
    "By",
    "Case",
    "CaseRule",
    "Cases",
    "CommitmentExplanation",
    "Earlier",
    "Explanation",
    "Findings",
    "FindingsRequest",
    "GroupSheet",
    "Index",
    "IndexLine",
    "Listing",
    "Meaning",
    "Outcome",
    "Portions",
    "Problem",
    "Report",
    "Request",
    "Row",
    "Section",
    "build_findings",
    "build_index",
    "build_report",
    "build_sheet",
    "explain",
    "explain_commitment",
    "file_stem",
    "list_commitments",
    "list_standings",
    "list_targets",
    "list_units",
    "meaning",
    "problems",
    "remits_of",
    "with_hardness",
    "with_short_paths",
]

# Where each is, so that who asks for one of them does not load all the others.
_ROOMS = {
    "Against": "countyplan.report.overview.against",
    "By": "countyplan.choice",
    "Case": "countyplan.report.case.case",
    "CaseRule": "countyplan.report.case.case",
    "Cases": "countyplan.report.case.case",
    "CommitmentExplanation": "countyplan.report.commitments.explanation",
    "Earlier": "countyplan.report.overview.changes",
    "Explanation": "countyplan.report.explanation.explanation",
    "Findings": "countyplan.report.findings",
    "FindingsRequest": "countyplan.report.findings",
    "Index": "countyplan.report.divided.index",
    "IndexLine": "countyplan.report.divided.index",
    "Listing": "countyplan.report.listing",
    "Meaning": "countyplan.report.words.meaning",
    "Outcome": "countyplan.report.case.case",
    "Portions": "countyplan.report.divided.portions",
    "Problem": "countyplan.report.words.problem",
    "Report": "countyplan.report.report_model",
    "Request": "countyplan.report.whole.request",
    "Row": "countyplan.report.row.row_model",
    "Section": "countyplan.report.report_model",
    "GroupSheet": "countyplan.report.divided.index",
    "build_findings": "countyplan.report.findings",
    "build_index": "countyplan.report.divided.index",
    "build_report": "countyplan.report.whole.build",
    "build_sheet": "countyplan.report.divided.sheets",
    "explain": "countyplan.report.explanation.explanation",
    "explain_commitment": "countyplan.report.commitments.explanation",
    "file_stem": "countyplan.report.divided.file_name",
    "list_commitments": "countyplan.report.commitments_listing",
    "list_standings": "countyplan.report.commitments_listing",
    "list_targets": "countyplan.report.listing",
    "list_units": "countyplan.report.listing",
    "meaning": "countyplan.report.words.meaning",
    "problems": "countyplan.report.words.problem",
    "remits_of": "countyplan.report.divided.grouping",
    "with_hardness": "countyplan.report.explanation.explanation",
    "with_short_paths": "countyplan.report.divided.short_path",
}


def __getattr__(name: str) -> object:
    if name not in _ROOMS:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(_ROOMS[name]), name)
