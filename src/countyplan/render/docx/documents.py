"""Each kind of document in Word."""

from __future__ import annotations

from countyplan.render.docx.page import DocumentPage
from countyplan.render.paged.index import write_index
from countyplan.render.paged.meeting import write_paper
from countyplan.render.paged.notice import write_notice
from countyplan.render.paged.report import write_report
from countyplan.report.divided.index import Index
from countyplan.report.meeting import Paper
from countyplan.report.notice import Notice
from countyplan.report.report_model import Report


def report_docx(report: Report) -> bytes:
    """The report as a briefing."""
    return write_report(report, DocumentPage(report.texts))


def index_docx(index: Index) -> bytes:
    """The list of the sheets that a report was divided into."""
    return write_index(index, DocumentPage(index.whole.texts))


def paper_docx(paper: Paper) -> bytes:
    """The joint meeting's paper."""
    return write_paper(paper, DocumentPage(paper.texts))


def notice_docx(notice: Notice) -> bytes:
    """A request with its slip."""
    return write_notice(notice, DocumentPage(notice.texts))
