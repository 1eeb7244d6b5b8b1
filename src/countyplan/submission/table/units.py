"""In what unit a figure of a table is: by its names and headers, by its sheet; and what beside it names other money."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from itertools import combinations

from countyplan.dataclass import dataclass
from countyplan.diagnostics import Code, Diagnostic
from countyplan.plan import Plan
from countyplan.quantity import Unit, find_unit
from countyplan.quantity.unit import Sort
from countyplan.submission.cell import Cell, fault
from countyplan.submission.grid import Grid
from countyplan.submission.table.find.context import Context
from countyplan.submission.table.table_reading import fields_said
from countyplan.submission.words.fields import Field
from countyplan.submission.words.note.remark import noted_other_money, noted_unit
from countyplan.submission.words.number import Amount, is_not_reported, parse_amount

# Of such units no sum of money and no area can be.
SHARES = frozenset({"share", "percentage point", "quotient"})


@dataclass(frozen=True, slots=True, kw_only=True)
class TableUnits:
    """What one table says of units: its titles and notes, the units `of_rows`, and the columns that nobody knows."""

    grid: Grid
    plan: Plan
    context: Context
    of_rows: frozenset[Unit]
    unknown: tuple[int, ...]

    def of(
        self, row: int, value: Cell, indicator: str | None, *, stated: str, named: Iterable[Unit | None]
    ) -> Unit | Diagnostic | None:
        """The unit of a figure where its own cells do not tell, None where nothing does; if that is not clear, a finding.

        `stated` is what its cell of units says, and `named` are the units of its names and headers, the nearest first.
        """
        typed = None if is_not_reported(stated) else find_unit(stated)
        told = [unit for unit in (typed, *named) if unit is not None]
        # 城镇化率（%） below 数值（亿元） is in its own unit; what is typed for one figure has to agree with all.
        for one, other in combinations(told, 2):
            if one != other and (one is typed or one.dimension == other.dimension):
                return fault(value, Code.UNITS_CONTRADICT, text=other.name, unit=one.name)
        if indicator is None or is_not_reported(value.text):
            return None
        unit = (next(iter(told), None) or self._of_sheet(row, value, indicator)) if is_not_reported(stated) else None
        if isinstance(unit, Diagnostic):
            return unit
        return self._other_money(row, value, indicator, unit or typed) or unit

    def _of_sheet(self, row: int, value: Cell, indicator: str) -> Unit | Diagnostic | None:
        """The unit that the sheet states for an indicator in a row.

        What is said for a whole sheet gives way to a unit that is typed behind the number itself. Where the sheet states
        none, a cell left blank below 万元 in other rows may mean that, or the plan's 亿元.
        """
        amount = parse_amount(value.text or "")
        if isinstance(amount, Amount) and amount.unit is not None:
            return None
        measure = self.plan.unit_of_measure(indicator)
        units = self.context.units_at(row)
        fitting = [unit for unit in units if unit.dimension == measure.dimension]
        if len(fitting) == 1:
            return fitting[0]
        # An amount in yuan is in no unit that a sheet in dollars states; a share or a count needs none.
        misfits = bool(units) and (
            measure.sort is Sort.AMOUNT
            or (measure.dimension not in SHARES and all(unit.dimension in SHARES for unit in units))
        )
        otherwise = not units and any(unit.dimension == measure.dimension and unit != measure for unit in self.of_rows)
        if (fitting or misfits or otherwise or self.context.unread) and isinstance(amount, Amount):
            return Diagnostic(Code.FIGURE_UNPLACED, value.place, {"lacking": fields_said([Field.UNIT])})
        return None

    def _other_money(self, row: int, value: Cell, indicator: str, stated: Unit | None) -> Diagnostic | None:
        """A column that nobody knows in which a row names other money, or other units of it, than its amount is in."""
        amount, measure = parse_amount(value.text or ""), self.plan.unit_of_measure(indicator)
        if measure.sort is not Sort.AMOUNT or not isinstance(amount, Amount):
            return None
        unit = amount.unit or stated or measure
        texts = (text for at in self.unknown if (text := self.grid.text(row, at)) and noted_other_money(text))
        other = next((text for text in texts if noted_unit(text) != unit), None)
        return None if other is None else fault(value, Code.UNITS_CONTRADICT, unit=other)


def units_of_rows(grid: Grid, rows: Iterable[int], fields: Mapping[int, Field]) -> frozenset[Unit]:
    """The units that a table's columns of units state, of any of its rows."""
    columns = (column for column, name in fields.items() if name is Field.UNIT)
    told = (find_unit(grid.text(row, column)) for column in columns for row in rows)
    return frozenset(unit for unit in told if unit is not None)
