"""What stands beside the figures of a table, in columns of notes or such as nobody knows, and bears on them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import field

from countyplan.dataclass import dataclass
from countyplan.plan import Plan
from countyplan.quantity import Period
from countyplan.submission.grid import Grid
from countyplan.submission.words.note.remark import is_limiting, limit, noted_otherwise, noted_qualifiers
from countyplan.submission.words.note.scope import noted_part
from countyplan.submission.words.qualifier import Qualifier


@dataclass(slots=True)
class Beside:
    """The `columns` that may say something of the figures of their rows, under the rows of `headers`."""

    grid: Grid
    plan: Plan
    columns: tuple[int, ...]
    headers: Sequence[int]
    limiting: tuple[tuple[int, str], ...] = field(init=False)

    def __post_init__(self) -> None:
        headers = ((at, self.grid.text(over, at)) for at in self.columns for over in self.headers)
        self.limiting = tuple((at, text) for at, text in headers if is_limiting(text))

    def texts(self, row: int) -> list[str]:
        """What the columns say of a row."""
        return [self.grid.text(row, at) for at in self.columns]

    def qualifiers(self, row: int) -> tuple[Qualifier, ...]:
        """That the figures of a row are foreseen, where a cell says nothing else."""
        return tuple(one for text in self.texts(row) for one in noted_qualifiers(text))

    def limits(self, row: int, area: str | None, indicator: str | None, period: Period | None) -> bool:
        """Whether a column such as 截至 or 统计范围 says of a row's figures that they are of a part of their year or area."""
        told = [text for at, header in self.limiting if (text := limit(header, self.grid.text(row, at)))]
        return period is not None and any(
            noted_otherwise(one, period) or noted_part(one, area, indicator, self.plan) for one in told
        )
