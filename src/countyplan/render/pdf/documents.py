"""Each kind of document in PDF."""

from __future__ import annotations

from countyplan.render.paged.index import write_index
from countyplan.render.paged.meeting import write_paper
from countyplan.render.paged.notice import write_notice
from countyplan.render.paged.report import write_report
from countyplan.render.pdf.page import PdfPage
from countyplan.report.divided.index import Index
from countyplan.report.meeting import Paper
from countyplan.report.notice import Notice
from countyplan.report.report_model import Report


def report_pdf(report: Report) -> bytes:
    """The report as a briefing."""
    return write_report(report, PdfPage(report.texts))


def index_pdf(index: Index) -> bytes:
    """The list of the sheets that a report was divided into."""
    return write_index(index, PdfPage(index.whole.texts))


def paper_pdf(paper: Paper) -> bytes:
    """The joint meeting's paper."""
    return write_paper(paper, PdfPage(paper.texts))


def notice_pdf(notice: Notice) -> bytes:
    """A request with its slip, to be printed and signed; what is filled in is read back from Word or Excel."""
    return write_notice(notice, PdfPage(notice.texts))
