"""The workbook: summary, all rows, readings, findings, sources."""

from __future__ import annotations

from openpyxl import Workbook

from countyplan.render.xlsx.beside import write_commitments, write_projects
from countyplan.render.xlsx.book import about, first_of
from countyplan.render.xlsx.findings import write_findings
from countyplan.render.xlsx.provenance import write_readings, write_sources
from countyplan.render.xlsx.rows import write_rows
from countyplan.render.xlsx.summary import write_summary
from countyplan.report.report_model import Report
from countyplan.spreadsheet.saved import saved


def report_xlsx(report: Report) -> bytes:
    """The whole report; the same report gives the same bytes."""
    book = Workbook()
    first = first_of(book, report.texts.say("book.summary"))
    write_summary(report, first)
    if not report.only_promises:
        write_rows(report, book.create_sheet(report.texts.say("book.rows")))
    if report.commitments is not None:
        promised = book.create_sheet(report.texts.say("book.commitments"))
        write_commitments(report.commitments, report.texts, promised, sent=report.group is not None)
    if report.projects is not None:
        write_projects(report.projects, book.create_sheet(report.texts.say("book.projects")))
    if not report.only_promises:
        write_readings(report, book.create_sheet(report.texts.say("book.readings")))
    if report.problems or (report.group is None and report.only_promises):
        write_findings(report, book.create_sheet(report.texts.say("book.findings")))
    sources = book.create_sheet(report.texts.say("book.sources"))
    write_sources(report, sources, with_rows=not report.only_promises)
    book.properties = about(report.title, report)
    return saved(book)
