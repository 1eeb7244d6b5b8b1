"""What a shell completes: the plan's areas, indicators, units and clauses, loaded only when a shell asks.

Of what has several names each one is offered that begins as typed, with another name beside it, where the shell shows it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import typer

if TYPE_CHECKING:
    from countyplan.plan import Plan

Offer = tuple[str, str]


def areas(ctx: typer.Context, incomplete: str) -> list[Offer]:
    """Areas, their total, and `all` for everything."""
    return [*one_area(ctx, incomplete), *_begun([("all", "")], incomplete)]


def one_area(ctx: typer.Context, incomplete: str) -> list[Offer]:
    """Areas and their total."""
    plan = _plan(ctx)
    if plan is None:
        return []
    named = [(area.name, area.id, area.code) for area in plan.areas]
    together = [] if plan.tree.top is None else [(plan.called(plan.tree.top).name, "total")]
    return _begun(_each_name([*named, *together]), incomplete)


def indicators(ctx: typer.Context, incomplete: str) -> list[Offer]:
    """Indicators, and the codes of findings once one is begun."""
    from countyplan.diagnostics import Code

    plan = _plan(ctx)
    named = [] if plan is None else [(one.name, one.id) for one in plan.indicators]
    codes = [(code.value, "") for code in Code] if incomplete.startswith("C") else []
    return _begun([*_each_name(named), *codes], incomplete)


def units(ctx: typer.Context, incomplete: str) -> list[Offer]:
    """Responsible units and the governments of the areas."""
    plan = _plan(ctx)
    if plan is None:
        return []
    governments = [(area.government, area.government_en) for area in plan.areas]
    return _begun(_each_name([*((one.name, one.id) for one in plan.units), *governments]), incomplete)


def clauses(ctx: typer.Context, incomplete: str) -> list[Offer]:
    """Clauses by number."""
    plan = _plan(ctx)
    return [] if plan is None else _begun([(str(one.number), one.title) for one in plan.clauses], incomplete)


def _plan(ctx: typer.Context) -> Plan | None:
    """The plan that the words before name, or the shipped one; none that cannot be used."""
    from countyplan.plan import PlanError, load_plan, shipped_plan

    named = ctx.params.get("plan")
    try:
        return load_plan(Path(named) if named else shipped_plan())[0]
    except PlanError:
        return None


def _each_name(named: Iterable[tuple[str, ...]]) -> Iterator[Offer]:
    for names in named:
        yield from ((name, names[0] if at else names[1]) for at, name in enumerate(names))


def _begun(offers: Iterable[Offer], incomplete: str) -> list[Offer]:
    return [offer for offer in offers if offer[0].startswith(incomplete)]
