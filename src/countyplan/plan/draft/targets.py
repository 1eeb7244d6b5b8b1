"""`targets.yaml` as far as it is settled."""

from __future__ import annotations

from decimal import Decimal
from typing import Annotated, Any

from pydantic import BeforeValidator, model_validator

from countyplan.plan.draft.loose import Called, Label, Loose, Open, OpenGoal, OpenNumber
from countyplan.plan.files.area import bind_levels

# What a goal may say in place of its indicator.
_OWN = ("due", "comparator", "kind", "firmness", "base", "relative_to")


class DraftIdentity(Called):
    """Which plan it is, as far as that is known; `drafted` names the text that a draft was made from."""

    id: Open = None
    version: Open = None
    language: Open = None
    title: Open = None
    title_en: Open = None
    issued: Open = None
    baseline: Label = None
    first: Label = None
    last: Label = None
    drafted: Open = None


class DraftArea(Called):
    """An area by its names, its government, and what it is a part of."""

    id: str
    name: Open = None
    name_en: Open = None
    code: Open = None
    level: Open = None
    government: Open = None
    government_en: Open = None
    parent: Open = None
    aliases: tuple[str, ...] = ()


class DraftWord(Called):
    """A word in one language or in several."""

    name: Open = None
    name_en: Open = None


_Told = BeforeValidator(lambda told: {"name": told})


class DraftLabel(Loose):
    """What an area is called and what several are, those of a level or all others."""

    level: Open = None
    name: Annotated[DraftWord, _Told] = DraftWord()
    plural: Annotated[DraftWord, _Told] = DraftWord()


class DraftTotal(Called):
    """What all areas are called together."""

    name: Open = None
    name_en: Open = None
    aliases: tuple[str, ...] = ()


class DraftClause(Called):
    """A clause by its number or label."""

    number: Label
    mark: Open = None
    chapter: Open = None
    title: Open = None
    title_en: Open = None


class DraftReading(Loose):
    """What we read into the text."""

    id: str
    on: Open = None
    text: Open = None
    because: Open = None


class DraftRelation(Loose):
    """Which figure a goal is set against, of the same area unless another is named."""

    indicator: str
    area: Open = None


class DraftShare(Loose):
    """Of which areas a share is: those of a level that have reached a goal in another indicator."""

    of: str
    comparator: Open = None
    goal: OpenNumber = None
    level: Open = None


class DraftComponent(Called):
    """A figure that others follow from."""

    id: str
    name: Open = None
    name_en: Open = None
    unit: Open = None


class DraftGoal(Loose):
    """A goal, None while it is open, and the words that hold it."""

    areas: tuple[str, ...] = ()
    goal: OpenGoal = None
    wording: Open = None
    due: Label = None
    comparator: Open = None
    kind: Open = None
    firmness: Open = None
    base: Label = None
    relative_to: DraftRelation | None = None
    in_force: Open = None
    set_by: Open = None
    readings: tuple[str, ...] = ()


class Doubt(Loose):
    """How sure a draft is of a target, from 0 to 1, and why it is not surer."""

    confidence: Decimal
    reasons: tuple[str, ...] = ()


class DraftBounds(Loose):
    """Which values an indicator can have at all."""

    high: OpenNumber = None


class DraftIndicator(Called):
    """What a clause demands, as far as it is settled."""

    id: str
    name: Open = None
    name_en: Open = None
    aliases: tuple[str, ...] = ()
    clause: Label = None
    kind: Open = None
    unit: Open = None
    comparator: Open = None
    tolerance: OpenNumber = None
    firmness: Open = None
    due: Label = None
    base: Label = None
    relative_to: DraftRelation | None = None
    share: DraftShare | None = None
    bounds: DraftBounds = DraftBounds()
    readings: tuple[str, ...] = ()
    goals: tuple[DraftGoal, ...] = ()
    draft: Doubt | None = None

    def as_in(self, goal: DraftGoal) -> DraftIndicator:
        """The indicator with what one of its goals says for itself."""
        own = {name: getattr(goal, name) for name in _OWN}
        said = {name: told for name, told in own.items() if told is not None}
        return self.model_copy(update={**said, "readings": (*self.readings, *goal.readings)}) if said else self


class DraftNotTarget(Loose):
    """Numbers of the text that demand nothing, and why."""

    clause: Label = None
    words: tuple[str, ...] = ()
    why: Open = None
    why_en: Open = None


class DraftTargets(Loose):
    """`targets.yaml`."""

    plan: DraftIdentity = DraftIdentity()
    areas: tuple[DraftArea, ...] = ()
    labels: tuple[DraftLabel, ...] = ()
    total: DraftTotal = DraftTotal()
    clauses: tuple[DraftClause, ...] = ()
    readings: tuple[DraftReading, ...] = ()
    components: tuple[DraftComponent, ...] = ()
    indicators: tuple[DraftIndicator, ...] = ()
    not_targets: tuple[DraftNotTarget, ...] = ()

    @model_validator(mode="before")
    @classmethod
    def _bind_levels(cls, given: Any) -> Any:
        return bind_levels(given)
