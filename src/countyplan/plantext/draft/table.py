"""A plan's tables of indicators, read by their cells; what has lost its cells is left to a person."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from countyplan.dataclass import dataclass
from countyplan.plantext.draft.cells import comparator_of, goal_of, kind_of, unit_of, value_of
from countyplan.plantext.draft.draft_model import DraftedNumber, DraftedTarget
from countyplan.plantext.draft.period import PlanDates
from countyplan.plantext.outline import Clause, Part
from countyplan.plantext.structure import Role, figures_in
from countyplan.plantext.vocabulary import Vocabulary
from countyplan.quantity.width import single_width

_SURE, _UNSURE, _PER_DOUBT = Decimal("0.9"), Decimal("0.5"), Decimal("0.1")
_LONGEST_ROW = 60
_FEWEST_ROWS = 2
_YEAR = re.compile(r"(?:19|20)\d\d")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Columns:
    """Which column of a table holds what; `due` is that of the last year, `base` that of an earlier one."""

    name: int
    unit: int | None
    due: int
    year: int | None
    base: int | None
    change: int | None
    sort: int | None


def read_tables(
    clause: Clause, dates: PlanDates, area: str, words: Vocabulary
) -> tuple[list[DraftedTarget], list[DraftedNumber]]:
    """The targets of a clause's tables, and the numbers of their other cells."""
    targets: list[DraftedTarget] = []
    left: list[DraftedNumber] = []
    tables: dict[int, list[Part]] = {}
    for part in clause.parts:
        if part.paragraph.table is not None and part.row is None:
            tables.setdefault(part.paragraph.table, []).append(part)
    for rows in tables.values():
        columns, begin = _columns(rows, words)
        for at, part in enumerate(rows):
            target = None
            if columns is not None and at >= begin:
                target = _target(part, columns, clause, dates.last, area=area, words=words)
            if target is not None:
                targets.append(target)
            left += _others(part, clause, target, words)
        if columns is None:
            targets += _without_header(rows, clause, area, words)
    for part in clause.parts:
        if not part.paragraph.cells:
            targets += _run_together(part, clause, dates, area, words)
    return targets, left


def _columns(rows: Sequence[Part], words: Vocabulary) -> tuple[_Columns | None, int]:
    """What the columns hold, by the first row that heads indicators; and at which row the body begins."""
    for at, part in enumerate(rows[:4]):
        cells = [single_width(cell) for cell in part.paragraph.cells]
        found = {
            key: [of for of, cell in enumerate(cells) if words.pattern(f"table.{key}").search(cell)]
            for key in ("name", "unit", "goal", "change", "sort", "number")
        }
        years = {of: int(match[0]) for of, cell in enumerate(cells) if (match := _YEAR.search(cell))}
        years = {of: year for of, year in years.items() if of not in found["change"]}
        if not found["name"] or not (years or found["goal"]):
            continue
        goals = [of for of in found["goal"] if of not in found["name"]] or [max(years, key=lambda of: years[of])]
        due = max(goals, key=lambda of: years.get(of, 0))
        earlier = [of for of in years if of != due and years[of] < years.get(due, 9999)]
        return _Columns(
            name=next((of for of in found["name"] if of not in found["unit"]), found["name"][0]),
            unit=_first(found["unit"]),
            due=due,
            year=years.get(due),
            base=_first(earlier),
            change=_first([of for of in found["change"] if of != due]),
            sort=_first(found["sort"]),
        ), at + 1
    return None, 0


def _without_header(rows: Sequence[Part], clause: Clause, area: str, words: Vocabulary) -> Iterator[DraftedTarget]:
    """Indicators of a table that does not say which column is the goal: named with their unit, and left to a person."""
    named: list[tuple[Part, str, str]] = []
    for part in rows:
        for cell in part.paragraph.cells:
            found = words.pattern("table.unit_in_name").search(single_width(cell))
            if found is not None and found.start():
                named.append(
                    (part, words.pattern("table.number_in_name").sub("", cell[: found.start()]), found["unit"])
                )
                break
    counted = [one for one in named if any(map(_is_figure, one[0].paragraph.cells))]
    if len(counted) < _FEWEST_ROWS:
        return
    for part, name, unit in counted:
        wording = part.paragraph.text[:_LONGEST_ROW].strip()
        kind = kind_of(name, unit, is_change=False, falls=False, words=words)
        yield DraftedTarget(
            clause=clause.number,
            name=name.strip(),
            areas=(area,),
            comparator=None,
            goal=None,
            unit=unit.strip(),
            due=None,
            kind=kind,
            firmness="firm",
            wording=wording,
            confidence=_UNSURE,
            doubts=("table_without_header",),
            at=part.at,
            start=0,
        )


def _is_figure(cell: str) -> bool:
    return re.fullmatch(r"[\s<>≤≥\[\]()~-]*\d[\d.,]*\s*%?[\s\[\]()]*", single_width(cell)) is not None


def _first(found: Sequence[int]) -> int | None:
    return found[0] if found else None


def _target(
    part: Part, columns: _Columns, clause: Clause, last: int | None, *, area: str, words: Vocabulary
) -> DraftedTarget | None:
    """The target of a row; None where its row has no name, or no figure under the last year or under the change."""
    cells = part.paragraph.cells
    if max(columns.name, columns.due) >= len(cells):
        return None
    name, cell, is_change = cells[columns.name].strip(), single_width(cells[columns.due]).strip(), False
    if not any(char.isdigit() for char in cell) and columns.change is not None and columns.change < len(cells):
        cell, is_change = single_width(cells[columns.change]).strip(), True
    figures = [one for one in figures_in(cell, words) if one.number.value is not None and one.role is not Role.DATE]
    if not name or not figures:
        return None
    unit = unit_of(name, cells, columns.unit, figures[-1].unit, words)
    base = value_of(cells, columns.base, words)
    falls_by = re.match(r"\W*[-−]\s*\d", cell) is not None
    kind = kind_of(name, unit, is_change=is_change, falls=falls_by, words=words)
    goal = goal_of(cell, figures, words)
    falls = base is not None and isinstance(goal, Decimal) and goal < base and kind in {"ratio", "level"}
    doubts = ("sign_of_change",) if falls_by and base is not None else ()
    sort = cells[columns.sort] if columns.sort is not None and columns.sort < len(cells) else ""
    return DraftedTarget(
        clause=clause.number,
        name=words.pattern("table.number_in_name").sub("", words.pattern("table.unit_in_name").sub("", name)).strip(),
        areas=(area,),
        comparator="between" if isinstance(goal, tuple) else comparator_of(cell, falls, words),
        goal=goal,
        unit=unit,
        due=columns.year or last,
        kind=kind,
        firmness="aspirational" if words.pattern("firmness.list").search(sort) else "firm",
        wording=part.paragraph.text[:_LONGEST_ROW].strip(),
        confidence=_SURE - _PER_DOUBT * len(doubts),
        doubts=doubts,
        at=part.at,
        start=max(part.paragraph.narrow.find(cell), 0),
    )


def _others(part: Part, clause: Clause, target: DraftedTarget | None, words: Vocabulary) -> Iterator[DraftedNumber]:
    """The numbers of a row's other cells."""
    goal = None if target is None else target.goal
    held: set[Decimal | None] = {*goal} if isinstance(goal, tuple) else {goal}
    for figure in figures_in(part.paragraph.narrow, words):
        if figure.number.value not in held and figure.role not in {Role.WORD, Role.HEADING}:
            text = part.paragraph.text[max(0, figure.start - 2) : figure.end + 1].strip()
            yield DraftedNumber(clause.number, text, "table_cell", part.at, figure.start)


def _run_together(
    part: Part, clause: Clause, dates: PlanDates, area: str, words: Vocabulary
) -> Iterator[DraftedTarget]:
    """Rows of a table that lost its cells: an indicator with its unit in brackets, and figures behind it."""
    narrow = part.paragraph.narrow
    found = list(words.pattern("table.run_together").finditer(narrow))
    if len(found) < 2:
        return
    for one in found:
        yield DraftedTarget(
            clause=clause.number,
            name=one["name"].strip(),
            areas=(area,),
            comparator=comparator_of(one["figures"], False, words) if re.search("[<>≥≤]", one["figures"]) else None,
            goal=None,
            unit=one["unit"],
            due=dates.last,
            kind="ratio" if words.pattern("share_unit").fullmatch(one["unit"]) else "level",
            firmness="firm",
            wording=part.paragraph.text[one.start("name") : one.end()].strip()[:_LONGEST_ROW],
            confidence=_UNSURE,
            doubts=("cells_ran_together",),
            at=part.at,
            start=one.start("name"),
        )
