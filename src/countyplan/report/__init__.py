"""What is told: rows, sums, order and wording, decided once. It is the only thing that a renderer sees."""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from countyplan.choice import By
    from countyplan.report.build import Request, build_report
    from countyplan.report.case.case import Case, CaseRule, Cases, Outcome
    from countyplan.report.commitments.explanation import CommitmentExplanation, explain_commitment
    from countyplan.report.commitments_listing import list_commitments, list_standings
    from countyplan.report.divided.file_name import file_stem
    from countyplan.report.divided.grouping import remits_of
    from countyplan.report.divided.index import Index, Sheet, build_index
    from countyplan.report.divided.sheets import build_sheet
    from countyplan.report.divided.short_path import with_short_paths
    from countyplan.report.explanation import Explanation, explain, with_hardness
    from countyplan.report.findings import Findings, FindingsRequest, build_findings
    from countyplan.report.listing import Listing, list_targets, list_units
    from countyplan.report.model import Report, Section
    from countyplan.report.overview.changes import Earlier
    from countyplan.report.row.row_model import Row
    from countyplan.report.words.meaning import Meaning, meaning
    from countyplan.report.words.problem import Problem, problems

__all__ = [
    "By",
    "Case",
    "CaseRule",
    "Cases",
    "CommitmentExplanation",
    "Earlier",
    "Explanation",
    "Findings",
    "FindingsRequest",
    "Index",
    "Listing",
    "Meaning",
    "Outcome",
    "Problem",
    "Report",
    "Request",
    "Row",
    "Section",
    "Sheet",
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
    "By": "choice",
    "Case": "report.case.case",
    "CaseRule": "report.case.case",
    "Cases": "report.case.case",
    "CommitmentExplanation": "report.commitments.explanation",
    "Earlier": "report.overview.changes",
    "Explanation": "report.explanation",
    "Findings": "report.findings",
    "FindingsRequest": "report.findings",
    "Index": "report.divided.index",
    "Listing": "report.listing",
    "Meaning": "report.words.meaning",
    "Outcome": "report.case.case",
    "Problem": "report.words.problem",
    "Report": "report.model",
    "Request": "report.build",
    "Row": "report.row.row_model",
    "Section": "report.model",
    "Sheet": "report.divided.index",
    "build_findings": "report.findings",
    "build_index": "report.divided.index",
    "build_report": "report.build",
    "build_sheet": "report.divided.sheets",
    "explain": "report.explanation",
    "explain_commitment": "report.commitments.explanation",
    "file_stem": "report.divided.file_name",
    "list_commitments": "report.commitments_listing",
    "list_standings": "report.commitments_listing",
    "list_targets": "report.listing",
    "list_units": "report.listing",
    "meaning": "report.words.meaning",
    "problems": "report.words.problem",
    "remits_of": "report.divided.grouping",
    "with_hardness": "report.explanation",
    "with_short_paths": "report.divided.short_path",
}


def __getattr__(name: str) -> object:
    if name not in _ROOMS:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"countyplan.{_ROOMS[name]}"), name)
