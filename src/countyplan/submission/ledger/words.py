"""By what names the columns of a list of projects are known, and the words in its cells."""

from __future__ import annotations

import re
import unicodedata
from functools import cache

from countyplan.pattern import pattern
from countyplan.quantity import Unit, Units
from countyplan.quantity.unit import units_in_use
from countyplan.submission.words.listed import ListWords
from countyplan.submission.words.vocabulary import one_of

WORDS = ListWords("countyplan.submission.ledger")
_MONEY = "money"
_NOTE = one_of("unit_stated")


def speaks_of(text: str, group: str) -> bool:
    """Whether a text holds a word of a group."""
    plain = unicodedata.normalize("NFKC", text).casefold()
    return any(word in plain for word in WORDS.groups[group])


def is_word(text: str, group: str) -> bool:
    """Whether a text is a word of a group and nothing else."""
    return WORDS.names(group).find(text.rstrip(":：")) is not None


@cache
def _unit_form(units: Units) -> re.Pattern[str]:
    named = "|".join(map(re.escape, units.names_in(_MONEY)))
    return pattern(rf"[(\[【,/:、 ]*(?:{_NOTE}[:：]?)?(?P<unit>{named})[)\]】]*$")


def without_unit(text: str) -> tuple[str, Unit | None]:
    """A column's name and the unit of money behind it: 总投资（万元）."""
    plain = unicodedata.normalize("NFKC", text).strip()
    found = _unit_form(units_in_use()).search(plain)
    if found is None or not plain[: found.start()]:
        return plain, None
    return plain[: found.start()].strip(), units_in_use().find(found["unit"])
