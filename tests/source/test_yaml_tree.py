from __future__ import annotations

import time

import pytest
import yaml

from countyplan.diagnostics import Code, Place
from countyplan.limits import Limits
from countyplan.source import Mapping, Node, Scalar, Sequence, parse_yaml
from countyplan.source.yaml_tree import MAX_DEPTH, place_of, plain, repeated_keys


def tree(text: str) -> Node:
    documents, found = parse_yaml(text, "f.yaml")
    assert found == []
    assert len(documents) == 1
    return documents[0]


def refused(text: str) -> tuple[Code, int | None, int | None]:
    documents, found = parse_yaml(text, "f.yaml")
    assert documents == []
    assert len(found) == 1
    return found[0].code, found[0].place.line, found[0].place.column


@pytest.mark.parametrize(
    "typed", ["2.10", "12:30", "no", "yes", "off", "2024-06-01", "0x10", "0o17", "010", "1e3", "1_000", ".nan", ".inf"]
)
def test_a_scalar_is_the_text_that_was_typed(typed: str) -> None:
    assert plain(tree(f"a: {typed}\n")) == {"a": typed}
    assert plain(tree(f"[{typed}]")) == [typed]
    assert plain(tree(f"{typed}: 1")) == {typed: "1"}


@pytest.mark.parametrize("typed", ["~", "null", "Null", "NULL"])
def test_a_plain_null_is_nothing(typed: str) -> None:
    assert plain(tree(f"a: {typed}\n")) == {"a": None}


def test_an_empty_value_is_nothing() -> None:
    assert plain(tree("a:\nb: 1\n")) in ({"a": None, "b": "1"}, {"a": "", "b": "1"})


@pytest.mark.parametrize("typed", ['"null"', "'~'", '"NULL"'])
def test_a_quoted_null_is_text(typed: str) -> None:
    assert plain(tree(f"a: {typed}\n")) == {"a": typed[1:-1]}


def test_positions_count_characters_from_one() -> None:
    node = tree("桐庐县: {数值: 5, 单位: 亿元}\n列:\n  - 一\n  - [二, 三]\n")
    assert isinstance(node, Mapping)
    key, value = node.entries["桐庐县"]
    assert (key.place, value.place) == (Place("f.yaml", 1, 1), Place("f.yaml", 1, 6))
    assert place_of(node, ("桐庐县", "单位")) == Place("f.yaml", 1, 18)
    assert place_of(node, ("桐庐县", "单位"), key=True) == Place("f.yaml", 1, 14)
    assert place_of(node, ("列", 0)) == Place("f.yaml", 3, 5)
    assert place_of(node, ("列", 1, 1)) == Place("f.yaml", 4, 9)


def test_a_place_shows_its_line_and_how_far_it_reaches() -> None:
    node = tree("甲:\n  地区生产总值: 484.4\n  注: '一\n    二'\n  空:\n")
    shown = [
        (place.length, place.excerpt)
        for place in (
            place_of(node, ("甲", "地区生产总值"), key=True),
            place_of(node, ("甲", "地区生产总值")),
            place_of(node, ("甲", "注")),
            place_of(node, ("甲", "空")),
        )
    ]
    # What goes on in another line, and what is empty, is shown by its first character.
    line = "  地区生产总值: 484.4"
    assert shown == [(6, line), (5, line), (1, "  注: '一"), (1, "  空:")]


def test_more_lines_than_there_may_be_values_are_told_and_not_read() -> None:
    assert parse_yaml("\n" * 3, "f", Limits(cells=3)) == ([], [])
    [found] = parse_yaml("\n" * 4, "f", Limits(cells=3))[1]
    assert (found.code, found.place.line, found.words) == (Code.TOO_MANY_CELLS, None, {"limit": "3"})


@pytest.mark.parametrize("path", [("b",), ("列", 7), ("列", "x"), (0,), ("列", 0, "deeper")])
def test_a_path_that_is_not_there_ends_at_its_innermost_part(path: tuple[str | int, ...]) -> None:
    node = tree("列:\n  - 一\n")
    expected = {("b",): (1, 1), (0,): (1, 1), ("列", 0, "deeper"): (2, 5)}.get(path, (2, 3))
    assert place_of(node, path) == Place("f.yaml", *expected)


def test_a_byte_order_mark_moves_nothing() -> None:
    assert place_of(tree("\ufeffa: 1"), ("a",), key=True) == Place("f.yaml", 1, 1)


def test_windows_line_ends_count_once() -> None:
    assert place_of(tree("a: 1\r\nb: 2\r\n"), ("b",)) == Place("f.yaml", 2, 4)


def test_get() -> None:
    node = tree("a: 1")
    assert isinstance(node, Mapping)
    first = node.get("a")
    assert isinstance(first, Scalar)
    assert (first.place, first.text) == (Place("f.yaml", 1, 4), "1")
    assert node.get("b") is None


def test_documents_come_in_order() -> None:
    documents, found = parse_yaml("a\n---\n- b\n---\nc: d\n", "f")
    assert [plain(one) for one in documents] == ["a", ["b"], {"c": "d"}]
    assert [type(one) for one in documents] == [Scalar, Sequence, Mapping]
    assert found == []


@pytest.mark.parametrize("text", ["", "\n\n", "# 只有注释\n", "\ufeff"])
def test_nothing_is_no_document_and_no_fault(text: str) -> None:
    assert parse_yaml(text, "f") == ([], [])


def test_repeated_keys_keep_the_first_and_tell_the_rest() -> None:
    node = tree("a: 1\nb: [{c: 1, c: {d: 1, d: 2}}]\na: 2\na: 3\n")
    assert plain(node) == {"a": "1", "b": [{"c": "1"}]}
    told = [(one.code, one.place.line, one.place.column, one.words["key"]) for one in repeated_keys(node)]
    assert sorted(told) == [
        (Code.KEY_TWICE, 2, 12, "c"),
        (Code.KEY_TWICE, 2, 22, "d"),
        (Code.KEY_TWICE, 3, 1, "a"),
        (Code.KEY_TWICE, 4, 1, "a"),
    ]
    assert {one.words["line"] for one in repeated_keys(node) if one.words["key"] == "a"} == {"1"}


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("a: &x 1", (1, 4)),
        ("a: 1\nb: *x", (2, 4)),
        ("a: !!str 1", (1, 4)),
        ("a: !env [x]", (1, 4)),
        ("a: !!python/object:os.system {}", (1, 4)),
        ("? [a]\n: b", (1, 3)),
        ("? {a: b}\n: c", (1, 3)),
        ("<<: *base", (1, 5)),
        ("[" * (MAX_DEPTH + 1) + "]" * (MAX_DEPTH + 1), (1, MAX_DEPTH + 1)),
    ],
)
def test_what_no_submission_needs_is_refused_where_it_stands(text: str, place: tuple[int, int]) -> None:
    assert refused(text) == (Code.YAML_FEATURE, *place)


def test_nesting_up_to_the_limit_is_read() -> None:
    assert plain(tree("[" * MAX_DEPTH + "]" * MAX_DEPTH)) is not None


@pytest.mark.parametrize("opening", ["[", "{a: ", "- ", "? "])
def test_a_hundred_thousand_levels_are_an_error_and_no_exception(opening: str) -> None:
    assert refused(opening * 100_000)[0] in {Code.YAML_FEATURE, Code.YAML_SYNTAX}


def test_an_anchor_bomb_costs_nothing() -> None:
    bomb = "a: &a [x, x]\n" + "".join(f"{one}: &{one} [{'*a, ' * 9}*a]\n" for one in "bcdefghij")
    began = time.perf_counter()
    assert refused(bomb) == (Code.YAML_FEATURE, 1, 4)
    assert time.perf_counter() - began < 1


@pytest.mark.parametrize(
    ("text", "line"),
    [("a: %5", 1), ("a: [1\n", 2), ("a: b: c", 1), ("a: 'open", 1), ("}", 1), ("a: 1\n- b", 2)],
)
def test_syntax_is_an_error_with_its_line(text: str, line: int) -> None:
    code, found, column = refused(text)
    assert (code, found) == (Code.YAML_SYNTAX, line)
    assert column is not None
    assert len(parse_yaml(text, "f")[1][0].words["detail"]) > len("error")


@pytest.mark.parametrize(
    ("text", "place"), [("a: \x01", (1, 4)), ("a: 1\nb: \x1b[31m", (2, 4)), ("x\x00", (1, 2)), ("a: \x7f", (1, 4))]
)
def test_a_control_character_is_an_error_with_its_place_and_its_number(text: str, place: tuple[int, int]) -> None:
    assert refused(text) == (Code.YAML_SYNTAX, *place)
    character = next(char for char in text if not char.isprintable() and char != "\n")
    assert parse_yaml(text, "f")[1][0].words["detail"].endswith(f"U+{ord(character):04X}")


def test_a_control_character_after_chinese_text_keeps_its_place() -> None:
    assert refused("县: 值值值\n乙: \x01\n") == (Code.YAML_SYNTAX, 2, 4)


@pytest.mark.parametrize(
    "text", ["a: 2.10\nb: ~\n", "a: &x 1", "a: *x", "a: !!str 1", "桐庐: \x01", "a: 1\n\tb: 2", "", "a: \x9f"]
)
def test_without_libyaml_everything_is_told_alike(text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    def outcome() -> tuple[list[object], list[tuple[Code, int | None, int | None]]]:
        documents, found = parse_yaml(text, "f")
        return [plain(one) for one in documents], [(one.code, one.place.line, one.place.column) for one in found]

    with_libyaml = outcome()
    monkeypatch.delattr(yaml, "CLoader", raising=False)
    assert outcome() == with_libyaml
