"""The workbook's own chart: it is drawn by the program that opens it, from the cells of the table above it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from openpyxl.chart import BarChart, Reference, Series
from openpyxl.chart.label import DataLabel, DataLabelList
from openpyxl.chart.title import title_maker
from openpyxl.drawing.text import CharacterProperties, ParagraphProperties
from openpyxl.worksheet.worksheet import Worksheet

from countyplan.dataclass import dataclass

# Ours: with more bars than fit a page they tell less than the table.
MOST_BARS = 30
_CENTIMETRES_A_BAR, _CENTIMETRES_BESIDE = 0.9, 2.6
_BORDER, _BORDER_WIDTH = "7F7F7F", 6350  # half a point, in EMU: parts stay apart where their colours print alike
_ONLY_VALUES = {"showLegendKey": False, "showCatName": False, "showSerName": False, "showPercent": False}
_TITLE = CharacterProperties(sz=1100, b=True)


@dataclass(frozen=True, slots=True, kw_only=True)
class Counted:
    """Where the counts stand: the row of their headers, the rows of the areas below it, and what each column counts.

    `colours` are those of the counts' columns, from the one at `first` on, and `numbers` what stands in each.
    """

    header: int
    rows: int
    first: int
    colours: Sequence[str]
    numbers: Sequence[Sequence[int]]


def standing_chart(sheet: Worksheet, counted: Counted, title: str) -> BarChart:
    """How many targets of each area have which status: a bar for each area, parted by status, the first on top.

    Each part bears its number, and none where there is nothing to count.
    """
    chart = BarChart()
    chart.type, chart.grouping, chart.overlap, chart.gapWidth = "bar", "stacked", 100, 40
    chart.title = _titled(title)
    top, bottom = counted.header + 1, counted.header + counted.rows
    for at, (colour, numbers) in enumerate(zip(counted.colours, counted.numbers, strict=True), start=counted.first):
        values = Reference(sheet, min_col=at, min_row=counted.header, max_row=bottom)
        series = Series(values, title_from_data=True)
        series.graphicalProperties.solidFill = colour
        series.graphicalProperties.line.solidFill = _BORDER
        series.graphicalProperties.line.width = _BORDER_WIDTH
        none = [DataLabel(idx=row, showVal=False, **_ONLY_VALUES) for row, number in enumerate(numbers) if not number]
        series.dLbls = DataLabelList(dLbl=none, showVal=True, **_ONLY_VALUES)
        chart.series.append(series)
    chart.set_categories(Reference(sheet, min_col=1, min_row=top, max_row=bottom))
    chart.x_axis.scaling.orientation = "maxMin"
    chart.x_axis.majorTickMark = "none"
    chart.x_axis.tickLblSkip = 1  # else a program leaves out names where it finds the chart small
    chart.x_axis.delete, chart.y_axis.delete = False, True
    chart.y_axis.majorGridlines = None
    if chart.legend is not None:
        chart.legend.position = "b"
    chart.height = _CENTIMETRES_BESIDE + _CENTIMETRES_A_BAR * counted.rows
    return chart


def _titled(text: str) -> Any:
    """A title no larger than the headings of the sheet."""
    title: Any = title_maker(text)
    for paragraph in title.tx.rich.p:
        paragraph.pPr = ParagraphProperties(defRPr=_TITLE)
        for run in paragraph.r:
            run.rPr = _TITLE
    return title
