"""Submissions as counties send them: read, understood figure by figure, and what is wrong with them."""

from countyplan.submission.entry import Basis, ReportedFigure
from countyplan.submission.read import InputFile, Submissions, read_submissions

__all__ = ["Basis", "InputFile", "ReportedFigure", "Submissions", "read_submissions"]
