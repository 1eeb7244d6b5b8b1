"""The JSON Schema of a submission in YAML or JSON, for editors and other checkers.

It accepts whatever the reader takes as well-formed, in every spelling that the reader forgives, and refuses unknown keys,
areas, indicators and units. What only reading can tell (a year that lacks, two figures that disagree) it lets pass.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from functools import partial

from countyplan.dataclass import dataclass
from countyplan.language import Texts
from countyplan.plan import Component, Indicator, Plan, Target
from countyplan.quantity import Unit, Units
from countyplan.quantity.period import PERIOD_FORMS
from countyplan.quantity.unit import Sort
from countyplan.report.row.verdict_words import goal_of
from countyplan.report.words.names import area_name, clause_heading, plan_title
from countyplan.schema.document import DIALECT, Schema
from countyplan.schema.spelling import name_pattern, spaced, unit_pattern, widened
from countyplan.submission.record.commitment import State
from countyplan.submission.record.vocabulary import WORDS
from countyplan.submission.words.basis import Basis, basis_names
from countyplan.submission.words.fields import DOCUMENT_KEYS, FIELD_NAMES, FIGURE_KEYS, WHO_FILED, Field, own_names
from countyplan.submission.words.number import NOT_REPORTED, amount_form, place_form

_STATE, _SAID = "commitment.state", "commitment.said"
_OF_A_STATE = ("state", "date", "evidence", "by", "note", "submitted")
_REMARKS = (Field.SOURCE, Field.NOTE)
# Text first: where a number would, an editor writes a 0 to begin with.
_VALUE_TYPES = ["string", "number", "null"]
_ANY_SCALAR = ["string", "number", "boolean", "null"]
_DAY = r"^\s*([0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01]))?\s*$"


def submission_schema(plan: Plan, texts: Texts) -> Schema:
    """The schema for submissions to `plan`, described in the language of `texts`."""
    return _Writer(plan, texts.of(plan)).schema()


@dataclass(frozen=True, slots=True)
class _Writer:
    plan: Plan
    texts: Texts

    def schema(self) -> Schema:
        say = self.texts.say
        measured = self.plan.measured.values()
        names = self.plan.indicator_names
        shown = {one.id: self.texts.choose(one.name, one.name_en) for one in measured}
        return {
            "$schema": DIALECT,
            "$comment": say("schema.generated"),
            "title": say("schema.submission.title", plan=plan_title(self.plan, self.texts)),
            "description": say("schema.submission.about"),
            "type": ["object", "array"],
            "allOf": [_reference("submission")],
            "items": {"type": "object", "allOf": [_reference("submission")]},
            "$defs": {
                "submission": self._submission(),
                **{_document_sort(field): self._described(field, made) for field, made in self._document().items()},
                "commitment": self._state(),
                _STATE: self._state_word(),
                _SAID: {"type": [*_ANY_SCALAR, "array"], "items": {"type": _ANY_SCALAR}},
                "figures": _named((f"indicator.{name}", names.of(name), shown[name]) for name in shown),
                **{f"indicator.{one.id}": self._indicator(one) for one in measured},
                **dict(self._sorts()),
                **{f"field.{field}": self._described(field, {"type": _ANY_SCALAR}) for field in _REMARKS},
            },
        }

    def _described(self, field: Field, schema: Schema) -> Schema:
        return {**schema, "description": self.texts.say(f"schema.submission.{field}")}

    def _submission(self) -> Schema:
        """A document: who reports of when, with figures, commitments or both."""
        document = self._fields(_document_sort, DOCUMENT_KEYS, (Field.AREA, Field.PERIOD))
        reports = {"anyOf": [self._has(Field.FIGURES), {"required": [Field.COMMITMENTS.value]}]}
        return {**document, "allOf": [*document["allOf"], reports]}

    def _fields(self, sort: Callable[[Field], str], keys: Iterable[Field], needed: Iterable[Field]) -> Schema:
        """A mapping by the names of fields, the needed ones under any of their names."""
        named = _named((sort(field), (field.value, *self._names(field)), field.value) for field in keys)
        return {**named, "allOf": [self._has(field) for field in needed]}

    def _has(self, field: Field) -> Schema:
        """That a key names `field`: its own name, which is suggested, or any other of its names in any spelling."""
        spellings = name_pattern(self._names(field))
        return {"anyOf": [{"required": [field.value]}, {"not": {"propertyNames": {"not": {"pattern": spellings}}}}]}

    def _names(self, field: Field) -> tuple[str, ...]:
        """What a key may be called in submissions to any plan and to this one."""
        return (*FIELD_NAMES.of(field), *own_names(self.plan).get(field, ()))

    def _document(self) -> dict[Field, Schema]:
        """What a document's own keys hold, apart from remarks."""
        periods = "|".join(spaced(form) for form in PERIOD_FORMS)
        return {
            Field.AREA: self._area(),
            Field.PERIOD: {
                "type": ["string", "integer"],
                "minimum": 1900,
                "maximum": 2199,
                "pattern": f"^(?:{periods})$",
                "patternErrorMessage": self.texts.say("schema.submission.period"),
            },
            Field.FIGURES: {"type": "object", "allOf": [_reference("figures")]},
            Field.COMMITMENTS: self._commitments(),
            Field.SUBMITTED: {"type": ["string", "null"], "pattern": _DAY},
            **{field: {"type": _ANY_SCALAR} for field in WHO_FILED},
        }

    def _commitments(self) -> Schema:
        """The states of commitments, by their names."""
        known = self.plan.commitment_names
        named = {one.id: self.texts.choose(one.name, one.name_en) for one in self.plan.commitments_file.commitments}
        states = _named(("commitment", known.of(one), named[one]) for one in named)
        return {"type": ["object", "null"], **states}

    def _state(self) -> Schema:
        """The state of a commitment: a word, or a mapping with what is said of it."""
        fields = _named((_STATE if one == "state" else _SAID, WORDS.fields.of(one), one) for one in _OF_A_STATE)
        return {**self._state_word(), **fields, "type": ["string", "null", "object"]}

    def _state_word(self) -> Schema:
        words = [word for state in State for word in WORDS.names("states").of(state)]
        missing = sorted(mark for mark in NOT_REPORTED if mark)
        told = self.texts.say(
            "schema.submission.wrong_state",
            states=self.texts.join([self.texts.say(f"commitment.state.{one}") for one in State]),
        )
        pattern = f"{name_pattern([*words, *missing])}|^\\s*$"
        return {"type": ["string", "null"], "pattern": pattern, "patternErrorMessage": told}

    def _area(self) -> Schema:
        ids = self.plan.tree.order
        shown = [area_name(self.plan, one, self.texts) for one in ids]
        written = dict.fromkeys([*shown, *(name for one in ids for name in self.plan.area_names.of(one))])
        codes = [int(name) for name in written if name.isdigit()]
        return {"anyOf": [{"enum": [*written, *codes]}, {"type": "string", "pattern": name_pattern(written)}]}

    def _indicator(self, one: Component) -> Schema:
        """A figure of an indicator, with what the plan demands of it."""
        unit = self.plan.unit_of_measure(one.id)
        return {
            "title": self.texts.choose(one.name, one.name_en),
            "description": "\n".join(self._demands(one, unit)),
            "type": [*_VALUE_TYPES, "object"],
            "allOf": [_reference(_sort(unit, one.adds_up))],
        }

    def _demands(self, one: Component, unit: Unit) -> Iterator[str]:
        say = self.texts.say
        if isinstance(one, Indicator):
            yield clause_heading(self.plan, one.clause, self.texts)
        named = self.texts.choose(unit.name, unit.name_en) or unit.name
        told = [say("template.unit", unit=named) if named else say("template.unit_none")]
        told += [say("template.adds_up")] if one.adds_up else []
        yield say("clause.separator").join(told)
        bound = [target for several in self.plan.targets_of(one.id).values() for target in several]
        alike: dict[tuple[str, str], list[Target]] = {}
        for target in bound:
            alike.setdefault((target.wording, goal_of(self.plan, target, self.texts)), []).append(target)
        for (wording, goal), targets in alike.items():
            areas = self.texts.join([area_name(self.plan, target.area, self.texts) for target in targets])
            due = say("template.due", due=targets[0].indicator.due)
            demand = say("template.demand", wording=wording, goal=goal, due=due)
            yield say("schema.submission.demand", areas=areas, demand=demand)

    def _sorts(self) -> Iterator[tuple[str, Schema]]:
        """A figure of each sort that the plan asks for: a number or text, or a mapping with what is said of it.

        Each keyword binds one of the two.
        """
        sorts = {(self.plan.unit_of_measure(one.id).dimension, one.adds_up): one for one in self.plan.measured.values()}
        for one in sorts.values():
            unit = self.plan.unit_of_measure(one.id)
            sort = _sort(unit, one.adds_up)
            value = self._value(unit)
            fields = self._fields(partial(_figure_sort, sort), FIGURE_KEYS, (Field.VALUE,))
            yield sort, {**value, **fields, "type": [*_VALUE_TYPES, "object"]}
            for field, schema in (
                (Field.VALUE, value),
                (Field.UNIT, _unit(unit, self.plan.measures)),
                (Field.BASIS, _basis(one.adds_up)),
            ):
                yield _figure_sort(sort, field), self._described(field, schema)

    def _value(self, unit: Unit) -> Schema:
        missing = "|".join(sorted(re.escape(mark) for mark in NOT_REPORTED if mark))
        amount = amount_form(self.plan.measures.names_in(unit.dimension))
        amount = rf"(?:{amount}|{place_form()})" if unit.sort is Sort.RANK else amount
        units = self.texts.join([one.name for one in self.plan.measures.of(unit.dimension) if one.name])
        return {
            "type": _VALUE_TYPES,
            "pattern": rf"^\s*(?:{widened(amount)}|{widened(missing)})?\s*$",
            "patternErrorMessage": self.texts.say("schema.submission.wrong_value", units=units),
        }


def _unit(unit: Unit, units: Units) -> Schema:
    names = units.names_in(unit.dimension)
    # YAML takes some names for numbers.
    numbers = [int(name) for name in names if name.isdigit()]
    return {
        "anyOf": [
            {"enum": [*(one.name for one in units.of(unit.dimension)), *numbers, None]},
            {"type": "string", "pattern": unit_pattern(names)},
        ]
    }


def _basis(cumulative: bool) -> Schema:
    names = [name for basis in Basis if cumulative or basis is Basis.ANNUAL for name in basis_names(basis)]
    return {"anyOf": [{"enum": [*names, None]}, {"type": "string", "pattern": name_pattern([*names, ""])}]}


def _named(known: Iterable[tuple[str, Iterable[str], str]]) -> Schema:
    """A mapping whose keys may be any name of what is `known`, in any spelling; one name of each is suggested."""
    properties: dict[str, Schema] = {}
    patterns: dict[str, Schema] = {}
    for sort, names, suggested in known:
        reference = _reference(sort)
        for name in dict.fromkeys([suggested, *names]):
            properties[name] = reference if name == suggested else {"allOf": [reference], "doNotSuggest": True}
        patterns[name_pattern(names)] = reference
    return {"properties": properties, "patternProperties": patterns, "additionalProperties": False}


def _reference(name: str) -> Schema:
    """A definition. It stands alone in `allOf`: what stands beside a `$ref` is passed over by many an editor."""
    return {"$ref": f"#/$defs/{name}"}


def _sort(unit: Unit, cumulative: bool) -> str:
    """The name of the definition of a figure that is measured so."""
    return f"figure.{unit.dimension.replace(' ', '_')}{'.cumulative' if cumulative else ''}"


def _figure_sort(sort: str, field: Field) -> str:
    return f"field.{field}" if field in _REMARKS else f"{sort}.{field}"


def _document_sort(field: Field) -> str:
    return f"field.{field}"
