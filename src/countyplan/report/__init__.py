"""What is told: rows, sums, order and wording, decided once. It is the only thing that a renderer sees."""

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
