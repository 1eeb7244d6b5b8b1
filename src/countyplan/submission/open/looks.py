"""How the cells of a sheet look and what hides in it: what a reader of values alone does not tell."""

from __future__ import annotations

from dataclasses import dataclass, field

from countyplan.diagnostics import Code
from countyplan.submission.open.number_format import Around

At = tuple[int, int]


@dataclass(slots=True)
class Looks:
    """Rows and columns that are hidden, cells whose content is no text and no number, and how numbers are shown.

    `texts` says for some cells what stands there instead of their value, `around` what a cell's number format shows around
    its number, and `merged` for each cell of a merged range but the first the first.
    """

    hidden: set[int] = field(default_factory=set)
    hidden_columns: set[int] = field(default_factory=set)
    odd: dict[At, Code] = field(default_factory=dict)
    texts: dict[At, str] = field(default_factory=dict)
    around: dict[At, Around] = field(default_factory=dict)
    merged: dict[At, At] = field(default_factory=dict)
