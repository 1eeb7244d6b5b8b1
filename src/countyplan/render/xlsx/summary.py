"""The first sheet: how matters stand, by area, and what needs attention first."""

from __future__ import annotations

from openpyxl.worksheet.worksheet import Worksheet

from countyplan.render.colour import STATUS_COLOURS
from countyplan.render.xlsx.chart import MOST_BARS, Counted, standing_chart
from countyplan.render.xlsx.look import colour_statuses
from countyplan.render.xlsx.page import SheetPage
from countyplan.report import Report, Row
from countyplan.report.overview.overview_model import LevelCounts

# Of the columns for areas, for how many targets each has, and for each status; the grid has at least so many of them.
_AREA, _TOTAL, _COUNT, _LEAST = 16, 9, 11, 10
_ATTENTION = {"area": 1, "indicator": 2, "goal": 1, "value": 1, "expected": 1, "gap": 1, "status": 1, "step": 2}


def write_summary(report: Report, sheet: Worksheet) -> None:
    """Fill the sheet: first things first, and the standing of each area as a chart."""
    say, counts = report.texts.say, report.brief.counts
    widths = (_AREA, _TOTAL, *[_COUNT] * max(_LEAST, len(counts.statuses)))
    page = SheetPage(sheet, widths)
    page.title(report.title)
    page.lines([text for text in (report.brief.addressee, report.brief.opening, report.brief.conclusion) if text])
    if report.levels is not None:
        page.heading(report.levels.heading)
        page.table(
            report.levels.headers, [_level(line) for line in report.levels.lines], [1] * len(report.levels.headers)
        )
    if not report.only_promises:
        _standing(report, page)
        _urgent(report, page, len(widths))
    if report.changes is not None:
        page.heading(report.changes.heading)
        page.lines([report.changes.summary, *report.changes.lines])
    if report.commitments is not None:
        page.heading(report.commitments.heading)
        page.lines([report.commitments.summary, report.commitments.note])
    page.heading(say("book.about"))
    heading = report.heading if report.group is None else (report.brief.as_of, report.brief.only_source)
    page.lines(dict.fromkeys(line for line in (*heading, *report.brief.overview, report.left_out) if line))
    colour_statuses(sheet, page.cells, report.texts)


def _standing(report: Report, page: SheetPage) -> None:
    """How many targets of each area have which status, as a table and as a chart."""
    counts = report.brief.counts
    page.heading(report.texts.say("report.summary"))
    header = page.row
    rows: list[list[str | int]] = [[row.name, row.total, *row.numbers] for row in counts.rows]
    page.table(counts.headers, rows, [1] * len(counts.headers))
    page.lines(counts.notes)
    if 0 < len(counts.areas) <= MOST_BARS:
        colours = [STATUS_COLOURS[status] for status in counts.statuses]
        held = Counted(header=header, rows=len(counts.areas), first=3, colours=colours)
        page.chart(standing_chart(page.sheet, held))
    say = report.texts.say
    page.lines([say("book.about_rows"), *([say("book.about_findings")] if report.problems else [])])


def _urgent(report: Report, page: SheetPage, columns: int) -> None:
    """What needs attention first; in a sheet, all that is behind."""
    say = report.texts.say
    if report.attention:
        page.turn()
    page.heading(report.attention_heading)
    if report.attention:
        spans = (*_ATTENTION.values(), columns - sum(_ATTENTION.values()))
        who = "responsible" if report.group is None else "clause_units"
        headers = [say(f"column.{name}") for name in (*_ATTENTION, who)]
        page.table(headers, [_attention(report, row) for row in report.attention], spans)
    else:
        page.lines([report.attention_none])


def _level(level: LevelCounts) -> list[str | int]:
    line = level.line
    return [level.name, level.areas, line.total, line.keeping, line.lagging, line.open, line.cells[-1]]


def _attention(report: Report, row: Row) -> list[str]:
    parts = (row.step, row.step_times, row.waiver.text if row.waiver else "")
    step = report.texts.say("clause.separator").join([part for part in parts if part])
    who = report.texts.say("clause.separator").join([part for part in (row.part, row.who) if part])
    due = report.texts.say("book.goal_due", goal=row.marked_goal, due=row.due)
    return [row.area, row.indicator, due, row.value, row.expected, row.gap, row.status, step, who]
