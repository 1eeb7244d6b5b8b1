"""The form for yearly work points (分年度工作要点), or for one area's action plan, as YAML.

Every line that can be filled in stands as a comment, so that the form itself is a file of the plan that sets nothing.
"""

from __future__ import annotations

from collections.abc import Iterator

from countyplan.language import Texts
from countyplan.plan import Plan, Target
from countyplan.quantity import plain_digits
from countyplan.template.form import one_line


def milestones_template(plan: Plan, area: str | None, texts: Texts) -> bytes:
    """The form for every area, or for the action plan of one, in UTF-8."""
    return ("\n".join(_lines(plan, area, texts.of(plan, plan.level_of(area)))) + "\n").encode("utf-8")


def _lines(plan: Plan, area: str | None, texts: Texts) -> Iterator[str]:
    say = texts.say
    schema = "milestones" if area is None else "action-plan"
    yield f"# yaml-language-server: $schema=../schemas/{schema}.schema.json"
    yield from _comments(say("points.title" if area is None else "points.area_title", plan=plan.identity.title))
    yield from _comments(say("points.how" if area is None else "points.area_how"))
    if area is not None:
        yield from (f"area: {area}", f"title: {say('points.blank')}", f"source: {say('points.blank')}")
    yield from ("", "milestones:")
    years = range(plan.identity.first, plan.identity.last + 1)
    for target in plan.targets:
        if area in {None, target.area} and not target.indicator.kind.manner.every_year:
            yield f"  # {one_line(_demand(plan, target, texts))}"
            for year in years:
                yield f"  # - {_entry({'indicator': target.indicator.id}, target.area, area, year)}, goal: {_end(area)}}}"
    yield from ("", *_comments(say("points.steps")), "steps:")
    for bound in plan.commitments:
        if area in {None, bound.area}:
            name = texts.choose(bound.commitment.name, bound.commitment.name_en)
            yield f"  # {one_line(say('points.promise', name=name, wording=bound.commitment.wording))}"
            entry = _entry({"commitment": bound.commitment.id}, bound.area, area, plan.identity.first)
            yield f"  # - {entry}, text: {_end(area)}}}"


def _demand(plan: Plan, target: Target, texts: Texts) -> str:
    unit = plan.unit_of_measure(target.indicator.id)
    goal = plain_digits(target.goal if target.high is None else target.high)
    named = texts.choose(unit.name, unit.name_en)
    return texts.say("points.demand", wording=target.wording, goal=goal, unit=named, due=target.due)


def _entry(what: dict[str, str], of: str, area: str | None, year: int) -> str:
    """The beginning of an entry; in an area's own file the area is said once for all."""
    told = what | ({"area": of} if area is None else {}) | {"year": str(year)}
    return "{" + ", ".join(f"{key}: {value}" for key, value in told.items())


def _end(area: str | None) -> str:
    return ", source: " if area is None else ""


def _comments(text: str) -> Iterator[str]:
    return (f"# {line}" for line in text.splitlines())
