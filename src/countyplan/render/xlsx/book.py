"""What the workbooks have in common: their first sheet, and what they say of themselves."""

from __future__ import annotations

from datetime import datetime

from openpyxl import Workbook
from openpyxl.packaging.core import DocumentProperties
from openpyxl.worksheet.worksheet import Worksheet

from countyplan.diagnostics import visible
from countyplan.report.report_model import Report


def first_of(book: Workbook, name: str) -> Worksheet:
    """The sheet that a new workbook has, named."""
    sheet = book.active
    if not isinstance(sheet, Worksheet):
        raise TypeError(sheet)
    sheet.title = name
    return sheet


def about(title: str, report: Report) -> DocumentProperties:
    """The properties of a workbook made from `report`: dated by the day of its making, so that its bytes are the same."""
    made_on = datetime.fromisoformat(report.made_from.made_on)
    return DocumentProperties(
        title=visible(title),
        creator=f"countyplan {report.made_from.version}",
        created=made_on,
        modified=made_on,
        language=report.texts.language.value,
    )
