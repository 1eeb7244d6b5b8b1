"""The areas of a plan as a tree: drawn for people, and one by one for machines."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from countyplan.dataclass import dataclass
from countyplan.language import Texts
from countyplan.plan import TOTAL
from countyplan.plan.draft.draft import Draft
from countyplan.plan.draft.targets import DraftArea, DraftTotal
from countyplan.report.plans.draft_names import DraftNames, language_of

# Ours: areas of one parent that have none below them stand on a line each up to so many, and beyond that on one line.
_EACH = 12


@dataclass(frozen=True, slots=True)
class ShowArea:
    """A line of the tree: how far down it is, what is drawn before it, and the area or areas."""

    depth: int
    drawn: str
    name: str


def tree_of(draft: Draft, names: DraftNames, texts: Texts) -> tuple[ShowArea, ...]:
    """The tree from the top down; nothing where no area has a parent. What lies in a circle is not in it."""
    if not any(area.parent for area in draft.targets.areas):
        return ()
    below = _below(draft)
    return tuple(_lines(_roots(draft, below), below, names, texts))


def areas_of(draft: Draft) -> list[Mapping[str, object]]:
    """Each area with what it is a part of and what it is made up of, as far down as it is, each before its own parts.

    One after the other and not one within the other, since a tree may be deeper than programs read. What lies in a circle
    comes last and has no depth.
    """
    below, language = _below(draft), language_of(draft)
    known = {area.id: area for area in draft.targets.areas}
    depths = dict(_depths(_roots(draft, below), below))
    top = TOTAL if TOTAL in depths else None
    total = {**_called(TOTAL, draft.targets.total, language), "code": None, "level": None, "parent": None}
    return [
        {
            **(total if one == TOTAL else _area(known[one], top, language)),
            "depth": depths.get(one),
            "parts": [*below.get(one, ())],
        }
        for one in dict.fromkeys((*depths, *known))
    ]


def _area(area: DraftArea, top: str | None, language: str) -> Mapping[str, object]:
    own = {"code": area.code, "level": area.level, "parent": area.parent or top}
    return {**_called(area.id, area, language), **own}


def _called(area: str, one: DraftArea | DraftTotal, language: str) -> Mapping[str, object]:
    return {"area": area, "name": one.name, "names": one.by_language(language)}


def _depths(roots: Sequence[str], below: Mapping[str, Sequence[str]]) -> Iterator[tuple[str, int]]:
    left = [(root, 0) for root in reversed(roots)]
    while left:
        area, depth = left.pop()
        yield area, depth
        left += [(part, depth + 1) for part in reversed(below.get(area, ()))]


def _roots(draft: Draft, below: Mapping[str, Sequence[str]]) -> Sequence[str]:
    return [TOTAL] if draft.targets.total.name else below.get(TOTAL, ())


def _below(draft: Draft) -> Mapping[str, Sequence[str]]:
    """What each area is made up of; the total of those without a parent."""
    below: dict[str, list[str]] = defaultdict(list)
    for area in draft.targets.areas:
        below[area.parent or TOTAL].append(area.id)
    return below


def _lines(
    roots: Sequence[str], below: Mapping[str, Sequence[str]], names: DraftNames, texts: Texts
) -> Iterator[ShowArea]:
    left: list[tuple[int, str, str, tuple[str, ...]]] = [(0, "", "", (root,)) for root in reversed(roots)]
    while left:
        depth, before, branch, areas = left.pop()
        yield ShowArea(depth, before + branch, texts.join([names.area(one) for one in areas]))
        if len(areas) > 1:
            continue
        inside = before + {"": "", "├─ ": "│  ", "└─ ": "   "}[branch]
        parts = _grouped(below.get(areas[0], ()), below)
        branches = ["├─ "] * (len(parts) - 1) + ["└─ "]
        left += [(depth + 1, inside, drawn, part) for drawn, part in zip(branches[::-1], parts[::-1], strict=False)]


def _grouped(parts: Sequence[str], below: Mapping[str, Sequence[str]]) -> list[tuple[str, ...]]:
    """The parts one by one; where many have nothing below them, those together as the last."""
    leaves = tuple(one for one in parts if not below.get(one))
    if len(leaves) <= _EACH:
        return [(one,) for one in parts]
    return [*((one,) for one in parts if below.get(one)), leaves]
