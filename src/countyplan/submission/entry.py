"""One figure as a file reports it, and what becomes of it: a figure of the plan, or findings."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import field
from datetime import date
from typing import Final

from countyplan.dataclass import dataclass
from countyplan.diagnostics import Code, Diagnostic, Named, Place, Subject, Terms
from countyplan.plan import Component, Plan
from countyplan.quantity import Period, plain_digits
from countyplan.quantity.period import Span
from countyplan.submission.cell import Cell, Entry, fault, likely, unknown
from countyplan.submission.noted import noted
from countyplan.submission.reported import ReportedFigure
from countyplan.submission.value import Measured, value_of
from countyplan.submission.words.basis import Basis, find_basis, is_noted_as_annual
from countyplan.submission.words.fields import Field
from countyplan.submission.words.label import area_in_name
from countyplan.submission.words.note.remark import noted_qualifiers
from countyplan.submission.words.number import Amount, is_bare_number, is_not_reported, parse_amount
from countyplan.submission.words.period import basis_in_period, read_period
from countyplan.submission.words.qualifier import Qualifier


@dataclass(slots=True)
class Understood:
    """What an entry came to: the figure, unless nothing was reported or something was wrong with it."""

    area: Final[str | None]
    figure: Final[ReportedFigure | None] = None
    diagnostics: Final[list[Diagnostic]] = field(default_factory=list)


def understand(entry: Entry, plan: Plan) -> Understood:
    """The figure of `entry`, with everything that is wrong with any of its cells. A figure with an error is not used."""
    area = entry.meant.area or plan.area_names.find(entry.text(Field.AREA))
    understood = Understood(area)
    found = understood.diagnostics
    if area is None and Field.AREA in entry.cells:
        found.append(unknown(entry.cells[Field.AREA], Code.UNKNOWN_AREA, plan.area_names))
    if Field.VALUE not in entry.cells:
        return understood
    indicator = entry.meant.indicator or plan.indicator_names.find(entry.text(Field.INDICATOR))
    period, standing = (entry.meant.period, ()) if entry.meant.period else read_period(entry.text(Field.PERIOD))
    end = None if period is None else period.end
    subject = None if area is None or indicator is None else Subject(area, indicator, end)
    found += _placed(entry, plan, area, indicator, period)
    found += _check_date(entry)
    found += noted(entry, plan, period, subject)
    basis = _basis(entry, plan.measured.get(indicator or ""), period, subject, found)
    measured = value_of(entry, plan, indicator, subject, found)
    if subject is None or period is None or measured is None or found:
        return understood
    if lacks_goal(plan, subject.indicator, subject.area):
        found.append(no_goal(plan, subject, entry.cells.get(Field.INDICATOR, entry.cells[Field.VALUE]).place))
    said = _said(entry, measured, standing)
    if said:
        words = {"qualifier": ", ".join(said), "value": plain_digits(measured.value)}
        found.append(fault(entry.cells[Field.VALUE], Code.QUALIFIED, subject, **words))
    figure = ReportedFigure(
        area=subject.area,
        indicator=subject.indicator,
        period=period,
        value=measured.value,
        half_digit=measured.half_digit,
        basis=basis,
        written=entry.text(Field.VALUE) + measured.unit_apart,
        at=entry.cells[Field.VALUE].place,
        document=entry.document,
        submitted=entry.text(Field.SUBMITTED) or None,
        source=entry.text(Field.SOURCE),
        note=entry.text(Field.NOTE),
        partial=plan.whole_years_only(subject.indicator) and period.span is not Span.YEAR,
        estimate=Qualifier.FORECAST in said,
    )
    return Understood(area, figure, found)


def _placed(
    entry: Entry, plan: Plan, area: str | None, indicator: str | None, period: Period | None
) -> Iterator[Diagnostic]:
    """What is wrong with what says which figure an entry reports."""
    if indicator is None:
        cell = entry.cells[Field.INDICATOR]
        yield unknown(cell, Code.UNKNOWN_INDICATOR, plan.indicator_names, likely(cell.text, area, plan))
    # A line of a slip that was left blank asks for the latest figure, of whatever period that is.
    left_blank = not entry.text(Field.PERIOD) and is_not_reported(entry.text(Field.VALUE))
    if period is None and Field.PERIOD in entry.cells and not left_blank:
        yield fault(entry.cells[Field.PERIOD], Code.BAD_PERIOD)
        if area is not None and indicator is not None:
            yield from _crossed(entry.cells[Field.PERIOD], entry.cells[Field.VALUE])
    if indicator is not None and area_in_name(entry.text(Field.INDICATOR), plan) not in (None, area):
        end = None if period is None else period.end
        subject = None if area is None else Subject(area, indicator, end)
        yield fault(entry.cells[Field.VALUE], Code.LABELS_CONTRADICT, subject)


def _crossed(period: Cell, value: Cell) -> Iterator[Diagnostic]:
    """That a year stands where the figure should, though it is a number, in a row that has the figure for its period."""
    number, year = parse_amount(period.text or ""), value.text or ""
    crossed = isinstance(number, Amount) and is_bare_number(year) and read_period(year)[0] is not None
    if crossed and period.place.row == value.place.row:
        yield fault(value, Code.NOT_A_NUMBER)


def lacks_goal(plan: Plan, indicator: str, area: str) -> bool:
    """Whether the plan sets an area no goal that a figure could matter to."""
    return not plan.tree.is_sum(area) and not plan.binds(indicator, area)


def no_goal(plan: Plan, subject: Subject, place: Place) -> Diagnostic:
    """That nothing is judged by a figure, told where its indicator stands."""
    measured, area = plan.measured[subject.indicator], plan.called(subject.area)
    words = {"indicator": Named(measured.name, measured.name_en), "area": Named(area.name, area.name_en)}
    return Diagnostic(Code.NO_GOAL_FOR_AREA, place, words, subject)


def _said(entry: Entry, measured: Measured, standing: tuple[Qualifier, ...]) -> tuple[Qualifier, ...]:
    """The words that people put around a number, or around its period; it is used as it stands, and they are told."""
    noted = [said for note in entry.notes for said in noted_qualifiers(note.text or "")]
    return tuple(dict.fromkeys((*measured.qualifiers, *standing, *entry.qualifiers, *noted)))


def _check_date(entry: Entry) -> Iterator[Diagnostic]:
    cell = entry.cells.get(Field.SUBMITTED)
    if cell and cell.text and not is_date(cell.text.strip()):
        yield fault(cell, Code.BAD_DATE)


def is_date(text: str) -> bool:
    """Whether it is a day of the calendar, written so that later days sort later."""
    try:
        return date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False


def _basis(
    entry: Entry, measured: Component | None, period: Period | None, subject: Subject | None, found: list[Diagnostic]
) -> Basis | None:
    """How the figure is to be added up; `None` for what is not cumulative."""
    cumulative = measured is not None and measured.adds_up
    cell = entry.cells.get(Field.BASIS)
    if entry.meant.basis is None and (cell is None or not cell.said):
        stated = basis_in_period(entry.text(Field.PERIOD))
        reported = not is_not_reported(entry.text(Field.VALUE))
        if (
            cumulative
            and reported
            and stated is None
            and any(is_noted_as_annual(note.text or "") for note in entry.notes)
        ):
            words = Terms.of(["field.basis"])
            found.append(fault(entry.cells[Field.VALUE], Code.FIGURE_UNPLACED, subject, lacking=words))
        return (stated or Basis.CUMULATIVE) if cumulative else None
    basis = entry.meant.basis or find_basis(entry.text(Field.BASIS))
    if basis is None:
        found.append(fault(entry.cells[Field.BASIS], Code.BAD_BASIS, subject))
        return None
    # A quarter's or month's own amount and the year's amount so far are both called 当年: which of them is not said.
    partial = basis is Basis.ANNUAL and period is not None and period.span is not Span.YEAR
    if measured is not None and (partial if cumulative else basis is Basis.CUMULATIVE):
        told = cell or Cell(basis.value, entry.cells[Field.VALUE].place)
        found.append(fault(told, Code.BAD_BASIS, subject))
    return basis if cumulative else None
