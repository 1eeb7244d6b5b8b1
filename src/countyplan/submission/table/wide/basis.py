"""On what basis the running totals of a table in wide form are, and whether that is left open."""

from __future__ import annotations

from countyplan.dataclass import dataclass
from countyplan.plan import TOTAL
from countyplan.submission.grid import Grid
from countyplan.submission.table.find.layout import WideLayout
from countyplan.submission.words.basis import Basis, speaks_of_a_sum, speaks_of_one_year


@dataclass(frozen=True, slots=True)
class ColumnBasis:
    """What the columns of one table say of their basis."""

    grid: Grid
    layout: WideLayout

    def of(self, column: int) -> Basis | None:
        """On what basis a column's header says that its figures are."""
        return next((one.basis for _, one in self.layout.columns[column] if one.basis is not None), None)

    def is_open(self, column: int, basis: Basis | None, *, within_year: bool) -> bool:
        """Whether 累计 may mean since January, or figures beside a running total or a year's goal may be the year's own.

        `basis` is what the column or its rows say, and `within_year` tells that a month or a quarter is named.
        """
        context = self.layout.context
        beside = [self.grid.text(*at) for at in self.layout.unknown.values()]
        yearly = any(map(speaks_of_one_year, beside))
        if basis is Basis.CUMULATIVE:
            return within_year or yearly or context.basis is Basis.ANNUAL or context.basis_open
        if basis is not None or context.basis is not None:
            return False
        sums = any(self.of(other) is Basis.CUMULATIVE for other in self.layout.columns)
        sums = sums or self._has_sum_beside(column) or any(map(speaks_of_a_sum, beside))
        return yearly or sums or context.basis_open

    def _has_sum_beside(self, column: int) -> bool:
        """Whether a column of a year stands beside one that is headed 合计 and may add up the years."""
        headers = {at: [label for _, label in said] for at, said in self.layout.columns.items()}
        if not any(label.period for label in headers[column]) or any(label.area for label in headers[column]):
            return False
        sums = (said for said in headers.values() if any(label.area == TOTAL for label in said))
        return any(not any(label.period for label in said) for said in sums)
