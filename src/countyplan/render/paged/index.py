"""The list of the sheets that a report was divided into, each name a link to its file beside it."""

from __future__ import annotations

from collections.abc import Sequence

from countyplan.render.paged.annex import write_made_from
from countyplan.render.paged.page import Page, TableCell, TableRow
from countyplan.report.divided.index import Index

_NAME, _NUMBER = 26, 10


def write_index(index: Index, page: Page) -> bytes:
    """The index; what is known about the files themselves stands here alone."""
    whole = index.whole
    rows = [_row(TableCell((entry.line.name,), link=entry.sheet.file), entry.line.counts) for entry in index.entries]
    rows.append(_row(TableCell.of(index.whole_line.name), index.whole_line.counts))
    if not page.holds(index.headers, rows):
        page.turn(lying=True)
    page.title(index.title_lines)
    say = whole.texts.say
    page.paragraphs([say("sentence.separator").join(say("sentence.closed", text=line) for line in index.heading)])
    page.gap()
    page.table(index.headers, [_NAME, *[_NUMBER] * (len(index.headers) - 1)], rows)
    page.fine(index.notes)
    if index.apart:
        page.heading(index.apart_heading)
        page.small(index.apart_lines)
    write_made_from(whole, page)
    return page.written(index.title, f"countyplan {whole.made_from.version}", whole.made_from.made_on)


def _row(name: TableCell, numbers: Sequence[str]) -> TableRow:
    return TableRow((name, *(TableCell.of(number, centred=True) for number in numbers)))
