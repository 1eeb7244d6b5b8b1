"""A text in a drawing, and what it takes up there: estimated generously, for the font is the reader's."""

from __future__ import annotations

import unicodedata

from countyplan.dataclass import dataclass
from countyplan.diagnostics import visible
from countyplan.render.drawing.scale import place

Spot = tuple[float, float]
Line = tuple[Spot, Spot]

SIZE = 11
_WIDE, _NARROW = 1.0, 0.6
_ABOVE_THE_LINE, BELOW_THE_LINE = 9.5, 2.5


@dataclass(frozen=True, slots=True)
class Box:
    """What a text takes up, in the units of the drawing; downwards is more."""

    left: float
    top: float
    right: float
    bottom: float

    def lines(self) -> tuple[Line, ...]:
        """Its edges above and below and the middle between: no box of one line's height lies on it and crosses none."""
        middle = (self.top + self.bottom) / 2
        return tuple(((self.left, down), (self.right, down)) for down in (self.top, middle, self.bottom))

    def crossed_by(self, line: Line) -> bool:
        """Whether a part of the line lies within."""
        (from_x, from_y), (to_x, to_y) = line
        first, last = 0.0, 1.0
        for low, high, start, end in ((self.left, self.right, from_x, to_x), (self.top, self.bottom, from_y, to_y)):
            if start == end:
                if not low < start < high:
                    return False
                continue
            enters, leaves = sorted(((low - start) / (end - start), (high - start) / (end - start)))
            first, last = max(first, enters), min(last, leaves)
        return first < last


@dataclass(frozen=True, slots=True)
class Label:
    """A text, the point of the line it stands on, and which part of it lies there, as `text-anchor` has it."""

    text: str
    at: Spot
    anchor: str

    @property
    def x(self) -> str:
        """Where it stands from left to right."""
        return place(self.at[0])

    @property
    def y(self) -> str:
        """Where it stands from top to bottom."""
        return place(self.at[1])

    def box(self) -> Box:
        """What it takes up."""
        across, down = self.at
        wide = sum(_WIDE if unicodedata.east_asian_width(one) in "WF" else _NARROW for one in visible(self.text)) * SIZE
        left = across - {"start": 0.0, "middle": wide / 2, "end": wide}[self.anchor]
        return Box(left, down - _ABOVE_THE_LINE, left + wide, down + BELOW_THE_LINE)
