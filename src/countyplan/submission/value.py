"""What a cell reports, in the plan's unit."""

from __future__ import annotations

from decimal import Decimal

from countyplan.dataclass import dataclass
from countyplan.diagnostics import Code, Diagnostic, Named, Subject, Term
from countyplan.pattern import pattern
from countyplan.plan import Component, Plan
from countyplan.quantity import Unit, find_unit
from countyplan.quantity.unit import Sort
from countyplan.submission.cell import Cell, Entry, fault
from countyplan.submission.words.fields import Field
from countyplan.submission.words.number import Amount, is_not_reported, names_places, parse_amount, parse_place
from countyplan.submission.words.qualifier import Qualifier

# 1,484.4 in a line of CSV, where no quotation marks keep its comma from parting it.
_PARTED = pattern(r"\s*[-+]?[1-9]\d{0,2}(?:,\d{3})+(?:\.\d+)?(?P<unit>[^\d,]*)(?=,|$)")


@dataclass(frozen=True, slots=True)
class Measured:
    """A value in the plan's unit, half of its last digit, what was said of it, and the unit that stands apart from it."""

    value: Decimal
    half_digit: Decimal
    qualifiers: tuple[Qualifier, ...]
    unit_apart: str


def value_of(
    entry: Entry, plan: Plan, indicator: str | None, subject: Subject | None, found: list[Diagnostic]
) -> Measured | None:
    """The value in the plan's unit, or None where nothing usable was reported; what is wrong is added to `found`."""
    cell = entry.cells[Field.VALUE]
    unit_cell = entry.cells.get(Field.UNIT)
    unit_text = "" if is_not_reported(entry.text(Field.UNIT)) else entry.text(Field.UNIT)
    stated = entry.meant.unit or (find_unit(unit_text) if unit_text else None)
    if unit_cell is not None and unit_text and stated is None:
        found.append(fault(unit_cell, Code.UNKNOWN_UNIT, subject))
    if is_not_reported(cell.text):
        return None
    if (parted := _parted(entry, cell)) is not None:
        found.append(fault(cell, Code.NOT_A_NUMBER, subject, text=parted))
        return None
    amount = parse_amount(cell.text or "")
    if not isinstance(amount, Amount) and indicator is not None:
        amount = _place(cell.text or "", plan.unit_of_measure(indicator), amount)
    if not isinstance(amount, Amount):
        found.append(fault(cell, amount, subject))
    elif amount.unit and stated and amount.unit != stated:
        found.append(fault(cell, Code.UNITS_CONTRADICT, subject, unit=unit_text or stated.name))
    elif indicator is not None:
        measured = converted(entry, amount, stated, plan.measured[indicator])
        if isinstance(measured, Measured):
            return measured
        at, code, words = measured
        found.append(fault(at, code, subject, **words))
    return None


def _parted(entry: Entry, value: Cell) -> str | None:
    """The number that a value may have been before its commas parted it from a cell of free text; None where none did."""
    place = value.place
    if place.line is None or place.column is None or place.excerpt is None:
        return None
    behind = place.column + place.length + 1
    texts = (entry.cells.get(name) for name in (Field.NOTE, Field.SOURCE))
    if not any(text is not None and text.place.column == behind for text in texts):
        return None
    whole = _PARTED.match(place.excerpt, place.column - 1)
    unit = "" if whole is None else whole["unit"].strip()
    return whole[0].strip() if whole is not None and (not unit or find_unit(unit) is not None) else None


def _place(text: str, unit: Unit, fault: Code) -> Amount | Code:
    """The place in an order that a text names, where such a one is asked for; else the code of why there is none."""
    if unit.sort is not Sort.RANK:
        return fault
    if names_places(text):
        return Code.SEVERAL_PLACES
    place = parse_place(text)
    return fault if place is None else Amount(place, Decimal(0), unit)


def converted(
    entry: Entry, amount: Amount, stated: Unit | None, measured: Component
) -> Measured | tuple[Cell, Code, dict[str, str]]:
    """The amount in the indicator's unit, or which cell is at fault and how."""
    cell = entry.cells[Field.VALUE]
    wanted = find_unit(measured.unit)
    unit = amount.unit or stated or wanted
    if wanted is None or unit is None:
        raise LookupError(measured.unit)
    if unit.dimension != wanted.dimension:
        at = cell if amount.unit else entry.cells.get(Field.UNIT, cell)
        indicator = Named(measured.name, measured.name_en)
        words = {"unit": _named(unit), "wanted": _named(wanted), "indicator": indicator}
        return at, Code.UNIT_OF_ANOTHER_KIND, words
    times = multiplied_by(amount, unit)
    if times is None:
        return cell, Code.NOT_A_NUMBER, {}
    apart = "" if amount.unit else entry.text(Field.UNIT) or (stated.name if stated else "")
    # What is counted is counted exactly; only what is measured was rounded somewhere.
    half_digit = Decimal(0) if unit.counted and times == 1 else unit.convert(amount.half_digit * times, wanted)
    return Measured(unit.convert(amount.value * times, wanted), half_digit, amount.qualifiers, _behind_a_number(apart))


def _behind_a_number(unit: str) -> str:
    """A unit as it is written behind a number: after a blank where it begins with a Latin letter or a digit."""
    return f" {unit}" if unit[:1].isascii() and unit[:1].isalnum() else unit


def _named(unit: Unit) -> str:
    return Named(unit.name, unit.name_en) if unit.name else Term("quantity.no_unit")


def multiplied_by(amount: Amount, unit: Unit) -> Decimal | None:
    """What a bare 万 or 亿 multiplies by; None where it could mean two things.

    1.2万 of 亩 or 元 is 12,000 of them, and 363亿 of 亿元 says the unit's own 亿; 1.2万 of 亿元 could be either.
    """
    if amount.times is None:
        return Decimal(1)
    if unit.factor == 1:
        return amount.times
    return Decimal(1) if amount.times == unit.factor else None
