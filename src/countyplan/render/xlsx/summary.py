"""The first sheet: how matters stand, by area, and what needs attention first."""

from __future__ import annotations

from collections.abc import Iterator

from openpyxl.worksheet.worksheet import Worksheet

from countyplan.render.colour import STATUS_COLOURS
from countyplan.render.xlsx.chart import MOST_BARS, Counted, standing_chart
from countyplan.render.xlsx.look import colour_statuses
from countyplan.render.xlsx.page import SheetPage
from countyplan.render.xlsx.table import Number, counted
from countyplan.report.overview.overview_model import CountRow, LevelCounts
from countyplan.report.report_model import Report
from countyplan.report.row.row_model import Row

# Of the columns for areas, for how many targets each has, and for each status; the grid has at least so many of them.
_AREA, _TOTAL, _COUNT, _LEAST = 18, 9, 14, 12
_CHARTED = 8  # so many columns, at least, has a chart, for its title and its legend
_ATTENTION = {
    "area": 1,
    "indicator": 2,
    "goal": 1,
    "due": 1,
    "value": 1,
    "expected": 1,
    "gap": 1,
    "status": 1,
    "step": 2,
}


def write_summary(report: Report, sheet: Worksheet) -> None:
    """Fill the sheet: first things first, and the standing of each area as a chart."""
    counts = report.brief.counts
    widths = (_AREA, _TOTAL, *[_COUNT] * max(_LEAST, len(counts.statuses)))
    page = SheetPage(sheet, widths)
    page.title(report.title)
    page.lines([text for text in (report.brief.addressee, report.brief.opening, report.brief.conclusion) if text])
    if report.levels is not None:
        page.heading(report.levels.heading)
        page.table(
            report.levels.headers, [_level(line) for line in report.levels.lines], [1] * len(report.levels.headers)
        )
    if report.only_promises:
        page.lines(_rests_on(report))
    else:
        _standing(report, page)
        _urgent(report, page, len(widths))
    if report.changes is not None:
        page.heading(report.changes.heading)
        page.lines([report.changes.summary, *report.changes.lines])
    if report.commitments is not None:
        page.heading(report.commitments.heading)
        page.lines([report.commitments.summary, report.commitments.note])
    if report.brief.closing:
        page.signed(report.brief.closing, report.brief.made_on)
    colour_statuses(sheet, page.cells, report.texts)
    page.finish()


def _rests_on(report: Report) -> Iterator[str]:
    """What the whole rests on, or what a part is to a unit."""
    yield from (line for line in (*report.brief.overview, report.brief.waived, report.left_out) if line)


def _standing(report: Report, page: SheetPage) -> None:
    """How many targets of each area have which status, as a table and as a chart."""
    counts = report.brief.counts
    page.heading(report.texts.say("report.summary"))
    header = page.row
    page.table(counts.headers, [_count(row) for row in counts.rows], [1] * len(counts.headers))
    page.lines(counts.notes)
    if 0 < len(counts.areas) <= MOST_BARS:
        colours = [STATUS_COLOURS[status] for status in counts.statuses]
        numbers = list(zip(*(row.numbers for row in counts.areas), strict=True))
        held = Counted(header=header, rows=len(counts.areas), first=3, colours=colours, numbers=numbers)
        page.chart(standing_chart(page.sheet, held, counts.title), max(_CHARTED, len(counts.headers)))
    page.lines(_rests_on(report))


def _urgent(report: Report, page: SheetPage, columns: int) -> None:
    """What needs attention first; in a sheet, all that is behind."""
    say = report.texts.say
    page.heading(report.attention_heading)
    if report.attention:
        spans = (*_ATTENTION.values(), columns - sum(_ATTENTION.values()))
        who = "responsible" if report.group is None else "clause_units"
        headers = [say(f"column.{name}") for name in (*_ATTENTION, who)]
        page.table(headers, [_attention(report, row) for row in report.attention], spans)
    else:
        page.lines([report.attention_none])


def _count(row: CountRow) -> list[str | Number]:
    return [row.name, counted(row.total), *map(counted, row.numbers, row.marks)]


def _level(level: LevelCounts) -> list[str | Number]:
    line = level.line
    numbers = (level.areas, line.total, line.keeping, line.lagging, line.open)
    return [level.name, *map(counted, numbers), line.cells[-1]]


def _attention(report: Report, row: Row) -> list[str]:
    parts = (row.step, row.step_times, row.waiver.text if row.waiver else "")
    step = report.texts.say("clause.separator").join([part for part in parts if part])
    who = report.texts.say("clause.separator").join([part for part in (row.part, row.who) if part])
    return [row.area, row.indicator, row.marked_goal, row.due, row.value, row.expected, row.gap, row.status, step, who]
