"""The list of the sheets that a report was divided into, and what is in none of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from countyplan.assess import LAGGING
from countyplan.choice import By
from countyplan.dataclass import dataclass
from countyplan.language import Texts
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
class IndexEntry:
    """A sheet with its cells under the index's headers."""

    sheet: GroupSheet
    cells: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Index:
    """The sheets in the plan's order under `headers`, with the whole's cells; `apart` are the rows that no sheet holds.

    `whole` is the report that was divided: what is known about the files themselves stands in it alone.
    """

    by: By
    title: str
    heading: tuple[str, ...]
    headers: tuple[str, ...]
    entries: tuple[IndexEntry, ...]
    whole_cells: tuple[str, ...]
    apart_heading: str
    apart_lines: tuple[str, ...]
    apart: tuple[Row, ...]
    whole: Report


def build_index(whole: Report, by: By, sheets: Sequence[GroupSheet], texts: Texts) -> Index:
    """The index of `sheets`; a status that `whole` has no target of gets no column."""
    held = {row.machine.key for sheet in sheets for row in sheet.report.rows}
    apart = tuple(row for row in whole.rows if row.machine.key not in held)
    shown = [count for count in whole.counts if count.number]
    columns = (texts.say("column.count"), texts.say("column.lagging"), *(count.label for count in shown))
    return Index(
        by=by,
        title=texts.say("index.title", title=whole.title, by=texts.say(f"column.{by}")),
        heading=(*whole.heading, texts.say("index.sheets", count=len(sheets)), texts.say(f"index.note.{by}")),
        headers=(texts.say(f"column.{by}"), *columns),
        entries=tuple(IndexEntry(sheet, _cells(sheet.group.name, sheet.report, shown)) for sheet in sheets),
        whole_cells=_cells(texts.say("index.whole"), whole, shown),
        apart_heading=texts.say("index.apart", count=len(apart)) if apart else "",
        apart_lines=tuple(_lines(apart, texts)),
        apart=apart,
        whole=whole,
    )


def _cells(name: str, report: Report, shown: Iterable[Count]) -> tuple[str, ...]:
    counts = {count.status: count for count in report.counts}
    lagging = sum(counts[status].number for status in LAGGING)
    return (name, str(len(report.rows)), str(lagging), *(counts[count.status].told for count in shown))


def _lines(rows: Iterable[Row], texts: Texts) -> Iterator[str]:
    areas: dict[str, list[str]] = {}
    for row in rows:
        areas.setdefault(row.indicator, []).append(
            texts.say("index.apart_area", area=row.area, status=row.marked_status)
        )
    for indicator, told in areas.items():
        yield texts.say("report.missing_line", indicator=indicator, areas=texts.join(told))
