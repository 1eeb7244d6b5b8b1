"""What goes from one process to the other: frames of JSON, a length before each."""

from __future__ import annotations

import json
import struct
from dataclasses import asdict
from typing import IO, Any

from countyplan.office.content import OfficeKind
from countyplan.office.package import Fault
from countyplan.office.reading import Beyond, Broken, Opened, Outcome
from countyplan.office.sheet import Limit, Odd, Sheet, SheetCell

_LENGTH = struct.Struct(">Q")


def write_frame(stream: IO[bytes], data: bytes) -> None:
    """Send bytes."""
    stream.write(_LENGTH.pack(len(data)))
    stream.write(data)
    stream.flush()


def read_frame(stream: IO[bytes]) -> bytes | None:
    """The bytes that were sent; None where the other end stopped before it had sent all."""
    head = stream.read(_LENGTH.size)
    if len(head) < _LENGTH.size:
        return None
    (length,) = _LENGTH.unpack(head)
    data = stream.read(length)
    return data if len(data) == length else None


def packed(outcome: Outcome) -> bytes:
    """An outcome as bytes."""
    match outcome:
        case Opened(kind, sheets, saved_by):
            packed_sheets = [_packed_sheet(sheet) for sheet in sheets]
            told: dict[str, Any] = {"kind": kind, "sheets": packed_sheets, "saved_by": saved_by}
        case Broken() | Beyond():
            told = asdict(outcome)
    return json.dumps(told, separators=(",", ":")).encode("ascii")


def unpacked(data: bytes) -> Outcome:
    """The outcome that the bytes tell; `ValueError` or the like where they tell none."""
    told = json.loads(data)
    if "kind" in told:
        sheets = [_unpacked_sheet(sheet) for sheet in told["sheets"]]
        return Opened(OfficeKind(told["kind"]), sheets, str(told["saved_by"]))
    if "limit" in told:
        return Beyond(Limit(told["limit"]), str(told["sheet"]))
    return Broken(Fault(told["fault"]), str(told["part"]))


def _packed_sheet(sheet: Sheet) -> list[Any]:
    cells = [[cell.row, cell.column, cell.text, cell.odd, cell.is_text] for cell in sheet.cells]
    hidden = [sheet.hidden, sheet.hidden_rows, sheet.hidden_columns, sheet.hidden_cells]
    return [sheet.name, cells, sheet.merged, hidden, sheet.struck, sheet.comments]


def _unpacked_sheet(told: list[Any]) -> Sheet:
    name, cells, merged, (hidden, hidden_rows, hidden_columns, hidden_cells), struck, comments = told
    return Sheet(
        name=name,
        hidden=hidden,
        cells=[SheetCell(row, column, text, odd and Odd(odd), is_text) for row, column, text, odd, is_text in cells],
        merged=[(top, bottom, left, right) for top, bottom, left, right in merged],
        hidden_rows=[(first, last) for first, last in hidden_rows],
        hidden_columns=[(first, last) for first, last in hidden_columns],
        hidden_cells=[(row, column) for row, column in hidden_cells],
        struck=[(row, column) for row, column in struck],
        comments=[(row, column, text) for row, column, text in comments],
    )
