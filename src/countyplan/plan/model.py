"""The plan's files as models: frozen, and refusing whatever they do not know."""

from __future__ import annotations

from decimal import Decimal
from enum import StrEnum
from typing import Annotated, Any, Literal, Self, TypeAlias, TypeVar

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, WithJsonSchema, model_validator
from pydantic_core import PydanticCustomError

from countyplan.diagnostics import Code
from countyplan.plan.comparator import Comparator
from countyplan.plan.kind import Kind, Pacing
from countyplan.plan.levels import bind_levels
from countyplan.quantity.unit import Sort

TOTAL = "total"

Id = Annotated[
    str, Field(pattern=r"^[a-z][a-z0-9_]*$", description="A stable name in lower case, for output and flags.")
]
Name = Annotated[str, Field(min_length=1, pattern=r"\S")]
# What is said in one language, or in several as {zh: …, en: …}.
Said = Annotated[
    Name,
    WithJsonSchema(
        {"anyOf": [{"type": "string", "minLength": 1}, {"type": "object", "additionalProperties": {"type": "string"}}]}
    ),
]
Year = Annotated[int, Field(ge=1900, le=2199)]
Number = Annotated[Decimal, Field(allow_inf_nan=False, max_digits=30)]
ClauseId: TypeAlias = int | str


def _number_or_text(value: object) -> object:
    """2 is a number, and 2.4, 02 or Annex B a text."""
    return int(value) if isinstance(value, str) and value.isdecimal() and str(int(value)) == value else value


ClauseNumber = Annotated[
    ClauseId,
    BeforeValidator(_number_or_text),
    Field(description="A number, or any text; 0 is what stands before the first clause."),
]


_Item = TypeVar("_Item")
# In a form that nobody has filled in a list has a key, and nothing below it.
Listed = Annotated[tuple[_Item, ...], BeforeValidator(lambda value: () if value is None else value)]


class Firmness(StrEnum):
    """Whether a miss fails (`firm`) or warns (`aspirational`, 力争)."""

    FIRM = "firm"
    ASPIRATIONAL = "aspirational"


def _told_in_both(given: dict[str, Any], pairs: list[str], names: bool) -> dict[str, Any]:
    told = dict(given)
    for name in pairs:
        said, english = told.get(name), f"{name}_en"
        if isinstance(said, dict) and said:
            told[name] = said.get("zh") or next(iter(said.values()))
            told.setdefault(english, said.get("en") or told[name])
            if names and name == "name":
                told["aliases"] = [*told.get("aliases", ()), *dict.fromkeys(said.values())]
        elif isinstance(said, str) and not told.get(english):
            told[english] = said
    return told


class Frozen(BaseModel):
    """What is said once and refuses whatever it does not know."""

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)

    @model_validator(mode="before")
    @classmethod
    def _in_each_language(cls, given: Any) -> Any:
        """What is said in several languages comes to one in each of ours; where one lacks, the other stands for it."""
        pairs = (
            [name for name in cls.model_fields if f"{name}_en" in cls.model_fields] if isinstance(given, dict) else []
        )
        return _told_in_both(given, pairs, "aliases" in cls.model_fields) if pairs else given


class Identity(Frozen):
    """Which plan this is. The pace is measured from the end of `baseline` to the due dates.

    `language` is that of its text. `drafted` names the text that `plan draft` made it from.
    """

    id: Annotated[str, Field(pattern=r"^[a-z0-9][a-z0-9-]*$")]
    version: Name
    language: Annotated[str, Field(pattern=r"^[a-z]{2,3}(-[A-Za-z0-9]+)*$")] = "zh"
    title: Said
    title_en: str = ""
    issuer: Said
    issuer_en: str = ""
    issued: Annotated[str, Field(pattern=r"^\d{4}-\d\d-\d\d$")]
    stage: Literal["draft_for_comment", "in_force"]
    baseline: Year
    first: Year
    last: Year
    drafted: Name | None = None

    @model_validator(mode="after")
    def _years_in_order(self) -> Self:
        if not self.baseline < self.first <= self.last:
            raise PydanticCustomError(Code.PLAN_VALUE_INVALID, "baseline < first <= last")
        return self


class Cutoffs(Frozen):
    """From which pace on a target counts as ahead, on track, behind or far behind; below the last it moves away.

    Without `ahead` nothing is told apart from on track.
    """

    ahead: Number | None = None
    on_track: Number
    behind: Number
    far_behind: Number
    source: Name
    source_en: str = ""

    @model_validator(mode="after")
    def _falling(self) -> Self:
        if not self.on_track > self.behind > self.far_behind:
            raise PydanticCustomError(Code.PLAN_VALUE_INVALID, "on_track > behind > far_behind")
        if self.ahead is not None and not self.ahead > self.on_track:
            raise PydanticCustomError(Code.PLAN_VALUE_INVALID, "ahead > on_track")
        return self


class Area(Frozen):
    """An area: its names, its code in whatever scheme the plan uses, its level and its government; the id may be any text."""

    id: Annotated[str, Field(min_length=1, pattern=r"^\S+$", description="A stable name, for output and flags.")]
    name: Said
    name_en: str = ""
    code: Name
    level: Name | None = None
    aliases: tuple[Name, ...] = ()
    government: Said
    government_en: str = ""

    @model_validator(mode="before")
    @classmethod
    def _governs_itself(cls, given: Any) -> Any:
        """An area without a government is told by its own name."""
        return {"government": given["name"], **given} if isinstance(given, dict) and given.get("name") else given


class Total(Frozen):
    """What the three counties are called together."""

    name: Said
    name_en: str = ""
    aliases: tuple[Name, ...] = ()


class Clause(Frozen):
    """A clause of the plan."""

    number: ClauseNumber
    mark: Name
    chapter: Name
    title: Said
    title_en: str = ""


class Reading(Frozen):
    """Something that we read into the plan, and why. Never the plan's own words."""

    id: Id
    on: Literal["scope", "due", "comparator", "tolerance", "kind", "firmness"]
    text: Said
    because: Said
    text_en: str = ""
    because_en: str = ""


class Bounds(Frozen):
    """What values are possible at all, inclusive."""

    low: Number | None = None
    high: Number | None = None


class OwnUnit(Frozen):
    """A unit of measure that the plan adds: `factor` of its dimension's base unit are one of it.

    `sort` is needed where the dimension is the plan's own.
    """

    name: Said
    name_en: str = ""
    dimension: Name
    factor: Annotated[Number, Field(gt=0)] = Decimal(1)
    sort: Sort | None = None
    aliases: tuple[Name, ...] = ()


class RelativeTo(Frozen):
    """The figure that a goal is set against: of the same area and period, unless another area is named.

    The goal itself is then by how much it has to be more: nothing, or so many points.
    """

    indicator: Id
    area: Name | None = None


class OwnWords(Frozen):
    """How the plan's language words comparisons and writes numbers, where the program does not know it or not all of it."""

    at_least: tuple[Name, ...] = ()
    more_than: tuple[Name, ...] = ()
    at_most: tuple[Name, ...] = ()
    less_than: tuple[Name, ...] = ()
    between: tuple[Name, ...] = ()
    about: tuple[Name, ...] = ()
    thousands: Literal[",", ".", " ", "'"] | None = None
    decimal: Literal[",", "."] | None = None


class OwnVocabulary(Frozen):
    """What the headers of the plan's tables are called, beside the words that every plan's are."""

    area: tuple[Name, ...] = ()
    period: tuple[Name, ...] = ()
    indicator: tuple[Name, ...] = ()
    value: tuple[Name, ...] = ()
    unit: tuple[Name, ...] = ()
    basis: tuple[Name, ...] = ()
    source: tuple[Name, ...] = ()
    note: tuple[Name, ...] = ()
    submitted: tuple[Name, ...] = ()


class Goal(Frozen):
    """The number that binds some areas, and the few words of the plan that hold it.

    With `level` it binds every area of that level without listing them.

    An indicator may have goals for several years, each due on its own. What a goal says of its due year, comparator,
    tolerance, firmness, kind or base year counts for it instead of what the indicator says; its readings are added.

    A goal that was adjusted stands once more with the day from which it is in force and the document that set it.
    """

    areas: Annotated[tuple[Name, ...], Field(min_length=1)]
    goal: Number | tuple[Number, Number]
    wording: Name
    due: Year | None = None
    comparator: Comparator | None = None
    tolerance: Annotated[Number | None, Field(gt=0, lt=1)] = None
    firmness: Firmness | None = None
    kind: Kind | None = None
    base: Year | None = None
    relative_to: RelativeTo | None = None
    in_force: Annotated[str | None, Field(pattern=r"^\d{4}-\d\d-\d\d$")] = None
    set_by: Name | None = None
    readings: tuple[Id, ...] = ()
    level: Name | None = None

    @model_validator(mode="after")
    def _day_has_a_document(self) -> Self:
        if (self.in_force is None) != (self.set_by is None):
            raise PydanticCustomError(Code.PLAN_VALUE_INVALID, "in_force, set_by")
        return self


class Quotient(Frozen):
    """The two components that an indicator is the quotient of."""

    of: Id
    by: Id


class ChangeOf(Frozen):
    """The component whose change an indicator is, with its value in the base year where a document tells it."""

    of: Id
    base_value: Annotated[Number | None, Field(gt=0)] = None
    source: Name | None = None

    @model_validator(mode="after")
    def _value_has_a_source(self) -> Self:
        if (self.base_value is None) != (self.source is None):
            raise PydanticCustomError(Code.PLAN_VALUE_INVALID, "base_value, source")
        return self


class Component(Frozen):
    """A figure without a goal of its own, from which an indicator follows. `prices`: at which amounts are told."""

    id: Id
    name: Said
    name_en: str = ""
    aliases: tuple[Name, ...] = ()
    unit: str
    whole_year: bool = False
    prices: Literal["current"] | None = None
    bounds: Bounds = Bounds()

    @property
    def adds_up(self) -> bool:
        """Whether it is a running total, so that a year's own amount and the total so far are two different figures."""
        return False


class Drafted(Frozen):
    """How sure `plan draft` was of a target, from 0 to 1, and why not surer; to be deleted once a person has looked."""

    confidence: Annotated[Number, Field(ge=0, le=1)]
    reasons: tuple[str, ...] = ()


class Indicator(Component):
    """What a clause demands, and of whom. `whole_year`: it accrues within a year, so that only a full year compares.

    `base` is the year that a change is counted from, by default the plan's baseline.
    """

    clause: ClauseNumber
    kind: Kind
    comparator: Comparator
    tolerance: Annotated[Number | None, Field(gt=0, lt=1)] = None
    firmness: Firmness
    due: Year
    base: Year | None = None
    relative_to: RelativeTo | None = None
    quotient: Quotient | None = None
    change: ChangeOf | None = None
    readings: tuple[Id, ...] = ()
    draft: Drafted | None = None
    goals: Annotated[tuple[Goal, ...], Field(min_length=1)]

    @property
    def adds_up(self) -> bool:
        """Whether it is a running total, so that a year's own amount and the total so far are two different figures."""
        return self.kind.manner.adds_up

    @property
    def parts(self) -> tuple[str, ...]:
        """The ids of the components that it follows from: those of a quotient, or the one whose change it is."""
        quotient = () if self.quotient is None else (self.quotient.of, self.quotient.by)
        return quotient if self.change is None else (*quotient, self.change.of)

    def as_in(self, goal: Goal) -> Indicator:
        """The indicator with what one of its goals says for itself."""
        said = {name: told for name in _SAID_BY_A_GOAL if (told := getattr(goal, name)) is not None}
        if goal.comparator is not None and not goal.comparator.sense.tolerant:
            said["tolerance"] = None
        if goal.readings:
            said["readings"] = (*self.readings, *goal.readings)
        return self.model_copy(update=said) if said else self

    @model_validator(mode="after")
    def _goals_fit_the_comparator(self) -> Self:
        for goal in self.goals:
            comparator = goal.comparator or self.comparator
            sense, words = comparator.sense, {"comparator": comparator.value}
            if isinstance(goal.goal, tuple) != sense.is_range:
                raise PydanticCustomError(Code.GOAL_SHAPE, "{comparator}", words)
            if isinstance(goal.goal, tuple) and goal.goal[0] > goal.goal[1]:
                raise PydanticCustomError(Code.GOAL_SHAPE, "low > high", words)
            tolerance = goal.tolerance if self.tolerance is None else self.tolerance
            if sense.tolerant and tolerance is None:
                raise PydanticCustomError(Code.GOAL_SHAPE, "tolerance", words)
            if goal.tolerance is not None and not sense.tolerant:
                raise PydanticCustomError(Code.GOAL_SHAPE, "tolerance", words)
        if self.tolerance is not None and not self.comparator.sense.tolerant:
            raise PydanticCustomError(Code.GOAL_SHAPE, "tolerance", {"comparator": self.comparator.value})
        return self

    @model_validator(mode="after")
    def _comparator_fits_the_kind(self) -> Self:
        for goal in self.goals:
            kind, comparator = goal.kind or self.kind, goal.comparator or self.comparator
            words = {"kind": kind.value, "comparator": comparator.value}
            rises = comparator.sense.rises and not comparator.sense.is_range
            if (kind.manner.adds_up and not rises) or (kind is Kind.RANK and rises):
                raise PydanticCustomError(Code.KIND_CONTRADICTS, "{kind} {comparator}", words)
            if kind.manner.told is not self.kind.manner.told:
                words = {"kind": self.kind.value, "comparator": kind.value}
                raise PydanticCustomError(Code.KIND_CONTRADICTS, "{kind} {comparator}", words)
        return self

    @model_validator(mode="after")
    def _relation_fits_the_kind(self) -> Self:
        for goal in self.goals:
            relative, manner = goal.relative_to or self.relative_to, (goal.kind or self.kind).manner
            if relative is not None and (
                manner.adds_up or manner.pacing is Pacing.KEPT or relative.indicator == self.id
            ):
                raise PydanticCustomError(
                    Code.PLAN_VALUE_INVALID, f"{self.kind.value}: relative_to {relative.indicator}"
                )
        return self

    @model_validator(mode="after")
    def _base_fits_the_kind(self) -> Self:
        for goal in self.goals:
            base, due, manner = goal.base or self.base, goal.due or self.due, (goal.kind or self.kind).manner
            if base is not None and not (manner.has_base and base < due):
                raise PydanticCustomError(Code.PLAN_VALUE_INVALID, f"{self.kind.value}: base {base} < due {due}")
            if goal.base is not None and manner.since_base:
                raise PydanticCustomError(Code.PLAN_VALUE_INVALID, f"{self.kind.value}: base of the indicator")
        if self.change is not None and not self.kind.manner.has_base:
            raise PydanticCustomError(Code.PLAN_VALUE_INVALID, f"{self.kind.value}: change")
        return self


# What a goal may say for itself instead of its indicator.
_SAID_BY_A_GOAL = ("due", "comparator", "tolerance", "firmness", "kind", "base", "relative_to")


class NotATarget(Frozen):
    """Numbers of the text that demand nothing, and why."""

    clause: ClauseNumber
    words: Annotated[tuple[Name, ...], Field(min_length=1)]
    why: Said
    why_en: str = ""


class TargetsFile(Frozen):
    """`targets.yaml`. `codes` names the scheme of the areas' codes."""

    plan: Identity
    pace: Cutoffs
    codes: Name | None = None
    areas: Annotated[tuple[Area, ...], Field(min_length=1)]
    total: Total
    clauses: Annotated[tuple[Clause, ...], Field(min_length=1)]
    readings: tuple[Reading, ...] = ()
    units: tuple[OwnUnit, ...] = ()
    words: OwnWords = OwnWords()
    vocabulary: OwnVocabulary = OwnVocabulary()
    indicators: Annotated[tuple[Indicator, ...], Field(min_length=1)]
    components: tuple[Component, ...] = ()
    not_targets: tuple[NotATarget, ...] = ()

    @model_validator(mode="before")
    @classmethod
    def _bind_levels(cls, given: Any) -> Any:
        return bind_levels(given)


class ResponsibleUnit(Frozen):
    """A unit that answers for clauses. With `each_area` it stands for the government of the county at hand."""

    id: Id
    name: Said
    name_en: str = ""
    each_area: bool = False


class Responsibility(Frozen):
    """The units that a clause names, in the plan's order."""

    clause: ClauseNumber
    units: Annotated[tuple[Id, ...], Field(min_length=1)]


class ForTheWhole(Frozen):
    """A unit that a clause makes answer for the whole, and the clauses for which it therefore answers; our reading."""

    unit: Id
    clause: ClauseNumber
    answers: Annotated[tuple[ClauseNumber, ...], Field(min_length=1)]


class Lead(Frozen):
    """The unit that leads in one indicator, or one commitment, of those that its clause names together.

    It is our reading with a reason, unless the plan (or what supplements it) says so itself: `stated`.
    """

    indicator: Id | None = None
    commitment: Id | None = None
    unit: Id
    stated: bool = False
    because: Name
    because_en: Name

    @model_validator(mode="after")
    def _leads_in_one_thing(self) -> Self:
        if (self.indicator is None) == (self.commitment is None):
            raise PydanticCustomError(Code.PLAN_VALUE_INVALID, "indicator | commitment")
        return self


class ResponsibilitiesFile(Frozen):
    """`responsibilities.yaml`. `none_named` lists the clauses after which no unit stands."""

    units: tuple[ResponsibleUnit, ...]
    clauses: tuple[Responsibility, ...]
    for_the_whole: ForTheWhole | None = None
    leads: tuple[Lead, ...] = ()
    none_named: tuple[ClauseNumber, ...] = ()


class Milestone(Frozen):
    """The value that an indicator is to have at the end of one year, and which document says so."""

    indicator: Id
    area: Name
    year: Year
    goal: Number
    source: Name


class WorkStep(Frozen):
    """What is to be done for a commitment by the end of one year, and which document says so."""

    commitment: Id
    area: Name
    year: Year
    text: Name
    source: Name


class MilestonesFile(Frozen):
    """`milestones.yaml`, which a plan may have: goals and steps for single years (分年度工作要点)."""

    milestones: Listed[Milestone] = ()
    steps: Listed[WorkStep] = ()
