"""Whether an unknown name is a slip of one that the plan knows, or simply another thing (人均地区生产总值)."""

from __future__ import annotations

import re

from countyplan.plan import Names, squeeze
from countyplan.submission.words.label import without_mark, without_numbering
from countyplan.submission.words.vocabulary import form, one_of

_ANOTHER = form(one_of("another_quantity"))
_BEHIND = re.compile(r"[(（\[【][^()（）\[\]【】]*[)）\]】]$")


def slip_of(text: str, names: Names) -> str | None:
    """The known name that `text` was most likely meant to be; none where a word of it (人均) makes another thing of it."""
    bare = _BEHIND.sub("", without_mark(without_numbering(text))[0]).strip() or text
    near = names.nearest(bare)
    if near is None:
        return None
    typed, known = squeeze(bare), squeeze(near)
    others = set(_ANOTHER.findall(typed)) - set(_ANOTHER.findall(known))
    return near if is_one_off(typed, known) or not others else None


def is_one_off(typed: str, known: str) -> bool:
    """Whether one character is wrong, lacking or too many, or two beside each other have changed places."""
    if abs(len(typed) - len(known)) > 1:
        return False
    same = next((at for at, (one, other) in enumerate(zip(typed, known, strict=False)) if one != other), None)
    if same is None:
        return typed != known
    rest, wanted = typed[same:], known[same:]
    swapped = rest[:2] == wanted[1::-1] and rest[2:] == wanted[2:]
    return rest[1:] == wanted[1:] or rest[1:] == wanted or rest == wanted[1:] or swapped
