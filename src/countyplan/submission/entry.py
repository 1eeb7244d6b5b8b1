"""One figure as a file reports it, and what becomes of it: a figure of the plan, or findings."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum

from countyplan.diagnostics import Code, Diagnostic, Place, Subject
from countyplan.plan import TOTAL, Component, Indicator, Kind, Names, Plan
from countyplan.quantity import Period, find_unit, parse_period
from countyplan.submission.fields import Field
from countyplan.submission.number import Amount, is_not_reported, parse_amount

_COUNTED = frozenset({"number", "persons", "households"})
_DATE = re.compile(r"\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])")


class Basis(StrEnum):
    """How a cumulative figure is reported: as a running total, or as what one year brought."""

    CUMULATIVE = "cumulative"
    ANNUAL = "annual"


_BASES = Names(
    [
        (Basis.CUMULATIVE, ("cumulative", "累计", "累计数", "期初累计")),
        (Basis.ANNUAL, ("annual", "当年", "当年数", "本年", "年度", "年度数")),
    ]
)


@dataclass(frozen=True, slots=True)
class Cell:
    """Text in a file and where it stands; `None` where a YAML null stands."""

    text: str | None
    place: Place


@dataclass(frozen=True, slots=True)
class Entry:
    """The cells that report one figure. `document` tells which part of a file (a YAML document, a table) it belongs to."""

    document: str
    cells: dict[Field, Cell]

    def text(self, name: Field) -> str:
        """What a field says, empty where it says nothing."""
        cell = self.cells.get(name)
        return (cell.text or "").strip() if cell else ""


@dataclass(frozen=True, slots=True)
class ReportedFigure:
    """A figure in the plan's unit. `half_digit` is half of its last reported digit; `written` is the value as typed."""

    area: str
    indicator: str
    period: Period
    value: Decimal
    half_digit: Decimal
    basis: Basis | None
    written: str
    place: Place
    document: str
    submitted: str | None = None
    source: str = ""
    note: str = ""

    @property
    def subject(self) -> Subject:
        """Whose figure it is."""
        return Subject(self.area, self.indicator)


@dataclass(frozen=True, slots=True)
class Understood:
    """What an entry came to: the figure, unless nothing was reported or something was wrong with it."""

    area: str | None
    figure: ReportedFigure | None = None
    diagnostics: list[Diagnostic] = field(default_factory=list)


def understand(entry: Entry, plan: Plan) -> Understood:
    """The figure of `entry`, with everything that is wrong with any of its cells. A figure with an error is not used."""
    area = plan.area_names.find(entry.text(Field.AREA))
    indicator = plan.indicator_names.find(entry.text(Field.INDICATOR))
    period = parse_period(entry.text(Field.PERIOD))
    understood = Understood(area)
    found = understood.diagnostics
    if area is None:
        found.append(_unknown(entry.cells[Field.AREA], Code.UNKNOWN_AREA, plan.area_names))
    if indicator is None:
        found.append(_unknown(entry.cells[Field.INDICATOR], Code.UNKNOWN_INDICATOR, plan.indicator_names))
    subject = None if area is None or indicator is None else Subject(area, indicator)
    if period is None:
        found.append(_fault(entry.cells[Field.PERIOD], Code.BAD_PERIOD))
    found += _check_date(entry)
    basis = _basis(entry, plan.measured.get(indicator or ""), period, subject, found)
    measured = _value(entry, plan, indicator, subject, found)
    if subject is None or period is None or measured is None or found:
        return understood
    if not plan.binds(subject.indicator, subject.area):
        words = {"indicator": plan.measured[subject.indicator].name, "area": _area_name(plan, subject.area)}
        found.append(Diagnostic(Code.NO_GOAL_FOR_AREA, entry.cells[Field.INDICATOR].place, words, subject))
    figure = ReportedFigure(
        area=subject.area,
        indicator=subject.indicator,
        period=period,
        value=measured[0],
        half_digit=measured[1],
        basis=basis,
        written=entry.text(Field.VALUE),
        place=entry.cells[Field.VALUE].place,
        document=entry.document,
        submitted=entry.text(Field.SUBMITTED) or None,
        source=entry.text(Field.SOURCE),
        note=entry.text(Field.NOTE),
    )
    return Understood(area, figure, found)


def _area_name(plan: Plan, area: str) -> str:
    return plan.targets_file.total.name if area == TOTAL else plan.area(area).name


def _fault(cell: Cell, code: Code, subject: Subject | None = None, **words: str) -> Diagnostic:
    return Diagnostic(code, cell.place, {"text": (cell.text or "").strip(), **words}, subject)


def _unknown(cell: Cell, code: Code, names: Names) -> Diagnostic:
    return _fault(cell, code, near=names.nearest(cell.text or "") or "")


def _check_date(entry: Entry) -> Iterator[Diagnostic]:
    cell = entry.cells.get(Field.SUBMITTED)
    if cell and cell.text and not _DATE.fullmatch(cell.text.strip()):
        yield _fault(cell, Code.BAD_DATE)


def _basis(
    entry: Entry, measured: Component | None, period: Period | None, subject: Subject | None, found: list[Diagnostic]
) -> Basis | None:
    """How the figure is to be added up; `None` for what is not cumulative."""
    cumulative = isinstance(measured, Indicator) and measured.kind is Kind.CUMULATIVE
    cell = entry.cells.get(Field.BASIS)
    if cell is None or not (cell.text or "").strip():
        return Basis.CUMULATIVE if cumulative else None
    named = _BASES.find(cell.text or "")
    if named is None:
        found.append(_fault(cell, Code.BAD_BASIS, subject))
        return None
    basis = Basis(named)
    # A quarter's or month's own amount and the year's amount so far are both called 当年: which of them is not said.
    partial = basis is Basis.ANNUAL and period is not None and not period.closes_year
    if measured is not None and (partial if cumulative else basis is Basis.CUMULATIVE):
        found.append(_fault(cell, Code.BAD_BASIS, subject))
    return basis if cumulative else None


def _value(
    entry: Entry, plan: Plan, indicator: str | None, subject: Subject | None, found: list[Diagnostic]
) -> tuple[Decimal, Decimal] | None:
    """The value in the plan's unit with half of its last digit, or None where nothing usable was reported."""
    cell = entry.cells[Field.VALUE]
    unit_cell = entry.cells.get(Field.UNIT)
    unit_text = entry.text(Field.UNIT)
    stated = find_unit(unit_text) if unit_text else None
    if unit_cell is not None and unit_text and stated is None:
        found.append(_fault(unit_cell, Code.UNKNOWN_UNIT, subject))
    if is_not_reported(cell.text):
        return None
    amount = parse_amount(cell.text or "")
    if not isinstance(amount, Amount):
        found.append(_fault(cell, amount, subject))
        return None
    if amount.unit and stated and amount.unit != stated:
        found.append(_fault(cell, Code.UNITS_CONTRADICT, subject, unit=unit_text))
        return None
    if indicator is None:
        return None
    wanted = plan.unit_of_measure(indicator)
    unit = amount.unit or stated or wanted
    if unit.dimension != wanted.dimension:
        at = cell if amount.unit or unit_cell is None else unit_cell
        words = {"unit": unit.name, "wanted": wanted.name, "indicator": plan.measured[indicator].name}
        found.append(_fault(at, Code.UNIT_OF_ANOTHER_KIND, subject, **words))
        return None
    # What is counted is counted exactly; only what is measured was rounded somewhere.
    counted = unit.dimension in _COUNTED and unit.factor == 1
    half_digit = Decimal(0) if counted else unit.convert(amount.half_digit, wanted)
    return unit.convert(amount.value, wanted), half_digit
