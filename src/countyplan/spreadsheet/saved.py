"""A workbook as bytes, made without the folder of temporary files, which may be full, and whatever the clock says."""

from __future__ import annotations

import io
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from openpyxl import Workbook
from openpyxl.drawing.spreadsheet_drawing import SpreadsheetDrawing
from openpyxl.worksheet._writer import WorksheetWriter
from openpyxl.writer.excel import ExcelWriter

_EARLIEST = (1980, 1, 1, 0, 0, 0)  # the first day that a zip knows
_MODE = 0o600 << 16


def saved(book: Workbook) -> bytes:
    """The workbook, whose sheets may hold charts, and no pictures."""
    out = io.BytesIO()
    _InMemory(book, _Undated(out, "w", ZIP_DEFLATED)).save()
    return out.getvalue()


class _InMemory(ExcelWriter):
    """The library's own way writes each sheet into a temporary file first."""

    _archive: ZipFile

    def write_worksheet(self, ws: Any) -> None:
        """Write a sheet."""
        ws._drawing = SpreadsheetDrawing()
        ws._drawing.charts = ws._charts
        sheet = io.BytesIO()
        writer: Any = WorksheetWriter(ws, out=sheet)
        writer.write()
        ws._rels = writer._rels
        self._archive.writestr(ws.path[1:], sheet.getvalue())
        self.manifest.append(ws)


class _Undated(ZipFile):
    """The clock may say what no zip can hold."""

    def writestr(self, name: Any, data: Any, *_how: Any) -> None:
        """Write an entry."""
        entry = ZipInfo(str(name), _EARLIEST)
        entry.external_attr = _MODE
        entry.compress_type = ZIP_DEFLATED
        super().writestr(entry, data)
