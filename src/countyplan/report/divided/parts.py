"""A unit's sheet by its part in each target: what it leads in, what falls to several together, what it supports."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from countyplan.assess import LAGGING, Assessment
from countyplan.language import Texts
from countyplan.plan import Plan, Target
from countyplan.report.divided.grouping import Remit
from countyplan.report.overview.overview_model import ClauseRows, IndicatorRows
from countyplan.report.report_model import Report, Section
from countyplan.report.row.row_model import Row
from countyplan.report.words.answering import Part, clause_units_told_to, part_in


def parts_line(plan: Plan, assessments: Sequence[Assessment], remit: Remit, texts: Texts) -> str:
    """How many of the targets are a unit's in which part, and how many of those are behind; empty where that says nothing.

    An area's government is not told that others may be meant; what it answers for as a whole is told elsewhere.
    """
    of_part: dict[Part, list[Assessment]] = {}
    for one in assessments:
        of_part.setdefault(part_in(plan, one.target, remit.ids), []).append(one)
    told = [
        texts.say(
            f"sheet.parts.{part}",
            count=len(of_part[part]),
            behind=_behind(of_part[part], texts),
            not_all="" if remit.governed else texts.say("sheet.parts.not_all"),
        )
        for part in Part
        if part in of_part and part is not Part.WHOLE
    ]
    return texts.say("sheet.parts", told=texts.say("clause.separator").join(told)) if told else ""


def _behind(assessments: Sequence[Assessment], texts: Texts) -> str:
    """How many of them are behind; empty where none is."""
    number = sum(one.status in LAGGING for one in assessments)
    return texts.say("sheet.parts.behind", count=number) if number else ""


def leading_first(plan: Plan, lagging: Sequence[Assessment], own: frozenset[str]) -> list[Assessment]:
    """What is behind: first what the unit leads in, last what it supports, else in the order that it has."""
    order = list(Part)
    return sorted(lagging, key=lambda one: order.index(part_in(plan, one.target, own)))


def by_part(plan: Plan, report: Report, targets: Sequence[Target], own: frozenset[str], texts: Texts) -> Report:
    """`report` with the rows of each clause divided by the unit's part, and with who answers for them.

    `targets` are those of the report's rows, in their order.
    """
    target_of = {row.machine.key: target for row, target in zip(report.rows, targets, strict=True)}

    def units(rows: Sequence[Row]) -> str:
        return clause_units_told_to(plan, [target_of[row.machine.key] for row in rows], own, texts)

    def sections() -> Iterator[Section]:
        for one in report.sections:
            for part, rows in _divided(one.rows):
                yield Section(_heading(one.heading, part, texts), units(rows), tuple(rows))

    def clauses() -> Iterator[ClauseRows]:
        for one in report.matrix.clauses:
            by_row = {row.machine.key: line for line in one.indicators for row in line.rows if row is not None}
            for part, rows in _divided([row for line in one.indicators for row in line.rows if row is not None]):
                lines: dict[int, IndicatorRows] = {id(by_row[row.machine.key]): by_row[row.machine.key] for row in rows}
                heading = _heading(one.heading, part, texts)
                yield replace(one, heading=heading, units=units(rows), indicators=tuple(lines.values()))

    matrix = replace(report.matrix, clauses=tuple(clauses()))
    return replace(report, sections=tuple(sections()), matrix=matrix)


def _divided(rows: Sequence[Row]) -> list[tuple[str, list[Row]]]:
    """Rows by the word for the unit's part, which is the same for all rows of an indicator."""
    first = {part: at for at, part in reversed(list(enumerate(row.part for row in rows)))}
    ordered = sorted(rows, key=lambda row: first[row.part])
    return [(part, list(of_part)) for part, of_part in groupby(ordered, key=lambda row: row.part)]


def _heading(clause: str, part: str, texts: Texts) -> str:
    return texts.say("sheet.part.heading", clause=clause, part=part) if part else clause
