"""The joint meeting's paper as a document: a page to be read out, a page for each area, annexes."""

from __future__ import annotations

from countyplan.render.paged.annex import verdict_cell, write_annexes
from countyplan.render.paged.commitments import cells_of
from countyplan.render.paged.page import Page, TableCell, kept
from countyplan.render.paged.widths import by_length
from countyplan.report.meeting.paper import AreaPage, Paper
from countyplan.report.row.row_model import Row

_LAGGING = {"indicator": 30, "goal": 18, "value": 16, "status": 16, "step": 48, "responsible": 48}


def write_paper(paper: Paper, page: Page) -> bytes:
    """The whole paper; the same paper gives the same bytes."""
    page.title(paper.title)
    page.subtitle(paper.as_of)
    if paper.only_source:
        page.subtitle(paper.only_source)
    _first_page(paper, page)
    for one in paper.areas:
        # A lone area's few lines go on below what is read out.
        if len(paper.areas) > 1:
            page.turn(lying=False)
        _area(paper, one, page)
    write_annexes(paper.report, page, sent=True)
    made = paper.report.made_from
    return page.written(paper.title[-1], f"countyplan {made.version}", made.made_on)


def _first_page(paper: Paper, page: Page) -> None:
    say = paper.texts.say
    page.heading(say("meeting.heading.conclusion"))
    page.paragraphs(paper.conclusion)
    page.heading(say("meeting.heading.decisions"))
    if paper.decisions:
        headers = [say(f"meeting.{name}") for name in ("what", "proposal", "who", "when")]
        rows = [
            [
                *(TableCell.of(text) for text in (f"{at}. {one.what}", one.proposal, one.who)),
                TableCell((one.when,), whole=True),
            ]
            for at, one in enumerate(paper.decisions, start=1)
        ]
        page.table(headers, [44, 62, 34, 20], kept(rows), compact=True)
    else:
        page.small([say("meeting.none")])
    page.heading(paper.changes_heading)
    page.small(paper.changes)


def _area(paper: Paper, one: AreaPage, page: Page) -> None:
    say = paper.texts.say
    page.heading(one.heading)
    page.paragraphs([one.conclusion])
    if one.lagging or one.none_lagging:
        page.heading(say("meeting.lagging_heading"), 2)
    if one.lagging:
        headers = [say(f"column.{name}") for name in _LAGGING]
        page.table(headers, list(_LAGGING.values()), kept([_cells(paper, row) for row in one.lagging]), compact=True)
    elif one.none_lagging:
        page.small([one.none_lagging])
    for name, lines in (
        ("meeting.changes_page", one.changes),
        ("meeting.commitments_page", one.commitments),
        ("projects.heading", one.projects),
        ("meeting.missing_page", one.missing),
    ):
        if lines:
            page.heading(say(name), 2)
            page.small(lines)
        if name == "meeting.commitments_page" and one.urgent:
            rows = cells_of(one.urgent)
            page.table(one.urgent_headers, by_length(one.urgent_headers, rows), rows, compact=True)


def _cells(paper: Paper, row: Row) -> list[TableCell]:
    period = paper.texts.say("quantity.period", period=row.period) if row.period else ""
    return [
        TableCell.of(row.indicator),
        TableCell((row.marked_goal, row.due), centred=True),
        TableCell(tuple(part for part in (row.value, period) if part), centred=True),
        verdict_cell(row),
        TableCell(tuple(part for part in (row.step, row.step_times) if part), whole=True),
        TableCell.of(row.who),
    ]
