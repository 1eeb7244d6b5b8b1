from __future__ import annotations

import codecs

import pytest

from countyplan.diagnostics import Code, Diagnostic, Place
from countyplan.source.toml_file import TomlFile, parse_toml


def parsed(text: str) -> TomlFile:
    found = parse_toml(text.encode(), "f.toml")
    assert isinstance(found, TomlFile)
    return found


def refused(data: bytes) -> Diagnostic:
    found = parse_toml(data, "f.toml")
    assert isinstance(found, Diagnostic)
    return found


@pytest.mark.parametrize(
    ("text", "path", "line", "column"),
    [
        ("a = 1\nb = 2\n", ("b",), 2, 1),
        ("a = 1\r\nb = 2\r\n", ("b",), 2, 1),
        ("\ufeffa = 1\n", ("a",), 1, 1),
        ("# b = 1\n\n  b = 2 # b\n", ("b",), 3, 3),
        ('a = """\nb = 1\n"""\nb = 2\n', ("b",), 4, 1),
        ("a = [\n  1,\n  2,\n]\nb = [\n  3,\n]\nc = 1\n", ("b",), 5, 1),
        ("bb = 1\nb-b = 1\nb = 1\n", ("b",), 3, 1),
        ('"b" = 1\n', ("b",), 1, 2),
        ("[t]\na = 1\n[t.u]\nb = 1\n", ("t", "u", "b"), 4, 1),
        ("[t]\na = 1\n[t.u]\nb = 1\n", ("t", "u"), 3, 4),
        ("x = 1\nt.u.b = 1\n", ("t", "u", "b"), 2, 5),
        ("t = {a = 1, u = {b = 1}}\n", ("t", "u", "b"), 1, 18),
        ("[[t]]\nb = 1\n", ("t",), 1, 3),
        ('"\\u0062" = 1\n', ("b",), 1, 1),
        ("a = 1\nb = 2", ("b",), 2, 1),
        ("a = 1\nb = [\n  1,\n]\nc = 1\n", ("b",), 2, 1),
        ("a = 1\nb = [\n  1,\n]\nc = 1\n", ("c",), 5, 1),
    ],
)
def test_a_key_stands_where_it_is_written(text: str, path: tuple[str, ...], line: int, column: int) -> None:
    assert parsed(text).place(*path) == Place("f.toml", line, column)


def test_the_place_shows_its_line() -> None:
    place = parsed("a = 1\n  fail_on = [ # why\n 1]\n").place("fail_on")
    assert (place.excerpt, place.column, place.length) == ("  fail_on = [ # why", 3, len("fail_on"))
    # A key that is written otherwise is not found in its line.
    place = parsed('  "\\u0066ail_on" = 1\n').place("fail_on")
    assert (place.excerpt, place.column, place.length) == ('  "\\u0066ail_on" = 1', 3, 1)


@pytest.mark.parametrize(
    ("text", "line", "column", "shown"),
    [
        ("a = behind\n", 1, 5, "a = behind"),
        ("a = 1\nb\n", 2, 2, "b"),
        ("a = [\n", None, None, None),
        ("a = 1\na = 2\n", 2, 6, "a = 2"),
    ],
)
def test_what_is_no_toml_is_told_at_its_place(
    text: str, line: int | None, column: int | None, shown: str | None
) -> None:
    found = refused(text.encode())
    assert (found.code, found.place.line, found.place.column) == (Code.SETTINGS_SYNTAX, line, column)
    assert found.place.excerpt == shown
    assert "line" not in found.words["detail"]


@pytest.mark.parametrize(
    ("data", "code"),
    [
        ("a = '三亿'".encode("gb18030"), Code.SETTINGS_NOT_UTF8),
        (b"a = " + b"[" * 100_000, Code.SETTINGS_SYNTAX),
        (b"a = " + b"9" * 10_000, Code.SETTINGS_SYNTAX),
        (b"a = 1\x00", Code.SETTINGS_SYNTAX),
    ],
)
def test_hostile_bytes_end_in_a_finding(data: bytes, code: Code) -> None:
    assert refused(data).code is code


@pytest.mark.parametrize("mark", [b"", codecs.BOM_UTF8])
@pytest.mark.parametrize("end", [b"\n", b"\r\n"])
def test_what_is_no_utf8_is_told_where_it_begins_with_its_line(mark: bytes, end: bytes) -> None:
    wrong = 'area = ["桐庐县"]'.encode("gb18030")
    found = parse_toml(mark + "# 设置".encode() + end + wrong + end, "f.toml")
    assert isinstance(found, Diagnostic)
    assert (found.code, found.place) == (Code.SETTINGS_NOT_UTF8, Place("f.toml", 2, 12))
    assert found.place.excerpt == 'area = ["桐庐县"]'
