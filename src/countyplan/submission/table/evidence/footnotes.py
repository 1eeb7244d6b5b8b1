"""Footnotes of a table, read against the figures that they speak of: their year, their indicator, their mark."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace

from countyplan.dataclass import dataclass
from countyplan.diagnostics import Code, Diagnostic, Place
from countyplan.plan import Plan
from countyplan.quantity import Period
from countyplan.submission.cell import Cell, Entry, fault, subject_of, who_reports
from countyplan.submission.table.table_reading import adds_up, fields_said
from countyplan.submission.words.basis import is_noted_as_annual
from countyplan.submission.words.fields import Field
from countyplan.submission.words.nature import Prices, Stage
from countyplan.submission.words.near import names_another_quantity
from countyplan.submission.words.note.note import Footnote
from countyplan.submission.words.note.remark import noted_otherwise, noted_since, stated_otherwise
from countyplan.submission.words.note.scope import noted_part, says_part
from countyplan.submission.words.period import read_period
from countyplan.submission.words.qualifier import Qualifier


@dataclass(frozen=True, slots=True)
class Footnotes:
    """The footnotes of a sheet, each with the rows that it is said of.

    `rows` are those of places, `marks` those that figures bear, by place, and `names` are what rows are called.
    """

    plan: Plan
    notes: tuple[tuple[Footnote, range], ...]
    rows: dict[Place, int]
    marks: dict[Place, str]
    names: frozenset[str]

    def applied(self, entries: list[Entry], found: list[Diagnostic]) -> list[Entry]:
        """The entries with what footnotes say of them; those that hold plans or parts of a year are told and left out."""
        if not self.notes:
            return entries
        figures = [entry for entry in entries if Field.VALUE in entry.cells]
        stages, prices = {entry.stage for entry in figures}, {entry.prices for entry in figures}
        return [self._applied(entry, stages, prices, found) for entry in entries]

    def _applied(
        self, entry: Entry, stages: set[Stage | None], prices: set[Prices | None], found: list[Diagnostic]
    ) -> Entry:
        """An entry with what footnotes say of it; `stages` and `prices` are those that all figures of its table bear."""
        value = entry.cells.get(Field.VALUE)
        if value is None:
            return entry
        for note, rows in self.notes:
            if self.rows.get(value.place, rows.start) not in rows or not self._speaks_of(note, entry, value):
                continue
            if note.planned:
                words = {"text": value.said, "evidence": note.text}
                found.append(Diagnostic(Code.GOAL_YEAR, value.place, words))
                return who_reports(entry)
            apart = _are_apart(note, note.stage_alone, entry.stage, stages) or _are_apart(
                note, note.prices, entry.prices, prices
            )
            if apart or note.elsewhere or self._is_of_another(note, entry):
                found.append(fault(value, Code.LABELS_CONTRADICT, subject_of(entry, self.plan)))
                return who_reports(entry)
            if (open_to := self._leaves_open(note, entry, value)) is not None:
                found.append(open_to)
                return who_reports(entry)
            forecast = (Qualifier.FORECAST,) if note.forecast and Qualifier.FORECAST not in entry.qualifiers else ()
            entry = replace(
                entry,
                qualifiers=(*entry.qualifiers, *forecast),
                stage=entry.stage or note.stage,
                prices=entry.prices or note.prices,
            )
        return entry

    def _is_of_another(self, note: Footnote, entry: Entry) -> bool:
        """Whether a footnote says of a figure that it is of another time, or of a part of what it is called."""
        period = entry.meant.period or read_period(entry.text(Field.PERIOD))[0]
        if period is not None and note.refers and self._is_of_another_time(note, period):
            return True
        area = entry.meant.area or self.plan.area_names.find(entry.text(Field.AREA))
        indicator = entry.meant.indicator or self.plan.indicator_names.find(entry.text(Field.INDICATOR))
        return noted_part(note.said, area, indicator, self.plan) if note.stated else says_part(note.said)

    def _is_of_another_time(self, note: Footnote, period: Period) -> bool:
        of_all = not (note.years or note.mark)
        return stated_otherwise(note.said, period) if note.stated else noted_otherwise(note.said, period, of_all=of_all)

    def _leaves_open(self, note: Footnote, entry: Entry, value: Cell) -> Diagnostic | None:
        """Why a running total is none by its footnote: it may be a year's own, or runs since another year than the plan."""
        if not note.refers or not adds_up(self.plan, entry.meant.indicator):
            return None
        if noted_since(note.said) not in {None, self.plan.baseline.year + 1}:
            return fault(value, Code.LABELS_CONTRADICT, subject_of(entry, self.plan))
        told = entry.meant.basis is not None or entry.text(Field.BASIS)
        if told or not is_noted_as_annual(note.said):
            return None
        return fault(value, Code.FIGURE_UNPLACED, subject_of(entry, self.plan), lacking=fields_said([Field.BASIS]))

    def _speaks_of(self, note: Footnote, entry: Entry, value: Cell) -> bool:
        if note.areas and entry.meant.area not in note.areas:
            return False
        numbers = note.years and not any(note.mark in borne for borne in self.marks.values())
        if note.mark and not numbers and note.mark not in self.marks.get(value.place, ""):
            return note.indicator is not None and note.indicator == entry.meant.indicator
        if note.years and (entry.meant.period is None or entry.meant.period.year not in note.years):
            return False
        if note.indicator is not None:
            return note.indicator == entry.meant.indicator
        # What is said of prices holds for all, unless it is said of another row of the table.
        return not note.named or (note.prices is Prices.CONSTANT and not self._is_of_another_row(note.named))

    def _is_of_another_row(self, name: str) -> bool:
        return names_another_quantity(name) or any(name in row or row in name for row in self.names)


def _are_apart(note: Footnote, said: object, own: object, of_all: Collection[object]) -> bool:
    """Whether a note contradicts a figure's labels; one of all figures may mean those that agree with it."""
    if said is None or own is None or said is own:
        return False
    speaks_of_some = note.years or note.mark or note.indicator is not None or note.areas
    return bool(speaks_of_some) or not {None, said} & set(of_all)
