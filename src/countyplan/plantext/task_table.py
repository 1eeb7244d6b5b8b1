"""Tables of tasks: a row is a clause of its own, with its units in their columns (任务 | 牵头单位 | 配合单位)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache

from countyplan.dataclass import dataclass
from countyplan.plantext.reading.document import Document
from countyplan.plantext.vocabulary import Vocabulary
from countyplan.quantity.width import single_width


@dataclass(frozen=True, slots=True, kw_only=True)
class TaskRow:
    """A row below a header that names tasks and units.

    `units` holds what heads each column of units, and its cell; `due` the cell of the date, `before` what stands before
    the table, `number` the row's own. In the row's text, the tasks begin at `task` and the cells of units lie at `units_at`.
    """

    number: str
    task: int
    units: tuple[tuple[str, str], ...]
    units_at: tuple[tuple[int, int], ...]
    due: str
    before: str


@dataclass(frozen=True, slots=True)
class _Columns:
    task: int
    number: int | None
    units: tuple[int, ...]
    due: int | None
    heads: tuple[str, ...]


@lru_cache(maxsize=32)
def task_rows(document: Document, words: Vocabulary) -> Mapping[int, TaskRow]:
    """The rows of a document's tables of tasks, by their place among its paragraphs."""
    found: dict[int, TaskRow] = {}
    columns: _Columns | None = None
    above: tuple[str, ...] = ()
    table, before = None, ""
    for at, paragraph in enumerate(document.paragraphs):
        if paragraph.table is None or paragraph.table != table:
            table, columns, above = paragraph.table, None, ()
        if paragraph.table is None:
            before = paragraph.narrow
            continue
        heading = _columns([single_width(cell) for cell in paragraph.cells], words)
        if heading is not None:
            columns = heading
        elif columns is not None and _whole(paragraph.cells, columns):
            row, above = _row(paragraph.cells, columns, above, before)
            found[at] = row
    return found


def _columns(cells: Sequence[str], words: Vocabulary) -> _Columns | None:
    """What the columns hold, where a row heads tasks and units and no figures."""
    units = tuple(at for at, cell in enumerate(cells) if words.pattern("task_table.units").fullmatch(cell.strip()))
    tasks = [at for at, cell in enumerate(cells) if words.pattern("task_table.task").search(cell) and at not in units]
    if not units or not tasks or any(words.pattern("task_table.not_tasks").search(cell) for cell in cells):
        return None
    number = [at for at, cell in enumerate(cells) if words.pattern("task_table.number").fullmatch(cell.strip())]
    due = [at for at, cell in enumerate(cells) if words.pattern("task_table.due").search(cell) and at not in units]
    last = max((at for at in tasks if at not in due), default=tasks[-1])
    return _Columns(last, number[0] if number else None, units, due[0] if due else None, tuple(cells))


def _whole(cells: Sequence[str], columns: _Columns) -> bool:
    """Whether a row's cells stand under their heads: none is lacking, but for empty ones at the end behind a number."""
    if len(cells) == len(columns.heads):
        return bool(cells[columns.task].strip())
    numbered = columns.number is not None and columns.number < len(cells) and cells[columns.number].strip().isdecimal()
    return numbered and columns.units[0] < len(cells) < len(columns.heads)


def _row(
    cells: Sequence[str], columns: _Columns, above: tuple[str, ...], before: str
) -> tuple[TaskRow, tuple[str, ...]]:
    """The row, and its cells of units for the one below: a merged cell is written once, in the first of its rows."""
    named = tuple(cells[at].strip() if at < len(cells) else "" for at in columns.units)
    if above and not named[0]:
        named = tuple(own or (kept if not any(named) else "") for own, kept in zip(named, above, strict=True))
        named = (above[0], *named[1:])
    starts = [sum(len(cell) + 1 for cell in cells[:at]) for at in range(len(cells))]
    written = tuple((starts[at], starts[at] + len(cells[at])) for at in columns.units if at < len(cells))
    due = cells[columns.due] if columns.due is not None and columns.due < len(cells) else ""
    number = cells[columns.number].strip() if columns.number is not None else ""
    task = min(at for at in range(len(cells)) if at != columns.number)
    units = tuple((columns.heads[at], text) for at, text in zip(columns.units, named, strict=True))
    return TaskRow(
        number=number, task=starts[task], units=units, units_at=written, due=single_width(due), before=before
    ), named
