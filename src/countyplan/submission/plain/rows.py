"""Which rows of a plain table stand for the others, and which have to be read with care."""

from __future__ import annotations

import csv
import re
from collections.abc import Callable, Collection
from dataclasses import field
from itertools import islice
from operator import itemgetter

from countyplan.dataclass import dataclass
from countyplan.plan import Plan
from countyplan.source.invisible import INVISIBLE
from countyplan.submission.open.csv_reader import delimiter_of
from countyplan.submission.plain.kind import FIGURE
from countyplan.submission.plain.lines import COMMA, MARK, Lines
from countyplan.submission.words.fields import Field, find_heading

# Shorter tables are read as fast the careful way.
WORTHWHILE = 500
# Whatever could part cells or lines otherwise, or is not seen.
_NOT_PLAIN = f"\0\t;\r{INVISIBLE}"
_NEEDED = (Field.AREA, Field.VALUE, Field.PERIOD, Field.INDICATOR)
# Lengths of a year, and of a year and a month without and with a dot: such a figure might be taken for a period.
_AS_LONG_AS_A_PERIOD = frozenset({4, 6, 7})
# What may be the rest of a number that a comma parted: the row is read with care.
_MAY_BE_THOUSANDS = re.compile(r"\d{3}(?!\d)")
_CENTURIES = frozenset({"19", "20", "21"})
# Ours: so many areas are read with care before the others are taken to be read alike.
_ENOUGH = 20
# How many figures are remembered to be plain; most tables hold the same ones again and again.
_REMEMBERED = 100_000

Texts = tuple[str, ...]


@dataclass(slots=True)
class Rows:
    """The lines of a table, and of them those that stand for the others, and which are odd; the header is line 1.

    `area`, `value` and `indicator` are the columns of these, `labels` those that no row may leave blank, and `others` gives
    of a row's cells all that are neither its area nor its figure. `digits` are the names that look like figures, and `named`
    the areas that are known by their names.
    """

    lines: Lines
    header: list[str]
    count: int
    area: int
    value: int
    indicator: int
    labels: tuple[int, ...]
    others: Callable[[list[str]], Texts]
    digits: frozenset[str]
    named: Collection[str]
    standing: dict[int, list[str]] = field(default_factory=dict)
    odd: set[int] = field(default_factory=set)

    def choose(self, strange: Collection[Texts] = ()) -> bool:
        """Choose the rows that stand for the others and those that are odd; whether that spares anything.

        Of areas by their names a few stand for all of them. Odd are the rows whose figure is not plain, and all of the kinds
        that are `strange`.
        """
        try:
            return self._choose(strange)
        except csv.Error:
            return False

    def _choose(self, strange: Collection[Texts]) -> bool:
        self.standing, self.odd = {}, set()
        width, area, value, others, most = len(self.header), self.area, self.value, self.others, self.count
        areas: set[str] = set()
        kinds: set[Texts] = set()
        plain: set[str] = set()
        at = 1
        for at, cells in enumerate(islice(self.lines.records(), 1, None), 2):
            if len(cells) != width:
                return False
            if cells[value] not in plain and not _remembered(cells[value], plain, self.digits):
                self.odd.add(at)
            elif cells[area] in areas and others(cells) in kinds:
                continue
            elif others(cells) in strange or _MAY_BE_THOUSANDS.match("".join(cells[value + 1 : value + 2])):
                self.odd.add(at)
            else:
                areas.add(cells[area])
                areas.update(self.named if len(areas) == _ENOUGH else ())
                kinds.add(others(cells))
            self.standing[at] = cells
            if 2 * len(self.standing) >= most or not all(cells[label].strip() for label in self.labels):
                return False
        # A record that ran over several lines would have left fewer records than lines.
        return at == self.count


def plain_rows(text: str, file: str, plan: Plan, most: int) -> Rows | None:
    """The rows of a table of at most so many cells; None where its cells are not parted by commas and line feeds alone."""
    text = text.removeprefix("\ufeff").replace("\r\n", "\n")
    count = text.count("\n") + (not text.endswith("\n"))
    if count <= WORTHWHILE or any(char in text for char in _NOT_PLAIN) or delimiter_of(text, plan) != COMMA:
        return None
    names = text[: text.index("\n")].replace(MARK, "").split(COMMA)
    header = [find_heading(name) for name in names]
    if any(header.count(one) != 1 for one in _NEEDED) or len(header) * count > most:
        return None
    area, value, period, indicator = map(header.index, _NEEDED)
    others = itemgetter(*(at for at in range(len(header)) if at not in {area, value}))
    rows = Rows(
        lines=Lines(text, file, value),
        header=names,
        count=count,
        area=area,
        value=value,
        indicator=indicator,
        labels=(area, period, indicator),
        others=others,
        digits=_digits_that_name(plan),
        named=names_of_areas(plan),
    )
    return rows if rows.choose() else None


def names_of_areas(plan: Plan) -> dict[str, str]:
    """What the areas are called, and which each is; names that stand for anything else besides are not among them."""
    leaves = {plan.called(area).name: area for area in plan.tree.leaves}
    return {name: area for name, area in leaves.items() if plan.area_names.find(name) == area and name == name.strip()}


def _remembered(value: str, plain: set[str], digits: frozenset[str]) -> bool:
    """Whether a text is a figure and nothing else, which is remembered."""
    if FIGURE.fullmatch(value) is None or value in digits or _may_be_a_period(value):
        return False
    if len(plain) >= _REMEMBERED:
        plain.clear()
    plain.add(value)
    return True


def _may_be_a_period(value: str) -> bool:
    return value[:2] in _CENTURIES and len(value) in _AS_LONG_AS_A_PERIOD


def _digits_that_name(plan: Plan) -> frozenset[str]:
    """Names that look like figures, as codes of areas do."""
    written = (*plan.area_names.written(), *plan.indicator_names.written())
    return frozenset(name for name in written if FIGURE.fullmatch(name))
