"""The first sheet: how matters stand, by area, and what needs attention first."""

from __future__ import annotations

from openpyxl.worksheet.worksheet import Worksheet

from countyplan.render.colour import STATUS_COLOURS
from countyplan.render.xlsx.chart import MOST_BARS, Counted, standing_chart
from countyplan.render.xlsx.look import colour_statuses
from countyplan.render.xlsx.page import SheetPage
from countyplan.report import Report, Row

# Of the columns for areas, for how many targets each has, and for each status; rows that need attention lie over all.
_AREA, _TOTAL, _COUNT = 20, 9, 13
_ATTENTION = (1, 3, 1, 2)


def write_summary(report: Report, sheet: Worksheet) -> None:
    """Fill the sheet."""
    say = report.texts.say
    widths = (_AREA, _TOTAL, *(_COUNT for _ in report.counts))
    page = SheetPage(sheet, widths)
    page.title(report.title)
    page.lines((*report.heading, *report.brief.overview))
    page.heading(say("report.summary"))
    labels = [count.label for count in report.counts]
    standing = [(area.area, area.total, area.counts) for area in report.brief.areas]
    header = page.row
    page.table(
        [say("column.area"), say("column.count"), *labels],
        [
            [name, total, *(count.number for count in counts)]
            for name, total, counts in (*standing, (say("book.all"), report.brief.total, report.counts))
        ],
        [1] * len(widths),
    )
    if 0 < len(standing) <= MOST_BARS:
        colours = [STATUS_COLOURS[count.status] if count.number else None for count in report.counts]
        page.chart(standing_chart(sheet, Counted(header=header, rows=len(standing), first=3, colours=colours)))
    page.heading(report.attention_heading)
    if report.attention:
        spans = (*_ATTENTION, len(widths) - sum(_ATTENTION))
        headers = [say(f"column.{name}") for name in ("area", "indicator", "status", "step", "responsible")]
        page.table(headers, [_attention(report, row) for row in report.attention], spans)
    else:
        page.lines([report.attention_none])
    if report.changes is not None:
        page.heading(report.changes.heading)
        page.lines([report.changes.summary, *report.changes.lines])
    if report.commitments is not None:
        page.heading(report.commitments.heading)
        page.lines([report.commitments.summary, report.commitments.note])
    page.heading(say("book.about"))
    page.lines(line for line in (report.left_out, report.cutoffs, say("book.about_rows"), report.provenance[0]) if line)
    colour_statuses(sheet, page.cells, report.texts)
    sheet.page_setup.fitToHeight = 1


def _attention(report: Report, row: Row) -> list[str]:
    parts = (row.step, row.step_times, row.waiver.text if row.waiver else "")
    step = report.texts.say("clause.separator").join([part for part in parts if part])
    units = report.texts.join(row.responsible) or report.texts.say("units.none")
    return [row.area, row.indicator, row.status, step, units]
