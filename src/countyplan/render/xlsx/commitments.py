"""The sheet with all commitments: one row for each and the areas in which it stands alike, below who answers for it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from countyplan.diagnostics import visible
from countyplan.language import Texts
from countyplan.render.xlsx.look import TEXT, head_table, write_text
from countyplan.report.commitments.listed import ListedCommitment
from countyplan.report.commitments.part import Commitments
from countyplan.spreadsheet.printed import fill_pages, set_page
from countyplan.spreadsheet.sheet import BOX, HEADER_FILL, font, height_of

_PRINTED = {"commitment": 32, "wording": 36, "firmness": 12, "due": 12, "areas": 14, "standing": 17, "told": 62}
_BESIDE = {"evidence_wanted": 28, "clause": 16, "responsible": 36, "source": 28}
_WIDE = sum(_PRINTED.values())


def write_commitments(promised: Commitments, texts: Texts, sheet: Worksheet, *, sent: bool) -> None:
    """Fill the sheet. A print takes what tells how each stands; what else there is of it would make all too small.

    Beside that each row tells its clause and units again, which a filter by them needs. A sheet that is `sent` does not
    tell where in the files a report stands.
    """
    widths = {name: width for name, width in (_PRINTED | _BESIDE).items() if not (sent and name == "source")}
    head_table(sheet, [(texts.say(f"column.{name}"), width) for name, width in widths.items()], "B2")
    at = 2
    for band in promised.listed:
        _write_band(sheet, at, band.heading)
        rows = [cells for one in band.lines for cells in _rows(one, texts)]
        for down, cells in enumerate(rows, start=at + 1):
            _write_row(sheet, down, cells, list(widths.values()))
        at += 1 + len(rows)
    sheet.auto_filter.ref = f"A1:{get_column_letter(len(widths))}{at - 1}"
    set_page(sheet)
    sheet.print_area = f"A1:{get_column_letter(len(_PRINTED))}{at - 1}"
    fill_pages(sheet)


def _write_band(sheet: Worksheet, at: int, heading: str) -> None:
    write_text(sheet, at, 1, heading).font = font(bold=True)
    for column in range(1, len(_PRINTED) + 1):
        cell = sheet.cell(at, column)
        cell.fill, cell.border = HEADER_FILL, BOX
    sheet.merge_cells(start_row=at, start_column=1, end_row=at, end_column=len(_PRINTED))
    sheet.row_dimensions[at].height = height_of([(visible(heading), _WIDE)])


def _write_row(sheet: Worksheet, at: int, cells: Sequence[str], widths: Sequence[float]) -> None:
    for column, text in enumerate(cells[: len(widths)], start=1):
        cell = write_text(sheet, at, column, text)
        cell.alignment, cell.border = TEXT, BOX
    # What is not printed may be cut: it would make the printed rows higher than what they tell.
    shown = zip((visible(text) for text in cells), list(widths)[: len(_PRINTED)], strict=False)
    sheet.row_dimensions[at].height = height_of(list(shown))


def _rows(one: ListedCommitment, texts: Texts) -> Iterator[list[str]]:
    for how in one.stated:
        told = [one.name, one.wording, one.firmness, one.due, how.areas, how.standing, how.told]
        source = texts.say("clause.separator").join(how.sources)
        yield [*told, one.evidence, one.clause, texts.join(how.responsible), source]
