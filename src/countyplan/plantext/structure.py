"""What a number is by where it stands: a heading's mark, a date, a document's number, part of a word, or a quantity."""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import StrEnum
from functools import cache, lru_cache
from itertools import pairwise

from countyplan.dataclass import dataclass
from countyplan.plantext.number import Form, Number, numbers_in
from countyplan.plantext.outline_marks import mark_of
from countyplan.plantext.vocabulary import Vocabulary


class Role(StrEnum):
    """What a number does in a text."""

    HEADING = "heading"
    PAGE = "page"
    DATE = "date"
    PERIOD = "period"
    DOCUMENT = "document"
    NAME = "name"
    WORD = "word"
    QUANTITY = "quantity"
    BARE = "bare"


@dataclass(frozen=True, slots=True)
class Figure:
    """A number with its role, and for a quantity the unit as written and where that ends."""

    number: Number
    role: Role
    unit: str = ""
    end: int = 0

    @property
    def start(self) -> int:
        """Where the number begins."""
        return self.number.start


# In this order: what is found first takes the place.
_MASKS: tuple[tuple[str, Role], ...] = (
    ("dates.years", Role.DATE),
    ("dates.full", Role.DATE),
    ("dates.written", Role.DATE),
    ("document_numbers", Role.DOCUMENT),
    ("dates.day", Role.DATE),
    ("dates.year", Role.DATE),
    ("dates.plan", Role.PERIOD),
    ("dates.within", Role.PERIOD),
    ("dates.whole_period", Role.PERIOD),
    ("inline_marks", Role.HEADING),
    ("distributed", Role.QUANTITY),
    ("names", Role.NAME),
    ("lexicon", Role.WORD),
)


@lru_cache(maxsize=4096)
def figures_in(narrow: str, words: Vocabulary) -> tuple[Figure, ...]:
    """Every number of a paragraph of single width with its role."""
    masks = _masks(narrow, words)
    figures = [_figure(narrow, number, masks, words) for number in numbers_in(narrow, words)]
    join = words.pattern("joins")
    for at, (low, high) in enumerate(pairwise(figures)):
        between = narrow[low.end or low.number.end : high.start].strip()
        if low.role is Role.BARE and high.role is Role.QUANTITY and join.fullmatch(between):
            figures[at] = Figure(low.number, Role.QUANTITY, high.unit, low.number.end)
    return tuple(figures)


def _figure(narrow: str, number: Number, masks: list[tuple[int, int, Role]], words: Vocabulary) -> Figure:
    for start, end, role in masks:
        if role is not Role.QUANTITY and start <= number.start and number.end <= end:
            return Figure(number, role, end=number.end)
        if role is Role.QUANTITY and start <= number.start < end:
            break
    if number.unit is not None:
        return Figure(number, Role.QUANTITY, number.unit, number.end)
    found = _unit_pattern(words).match(narrow, number.end)
    unit = "".join(found[0].split()) if found and not words.spaced else found[0].strip() if found else ""
    if number.form is Form.NUMERAL and (not unit or number.value is None):
        return Figure(number, Role.BARE, end=number.end)
    if found is None or not unit:
        return Figure(number, Role.BARE, end=number.end)
    unit = words.pattern("more").sub("", unit, count=1)
    return Figure(number, Role.QUANTITY, unit, found.end())


def _masks(narrow: str, words: Vocabulary) -> list[tuple[int, int, Role]]:
    if words.pattern("page_numbers").search(narrow):
        return [(0, len(narrow), Role.PAGE)]
    masks: list[tuple[int, int, Role]] = []
    mark = mark_of(narrow, words)
    if mark is not None:
        masks.append((0, mark.end, Role.HEADING))
    masks.extend(_quoted(narrow, words))
    for key, role in _MASKS:
        masks.extend((found.start(), found.end(), role) for found in words.pattern(key).finditer(narrow) if found[0])
    return masks


def _quoted(narrow: str, words: Vocabulary) -> Iterator[tuple[int, int, Role]]:
    """Names in quotation marks; what measures something in them is no name, and a plan's period is a period."""
    for found in words.pattern("quotes").finditer(narrow):
        inside = found[0]
        if not words.pattern("measured_quote").search(inside) and not words.pattern("dates.plan").search(inside):
            yield found.start(), found.end(), Role.NAME


@cache
def _unit_pattern(words: Vocabulary) -> re.Pattern[str]:
    scales = "|".join(words.words("scale_in_unit"))
    units = "|".join(words.words("quantities") if words.spaced else _longest_first(words))
    per = f"(?:{words.get('per')})?" if words.get("per") else ""
    more = f"(?:{words.get('more')})?" if words.get("more") else ""
    gap, edge = (r"[\s-]*", r"(?![a-z])") if words.spaced else (r"\s*", "")
    return words.compiled(f"{gap}{more}(?:(?:{scales})\\s*)?{more}(?:{units}){per}{edge}|{gap}(?:{scales}){edge}")


def _longest_first(words: Vocabulary) -> list[str]:
    alternatives = [one for line in words.words("quantities") for one in line.split("|")]
    return sorted(alternatives, key=len, reverse=True)
