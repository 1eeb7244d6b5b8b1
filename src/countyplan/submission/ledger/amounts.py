"""The amounts in the rows of a list of projects, in the list's unit."""

from __future__ import annotations

from countyplan.dataclass import dataclass
from countyplan.diagnostics import Code, Diagnostic
from countyplan.plan import Plan
from countyplan.quantity import Period, Unit
from countyplan.submission.cell import fault
from countyplan.submission.grid import Grid
from countyplan.submission.ledger.header import Header, Spent
from countyplan.submission.ledger.project import Amount
from countyplan.submission.value import multiplied_by
from countyplan.submission.words.number import Amount as Typed
from countyplan.submission.words.number import is_not_reported, parse_amount


@dataclass(frozen=True, slots=True)
class Amounts:
    """Reads amounts; `stated` are the units that the sheet states for all of them."""

    grid: Grid
    plan: Plan
    header: Header
    stated: tuple[Unit, ...]

    def of(self, row: int, column: int | None, found: list[Diagnostic]) -> Amount | None:
        """The amount in a cell in the list's unit; None where none is told, or none that can be used."""
        cell = None if column is None else self.grid.cell(row, column)
        if column is None or cell is None or is_not_reported(cell.text):
            return None
        typed = parse_amount(cell.text or "")
        if not isinstance(typed, Typed):
            found.append(fault(cell, self.grid.odd.get((row, column), typed)))
            return None
        unit = typed.unit or self._unit_of(column)
        if unit is None:
            # Told once for the column; the amount is not used.
            found.append(fault(self.header.head(self.grid, column), Code.AMOUNT_WITHOUT_UNIT))
            return None
        times = multiplied_by(typed, unit)
        if unit.dimension != self.plan.ledger_unit.dimension or times is None or typed.value < 0:
            found.append(fault(cell, Code.NOT_A_NUMBER))
            return None
        times = unit.convert(times, self.plan.ledger_unit)
        return Amount((typed.value * times).normalize(), typed.half_digit * times)

    def spent(self, row: int, period: Period, found: list[Diagnostic]) -> tuple[dict[int, Amount], Amount | None]:
        """What was spent in each year up to the period's, and up to its end."""
        spent: dict[int, Amount] = {}
        to_date = None
        for at, column in self.header.spent:
            year = column.year or period.year
            running = column.spent is Spent.CUMULATIVE
            if column.spent is Spent.PLANNED or year > period.year or (running and year < period.year):
                continue
            amount = self.of(row, at, found)
            if amount is not None and running:
                to_date = amount
            elif amount is not None:
                spent.setdefault(year, amount)
        return spent, to_date

    def _unit_of(self, column: int) -> Unit | None:
        """The unit of a column of amounts: behind its own name, else that of the sheet."""
        money = [unit for unit in self.stated if unit.dimension == self.plan.ledger_unit.dimension]
        return self.header.columns[column].unit or (money[0] if len(money) == 1 else None)
