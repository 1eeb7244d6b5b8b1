from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from countyplan.diagnostics import Code, Place
from countyplan.limits import Limits
from countyplan.source import Mapping, Node, Scalar, Sequence
from countyplan.source.json_tree import parse_json
from tests.submission.reading import read, told, values

FIGURES = '{"area": "桐庐县", "period": 2024, "figures": {"GDP": %s}}'
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(st.characters(codec="utf-8"), max_size=6),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=4), inner, max_size=3),
    max_leaves=8,
)


def plain(node: Node) -> object:
    match node:
        case Scalar():
            return node.text
        case Sequence():
            return [plain(one) for one in node.items]
        case Mapping():
            return {name: plain(one) for name, (_, one) in node.entries.items()}


def as_typed(value: object) -> object:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int):
        return str(value)
    if isinstance(value, list):
        return [as_typed(one) for one in value]
    if isinstance(value, dict):
        return {name: as_typed(one) for name, one in value.items()}
    return value


@given(VALUES, st.sampled_from([None, 1]), st.booleans())
def test_what_json_holds_is_read_as_it_was_typed(value: object, indent: int | None, ascii_only: bool) -> None:
    text = json.dumps(value, indent=indent, ensure_ascii=ascii_only)
    [document], found = parse_json(text, "a.json")
    assert found == []
    seen = plain(document)
    invisible = dict.fromkeys((0xAD, 0x200B, 0x200C, 0x200D, 0x200E, 0x2060, 0xFEFF))
    assert seen == as_typed(json.loads(json.dumps(value, ensure_ascii=False).translate(invisible))) or "\\u" in text


def test_every_value_stands_where_it_is_written_and_shows_its_line() -> None:
    text = '{"a":{},"b":[],\r\n "c": [null, -1.5, 7],\n "d": "", "e": {"x": 1, "x": 22}}'
    [document], found = parse_json(text, "a.json")
    assert found == []
    assert plain(document) == {"a": {}, "b": [], "c": [None, "-1.5", "7"], "d": "", "e": {"x": "1"}}
    seen = [(place.line, place.column, place.length, place.excerpt) for place in places(document)]
    first, second, third = '{"a":{},"b":[],', ' "c": [null, -1.5, 7],', ' "d": "", "e": {"x": 1, "x": 22}}'
    assert seen == [
        (1, 1, 1, first), (1, 2, 3, first), (1, 6, 1, first), (1, 9, 3, first), (1, 13, 1, first),
        (2, 2, 3, second), (2, 7, 1, second), (2, 8, 4, second), (2, 14, 4, second), (2, 20, 1, second),
        (3, 2, 3, third), (3, 7, 2, third), (3, 11, 3, third), (3, 16, 1, third),
        (3, 17, 3, third), (3, 22, 1, third), (3, 25, 3, third), (3, 30, 2, third),
    ]  # fmt: skip


def places(node: Node) -> Iterator[Place]:
    yield node.place
    if isinstance(node, Sequence):
        for item in node.items:
            yield from places(item)
    elif isinstance(node, Mapping):
        for key, value in (*node.entries.values(), *node.repeated):
            yield key.place
            yield from places(value)


@pytest.mark.parametrize("opening", ['{"a":', "["])
def test_nesting_up_to_the_limit_is_read_in_mappings_and_lists(opening: str) -> None:
    closing = {"[": "]"}.get(opening, "}")
    assert parse_json(opening * 16 + "1" + closing * 16, "a.json")[1] == []
    [found] = parse_json(opening * 17 + "1" + closing * 17, "a.json")[1]
    assert (found.words, found.place.column) == ({"expected": "json.depth"}, 16 * len(opening) + 1)


def test_a_file_of_nothing_but_a_line_end_shows_an_empty_line() -> None:
    [found] = parse_json("\n", "a.json")[1]
    assert (found.place.line, found.place.column, found.place.excerpt) == (1, 1, "")


@pytest.mark.parametrize("value", ["484.40", '"484.40"', '{"value": 484.40, "note": "\\ud83d\\ude00"}', "484.40 \n"])
def test_a_submission_in_json(value: str, tmp_path: Path) -> None:
    submissions = read(tmp_path, "a.json", FIGURES % value)
    assert values(submissions) == {"gdp": "484.40"}
    assert submissions.diagnostics == ()


def test_half_of_a_pair_of_surrogates_is_no_character(tmp_path: Path) -> None:
    submissions = read(tmp_path, "a.json", FIGURES % '{"value": 1, "note": "\\ud83d"}')
    assert [one.note for one in submissions.figures] == ["\ufffd"]


@pytest.mark.parametrize(
    ("text", "line", "column", "expected"),
    [
        ('{"area": "桐庐县",}', 1, 16, "json.key"),
        ("{'area': 1}", 1, 2, "json.key"),
        ('{"area"： "桐庐县"}', 1, 8, "json.colon"),
        ('{"area": "桐庐县"，"period": 2024}', 1, 15, "json.comma_or_brace"),
        ('[1 2]', 1, 4, "json.comma_or_bracket"),
        ('{"a":\n  True}', 2, 3, "json.value"),
        ('{"a": 01}', 1, 7, "json.value"),
        ('{"a": 470,2}', 1, 11, "json.key"),
        ('{"a": NaN}', 1, 7, "json.value"),
        ('{"a": "x}', 1, 7, "json.string"),
        ('{"a": "\\x"}', 1, 7, "json.string"),
        ('{"a": "x\ny"}', 1, 7, "json.string"),
        ('{"a": 1} {"b": 2}', 1, 10, "json.end"),
        ("[" * 17, 1, 17, "json.depth"),
        ('{"a": 1', 1, 7, "json.comma_or_brace"),
        ("桐", 1, 1, "json.value"),
        ("[", 1, 1, "json.value"),
    ],
)  # fmt: skip
def test_what_is_no_json_is_told_as_json(text: str, line: int, column: int, expected: str) -> None:
    documents, [found] = parse_json(text, "a.json")
    assert (documents, found.code, found.words) == ([], Code.JSON_SYNTAX, {"expected": expected})
    assert (found.place.line, found.place.column) == (line, column)
    assert "JSON" in found.message("zh")
    assert "YAML" not in found.message("zh") + found.hint("zh")


def test_an_empty_file_and_a_key_that_stands_twice(tmp_path: Path) -> None:
    assert told(read(tmp_path, "a.json", " \n")) == [(Code.EMPTY, None, None)]
    twice = read(tmp_path, "a.json", FIGURES % '1, "GDP": 2')
    assert [one.code for one in twice.diagnostics] == []
    assert len(twice.figures) == 2


def test_more_values_than_there_may_be_are_told_where_they_are_met() -> None:
    assert parse_json("[1, 2]", "a.json", Limits(cells=3))[1] == []
    [found] = parse_json("[1,\n2]", "a.json", Limits(cells=2))[1]
    assert (found.code, found.place.line, found.place.column) == (Code.TOO_MANY_CELLS, 2, 1)
