"""What a model finds wrong with a file, at the place and by the path of the file, without what follows from it."""

from __future__ import annotations

from typing import Annotated

import pytest
from pydantic import BaseModel, ConfigDict, Field

from countyplan.source import parse_yaml
from countyplan.source.fault import Fault, read_as


class Part(BaseModel):
    model_config = ConfigDict(extra="forbid")

    a: int
    pair: tuple[int, int] = (0, 0)


class Whole(BaseModel):
    model_config = ConfigDict(extra="forbid")

    parts: Annotated[tuple[Part, ...], Field(min_length=1)]
    some: Annotated[tuple[int, ...], Field(min_length=1)] = (1,)
    choice: int | list[int] | dict[str, int] = 1


def faults(text: str) -> tuple[Fault, ...]:
    [tree], found = parse_yaml(text, "f.yaml")
    assert found == []
    read = read_as(Whole, tree)
    assert isinstance(read, tuple)
    return read


def test_what_is_right_is_read() -> None:
    [tree], _ = parse_yaml("parts: [{a: 1, pair: [2, 3]}]", "f.yaml")
    assert read_as(Whole, tree) == Whole(parts=(Part(a=1, pair=(2, 3)),))


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("parts: []\nsome: []\n", [("too_short", "parts", 1, 8), ("too_short", "some", 2, 7)]),
        # A list with nothing right in it is not too short besides.
        ("parts: []\nsome: [x]\n", [("too_short", "parts", 1, 8), ("int_parsing", "some[0]", 2, 8)]),
        ("parts: [{a: 1}, {a: x}]\n", [("int_parsing", "parts[1].a", 1, 21)]),
        ("parts:\n- b: 1\n", [("missing", "parts[0].a", 2, 3), ("extra_forbidden", "parts[0].b", 2, 3)]),
        ("parts: [{a: 1, pair: [2]}]\n", [("missing", "parts[0].pair[1]", 1, 22)]),
        ("parts: 1\n", [("tuple_type", "parts", 1, 8)]),
        # The branch of a union that was tried is no part of the path.
        (
            "parts: [{a: 1}]\nchoice: [x]\n",
            [("int_type", "choice", 2, 9), ("int_parsing", "choice[0]", 2, 10), ("dict_type", "choice", 2, 9)],
        ),
        (
            "parts: [{a: 1}]\nchoice: {k: x}\n",
            [("int_type", "choice", 2, 9), ("list_type", "choice", 2, 9), ("int_parsing", "choice.k", 2, 13)],
        ),
    ],
)
def test_a_fault_stands_where_the_file_is_wrong(text: str, told: list[tuple[str, str, int, int]]) -> None:
    assert [(one.kind, one.path, one.place.line, one.place.column) for one in faults(text)] == told


def test_the_words_of_a_fault() -> None:
    [found] = faults("parts: []\n")
    assert (found.context["min_length"], found.context["actual_length"]) == ("1", "0")
    assert "at least 1 item" in found.detail
    assert faults("{}\n")[0].context == {}
