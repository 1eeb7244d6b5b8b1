"""How a language words comparisons and writes numbers: a file a language, to which a plan adds its own words."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping
from decimal import Decimal
from functools import cache
from importlib.resources import files
from typing import Any, cast

from countyplan.dataclass import dataclass
from countyplan.language.shipped import load_shipped
from countyplan.plan.comparator import Comparator
from countyplan.plan.files.own import OwnWords
from countyplan.plan.files.targets import TargetsFile
from countyplan.quantity import Unit, Units

_NUMBER = r"\d+(?:[.,]\d+)*"
# Chinese puts a comma of its own width between two numbers, and never into one.
_WIDE = str.maketrans({"，": "、"})
_LONGEST_UNIT = 40


@dataclass(frozen=True, slots=True)
class Wording:
    """The words of a plan's language: what each comparison allows, and how numbers are written.

    `comparisons` are tried in order, and the first that stands in a wording decides.
    """

    comparisons: tuple[tuple[re.Pattern[str], frozenset[Comparator]], ...]
    thousands: tuple[str, ...]
    decimal: str
    numerals: Mapping[str, Decimal]
    multipliers: Mapping[str, Decimal]

    def comparators(self, wording: str) -> frozenset[Comparator]:
        """The comparators that the words of `wording` allow; all of them where no word of comparison stands."""
        text = unicodedata.normalize("NFKC", wording).casefold()
        return next((allowed for form, allowed in self.comparisons if form.search(text)), frozenset(Comparator))

    def numbers(self, wording: str, units: Units) -> Iterator[tuple[Decimal, Unit | None]]:
        """Every number of `wording` with the unit behind it; one that could be read in two ways is not read at all."""
        text = unicodedata.normalize("NFKC", wording.translate(_WIDE))
        for found in self._number.finditer(text):
            value = self._value(found[0])
            if value is not None:
                behind = text[found.end() :].lstrip()
                yield value, _unit_ahead(behind, units)
                yield from (
                    (value * times, None) for word, times in self.multipliers.items() if behind.startswith(word)
                )
        words = text.casefold()
        yield from ((value, None) for numeral, value in self.numerals.items() if self._says(numeral, words))

    @property
    def _number(self) -> re.Pattern[str]:
        spaced = r"| (?=\d{3}(?!\d))" if " " in self.thousands else ""
        return re.compile(rf"(?<![A-Za-z])\d+(?:(?:[.,]{spaced})\d+)*")

    def _value(self, written: str) -> Decimal | None:
        if written.isdigit():
            return Decimal(written)
        whole, _, part = written.partition(self.decimal) if self.decimal else (written, "", "")
        groups = re.split("|".join(map(re.escape, self.thousands)), whole) if self.thousands else [whole]
        grouped = len(groups) == 1 or (0 < len(groups[0]) <= 3 and all(len(one) == 3 for one in groups[1:]))
        if not grouped or not all(one.isdigit() for one in groups) or not (part.isdigit() or not part):
            return None
        return Decimal("".join(groups) + (f".{part}" if part else ""))

    @staticmethod
    def _says(numeral: str, text: str) -> bool:
        return bool(re.search(rf"\b{re.escape(numeral)}\b", text)) if numeral.isascii() else numeral in text


def _unit_ahead(text: str, units: Units) -> Unit | None:
    """The longest unit that `text` begins with; a word of letters has to end where the unit does."""
    ahead = text[:_LONGEST_UNIT]
    start = "".join(ahead.split())
    for name in units.names:
        if name and not name.isdigit() and start.startswith(name):
            written = r"\s*".join(map(re.escape, name))
            if re.match(rf"\s*{written}(?!(?<=[A-Za-z])[A-Za-z])", ahead):
                return units.find(name)
    return None


def wording_of(targets: TargetsFile) -> Wording:
    """How the plan words what it demands: the words of its language, and before them its own."""
    return wording_in(targets.plan.language, targets.words)


def wording_in(language: str, own: OwnWords) -> Wording:
    """The words of a language and a plan's own; of a language without a file only that digits are digits is known."""
    raw = _shipped(language)
    told = [(re.escape(word.casefold()), (comparator,)) for comparator in Comparator for word in own.of(comparator)]
    told.sort(key=lambda one: -len(one[0]))
    shipped = [
        (one["form"].replace("{n}", _NUMBER), tuple(map(Comparator, one["allows"]))) for one in raw["comparisons"]
    ]
    return Wording(
        tuple((re.compile(form), frozenset(allowed)) for form, allowed in [*told, *shipped]),
        tuple(raw["thousands"]) if own.thousands is None else (own.thousands,),
        raw["decimal"] if own.decimal is None else own.decimal,
        {word: Decimal(value) for word, value in raw["numerals"].items()},
        {word: Decimal(value) for word, value in raw["multipliers"].items()},
    )


@cache
def _shipped(language: str) -> Mapping[str, Any]:
    if not files(__name__).joinpath(f"{language}.yaml").is_file():
        return {"comparisons": [], "thousands": [], "decimal": "", "numerals": {}, "multipliers": {}}
    return cast("Mapping[str, Any]", load_shipped(__name__, f"{language}.yaml"))
