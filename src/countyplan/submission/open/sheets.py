"""A workbook's sheets as plain values, by python-calamine.

A damaged .xls can make the library ask for more memory than there is, which ends the process without an exception to
catch. Such files are therefore opened by a process of their own, within limits.
"""

from __future__ import annotations

import io
import pickle
import subprocess
import sys
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from pathlib import Path

CellValue = int | float | str | bool | time | date | datetime | timedelta
MergedRange = tuple[tuple[int, int], tuple[int, int]]

_IMPORTED_FROM = str(Path(__file__).parents[3])
_MEMORY = 2_000_000_000
_SECONDS = 120


class SheetsError(Exception):
    """A workbook cannot be opened."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet: its values row by row, its merged ranges (rows and columns from 0), and whether it is hidden.

    `values` is empty where the sheet claims more than the cells that were asked for at the most; `claimed` says how many.
    """

    name: str
    hidden: bool
    claimed: int
    values: list[list[CellValue]]
    merged: list[MergedRange]


def open_sheets(data: bytes, most_cells: int) -> list[Sheet]:
    """The sheets of a workbook, opened here."""
    from python_calamine import CalamineWorkbook, SheetTypeEnum, SheetVisibleEnum

    workbook = CalamineWorkbook.from_filelike(io.BytesIO(data))
    sheets = []
    for at, about in enumerate(workbook.sheets_metadata):
        if about.typ is not SheetTypeEnum.WorkSheet:
            continue
        sheet = workbook.get_sheet_by_index(at)
        claimed = sheet.total_height * sheet.total_width
        values = sheet.to_python(skip_empty_area=False) if claimed <= most_cells else []
        hidden = about.visible is not SheetVisibleEnum.Visible
        sheets.append(Sheet(about.name, hidden, claimed, values, sheet.merged_cell_ranges or []))
    return sheets


def open_sheets_apart(data: bytes, most_cells: int) -> list[Sheet]:
    """The same in a process of its own; `SheetsError` if that did not come back with the sheets."""
    # Isolated: no folder that happens to be the current one, and no variable, names what is imported.
    code = f"import sys; sys.path.append(sys.argv.pop()); from {__name__} import serve; serve()"
    command = [sys.executable, "-I", "-c", code, str(most_cells), _IMPORTED_FROM]
    try:
        done = subprocess.run(command, input=data, capture_output=True, timeout=_SECONDS, check=False)
    except subprocess.TimeoutExpired as error:
        raise SheetsError(f"> {_SECONDS} s") from error
    if done.returncode != 0:
        lines = done.stderr.decode("utf-8", "replace").splitlines()
        raise SheetsError(lines[-1] if done.returncode == 1 and lines else "xls")
    # What comes back was written by this very module from values that it made itself.
    sheets: list[Sheet] = pickle.loads(done.stdout)
    return sheets


def _limit_memory() -> None:
    try:
        import resource
    except ImportError:
        return
    resource.setrlimit(resource.RLIMIT_AS, (_MEMORY, _MEMORY))


def serve() -> None:
    """Open the workbook on standard input and hand its sheets to the process that asked; what the other process runs."""
    _limit_memory()
    sys.stdout.buffer.write(pickle.dumps(open_sheets(sys.stdin.buffer.read(), int(sys.argv[1]))))
