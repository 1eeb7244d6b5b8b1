"""Submissions as counties send them: read, understood figure by figure, and what is wrong with them."""

from countyplan.submission.basis import Basis
from countyplan.submission.entry import ReportedFigure
from countyplan.submission.read import Input, InputFile, Submissions, read_submissions

__all__ = ["Basis", "Input", "InputFile", "ReportedFigure", "Submissions", "read_submissions"]
