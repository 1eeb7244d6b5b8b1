"""From a sheet to the projects of its list, and to everything that is wrong with any of its cells."""

from __future__ import annotations

from dataclasses import field, replace

from countyplan.dataclass import dataclass
from countyplan.diagnostics import Code, Diagnostic, Terms
from countyplan.plan import Plan
from countyplan.quantity import Period
from countyplan.submission.cell import Cell, fault, unknown
from countyplan.submission.grid import Grid
from countyplan.submission.ledger.amounts import Amounts
from countyplan.submission.ledger.header import Column, Header, Spent, find_header
from countyplan.submission.ledger.project import Project, Step, read_step
from countyplan.submission.ledger.words import WORDS, is_word
from countyplan.submission.table.find.context import Context
from countyplan.submission.table.find.title import context_of
from countyplan.submission.words.fields import Field
from countyplan.submission.words.listed import UNREAD
from countyplan.submission.words.number import is_not_reported
from countyplan.submission.words.period import read_period

_STEPS = ("approved", "started", "finished")


@dataclass(frozen=True, slots=True)
class LedgerReading:
    """The projects of a list, the areas that it speaks of, and what is wrong with it."""

    projects: list[Project] = field(default_factory=list)
    areas: set[str] = field(default_factory=set)
    diagnostics: list[Diagnostic] = field(default_factory=list)


def read_ledger(grid: Grid, plan: Plan, document: str) -> LedgerReading | None:
    """The list of projects in a sheet; None where it holds none, or the plan keeps no such list."""
    header = find_header(grid) if plan.ledger.unit else None
    if header is None:
        return None
    return _Ledger(grid, plan, document, header, LedgerReading()).read()


@dataclass(slots=True)
class _Ledger:
    """A list that is being read into `reading`."""

    grid: Grid
    plan: Plan
    document: str
    header: Header
    reading: LedgerReading
    context: Context = field(init=False)
    amounts: Amounts = field(init=False)

    def __post_init__(self) -> None:
        above = [cell for row in self.grid.rows[: self.header.first] for cell in row]
        name = Cell(self.grid.name, self.header.head(self.grid, 0).place)
        self.context = context_of(name, above, above, (), self.plan)
        self.amounts = Amounts(self.grid, self.plan, self.header, self.context.units)

    def read(self) -> LedgerReading:
        self._tell_header()
        area, category = self.context.area, ""
        for row in range(self.header.last + 1, len(self.grid.rows)):
            heading = self._heading(row)
            if heading is None:
                project = self._project(row, area, category)
                self.reading.projects.extend([project] if project is not None else [])
            elif (named := self.plan.area_names.find(heading)) is not None:
                area = named
            elif heading:
                category = heading
        self._tell_what_lacks()
        return self.reading

    def _tell_header(self) -> None:
        """What each column was taken for, and those that nobody knows."""
        for at in self.header.unknown:
            cell = self.header.head(self.grid, at)
            self.reading.diagnostics.append(unknown(cell, Code.HEADER_UNKNOWN, WORDS.fields))
        taken: set[Column] = set()
        for at, column in self.header.columns.items():
            if column.name != UNREAD and replace(column, unit=None) in taken:
                self.reading.diagnostics.append(fault(self.header.head(self.grid, at), Code.HEADER_TWICE))
            taken.add(replace(column, unit=None))

    def _heading(self, row: int) -> str | None:
        """The only text of a row, which holds for those below it; empty where the row says nothing, or adds others up."""
        texts = list(dict.fromkeys(text for at in range(self.grid.width) if (text := self.grid.text(row, at))))
        if not texts or any(is_word(text, "sums") for text in texts[:2]):
            return ""
        return texts[0] if len(texts) == 1 else None

    def _project(self, row: int, area: str | None, category: str) -> Project | None:
        """The project of a row; None where it names none, or says nothing of it."""
        name = self._text(row, "project")
        if is_not_reported(name):
            return None
        placed = self._area(row, area)
        period = self._period(row)
        if placed is not None:
            self.reading.areas.add(placed)
        if placed is None or period is None:
            return None
        found: list[Diagnostic] = []
        steps = {step: self._step(row, step, period, found) for step in _STEPS}
        total = self.amounts.of(row, self.header.column("total"), found)
        spent, to_date = self.amounts.spent(row, period, found)
        self.reading.diagnostics.extend(found)
        return Project(
            name=" ".join(name.split()),
            area=placed,
            period=period,
            place=self._cell(row, "project").place,
            document=self.document,
            code=self._told(row, "code"),
            category=self._told(row, "category") or category,
            total=total,
            spent=spent,
            to_date=to_date,
            responsible=self._told(row, "responsible"),
            transferred=self._answer(row, "transferred"),
            note=self._told(row, "note"),
            unsure=bool(found),
            **steps,
        )

    def _cell(self, row: int, name: str) -> Cell:
        at = self.header.column(name)
        cell = None if at is None else self.grid.cell(row, at)
        return cell or self.grid.rows[row][0]

    def _text(self, row: int, name: str) -> str:
        at = self.header.column(name)
        return "" if at is None else self.grid.text(row, at)

    def _told(self, row: int, name: str) -> str:
        text = self._text(row, name)
        return "" if is_not_reported(text) else " ".join(text.split())

    def _area(self, row: int, area: str | None) -> str | None:
        text = self._text(row, Field.AREA)
        if not text:
            return area
        found = self.plan.area_names.find(text)
        if found is None:
            cell = self._cell(row, Field.AREA)
            self.reading.diagnostics.append(unknown(cell, Code.UNKNOWN_AREA, self.plan.area_names))
        return found

    def _period(self, row: int) -> Period | None:
        text = self._text(row, Field.PERIOD)
        if not text:
            return _by_its_end(self.context.period) or self._last_done
        period = read_period(text)[0]
        if period is None:
            self.reading.diagnostics.append(fault(self._cell(row, Field.PERIOD), Code.BAD_PERIOD))
        return _by_its_end(period)

    @property
    def _last_done(self) -> Period | None:
        """The last year of which the list says what was done: it is of then, if it does not say so itself."""
        years = [one.year for _, one in self.header.spent if one.spent is Spent.DONE and one.year is not None]
        return Period.of_year(max(years)) if years else None

    def _step(self, row: int, name: str, period: Period, found: list[Diagnostic]) -> Step:
        step = read_step(self._text(row, name), period)
        if step is None:
            found.append(fault(self._cell(row, name), Code.BAD_DATE))
        return step or Step()

    def _answer(self, row: int, name: str) -> bool | None:
        """A yes or no; a name in its stead (where a project comes from) is a yes."""
        text = self._text(row, name)
        return None if is_not_reported(text) else not is_word(text, "no")

    def _tell_what_lacks(self) -> None:
        """A list without an area or a period is of no use, and one whose years may be plans is of little."""
        lacking = []
        if self.header.column(Field.AREA) is None and self.context.area is None and not self.reading.areas:
            lacking.append(Field.AREA)
        if self.header.column(Field.PERIOD) is None and (self.context.period or self._last_done) is None:
            lacking.append(Field.PERIOD)
        if lacking:
            words = {"lacking": Terms.of(f"field.{name}" for name in lacking)}
            self.reading.diagnostics.append(fault(self.header.head(self.grid, 0), Code.LEDGER_UNPLACED, None, **words))
        last = max((one.period.year for one in self.reading.projects), default=None)
        bare = [at for at, one in self.header.spent if one.spent is Spent.BARE and one.year is not None]
        ahead = [at for at in bare if last is not None and (self.header.columns[at].year or 0) > last]
        if ahead:
            self.reading.diagnostics.append(fault(self.header.head(self.grid, bare[0]), Code.YEARS_MAY_BE_PLANS))


def _by_its_end(period: Period | None) -> Period | None:
    """A list as of the end of a year is of that year: what it tells has run up to then."""
    return period if period is None or not period.closes_year else Period.ending(period.end)
