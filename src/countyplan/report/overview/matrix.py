"""All targets by indicator and area, and what they can be chosen by."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate, groupby

from countyplan.assess import Assessment
from countyplan.language import Language, Texts
from countyplan.plan import Plan, Target
from countyplan.plan.files.values import ClauseId
from countyplan.report.overview.overview_model import Choice, ClauseRows, IndicatorRows, Matrix, MatrixLevel
from countyplan.report.row.row_model import Row
from countyplan.report.words.names import area_name, clause_heading, level_heading, responsible, target_name, units_line

_Judged = Sequence[tuple[Assessment, Row]]
_SEVERAL = 2


def build_matrix(plan: Plan, judged: _Judged, texts: Texts) -> Matrix:
    """The matrix of `judged`, each assessment with its row: areas, clauses and units that have no target are left out."""
    bound = {one.target.area for one, _ in judged}
    ordered = [area for level in plan.tree.levels for area in level.areas] or plan.tree.order
    areas = [area for area in ordered if area in bound]
    by_clause = groupby(
        sorted(judged, key=lambda pair: plan.clause_order[pair[0].target.indicator.clause]),
        key=lambda pair: pair[0].target.indicator.clause,
    )
    # Areas of several levels are called by a word for areas of every level.
    of_all = Texts(texts.language) if plan.tree.levels else texts
    return Matrix(
        heading=of_all.say("html.matrix"),
        of_area=of_all.say("column.area"),
        areas=tuple(Choice(area, area_name(plan, area, texts)) for area in areas),
        levels=_levels(plan, areas, texts),
        units=_units(plan, judged, texts),
        clauses=tuple(_clause(plan, number, list(pairs), areas, texts) for number, pairs in by_clause),
    )


def _levels(plan: Plan, areas: list[str], texts: Texts) -> tuple[MatrixLevel, ...]:
    known = [(level, [area for area in level.areas if area in areas]) for level in plan.tree.levels]
    parts = [(level_heading(plan, level, texts), here) for level, here in known if here]
    if len(parts) < _SEVERAL:
        return (MatrixLevel("", 0, len(areas)),)
    ends = list(accumulate(len(here) for _, here in parts))
    return tuple(MatrixLevel(label, end - len(here), end) for (label, here), end in zip(parts, ends, strict=True))


def _clause(plan: Plan, number: ClauseId, judged: _Judged, areas: list[str], texts: Texts) -> ClauseRows:
    lines: dict[tuple[str, int], Target] = {}
    for one, _ in judged:
        lines.setdefault(_line_of(one.target), one.target)
    rows = {(_line_of(one.target), one.target.area): row for one, row in judged}
    return ClauseRows(
        number,
        clause_heading(plan, number, texts),
        units_line(plan, number, texts),
        tuple(_indicator(line, target, rows, areas, texts) for line, target in lines.items()),
    )


def _line_of(target: Target) -> tuple[str, int]:
    return target.indicator.id, target.indicator.due


def _indicator(
    line: tuple[str, int], target: Target, rows: dict[tuple[tuple[str, int], str], Row], areas: list[str], texts: Texts
) -> IndicatorRows:
    here = tuple(rows.get((line, area)) for area in areas)
    return IndicatorRows(target.indicator.id, target_name(target, texts), here)


def _units(plan: Plan, judged: _Judged, texts: Texts) -> tuple[Choice, ...]:
    """Whoever answers for one of the targets, in the plan's order; a unit's id is its Chinese name."""
    bound = {(one.target.indicator.clause, one.target.area) for one, _ in judged}
    answering = {name for clause, area in bound for name in responsible(plan, clause, area, Texts(Language.ZH))}
    named: list[Choice] = []
    for unit in plan.units:
        one = [(area.government, area.government_en) for area in plan.areas] if unit.each_area else []
        named += [Choice(zh, texts.choose(zh, en)) for zh, en in one or [(unit.name, unit.name_en)] if zh in answering]
    return tuple(named)
