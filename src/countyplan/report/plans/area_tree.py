"""The areas of a plan drawn as a tree."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from countyplan.dataclass import dataclass
from countyplan.language import Texts
from countyplan.plan import TOTAL
from countyplan.plan.draft.draft import Draft

# Ours: areas of one parent that have none below them stand on a line each up to so many, and beyond that on one line.
_EACH = 12


@dataclass(frozen=True, slots=True)
class ShowArea:
    """A line of the tree: how far down it is, what is drawn before it, and the area or areas."""

    depth: int
    drawn: str
    name: str


def tree_of(draft: Draft, texts: Texts) -> tuple[ShowArea, ...]:
    """The tree from the top down; nothing where no area has a parent. What lies in a circle is not in it."""
    if not any(area.parent for area in draft.targets.areas):
        return ()
    below = _below(draft)
    roots = [TOTAL] if draft.targets.total.name else below[TOTAL]
    names = {area.id: area.name or area.id for area in draft.targets.areas} | {TOTAL: draft.targets.total.name or TOTAL}
    return tuple(_lines(roots, below, names, texts))


def _below(draft: Draft) -> Mapping[str, Sequence[str]]:
    """What each area is made up of; the total of those without a parent."""
    below: dict[str, list[str]] = defaultdict(list)
    for area in draft.targets.areas:
        below[area.parent or TOTAL].append(area.id)
    return below


def _lines(
    roots: Sequence[str], below: Mapping[str, Sequence[str]], names: Mapping[str, str], texts: Texts
) -> Iterator[ShowArea]:
    left: list[tuple[int, str, str, tuple[str, ...]]] = [(0, "", "", (root,)) for root in reversed(roots)]
    while left:
        depth, before, branch, areas = left.pop()
        yield ShowArea(depth, before + branch, texts.join([names[one] for one in areas]))
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
