"""The joint meeting's paper: what can be read out on one page, a page for each county, and annexes."""

from countyplan.report.meeting.decisions import Decision
from countyplan.report.meeting.paper import CountyPage, Paper, build_paper

__all__ = ["CountyPage", "Decision", "Paper", "build_paper"]
