"""Keys that a reader looks for in vain because they were typed with a slip: the slip is told, not what follows from it.

The slip may be that the lines below a key are not indented.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING

from countyplan.diagnostics import Code, Diagnostic, Place
from countyplan.source import Mapping, Scalar

if TYPE_CHECKING:
    from countyplan.source.yaml_slips import Slip

_FOLLOWS = frozenset({Code.WRONG_SHAPE, Code.UNKNOWN_KEY, Code.KEY_MISSING})
_ENDS_ITS_LINE = re.compile(r":\s*(?:#.*)?$")


def not_indented(
    mapping: Mapping, heads: Callable[[str], bool], belongs_below: Callable[[str], bool], found: list[Diagnostic]
) -> frozenset[Scalar]:
    """The keys of `mapping` that lost their indentation, and those that they belong below, each time told in `found`.

    They stand right behind a key of `heads` with nothing below it.
    """
    concerned: set[Scalar] = set()
    head, below = Scalar(mapping.place, None), list[Scalar]()
    keys = sorted((*mapping.entries.values(), *mapping.repeated), key=lambda one: one[0].place.sort_key())
    for key, node in (*keys, (Scalar(mapping.place, None), mapping)):
        typed_plainly = key.text is not None and key.text == key.text.strip() and _begins_its_line(key.place)
        if head.text and typed_plainly and belongs_below(key.text or ""):
            below.append(key)
            continue
        if below:
            words = {"text": below[0].text or "", "parent": head.text or "", "count": str(len(below))}
            found.append(Diagnostic(Code.NOT_INDENTED, below[0].place, words))
            concerned |= {head, *below}
        empty = isinstance(node, Scalar) and node.text is None and _ENDS_ITS_LINE.search(key.place.excerpt or "")
        head, below = key if empty and heads(key.text or "") else Scalar(mapping.place, None), []
    return frozenset(concerned)


def explained(found: Sequence[Diagnostic], text: str, file: str) -> list[Diagnostic]:
    """The findings about a file's form, with slips in the place of those that only follow from them."""
    if not any(one.code in _FOLLOWS for one in found):
        return list(found)
    from countyplan.source.yaml_slips import slips_in

    by_line: dict[int, list[Slip]] = {}
    for slip in slips_in(text.removeprefix("\ufeff").splitlines(), file):
        by_line.setdefault(slip.line + 1, []).append(slip)
    told = {one: [*_behind(one, by_line)] for one in found}
    slips = [slip for each in told.values() for slip in each]
    lines = {slip.line + 1 for slip in slips}
    kept = [one for one in found if not told[one] and not (slips and _is_left_empty(one, lines))]
    return [*kept, *(slip.diagnostic for slip in dict.fromkeys(slips))]


def _behind(one: Diagnostic, by_line: dict[int, list[Slip]]) -> Iterator[Slip]:
    place = one.place
    line, column = place.line or 0, (place.column or 1) - 1
    if one.code is Code.UNKNOWN_KEY:
        yield from (slip for slip in by_line.get(line, []) if column <= slip.column < column + place.length)
    elif one.code is Code.WRONG_SHAPE and _begins_its_line(place):
        while line in by_line:
            yield from by_line[line]
            line += 1


def _begins_its_line(place: Place) -> bool:
    return not (place.excerpt or "")[: (place.column or 1) - 1].strip(" \t-")


def _is_left_empty(one: Diagnostic, lines: set[int]) -> bool:
    """Whether something is lacking only because its keys were typed with a slip."""
    place = one.place
    nothing_stands_there = not (place.excerpt or "")[(place.column or 1) - 1 :].strip()
    return (one.code is Code.KEY_MISSING and place.line in lines) or (
        one.code is Code.WRONG_SHAPE and nothing_stands_there
    )
