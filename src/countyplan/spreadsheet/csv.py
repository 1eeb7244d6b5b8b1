"""CSV as spreadsheets read it: known as UTF-8 by its mark, and without a cell that one would run as a formula."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence

_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")


def csv_table(headers: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A header and its rows."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(headers)
    writer.writerows([harmless(cell) for cell in row] for row in rows)
    return "\ufeff" + out.getvalue()


def harmless(cell: str) -> str:
    """A cell that a spreadsheet takes for text; a signed number stays one."""
    return f"'{cell}" if cell.startswith(_FORMULA_STARTS) and not _is_number(cell) else cell


def _is_number(cell: str) -> bool:
    return cell[1:].replace(".", "", 1).isascii() and cell[1:].replace(".", "", 1).isdigit()
