"""CSV as spreadsheets read it: known as UTF-8 by its mark, and without a cell that one would run as a formula."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Sequence

from countyplan.diagnostics import unobeyed, visible

_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")
_SIGNED = re.compile(r"[-+](?:\d+\.?\d*|\.\d+)", re.ASCII)


def csv_table(headers: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A header and its rows."""
    out = io.StringIO()
    out.write("\ufeff")
    writer = csv.writer(out, lineterminator="\n")
    writer.writerows([harmless(_legible(cell)) for cell in row] for row in (headers, *rows))
    return out.getvalue()


def _legible(cell: str) -> str:
    """A cell whose lines end in one way only, and that no log obeys; what else is invisible is written out."""
    if not cell.isprintable():
        cell = "\n".join(visible(line) for line in cell.replace("\r\n", "\n").split("\n"))
    return unobeyed(cell)


def harmless(cell: str) -> str:
    """A cell that a spreadsheet takes for text; a signed number stays one."""
    return f"'{cell}" if cell.startswith(_FORMULA_STARTS) and not _SIGNED.fullmatch(cell) else cell
