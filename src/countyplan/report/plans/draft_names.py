"""What the things of a draft are called: as its text has it for machines, and in the report's language for people."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cached_property

from countyplan.language import Language, Texts
from countyplan.plan import TOTAL
from countyplan.plan.draft.beside import DraftCommitment, DraftUnit
from countyplan.plan.draft.draft import Draft
from countyplan.plan.draft.loose import Called
from countyplan.plan.draft.targets import DraftClause, DraftComponent, DraftIndicator
from countyplan.report.words.names import clause_headed

# The language of a plan that does not name its own.
_PLAIN = Language.ZH.value


def language_of(draft: Draft) -> str:
    """The language of the plan's text."""
    return draft.targets.plan.language or _PLAIN


class DraftNames:
    """Names of one draft, each put together once: those for machines as the text has them, the others in one language."""

    def __init__(self, draft: Draft, texts: Texts) -> None:
        self.draft = draft
        self.texts = texts
        self._language = language_of(draft)

    def said(self, one: Called) -> str:
        """What something is called in the report's language, or else in the text's; empty while that is open."""
        own = one.by_language(self._language)
        spoken = own.get(self.texts.language.value) or getattr(one, one.label())
        return spoken or next(iter(own.values()), "")

    def area(self, area: str) -> str:
        """An area, or all of them together; by its id where it has no name."""
        return self._areas.get(area, area)

    def measured(self, indicator: str) -> str:
        """An indicator or a component by its id."""
        known = self._measured.get(indicator)
        return indicator if known is None else self.said(known) or indicator

    def promised(self, commitment: str) -> str:
        """A commitment by its id."""
        known = self._promised.get(commitment)
        return commitment if known is None else self.said(known) or commitment

    def clause(self, clause: DraftClause) -> str:
        """A clause's heading: its mark and its title, or its number where the language has no such marks."""
        title, mark = self.said(clause), clause.mark or ""
        word = self.texts.choose(mark, str(clause.number or mark))
        if not word or not title or title == mark:
            return title or mark or str(clause.number)
        return clause_headed(word, title, self.texts)

    def unit_of(self, indicator: str) -> str:
        """What an indicator or a component is measured in; empty while that is open."""
        known = self._measured.get(indicator)
        return "" if known is None else known.unit or ""

    def responsible(self, clause: int | str | None, area: str, *, said: bool = False) -> tuple[str, ...]:
        """Who answers for a clause in an area, as the text has it or is `said` in the report's language.

        Of the total that is every government that each area has.
        """
        return tuple(dict.fromkeys(pair[said] for pair in self._named(clause, area)))

    def unit(self, unit: DraftUnit) -> tuple[str, str]:
        """A responsible unit as the text has it, and in the report's language."""
        own = unit.name or unit.id
        return own, self.said(unit) or own

    @cached_property
    def _areas(self) -> dict[str, str]:
        areas = {one.id: self.said(one) or one.id for one in self.draft.targets.areas}
        return {**areas, TOTAL: self.said(self.draft.targets.total) or TOTAL}

    @cached_property
    def _promised(self) -> Mapping[str, DraftCommitment]:
        beside = self.draft.commitments
        return {} if beside is None else {one.id: one for one in beside.commitments}

    @cached_property
    def _measured(self) -> Mapping[str, DraftIndicator | DraftComponent]:
        targets = self.draft.targets
        indicators = {one.id: one for one in targets.indicators}
        return {**{one.id: one for one in targets.components}, **indicators}

    @cached_property
    def _governments(self) -> dict[str, tuple[str, str]]:
        named = {one.id: (one.government or one.id, one.government_en) for one in self.draft.targets.areas}
        return {area: (own, self.texts.choose(own, english or own)) for area, (own, english) in named.items()}

    def _named(self, clause: int | str | None, area: str) -> Iterator[tuple[str, str]]:
        for unit in self.draft.units_of(clause):
            if not unit.each_area:
                yield self.unit(unit)
            elif area == TOTAL:
                yield from self._governments.values()
            else:
                yield self._governments.get(area, (area, area))
