"""By what names the things of a plan are known."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property

from countyplan.dataclass import dataclass
from countyplan.plan.files.values import TOTAL, ClauseId
from countyplan.plan.names import Names
from countyplan.plan.whole.contents import Contents

# What encloses or ends a mark: （十八）, 十八、, 2.4.
_AROUND_MARKS = "()（）[]【】、.．:： "


@dataclass(frozen=True, eq=False)
class KnownAs(Contents):
    """The names of areas, indicators, commitments, units and clauses."""

    @cached_property
    def area_names(self) -> Names:
        """By what names and codes the areas are known, and by which all of them together are."""
        total = self.targets_file.total
        known = [(area.id, (area.id, area.name, area.code, area.name_en, *area.aliases)) for area in self.areas]
        if total is not None:
            known.append((TOTAL, (TOTAL, total.name, total.name_en, *total.aliases)))
        elif self.tree.top is not None:
            known.append((self.tree.top, (TOTAL,)))
        return Names(known)

    @cached_property
    def _areas_by_name(self) -> Mapping[str, tuple[int, str]]:
        """For each name as it is written which area it is of, and its place in the plan's order."""
        named = ((name, area.id) for area in self.areas for name in (area.name, *area.aliases))
        by_name: dict[str, tuple[int, str]] = {}
        for at, (name, area) in enumerate(named):
            by_name.setdefault(name, (at, area))
        return by_name

    @cached_property
    def _name_lengths(self) -> tuple[int, ...]:
        return tuple(sorted({len(name) for name in self._areas_by_name}))

    def areas_at_start(self, text: str) -> tuple[tuple[str, str], ...]:
        """The names of areas that `text` begins with, in the plan's order, and which area each is of."""
        starts = {text[:length] for length in self._name_lengths if length <= len(text)}
        found = ((*self._areas_by_name[start], start) for start in starts if start in self._areas_by_name)
        return tuple((name, area) for _, area, name in sorted(found))

    @cached_property
    def indicator_names(self) -> Names:
        """By what names indicators and components are known."""
        return Names((one.id, (one.id, one.name, one.name_en, *one.aliases)) for one in self.measured.values())

    @cached_property
    def commitment_names(self) -> Names:
        """By what names commitments are known, their own words among them."""
        return Names(
            (one.id, (one.id, one.name, one.name_en, *one.aliases, one.wording))
            for one in self.commitments_file.commitments
        )

    @cached_property
    def unit_names(self) -> Names:
        """By what names the responsible units are known, the governments of areas among them."""
        units = [(unit.id, (unit.id, unit.name, unit.name_en)) for unit in self.units]
        governments = [(area.government, (area.government, area.government_en)) for area in self.areas]
        return Names([*units, *governments])

    @cached_property
    def clause_names(self) -> Names:
        """By what numbers and marks the clauses are known, also without what encloses a mark: 18, （十八）, 十八."""
        return Names(
            (str(one.number), (str(one.number), one.mark, one.mark.strip(_AROUND_MARKS) or one.mark))
            for one in self.clauses
        )

    @cached_property
    def _clauses_by_text(self) -> Mapping[str, ClauseId]:
        return {str(number): number for number in self._clauses}

    def find_clause(self, name: ClauseId) -> ClauseId | None:
        """The number of the clause that is called so."""
        found = self.clause_names.find(str(name))
        return None if found is None else self._clauses_by_text[found]
