"""What rows have in common that differ in area and figure only."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from typing import Any, TypeAlias

from countyplan.dataclass import dataclass
from countyplan.pattern import pattern
from countyplan.plan import Component, Plan
from countyplan.quantity import Unit, find_unit
from countyplan.submission.cell import Entry
from countyplan.submission.entry import lacks_goal
from countyplan.submission.reported import Lines, ReportedFigure
from countyplan.submission.value import Measured, converted
from countyplan.submission.words.fields import Field
from countyplan.submission.words.label import area_in_name
from countyplan.submission.words.note.scope import noted_part
from countyplan.submission.words.number import Amount, is_not_reported, parse_amount

# What is read to the same digits wherever it stands: 1234.5, 1,234.5.
FIGURE = pattern(r"(?:[0-9]{1,18}|[1-9][0-9]{0,2}(?:,[0-9]{3}){1,5})(?:\.[0-9]{1,20})?")
# How many figures are kept at hand; most tables hold the same ones again and again.
_KEPT = 100_000
# A value in the plan's unit, half of its last digit, and how it was written.
Read: TypeAlias = "tuple[Decimal, Decimal, str]"
# A figure's document, its day of submission, its source and its note, which change nothing about it.
Told: TypeAlias = "tuple[str, str | None, str, str]"
# What makes an instance of which nothing is set.
_new: Callable[[type[ReportedFigure]], Any] = object.__new__
# By what figures are read alike: the text of their unit, what it stands for, and the plan's unit.
_Unit: TypeAlias = "tuple[str, Unit | None, str]"


class Amounts(dict[str, "Read | None"]):
    """What plain digits come to in one unit, None where they cannot be read so; figures as long are rounded alike."""

    def __init__(self, entry: Entry, stated: Unit | None, measured: Component) -> None:
        super().__init__()
        self._entry, self._stated, self._measured = entry, stated, measured
        self._wanted = find_unit(measured.unit)
        self._by_places: dict[int, Measured | None] = {}

    def __missing__(self, text: str) -> Read | None:
        if len(self) >= _KEPT:
            self.clear()
        like = self._like(text)
        self[text] = read = None if like is None else (self._value(text), like.half_digit, text + like.unit_apart)
        return read

    def _like(self, text: str) -> Measured | None:
        """A figure with as many decimals as `text` in the plan's unit; None where that cannot be."""
        places = len(text.partition(".")[2])
        if places not in self._by_places:
            amount = parse_amount(text)
            entry, stated, measured = self._entry, self._stated, self._measured
            like = converted(entry, amount, stated, measured) if isinstance(amount, Amount) else None
            self._by_places[places] = like if isinstance(like, Measured) else None
        return self._by_places[places]

    def _value(self, text: str) -> Decimal:
        """The digits in the plan's unit."""
        unit, wanted, value = self._stated, self._wanted, Decimal(text.replace(",", ""))
        return value if unit is None or wanted is None or unit == wanted else unit.convert(value, wanted)


class Lacking(dict[str, bool]):
    """By area whether the plan sets it no goal that a figure of one indicator could matter to, each asked for once."""

    def __init__(self, plan: Plan, indicator: str) -> None:
        super().__init__()
        self._plan, self._indicator = plan, indicator

    def __missing__(self, area: str) -> bool:
        self[area] = lacks = lacks_goal(self._plan, self._indicator, area)
        return lacks


@dataclass(slots=True)
class Kind:
    """One figure of the kind, what is told beside it, what digits come to in it, and where the plan sets no such goal."""

    like: ReportedFigure
    told: Told
    amounts: Amounts
    lacking: Lacking

    def figure(self, area: str, amount: Read, told: Told, lines: Lines, line: int) -> ReportedFigure:
        """Such a figure of an area, in a line.

        Set field by field, since passing fifteen by their names takes several times as long as all else that is done here.
        """
        like, figure = self.like, _new(ReportedFigure)
        figure.area = area
        figure.indicator = like.indicator
        figure.period = like.period
        figure.value, figure.half_digit, figure.written = amount
        figure.basis = like.basis
        figure.at = lines
        figure.line = line
        figure.document, figure.submitted, figure.source, figure.note = told
        figure.partial = like.partial
        figure.estimate = like.estimate
        made: ReportedFigure = figure
        return made


class Kinds:
    """Makes kinds; those of one unit read figures together, and those of one indicator know together where it has no goal."""

    def __init__(self, plan: Plan) -> None:
        self._plan = plan
        self._amounts: dict[_Unit, Amounts] = {}
        self._lacking: dict[str, Lacking] = {}

    def of(self, entry: Entry, figure: ReportedFigure) -> Kind | None:
        """The kind of a row that came to one figure; None where its area or its qualifiers make it one of its own."""
        if (entry.stage, entry.prices, entry.qualifiers or None) != (None, None, None):
            return None
        if area_in_name(entry.text(Field.INDICATOR), self._plan) is not None or self._notes_an_area(entry, figure):
            return None
        text = entry.text(Field.UNIT)
        stated = entry.meant.unit or (None if is_not_reported(text) else find_unit(text))
        measured = self._plan.measured[figure.indicator]
        unit = text, stated, measured.unit
        if unit not in self._amounts:
            self._amounts[unit] = Amounts(entry, stated, measured)
        lacking = self._lacking.setdefault(figure.indicator, Lacking(self._plan, figure.indicator))
        told = figure.document, figure.submitted, figure.source, figure.note
        return Kind(figure, told, self._amounts[unit], lacking)

    def _notes_an_area(self, entry: Entry, figure: ReportedFigure) -> bool:
        """Whether a row's note would limit the figure of another area: 乙市数据, 全市口径."""
        note = entry.text(Field.NOTE)
        areas = (*(area.id for area in self._plan.areas), figure.area) if note else ()
        return any(noted_part(note, area, figure.indicator, self._plan) for area in areas)
