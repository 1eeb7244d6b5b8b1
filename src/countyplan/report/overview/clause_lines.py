"""Rows told by clause: a line for each indicator, with the areas for which the same is to be said."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import groupby

from countyplan.assess import Assessment
from countyplan.language import Texts
from countyplan.plan import Plan
from countyplan.plan.files.values import ClauseId
from countyplan.report.overview.overview_model import ClauseLines
from countyplan.report.row.row_model import Row
from countyplan.report.words.names import clause_heading, unit_names


def lines_by_clause(
    plan: Plan, judged: Iterable[tuple[Assessment, Row]], texts: Texts, *, reasons: bool = True
) -> tuple[ClauseLines, ...]:
    """A line for each indicator; where something is to be said of its areas, one for each reason and each waiver."""
    ordered = _in_order(plan, judged)
    return tuple(
        _clause(plan, clause, [row for _, row in of_clause], reasons, texts)
        for clause, of_clause in groupby(ordered, key=lambda pair: pair[0].target.indicator.clause)
    )


def lines_of_area(plan: Plan, judged: Iterable[tuple[Assessment, Row]], texts: Texts) -> tuple[str, ...]:
    """A line for each row of an area, whose own page needs not say where it is."""
    unsaid = texts.say("reason.missing")
    told = ((row.indicator, _said(row, True, unsaid)) for _, row in _in_order(plan, judged))
    return tuple(_line(name, said[0], said[1:], texts) if said else name for name, said in told)


def _in_order(plan: Plan, judged: Iterable[tuple[Assessment, Row]]) -> list[tuple[Assessment, Row]]:
    return sorted(judged, key=lambda pair: plan.clause_order[pair[0].target.indicator.clause])


def _clause(plan: Plan, clause: ClauseId, rows: Sequence[Row], reasons: bool, texts: Texts) -> ClauseLines:
    areas: dict[tuple[str, ...], list[str]] = {}
    unsaid = texts.say("reason.missing")
    for row in rows:
        areas.setdefault((row.indicator, *_said(row, reasons, unsaid)), []).append(row.area)
    told = tuple(_line(name, texts.join(of_line), said, texts) for (name, *said), of_line in areas.items())
    return ClauseLines(clause_heading(plan, clause, texts), told, _units(plan, clause, rows, texts))


def _units(plan: Plan, clause: ClauseId, rows: Sequence[Row], texts: Texts) -> str:
    """Whom the clause names; where it names nobody, who answers for the whole in the areas of its rows."""
    if named := unit_names(plan, clause, texts):
        return texts.join(named)
    units = texts.join(dict.fromkeys(row.who_lines[0] for row in rows))
    return texts.say("units.for_the_whole", units=units) if plan.answering_for_the_whole(clause) else units


def _said(row: Row, reasons: bool, unsaid: str) -> tuple[str, ...]:
    """That nothing was reported, the reason `unsaid`, goes without saying where a list is of what was not."""
    reason = row.account if reasons else unsaid
    return (*(() if reason == unsaid else (reason,)), *((row.waiver.text,) if row.waiver else ()))


def _line(indicator: str, first: str, said: Sequence[str], texts: Texts) -> str:
    line = texts.say("report.missing_line", indicator=indicator, told=first)
    return texts.say("clause.separator").join([line, *said])
