"""What is known to be right is turned into what pydantic makes of it, and what is wrong is refused whoever asks."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from enum import StrEnum
from typing import Annotated, Any, Literal

import pytest
from pydantic import ValidationError

from countyplan.model import Model, after, before, field, json_schema, refused


class Way(StrEnum):
    UP = "up"
    DOWN = "down"


def halved(text: object) -> object:
    return text.removesuffix("/2") if isinstance(text, str) else text


def odd(number: int) -> int:
    if number % 2 == 0:
        raise ValueError(number)
    return number


Half = Annotated[str, before(halved), field(min_length=1)]


class Part(Model):
    """A part."""

    name: Half
    weight: Decimal = Decimal(1)


class Heavy(Part):
    """A part that is described, too."""

    weight: Annotated[Decimal, field(gt=0)]
    note: str = ""

    @classmethod
    def prepared(cls, given: Any) -> Any:
        return {"note": given["name"], **given} if isinstance(given, dict) and "name" in given else given

    def check(self) -> None:
        if self.note == "never":
            raise refused("never_so", "{note} is refused", {"note": self.note})


class Whole(Model):
    """All that an annotation may name."""

    way: Way
    year: Annotated[int, field(ge=1900), after(odd)]
    is_open: bool = False
    stage: Literal["first", "second"] | None = None
    limit: Decimal | tuple[Decimal, Decimal] | None = None
    parts: Annotated[tuple[Part, ...], field(min_length=1)]
    heavy: Heavy | None = None
    one: Part = Part(name="made")
    words: Mapping[str, tuple[Half, ...]] = {}
    clause: Annotated[int | str, before(lambda text: int(text) if str(text).isdigit() else text)] = 0
    mark: Annotated[str, json_schema({"type": "string", "format": "mark"})] = ""


LEAST: dict[str, Any] = {"way": "up", "year": "2021", "parts": [{"name": "a/2"}]}
RIGHT: list[dict[str, Any]] = [
    LEAST,
    {**LEAST, "is_open": "true", "stage": "second", "limit": "1.50"},
    {**LEAST, "is_open": "false", "limit": ["1", "2.0"], "words": {"x": ["y/2", "z"]}},
    {**LEAST, "heavy": {"name": "b/2", "weight": "3"}, "clause": "18"},
    {**LEAST, "one": {"name": "c", "weight": "0"}, "clause": "2.4", "mark": "m"},
]
# Each with the fault and the place that pydantic names.
WRONG: list[tuple[dict[str, Any], str, tuple[int | str, ...]]] = [
    ({**LEAST, "way": "sideways"}, "enum", ("way",)),
    ({**LEAST, "year": "2020"}, "value_error", ("year",)),
    ({**LEAST, "year": "1801"}, "greater_than_equal", ("year",)),
    ({**LEAST, "parts": []}, "too_short", ("parts",)),
    ({**LEAST, "one": {"name": "/2"}}, "too_short", ("one", "name")),
    ({**LEAST, "parts": [{}]}, "missing", ("parts", 0, "name")),
    ({**LEAST, "parts": [{"name": "a", "unheard_of": "1"}]}, "extra_forbidden", ("parts", 0, "unheard_of")),
    ({**LEAST, "heavy": {"name": "a", "weight": "0"}}, "greater_than", ("heavy", "weight")),
    ({**LEAST, "heavy": {"name": "a", "weight": "1", "note": "never"}}, "never_so", ("heavy",)),
    ({**LEAST, "one": "c"}, "model_type", ("one",)),
]


@pytest.mark.parametrize("said", RIGHT)
def test_what_is_known_to_be_right_is_turned_into_what_pydantic_makes_of_it(said: dict[str, Any]) -> None:
    known, checked = Whole.known(said), Whole.model_validate(said)
    assert known == checked
    assert repr(known) == repr(checked), "of the same types, too"
    assert hash(known.parts) == hash(checked.parts)


@pytest.mark.parametrize(("said", "kind", "place"), WRONG)
def test_what_is_wrong_is_refused_with_its_place(said: dict[str, Any], kind: str, place: tuple[int | str, ...]) -> None:
    with pytest.raises(ValidationError) as error:
        Whole.model_validate(said)
    first = error.value.errors()[0]
    assert (first["type"], first["loc"]) == (kind, place)
    with pytest.raises(ValidationError):
        Whole(**said)


def test_what_is_turned_is_what_the_annotations_say() -> None:
    turned = Whole.known({**LEAST, "limit": ["1", "2"], "heavy": {"name": "b/2", "weight": "3"}})
    assert (turned.way, turned.year, turned.is_open) == (Way.UP, 2021, False)
    assert turned.limit == (Decimal(1), Decimal(2))
    assert turned.parts == (Part(name="a"),)
    assert turned.heavy == Heavy(name="b", weight=Decimal(3), note="b/2")


def test_a_model_made_by_name_is_checked_and_holds_others_as_they_are() -> None:
    part = Part(name="a", weight=Decimal(2))
    whole = Whole(way=Way.DOWN, year=2023, parts=(part,))
    assert whole.parts[0] is part
    with pytest.raises(ValidationError):
        Part(name="")


def test_only_models_of_one_class_are_equal() -> None:
    assert Part(name="a", weight=Decimal(1)) != Heavy(name="a", weight=Decimal(1), note="")
    assert Part(name="a") != Part(name="b")
    assert (Part(name="a") == "a") is False


def test_a_copy_differs_in_what_is_updated() -> None:
    part = Part(name="a")
    assert part.model_copy(update={"weight": Decimal(9)}) == Part(name="a", weight=Decimal(9))
    assert part == Part(name="a")


def test_what_is_dumped_can_be_read_again() -> None:
    whole = Whole.model_validate(RIGHT[3])
    assert whole.model_dump()["heavy"] == {"name": "b", "weight": Decimal(3), "note": "b/2"}
    assert Whole.model_validate(whole.model_dump()) == whole


def test_the_schema_tells_limits_descriptions_and_what_is_said_instead() -> None:
    schema = Whole.model_json_schema()
    assert schema["required"] == ["way", "year", "parts"]
    assert schema["properties"]["year"]["minimum"] == 1900
    assert schema["properties"]["mark"]["format"] == "mark"
    assert schema["properties"]["one"]["default"] == {"name": "made", "weight": "1"}
    assert sorted(schema["$defs"]) == ["Heavy", "Part", "Way"]
    assert schema["$defs"]["Heavy"]["description"] == "A part that is described, too."
    assert schema["additionalProperties"] is False
