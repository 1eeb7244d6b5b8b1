"""The sheet with all commitments, one row for each where it binds."""

from __future__ import annotations

from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from countyplan.diagnostics import visible
from countyplan.language import Texts
from countyplan.render.xlsx.look import TEXT, head_table, write_text
from countyplan.report.commitments.part import Commitments
from countyplan.report.commitments.row import CommitmentRow
from countyplan.spreadsheet.printed import fill_pages, set_page
from countyplan.spreadsheet.sheet import BOX, height_of

_WIDTHS = {"clause": 16, "commitment": 22, "areas": 11, "wording": 34, "firmness": 11, "due": 12, "standing": 13}
_WIDTHS |= {"reason": 36, "responsible": 36, "evidence_wanted": 28, "source": 28}
_PRINTED = list(_WIDTHS).index("responsible") + 1


def write_commitments(promised: Commitments, texts: Texts, sheet: Worksheet, *, sent: bool) -> None:
    """Fill the sheet. A print takes what tells how each stands; what else there is of it would make all too small.

    A sheet that is `sent` does not tell where in the files a report stands.
    """
    widths = {name: width for name, width in _WIDTHS.items() if not (sent and name == "source")}
    head_table(sheet, [(texts.say(f"column.{name}"), width) for name, width in widths.items()], "C2")
    for at, row in enumerate(promised.rows, start=2):
        told = _cells(row, texts)[: len(widths)]
        for column, text in enumerate(told, start=1):
            cell = write_text(sheet, at, column, text)
            cell.alignment, cell.border = TEXT, BOX
        shown = zip((visible(text) for text in told), widths.values(), strict=True)
        sheet.row_dimensions[at].height = height_of(list(shown))
    sheet.auto_filter.ref = f"A1:{get_column_letter(len(widths))}{len(promised.rows) + 1}"
    set_page(sheet)
    sheet.print_area = f"A1:{get_column_letter(_PRINTED)}{len(promised.rows) + 1}"
    fill_pages(sheet)


def _cells(row: CommitmentRow, texts: Texts) -> list[str]:
    units = texts.join(row.responsible)
    source = "" if row.source is None else str(row.source)
    told = (row.clause, row.name, row.area, row.wording, row.firmness, row.due, row.standing, row.told)
    return [*told, units, row.evidence, source]
