"""What is typed as in Chinese prose is told for what it is, where it stands, and only where it is to blame."""

from __future__ import annotations

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from countyplan.diagnostics import Code
from countyplan.source import parse_yaml
from countyplan.source.yaml_slips import slips_in

Told = list[tuple[str, int | None, int | None]]


def told(text: str) -> Told:
    """Code or kind of slip, line and column of everything that is wrong with a text that cannot be read."""
    documents, found = parse_yaml(text, "f.yaml")
    assert documents == []
    return sorted(
        (one.words["slip"].removeprefix("slip.") if one.code is Code.YAML_SLIP else one.code.value,
         one.place.line, one.place.column)
        for one in found
    )  # fmt: skip


BROKEN = {
    "a key at the top": ("area：桐庐县\nperiod: 2024\n", [("wide_colon", 1, 5)]),
    "a key in the middle": ("area: 桐庐县\nperiod：2024\nfigures:\n  a: 1\n", [("wide_colon", 2, 7)]),
    "a key with nothing behind it": ("area: 桐庐县\nfigures：\n  a: 1\n", [("wide_colon", 2, 8)]),
    "all but the last key": (
        "area：桐庐县\nperiod：2024\nfigures：\n  a：1\n  b: 2\n",
        [("wide_colon", 1, 5), ("wide_colon", 2, 7), ("wide_colon", 3, 8), ("wide_colon", 4, 4)],
    ),
    "a figure among others": ("figures:\n  GDP：470.2\n  b: 1\n", [("wide_colon", 2, 6)]),
    "the last figure": ("figures:\n  b: 1\n  GDP：470.2\n", [("wide_colon", 3, 6)]),
    "a space after it": ("figures:\n  GDP： 470.2\n  b: 1\n", [("wide_colon", 2, 6)]),
    "no space after a colon": ("area:桐庐县\nperiod: 2024\n", [("tight_colon", 1, 5)]),
    "a full-width space after a colon": ("a:\u3000桐庐县\nb: 2024\n", [("tight_colon", 1, 2)]),
    "a tab that indents": ("figures:\n\tGDP: 470.2\n\tb: 1\n", [("tab", 2, 1), ("tab", 3, 1)]),
    "a tab beside spaces": ("figures:\n  GDP: 470.2\n\tb: 1\n", [("tab", 3, 1)]),
    "a comma between keys in braces": ("a: {value: 1，unit: 亿元}\n", [("wide_comma", 1, 13)]),
    "braces after it": (
        "a：{value：1，unit：亿元}\nb: 2\n", [("wide_colon", 1, 2)],
    ),
    "several kinds": (
        "area：桐庐县\nperiod:2024\nfigures:\n\tGDP: 1\n", [("tab", 4, 1), ("tight_colon", 2, 7), ("wide_colon", 1, 5)],
    ),
    "an item of a list": ("- a：1\n  b: 2\n", [("wide_colon", 1, 4)]),
    "windows line ends": ("area: 桐庐县\r\nperiod：2024\r\nb: 1\r\n", [("wide_colon", 2, 7)]),
    "something else besides": ("area：桐庐县\nb: 1\nc: [1\n", [("CP008", 4, 1), ("wide_colon", 1, 5)]),
    "something else only": ("note: |\n  说明：甲\nc: [1\n", [("CP008", 4, 1)]),
    "beside texts that read like one": (
        "a: |\n  说明：甲\n\n  说明：乙\nfigures:\n  c:\n    note: >-\n      说明：丙\n  GDP：1\nb: 2\n",
        [("wide_colon", 9, 6)],
    ),
    "one after the other": (
        "".join(f"{key}：1\n{key * 2}: 2\n" for key in "abcdefgh"), [("wide_colon", line, 2) for line in range(1, 16, 2)],
    ),
    "braces one below the other": (
        "a: {v: 1，u: x}\nb: {v: 1，u: x}\nc: 1\n", [("wide_comma", 1, 9), ("wide_comma", 2, 9)],
    ),
    "braces above and below that are right": (
        "a: {n: 初步，说明：乙}\nb: {v: 1，u: x}\nc: {n: 初步，说明：乙}\n", [("wide_comma", 2, 9)],
    ),
    "braces and a key": ("a: {v: 1，u: x}\nb：2\nc: 3\n", [("wide_colon", 2, 2), ("wide_comma", 1, 9)]),
    "several in one line": (
        "a: {v: 1，u：2，w: 3}\n", [("wide_colon", 1, 11), ("wide_comma", 1, 9), ("wide_comma", 1, 13)],
    ),
    "a tab before what is wrong anyhow": ("a:\n\tb：}\n", [("tab", 2, 1)]),
    "a tab below a wide space in a text": ("a:\n  甲\n \u3000乙\nb:\n\tc: }\n", [("tab", 5, 1)]),
    "more errors than are told": (
        "".join(f"{key}: {{v: 1，u: x}}\n" for key in "abcdefg"),
        [("CP008", 6, 11), *(("wide_comma", line, 9) for line in range(1, 6))],
    ),
    "a remark that reads like one": ("# 说明：甲\nc: [1\n", [("CP008", 3, 1)]),
    "a text over two lines": ("note: 甲\n  说明：乙\nc: [1\n", [("CP008", 4, 1)]),
}  # fmt: skip


@pytest.mark.parametrize("case", BROKEN)
def test_a_slip_is_told_where_it_stands(case: str) -> None:
    text, expected = BROKEN[case]
    assert told(text) == expected


@pytest.mark.parametrize(
    ("text", "column", "length", "line"),
    [
        ("area：桐庐县\nb: 1\n", 5, 1, "area：桐庐县"),
        ("a:\n \t\tGDP: 1\n", 2, 2, " \t\tGDP: 1"),
        ("a: {b: 1，c: 2}\n", 9, 1, "a: {b: 1，c: 2}"),
    ],
)
def test_a_slip_is_shown_in_its_line_as_far_as_it_reaches(text: str, column: int, length: int, line: str) -> None:
    (found,) = parse_yaml(text, "f.yaml")[1]
    assert (found.place.column, found.place.length, found.place.excerpt) == (column, length, line)


def test_a_text_longer_than_is_looked_into_is_told_its_first_error_alone() -> None:
    def codes(length: int) -> list[Code]:
        text = "a：1\nb: 1\n"
        return [one.code for one in parse_yaml(text + "#" * (length - len(text)), "f.yaml")[1]]

    assert codes(100_000) == [Code.YAML_SLIP]
    assert codes(100_001) == [Code.YAML_SYNTAX]


@pytest.mark.parametrize("case", BROKEN)
def test_without_libyaml_a_slip_is_told_alike(case: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delattr(yaml, "CLoader", raising=False)
    text, expected = BROKEN[case]
    assert [one[0] for one in told(text)] == [one[0] for one in expected]


@pytest.mark.parametrize(
    "text",
    ["note: 说明：甲，乙\n", "note: |\n  说明：甲\n", "a: {note: 初步，待核}\n", "source: http://example.org\n",
     "'a：b': 1\n", "time: 12:30\n", "note:\n  说明：甲\n"],
)  # fmt: skip
def test_what_can_be_read_is_left_alone(text: str) -> None:
    documents, found = parse_yaml(text, "f.yaml")
    assert (len(documents), found) == (1, [])


def test_a_finding_says_what_to_write_in_both_languages() -> None:
    for text in ("a：1\nb: 2", "a:甲\nb: 2", "a: {b: 1，c: 2}", "a:\n\tb: 1\n"):
        (one,) = parse_yaml(text, "f.yaml")[1]
        assert "应" in one.message("zh")
        assert "write" in one.message("en") or "use" in one.message("en")


def test_a_text_made_of_slips_is_told_as_far_as_a_reader_gets() -> None:
    for text in (
        "a:b\n" * 20_000 + "c: [1\n",
        "a: {" + "b：1，" * 20_000 + "}\nc: [1\n",
        "d：1\n" * 100_000 + "c: [1\n",
    ):
        found = parse_yaml(text, "f.yaml")[1]
        assert 1 <= len(found) <= 1001


@given(st.text(alphabet="ab：:，{}[]|>-#'\"\t\u3000 \n"))
def test_nothing_that_is_typed_ends_in_an_exception_and_every_place_is_in_the_file(text: str) -> None:
    lines = text.split("\n")
    for one in slips_in(lines, "f"):
        assert 0 <= one.column < len(lines[one.line])
    documents, found = parse_yaml(text, "f")
    assert not (documents and found)
    assert all(one.place.line is None or 1 <= one.place.line <= len(lines) + 1 for one in found)
