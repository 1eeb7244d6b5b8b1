"""The use case: what was asked, what was judged of it, and what is told. The command line and the API both call it."""

from countyplan.run.asked import Asked
from countyplan.run.judged import Judged, Verdicts, judge_files, verdicts_on
from countyplan.run.told import findings_of, page_of, problems_of, remember, report_of, request_of

__all__ = [
    "Asked",
    "Judged",
    "Verdicts",
    "findings_of",
    "judge_files",
    "page_of",
    "problems_of",
    "remember",
    "report_of",
    "request_of",
    "verdicts_on",
]
