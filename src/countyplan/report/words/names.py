"""Names of the plan's things in the report's language."""

from __future__ import annotations

from countyplan.language import Texts
from countyplan.plan import TOTAL, BoundCommitment, Component, Plan, ResponsibleUnit, Target
from countyplan.plan.files.values import ClauseId
from countyplan.quantity import Period
from countyplan.quantity.period import Span


def area_name(plan: Plan, area: str, texts: Texts) -> str:
    """An area, or all of them together."""
    one = plan.called(area)
    return texts.choose(one.name, one.name_en)


def indicator_name(indicator: Component, texts: Texts) -> str:
    """An indicator."""
    return texts.choose(indicator.name, indicator.name_en)


def target_name(target: Target, texts: Texts) -> str:
    """The indicator of a target, with its year where the plan may have goals for several."""
    name = indicator_name(target.indicator, texts)
    return texts.say("target.dated", indicator=name, due=target.indicator.due) if target.dated else name


def period_end(period: Period, texts: Texts) -> str:
    """The end of a period, as a sentence says it."""
    number = period.month // 3 if period.span is Span.QUARTER else period.month
    return texts.say(f"period.end.{period.span}", year=period.year, number=number)


def clause_heading(plan: Plan, number: ClauseId, texts: Texts) -> str:
    """A clause with its mark."""
    clause = plan.clause(number)
    return texts.say("explain.demand_clause", mark=clause.mark, title=texts.choose(clause.title, clause.title_en))


def responsible(plan: Plan, clause: ClauseId, area: str, texts: Texts) -> tuple[str, ...]:
    """Who answers for a clause in an area; the county governments are named, of a total all of them."""
    return _named(plan, plan.responsible(clause), area, texts)


def bound_area_name(plan: Plan, area: str, texts: Texts) -> str:
    """Whom a commitment binds: a county, or the city, which counts once."""
    return texts.say("commitment.area.total") if area == TOTAL else area_name(plan, area, texts)


def responsible_for(plan: Plan, bound: BoundCommitment, texts: Texts) -> tuple[str, ...]:
    """Who answers for a commitment where it binds."""
    return _named(plan, plan.responsible_for(bound), bound.area, texts)


def _named(plan: Plan, units: tuple[ResponsibleUnit, ...], area: str, texts: Texts) -> tuple[str, ...]:
    names: list[str] = []
    for unit in units:
        if unit.each_area:
            names += [texts.choose(one.government, one.government_en) for one in plan.governed(area)]
        else:
            names.append(texts.choose(unit.name, unit.name_en))
    return tuple(names)


def units_line(plan: Plan, clause: ClauseId, texts: Texts) -> str:
    """Who answers for a clause, as the plan puts it."""
    units = unit_names(plan, clause, texts)
    return texts.say("report.units", units=texts.join(units)) if units else texts.say("report.units_none")


def period_name(period: Period, texts: Texts) -> str:
    """A year, quarter or month, as a sentence says it."""
    number = period.month // 3 if period.span is Span.QUARTER else period.month
    return texts.say(f"period.{period.span}", year=period.year, number=number)


def unit_names(plan: Plan, clause: ClauseId, texts: Texts) -> tuple[str, ...]:
    """The units that the plan names for a clause."""
    return tuple(texts.choose(unit.name, unit.name_en) for unit in plan.responsible(clause))


def plan_title(plan: Plan, texts: Texts) -> str:
    """The plan's title, and that it is a draft for comment where it is one."""
    title = texts.choose(plan.identity.title, plan.identity.title_en)
    return texts.say("report.draft", plan=title) if plan.identity.stage == "draft_for_comment" else title
