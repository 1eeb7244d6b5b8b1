"""What is told: rows, sums, order and wording, decided once. It is the only thing that a renderer sees."""

from countyplan.report.build import Request, build_report
from countyplan.report.case import Case, CaseRule, Cases, Outcome
from countyplan.report.changes import Earlier
from countyplan.report.explanation import Explanation, explain
from countyplan.report.file_name import file_stem
from countyplan.report.findings import Findings, FindingsRequest, build_findings
from countyplan.report.grouping import By, remits_of
from countyplan.report.index import Index, Sheet, build_index
from countyplan.report.listing import Listing, list_targets, list_units
from countyplan.report.meaning import Meaning, meaning
from countyplan.report.model import Report, Section
from countyplan.report.problem import Problem, problems
from countyplan.report.row_model import Row
from countyplan.report.sheets import build_sheet
from countyplan.report.short_path import with_short_paths

__all__ = [
    "By",
    "Case",
    "CaseRule",
    "Cases",
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
    "file_stem",
    "list_targets",
    "list_units",
    "meaning",
    "problems",
    "remits_of",
    "with_short_paths",
]
