"""The list of the sheets that a report was divided into, and what is in none of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from countyplan.assess import LAGGING
from countyplan.choice import By
from countyplan.dataclass import dataclass
from countyplan.language import Texts
from countyplan.report.overview.counting import noted
from countyplan.report.overview.overview_model import Count
from countyplan.report.report_model import Group, Report
from countyplan.report.row.row_model import Row


@dataclass(frozen=True, slots=True)
class GroupSheet:
    """The report on one group's part, and the name of its file."""

    group: Group
    file: str
    report: Report


@dataclass(frozen=True, slots=True)
class IndexLine:
    """A name and its counts under the index's headers, each beside the mark that leads to a note, if it has one."""

    name: str
    numbers: tuple[int, ...]
    marks: tuple[str, ...]

    @property
    def counts(self) -> tuple[str, ...]:
        """The counts with their marks."""
        return tuple(f"{number}{mark}" for number, mark in zip(self.numbers, self.marks, strict=True))


@dataclass(frozen=True, slots=True)
class IndexEntry:
    """A sheet with its line."""

    sheet: GroupSheet
    line: IndexLine


@dataclass(frozen=True, slots=True, kw_only=True)
class Index:
    """The sheets in the plan's order under `headers`, with the whole's line; `apart` are the rows that no sheet holds.

    `title_lines` are the title as it stands on a page, and `notes` tell what the marks in the lines mean.
    `whole` is the report that was divided: what is known about the files themselves stands in it alone.
    """

    by: By
    title: str
    title_lines: tuple[str, ...]
    heading: tuple[str, ...]
    headers: tuple[str, ...]
    entries: tuple[IndexEntry, ...]
    whole_line: IndexLine
    notes: tuple[str, ...]
    apart_heading: str
    apart_lines: tuple[str, ...]
    apart: tuple[Row, ...]
    whole: Report

    @property
    def texts(self) -> Texts:
        """Its words, those of the whole."""
        return self.whole.texts


def build_index(whole: Report, by: By, sheets: Sequence[GroupSheet], texts: Texts) -> Index:
    """The index of `sheets`; a status that `whole` has no target of gets no column."""
    held = {row.machine.key for sheet in sheets for row in sheet.report.rows}
    apart = tuple(row for row in whole.rows if row.machine.key not in held)
    shown = [count for count in whole.counts if count.number]
    *plan, kind = whole.brief.title
    columns = (texts.say("column.count"), texts.say("column.lagging"), *(count.label for count in shown))
    return Index(
        by=by,
        title=texts.say("index.title", title=whole.title, by=texts.say(f"column.{by}")),
        title_lines=(*plan, texts.say("index.title", title=kind, by=texts.say(f"column.{by}"))),
        heading=(*whole.heading, texts.say("index.sheets", count=len(sheets)), texts.say(f"index.note.{by}")),
        headers=(texts.say(f"column.{by}"), *columns),
        entries=tuple(IndexEntry(sheet, _line(sheet.group.name, sheet.report, shown, texts)) for sheet in sheets),
        whole_line=_line(texts.say("index.whole"), whole, shown, texts),
        notes=tuple(noted([(sheet.group.name, sheet.report.counts) for sheet in sheets], texts)),
        apart_heading=texts.say("index.apart", count=len(apart)) if apart else "",
        apart_lines=tuple(_lines(apart, texts)),
        apart=apart,
        whole=whole,
    )


def _line(name: str, report: Report, shown: Iterable[Count], texts: Texts) -> IndexLine:
    counts = {count.status: count for count in report.counts}
    lagging = sum(counts[status].number for status in LAGGING)
    own = [counts[count.status] for count in shown]
    mark = texts.say("mark.noted")
    numbers = (len(report.rows), lagging, *(one.number for one in own))
    return IndexLine(name, numbers, ("", "", *(mark if one.note else "" for one in own)))


def _lines(rows: Iterable[Row], texts: Texts) -> Iterator[str]:
    areas: dict[str, list[str]] = {}
    for row in rows:
        areas.setdefault(row.indicator, []).append(
            texts.say("index.apart_area", area=row.area, status=row.marked_status)
        )
    for indicator, told in areas.items():
        yield texts.say("report.missing_line", indicator=indicator, told=texts.join(told))
