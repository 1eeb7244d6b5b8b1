"""The workbook's own chart: it is drawn by the program that opens it, from the cells of the table above it."""

from __future__ import annotations

from collections.abc import Sequence

from openpyxl.chart import BarChart, Reference, Series
from openpyxl.worksheet.worksheet import Worksheet

from countyplan.dataclass import dataclass

# Ours: with more bars than fit a page they tell less than the table.
MOST_BARS = 30
_CENTIMETRES_BESIDE = 3
_WIDTH = 26
_PARTED_BY = "FFFFFF"


@dataclass(frozen=True, slots=True, kw_only=True)
class Counted:
    """Where the counts stand: the row of their headers, the rows of the areas below it, and what each column counts.

    `colours` are those of the counts' columns, from the one at `first` on; a column that is empty throughout has None.
    """

    header: int
    rows: int
    first: int
    colours: Sequence[str | None]


def standing_chart(sheet: Worksheet, counted: Counted) -> BarChart:
    """How many targets of each area have which status: a bar for each area, parted by status, the first on top.

    The numbers stand in the table above; written into the bars those of parts that are none would lie upon each other.
    """
    chart = BarChart()
    chart.type, chart.grouping, chart.overlap, chart.gapWidth = "bar", "stacked", 100, 40
    top, bottom = counted.header + 1, counted.header + counted.rows
    for at, colour in enumerate(counted.colours, start=counted.first):
        if colour is None:
            continue
        values = Reference(sheet, min_col=at, min_row=counted.header, max_row=bottom)
        series = Series(values, title_from_data=True)
        series.graphicalProperties.solidFill = colour
        series.graphicalProperties.line.solidFill = _PARTED_BY
        chart.series.append(series)
    chart.set_categories(Reference(sheet, min_col=1, min_row=top, max_row=bottom))
    chart.x_axis.scaling.orientation = "maxMin"
    chart.x_axis.delete, chart.y_axis.delete = False, True
    chart.y_axis.majorGridlines = None
    if chart.legend is not None:
        chart.legend.position = "b"
    chart.width, chart.height = _WIDTH, _CENTIMETRES_BESIDE + counted.rows  # centimetres
    return chart
