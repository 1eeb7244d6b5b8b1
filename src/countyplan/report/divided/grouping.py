"""How a report is divided: by responsible unit, by area or by clause, and what falls to each."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from countyplan.choice import By
from countyplan.dataclass import dataclass
from countyplan.language import Texts
from countyplan.plan import TOTAL, BoundCommitment, Plan, ResponsibleUnit, Target
from countyplan.plan.files.area import Area
from countyplan.plan.files.values import ClauseId
from countyplan.plan.selection import Selection, answering, answering_for
from countyplan.report.divided.file_name import file_stem
from countyplan.report.report_model import Group
from countyplan.report.words.names import area_name, clause_heading


@dataclass(frozen=True, slots=True, kw_only=True)
class Remit:
    """What falls to a group: its file's name without the suffix, and who is told of it.

    `clauses` are those that a unit answers for, and `ids` what it is known by. `left_out` names the area whose own targets
    its government's remit lacks, because they were not asked for. `governed` is the one whose government is told of it, empty
    for all others.
    """

    group: Group
    stem: str
    addressees: tuple[str, ...]
    clauses: tuple[ClauseId, ...] = ()
    left_out: str = ""
    governed: str = ""
    ids: frozenset[str] = frozenset()

    def takes(self, plan: Plan, target: Target) -> bool:
        """Whether a target falls to it."""
        return self.group.id in groups_of(plan, By(self.group.by), target)

    def takes_commitment(self, plan: Plan, one: BoundCommitment) -> bool:
        """Whether a commitment does."""
        return self.group.id in groups_promising(plan, By(self.group.by), one)


def remits_of(plan: Plan, by: By, selection: Selection, texts: Texts) -> tuple[Remit, ...]:
    """The remits that `selection` leaves anything of. Each keeps the number it has in the whole plan.

    A unit has one also where its clauses set no target: it has to be told so. Areas and clauses without
    a target or a commitment have none.
    """
    match by:
        case By.UNIT:
            return tuple(_units(plan, selection, texts))
        case By.AREA:
            found = _areas(plan, texts)
        case By.CLAUSE:
            found = _clauses(plan, texts)
    held = {group for target in selection.targets(plan) for group in groups_of(plan, by, target)}
    held.update(group for one in selection.commitments(plan) for group in groups_promising(plan, by, one))
    return tuple(remit for remit in found if remit.group.id in held)


def groups_of(plan: Plan, by: By, target: Target) -> Collection[str]:
    """The ids of the groups that a target falls to."""
    match by:
        case By.UNIT:
            return answering(plan, target.indicator.clause, target.area)
        case By.AREA:
            return (target.area,)
        case By.CLAUSE:
            return (str(target.indicator.clause),)


def groups_promising(plan: Plan, by: By, one: BoundCommitment) -> Collection[str]:
    """The same of a commitment."""
    match by:
        case By.UNIT:
            return answering_for(plan, one)
        case By.AREA:
            return (one.area,)
        case By.CLAUSE:
            return (str(one.commitment.clause),)


def _units(plan: Plan, selection: Selection, texts: Texts) -> Iterator[Remit]:
    """The units, in the plan's order; one that stands for each area's government is as many as there are areas."""
    each = [(unit, area) for unit in plan.units for area in (plan.areas if unit.each_area else (None,))]
    for at, (unit, area) in enumerate(each, start=1):
        named = [one.clause for one in plan.responsibilities.clauses if unit.id in one.units]
        clauses = tuple(one for one in named if selection.clauses is None or one in selection.clauses)
        if clauses and _asked_for(unit, area, selection):
            group = _unit_group(_number(at, len(each)), unit, area, texts)
            stem, left_out = file_stem(group.number, group.name), _left_out(area, selection, texts)
            governed = "" if area is None else area.id
            yield Remit(
                group=group,
                stem=stem,
                addressees=(group.name,),
                clauses=clauses,
                left_out=left_out,
                governed=governed,
                ids=frozenset({unit.id, group.id}),
            )


def _number(at: int, last: int) -> str:
    """A number with leading zeros, so that names which begin with it sort."""
    return str(at).zfill(max(2, len(str(last))))


def _unit_group(number: str, unit: ResponsibleUnit, area: Area | None, texts: Texts) -> Group:
    if area is None:
        return Group(By.UNIT, unit.id, number, texts.choose(unit.name, unit.name_en))
    return Group(By.UNIT, area.government, number, texts.choose(area.government, area.government_en))


def _left_out(area: Area | None, selection: Selection, texts: Texts) -> str:
    if area is None or selection.areas is None or area.id in selection.areas:
        return ""
    return texts.choose(area.name, area.name_en)


def _asked_for(unit: ResponsibleUnit, area: Area | None, selection: Selection) -> bool:
    """Whether it is among the units asked for, and for an area's government whether its area or the total is."""
    names = {unit.id} if area is None else {unit.id, area.government}
    answers_in = set() if area is None else {area.id} | ({TOTAL} if area.parent is None else set())
    within = area is None or selection.areas is None or bool(answers_in & selection.areas)
    return within and (selection.units is None or bool(names & selection.units))


def _areas(plan: Plan, texts: Texts) -> Iterator[Remit]:
    areas = plan.tree.order
    for at, area in enumerate(areas, start=1):
        own = [] if area == TOTAL else [plan.area(area)]
        government = [texts.choose(one.government, one.government_en) for one in own]
        governed = area if government else ""
        group = Group(By.AREA, area, _number(at, len(areas)), area_name(plan, area, texts))
        yield Remit(
            group=group,
            stem=file_stem(group.number, group.name),
            addressees=tuple(government),
            governed=governed,
        )


def _clauses(plan: Plan, texts: Texts) -> Iterator[Remit]:
    counted = [clause.number for clause in plan.clauses if isinstance(clause.number, int)]
    # Numbers that count through number the files; marks of any other scheme leave that to the plan's order.
    last = max(counted) if len(counted) == len(plan.clauses) else len(plan.clauses)
    for at, clause in enumerate(plan.clauses, start=1):
        place = clause.number if isinstance(clause.number, int) and len(counted) == len(plan.clauses) else at
        units = tuple(texts.choose(unit.name, unit.name_en) for unit in plan.responsible(clause.number))
        name = clause_heading(plan, clause.number, texts)
        group = Group(By.CLAUSE, str(clause.number), _number(place, last), name)
        stem = file_stem(group.number, texts.choose(clause.title, clause.title_en))
        yield Remit(
            group=group,
            stem=stem,
            addressees=units,
        )
