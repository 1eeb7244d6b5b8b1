"""The sheets that tell where the figures come from, what the workbook was made from, and how the plan was read."""

from __future__ import annotations

from openpyxl.worksheet.worksheet import Worksheet

from countyplan.render.xlsx.page import SheetPage
from countyplan.report.report_model import Report

_WIDTHS = (60, 80)


def write_sources(report: Report, sheet: Worksheet, *, with_rows: bool) -> None:
    """Sources, restated figures, the program and the plan, and every file with its SHA-256.

    Whoever is sent a group's part is told the plan, the day and the names of the files alone. `with_rows` tells whether
    the workbook has a sheet of all targets.
    """
    say, made = report.texts.say, report.made_from
    page = SheetPage(sheet, _WIDTHS)
    if report.only_promises:
        page.title(say("book.made_from"))
    else:
        page.title(say("report.sources"))
        page.lines(report.sources or [say("report.sources_none")])
        if report.restatements:
            page.heading(say("report.restatements"))
            page.lines(report.restatements)
        page.heading(say("book.made_from"))
    page.table([say("book.made.what"), say("book.made.which")], _made_from(report), [1, 1])
    if made.files and report.group is not None:
        page.heading(say("book.files"))
        page.lines(name for name, _ in made.files)
    elif made.files:
        page.heading(say("book.files"))
        page.table([say("book.finding.file"), "SHA-256"], made.files, [1, 1])
    if made.who_filed:
        page.heading(say("book.filed"))
        page.table([say("book.finding.file"), say("book.filed")], made.who_filed, [1, 1])
    about = [*(["book.about_rows"] if with_rows else []), *_about_findings(report)]
    if about:
        page.heading(say("book.about"))
        page.lines(say(key) for key in about)
    page.finish()


def _about_findings(report: Report) -> list[str]:
    """What is said of the sheet of findings: where it is, and to who keeps the whole that there is nothing for it."""
    if report.problems:
        return ["book.about_findings"]
    return ["book.about_no_findings"] if report.group is None else []


def _made_from(report: Report) -> list[tuple[str, str]]:
    """The plan, as of when and the day; for who keeps the whole also the versions that it can be made again with."""
    say, made = report.texts.say, report.made_from
    if report.group is not None:
        return [(say("book.made.plan"), made.plan), (say("book.made.day"), report.brief.made_on)]
    return [
        (say("book.made.program"), f"countyplan {made.version}"),
        (say("book.made.plan"), made.plan),
        (say("book.made.plan_id"), report.plan_id),
        (say("book.made.plan_version"), made.plan_version),
        (say("book.made.as_of"), report.as_of),
        (say("book.made.made_on"), made.made_on),
    ]


def write_readings(report: Report, sheet: Worksheet) -> None:
    """Our readings of the plan, and how a pace is judged."""
    page = SheetPage(sheet, _WIDTHS)
    page.title(report.texts.say("report.readings"))
    page.lines([*report.readings, report.cutoffs])
    page.finish()
