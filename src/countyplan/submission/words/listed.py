"""The words of tables with a row for each commitment or project: what their columns are called, and what stands in cells."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cached_property
from typing import Any, cast

from countyplan.language.shipped import load_shipped
from countyplan.plan import Names
from countyplan.submission.words.fields import Field, find_field

UNREAD = "unread"
# A row names its area and its period as a figure does.
_SHARED = frozenset({Field.AREA, Field.PERIOD})


class ListWords:
    """The words in `words.yaml` of a package, loaded with the first of them that is asked for."""

    def __init__(self, package: str) -> None:
        self._package = package
        self._names: dict[str, Names] = {}

    @cached_property
    def groups(self) -> Mapping[str, Any]:
        """All of them: the words of each group, or in a group of several things those of each thing."""
        return cast("Mapping[str, Any]", load_shipped(self._package, "words.yaml"))

    def names(self, group: str) -> Names:
        """The words of a group by what each stands for: one of several things, or the group itself."""
        if group not in self._names:
            told = self.groups[group]
            known: Iterable[tuple[str, Iterable[str]]] = told.items() if isinstance(told, dict) else [(group, told)]
            self._names[group] = Names(known)
        return self._names[group]

    @property
    def fields(self) -> Names:
        """The names of the fields of a row beside area and period; `unread` are those that nothing is read from."""
        return self.names("fields")

    @property
    def needed(self) -> frozenset[str]:
        """The fields without which a table is none of these."""
        return frozenset(self.groups["needed"])

    def find_field(self, name: str) -> str | None:
        """The field that a header or key names, or None."""
        shared = find_field(name)
        return shared.value if shared in _SHARED else self.fields.find(name)
