"""`targets.yaml` as a whole."""

from __future__ import annotations

from typing import Annotated, Any

from countyplan.model import field
from countyplan.plan.files.area import Area, Label, Total, bind_levels
from countyplan.plan.files.component import Component
from countyplan.plan.files.frozen import Frozen
from countyplan.plan.files.identity import Clause, Cutoffs, Identity, NotATarget, Reading
from countyplan.plan.files.indicator import Indicator
from countyplan.plan.files.own import OwnUnit, OwnVocabulary, OwnWords
from countyplan.plan.files.values import Name


class TargetsFile(Frozen):
    """`targets.yaml`. `codes` names the scheme of the areas' codes."""

    plan: Identity
    pace: Cutoffs
    codes: Name | None = None
    areas: Annotated[tuple[Area, ...], field(min_length=1)]
    labels: tuple[Label, ...] = ()
    total: Total | None = None
    clauses: Annotated[tuple[Clause, ...], field(min_length=1)]
    readings: tuple[Reading, ...] = ()
    units: tuple[OwnUnit, ...] = ()
    words: OwnWords = OwnWords()
    vocabulary: OwnVocabulary = OwnVocabulary()
    indicators: Annotated[tuple[Indicator, ...], field(min_length=1)]
    components: tuple[Component, ...] = ()
    not_targets: tuple[NotATarget, ...] = ()

    @classmethod
    def prepared(cls, given: Any) -> Any:
        """Goals of a level bind each of its areas."""
        return super().prepared(bind_levels(given))
