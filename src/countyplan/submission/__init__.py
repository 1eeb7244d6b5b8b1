"""Submissions as areas send them: read, understood figure by figure, and what is wrong with them."""

from countyplan.submission.filed import Filing
from countyplan.submission.read import Input, InputFile, Submissions, read_submissions
from countyplan.submission.reported import ReportedFigure
from countyplan.submission.words.basis import Basis

__all__ = ["Basis", "Filing", "Input", "InputFile", "ReportedFigure", "Submissions", "read_submissions"]
