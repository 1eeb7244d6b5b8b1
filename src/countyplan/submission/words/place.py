"""Places in an order as people write them: 第4位, 第四, 4th."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from decimal import Decimal
from functools import cache

from countyplan.submission.words.vocabulary import form, one_of, vocabularies

_NUMBER = rf"(?:[1-9][0-9]{{0,4}}|{one_of('place_numbers')})"
_BEHIND = rf"(?:{one_of('place_behind')})?"
_PLACE = form(rf"(?:{one_of('place_before')})? ?(?P<place>{_NUMBER}){_BEHIND}")
_PLACES = form(rf".*{one_of('places_before')} ?{_NUMBER}{_BEHIND}")


def parse_place(text: str) -> Decimal | None:
    """The place that a text names, and None where it names none or several (前三位)."""
    found = _PLACE.fullmatch(_plain(text))
    if found is None:
        return None
    place = found["place"]
    return Decimal(place) if place.isascii() and place.isdigit() else Decimal(_numbers()[place])


def names_places(text: str) -> bool:
    """Whether a text names the first so many places and leaves open which of them."""
    return _PLACES.fullmatch(_plain(text)) is not None


def place_form() -> str:
    """A regular expression that every text which names a place fits, of single width."""
    return _PLACE.pattern.replace("?P<place>", "?:")


@cache
def _numbers() -> Mapping[str, int]:
    """What each language calls the first places, counted from one."""
    return {name: at for one in vocabularies() for at, name in enumerate(one.groups["place_numbers"], start=1)}


def _plain(text: str) -> str:
    return unicodedata.normalize("NFKC", text).strip().lower()
