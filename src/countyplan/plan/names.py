"""By what names things are known, and which of them a misspelt one looks most like."""

from __future__ import annotations

import difflib
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from functools import cached_property

from countyplan.quantity.width import squeezed

# Nobody names anything at such length; looking for what it resembles would only take time.
_LONGEST_NAME = 60
# Ours: the part of two names that has to be the same, in order, for one to be suggested in place of the other.
_LIKE = 0.6
_DROPPED = str.maketrans("", "", "“”\"'‘’")


class Names:
    """Names and what they stand for. Width, case, spaces and quotation marks make no difference; nothing else is forgiven."""

    def __init__(self, known: Iterable[tuple[str, Iterable[str]]]) -> None:
        self._ids: dict[str, str] = {}
        self._written: dict[str, str] = {}
        self._suggested: dict[str, str] = {}
        self._near: dict[str, str | None] = {}
        for identity, names in known:
            for name in names:
                folded = squeeze(name)
                self._ids.setdefault(folded, identity)
                self._written.setdefault(folded, name)
                # Where an id (gdp) and a name (GDP) differ in nothing that counts, people write the name.
                if self._suggested.setdefault(folded, name) == identity:
                    self._suggested[folded] = name

    def find(self, name: str) -> str | None:
        """The id that `name` stands for, or None."""
        return self._ids.get(name) or self._ids.get(squeeze(name))

    def nearest(self, name: str) -> str | None:
        """The known name that looks most like `name`, to be suggested and never taken; None where two things do so alike."""
        if len(name) > _LONGEST_NAME:
            return None
        if name not in self._near:
            folded = squeeze(name)
            near = difflib.get_close_matches(folded, self._alike(folded), n=2, cutoff=_LIKE)
            alike = len({self._ids[one] for one in near}) > 1 and len({_likeness(name, one) for one in near}) == 1
            self._near[name] = self._suggested[near[0]] if near and not alike else None
        return self._near[name]

    def _alike(self, folded: str) -> list[str]:
        """The known names that have enough characters in common with `folded` to look like it, in whatever order."""
        shared: Counter[str] = Counter()
        for letter, count in Counter(folded).items():
            for known, there in self._with_letter.get(letter, ()):
                shared[known] += min(count, there)
        return [known for known, common in shared.items() if 2 * common >= _LIKE * (len(known) + len(folded))]

    @cached_property
    def _with_letter(self) -> Mapping[str, list[tuple[str, int]]]:
        """For each character the known names that it stands in, and how often."""
        names: dict[str, list[tuple[str, int]]] = defaultdict(list)
        for known in self._suggested:
            for letter, count in Counter(known).items():
                names[letter].append((known, count))
        return names

    def of(self, identity: str) -> tuple[str, ...]:
        """The names of one of them, as they are written."""
        return tuple(self._written[name] for name, one in self._ids.items() if one == identity)

    def written(self) -> frozenset[str]:
        """All names as they are written."""
        return frozenset(self._written.values())


def _likeness(name: str, known: str) -> float:
    return difflib.SequenceMatcher(None, known, squeeze(name)).ratio()


def stands_apart(mark: str) -> bool:
    """Whether a blank follows a clause's mark: `2.4` and `Annex B`, not （十八） or 十八、."""
    return mark != "" and unicodedata.east_asian_width(mark[-1]) not in {"W", "F"} and mark[-1] != ")"


def heading(mark: str | None, title: str | None) -> str:
    """A clause's mark and title as they stand together, either of which may be open; once where they are the same."""
    if mark == title:
        return mark or ""
    between = " " if mark and title and stands_apart(mark) else ""
    return f"{mark or ''}{between}{title or ''}"


def squeeze(name: str) -> str:
    """`name` without what makes no difference."""
    return squeezed(name).translate(_DROPPED).casefold()
