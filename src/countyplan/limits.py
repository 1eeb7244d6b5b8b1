"""How much of a file is read before it is refused: measures of a whole file, whatever its kind."""

from __future__ import annotations

from dataclasses import dataclass

MEGABYTE = 1_000_000


@dataclass(frozen=True, slots=True)
class Limits:
    """What one file may take at the most.

    `size` is that of the file and `unpacked` that of all parts of a packed one, in megabytes; `cells` counts from the first
    to the last cell with content, over all its sheets or tables; `sheets` are a workbook's; `text` is that of all cells
    together, in millions of characters; `seconds` and `memory` (in megabytes) are those of the process that opens workbooks.
    """

    size: int = 20
    unpacked: int = 50
    cells: int = 200_000
    sheets: int = 256
    text: int = 20
    seconds: int = 60
    memory: int = 1000
