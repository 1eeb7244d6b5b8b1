"""Which targets of two versions of a plan are the same."""

from __future__ import annotations

from countyplan.dataclass import dataclass
from countyplan.plan import Plan, Target, squeeze


@dataclass(frozen=True, slots=True)
class Pair:
    """A target as the old version has it and as the new one has it; None where a version does not."""

    old: Target | None
    new: Target | None


def pairs(old: Plan, new: Plan) -> tuple[Pair, ...]:
    """Every target of two versions, in the new one's order, then those that were dropped.

    A target is the same if indicator and area are, by their ids or else by their names, and the year; of those that are left
    of an indicator and area the first is taken for the first, as moved to another year.
    """
    indicators, areas = _same(old, new), _same_areas(old, new)
    left: dict[tuple[str, str], list[Target]] = {}
    for one in old.targets:
        left.setdefault((indicators.get(one.indicator.id, ""), areas.get(one.area, one.area)), []).append(one)
    found: dict[tuple[str, str, int], Target] = {}
    for target in new.targets:
        here = left.get(target.key[:2], [])
        same = next((one for one in here if one.indicator.due == target.indicator.due), None)
        if same is not None:
            here.remove(same)
            found[target.key] = same
    for target in new.targets:
        here = left.get(target.key[:2], [])
        if target.key not in found and here:
            found[target.key] = here.pop(0)
    dropped = [one for several in left.values() for one in several]
    order = {one: at for at, one in enumerate(old.targets)}
    return (
        *(Pair(found.get(target.key), target) for target in new.targets),
        *(Pair(one, None) for one in sorted(dropped, key=order.__getitem__)),
    )


def _same(old: Plan, new: Plan) -> dict[str, str]:
    """For each indicator of the old version the id that it has in the new one, by its id or else by its name."""
    ids = {one.id for one in new.indicators}
    names = {squeeze(one.name): one.id for one in new.indicators}
    taken = {one.id for one in old.indicators} & ids
    told = {one.id: one.id if one.id in ids else names.get(squeeze(one.name), "") for one in old.indicators}
    return {own: other if own == other or other not in taken else "" for own, other in told.items()}


def _same_areas(old: Plan, new: Plan) -> dict[str, str]:
    ids = set(new.area_ids)
    names = {squeeze(one.name): one.id for one in new.areas}
    return {one.id: one.id if one.id in ids else names.get(squeeze(one.name), one.id) for one in old.areas}
