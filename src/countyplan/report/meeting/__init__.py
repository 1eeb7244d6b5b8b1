"""The joint meeting's paper: what can be read out on one page, a page for each area, and annexes."""

from countyplan.report.meeting.decisions import Decision
from countyplan.report.meeting.paper import AreaPage, Paper, build_paper

__all__ = ["AreaPage", "Decision", "Paper", "build_paper"]
