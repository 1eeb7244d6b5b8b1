"""A sheet that is read from top to bottom: headings, paragraphs and small tables on one grid of columns."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from math import ceil
from typing import Any

from openpyxl.cell.cell import Cell
from openpyxl.chart._chart import ChartBase
from openpyxl.drawing.spreadsheet_drawing import AnchorMarker, TwoCellAnchor
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from countyplan.diagnostics import visible
from countyplan.render.xlsx.look import CENTRED, write_header, write_text
from countyplan.render.xlsx.table import Number
from countyplan.spreadsheet.printed import fill_pages, keep_together, set_page
from countyplan.spreadsheet.sheet import BOX, font, height_of, put_number

_POINTS_A_CENTIMETRE, _POINTS_A_ROW = 72 / 2.54, 15  # a row that nobody set
_BLANK = " " * 40  # where the seal goes, before the day


class SheetPage:
    """Writes downwards from the first row on; `widths` are those of the grid's columns, in characters."""

    def __init__(self, sheet: Worksheet, widths: Sequence[float]) -> None:
        self.sheet = sheet
        self._widths = widths
        self._row = 1
        self._begins = [1]
        for at, width in enumerate(widths, start=1):
            sheet.column_dimensions[get_column_letter(at)].width = width
        sheet.sheet_view.showGridLines = False
        set_page(sheet)

    def title(self, text: str) -> None:
        """The title."""
        self._across(text, 16, bold=True)

    def heading(self, text: str) -> None:
        """A heading, after an empty row, which a print may begin a new page with."""
        self._row += 1
        self._begins.append(self._row)
        self._across(text, 12, bold=True)

    def part(self) -> None:
        """What follows is kept together on a page of a print, as below a heading."""
        self._begins.append(self._row)

    def lines(self, texts: Iterable[str]) -> None:
        """Paragraphs."""
        for text in texts:
            self._across(text, 11)

    def signed(self, lines: Sequence[str], day: str) -> None:
        """How a letter ends: its last line bears the seal, and behind it the day."""
        self.lines([*lines[:-1], f"{lines[-1]}{_BLANK}{day}"])

    def table(self, headers: Sequence[str], rows: Iterable[Sequence[str | Number]], spans: Sequence[int]) -> None:
        """A table whose columns take so many of the grid's each."""
        self._table_row(headers, spans, header=True)
        for row in rows:
            self._table_row(row, spans)

    @property
    def row(self) -> int:
        """The row that is written next."""
        return self._row

    def chart(self, chart: ChartBase, columns: int) -> None:
        """A chart as wide as so many of the grid's columns, with as many rows left for it as it is high."""
        rows = ceil(chart.height * _POINTS_A_CENTIMETRE / _POINTS_A_ROW)
        first, end = AnchorMarker(col=0, row=self._row - 1), AnchorMarker(col=columns, row=self._row - 1 + rows)
        placed: Any = chart  # its types know a place by one cell only
        placed.anchor = TwoCellAnchor(editAs="oneCell", _from=first, to=end)
        self.sheet.add_chart(placed)
        self._row += rows

    def finish(self) -> None:
        """Divide what was written into pages, each section on one of them where it fits."""
        keep_together(self.sheet, self._begins)
        fill_pages(self.sheet)

    @property
    def cells(self) -> str:
        """The range that was written to."""
        return f"A1:{get_column_letter(len(self._widths))}{self._row}"

    def _across(self, text: str, size: int, *, bold: bool = False) -> None:
        cell = write_text(self.sheet, self._row, 1, text)
        cell.font = font(bold=bold, size=size)
        self.sheet.merge_cells(start_row=self._row, start_column=1, end_row=self._row, end_column=len(self._widths))
        width = sum(self._widths) * 11 / size
        self.sheet.row_dimensions[self._row].height = height_of([(visible(text), width)]) * max(1, size / 12)
        self._row += 1

    def _table_row(self, cells: Sequence[str | Number], spans: Sequence[int], *, header: bool = False) -> None:
        column, shown = 1, []
        for held, span in zip(cells, spans, strict=True):
            self._cell(held, column, header=header)
            for at in range(column, column + span):
                self.sheet.cell(self._row, at).border = BOX
            if span > 1:
                end = column + span - 1
                self.sheet.merge_cells(start_row=self._row, start_column=column, end_row=self._row, end_column=end)
            told = held.digits if isinstance(held, Number) else held
            shown.append((visible(told), sum(self._widths[column - 1 : column - 1 + span])))
            column += span
        self.sheet.row_dimensions[self._row].height = height_of(shown)
        self._row += 1

    def _cell(self, held: str | Number, column: int, *, header: bool) -> Cell:
        if isinstance(held, Number):
            cell = put_number(self.sheet, self._row, column, held.digits, held.format)
            cell.alignment = CENTRED
            return cell
        if header:
            return write_header(self.sheet, self._row, column, held)
        return write_text(self.sheet, self._row, column, held)
