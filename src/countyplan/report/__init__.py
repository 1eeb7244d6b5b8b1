"""What is told: rows, sums, order and wording, decided once. It is the only thing that a renderer sees."""

from countyplan.report.build import Request, build_report
from countyplan.report.changes import Earlier
from countyplan.report.explanation import Explanation, explain
from countyplan.report.listing import Listing, list_targets, list_units
from countyplan.report.meaning import Meaning, meaning
from countyplan.report.model import Report, Row, Section
from countyplan.report.problem import Problem, problems

__all__ = [
    "Earlier",
    "Explanation",
    "Listing",
    "Meaning",
    "Problem",
    "Report",
    "Request",
    "Row",
    "Section",
    "build_report",
    "explain",
    "list_targets",
    "list_units",
    "meaning",
    "problems",
]
