"""How much of a file is read before it is refused, and how much of the machine reading may take."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import fields, replace

from countyplan.dataclass import dataclass
from countyplan.pattern import pattern

MEGABYTE = 1_000_000
_NUMBER = pattern("[1-9][0-9]{0,8}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """What one file may take at the most, and what reading all of them may.

    `size` is that of the file and `unpacked` that of all parts of a packed one, in megabytes; `cells` counts from the first
    to the last cell with content, over all its sheets or tables; `sheets` are a workbook's; `text` is that of all cells
    together, in millions of characters; `seconds` and `memory` (in megabytes) are those of the process that opens workbooks.
    `processes` is how many may read files side by side; 0 is as many as there are processors.
    """

    size: int = 20
    unpacked: int = 50
    cells: int = 200_000
    sheets: int = 256
    text: int = 20
    seconds: int = 60
    memory: int = 1000
    processes: int = 0

    @classmethod
    def names(cls) -> tuple[str, ...]:
        """What can be limited."""
        return tuple(one.name for one in fields(cls))

    def set(self, assignments: Iterable[str]) -> Limits:
        """These limits with some set otherwise: `cells=2000000`; `ValueError` with what is no such assignment."""
        given: dict[str, int] = {}
        for text in assignments:
            name, _, number = text.partition("=")
            if name not in self.names() or not _NUMBER.fullmatch(number):
                raise ValueError(text)
            given[name] = int(number)
        return replace(self, **given)
