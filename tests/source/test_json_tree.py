from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from countyplan.diagnostics import Code
from countyplan.limits import Limits
from countyplan.source import Mapping, Node, Scalar, Sequence, parse_json
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
