"""What a file's bytes are, whatever its name says, and whether this program wrote them."""

from __future__ import annotations

import codecs
import json

import pytest

from countyplan.diagnostics import Code, Diagnostic
from countyplan.language.texts import Language, Texts
from countyplan.limits import Limits
from countyplan.office.content import OfficeKind
from countyplan.office.package import Fault
from countyplan.office.reading import Broken, Opened
from countyplan.submission.grid import Grid
from countyplan.submission.open.content import Content, content_of
from countyplan.submission.open.csv_reader import delimiter_of, read_csv
from countyplan.submission.open.own_report import is_own_document, is_own_json, is_own_table
from tests.submission.reading import PLAN


@pytest.mark.parametrize(
    ("data", "content"),
    [
        (b"%PDF-1.7", Content.PDF),
        (codecs.BOM_UTF8 + b" \n<HTML>", Content.HTML),
        (b"<!DOCTYPE html>", Content.HTML),
        (b"<table>", Content.HTML),
        (b'<meta charset="gbk">', Content.HTML),
        (b'<?xml version="1.0"?><html>', Content.HTML),
        (b"<!-- a --><html>", Content.HTML),
        (b"<!-- a -->", Content.TEXT),
        (b'<?xml version="1.0"?><a/>', Content.XML),
        (b"a,<html>", Content.TEXT),
        (codecs.BOM_UTF16_LE + "a,b\n".encode("utf-16-le") * 9, Content.TEXT),
        (codecs.BOM_UTF16_BE + "a,b\n".encode("utf-16-be") * 9, Content.TEXT),
        ("a,b\n".encode("utf-16-le") * 9, Content.TEXT),
        (b"PK\x03\x04", Content.OFFICE),
        # Of text an eighth may be padding.
        (b"\0bcdefg\0hijklmno", Content.TEXT),
        (b"\0bcdefg\0hijklmn", Content.BINARY),
        (b"", Content.TEXT),
    ],
)
def test_what_bytes_are(data: bytes, content: Content) -> None:
    assert content_of(data) is content


@pytest.mark.parametrize(
    "keys",
    [
        ("plan", "as_of", "summary", "assessments"),
        ("plan", "as_of", "by", "sheets"),
        ("files", "figures", "summary", "diagnostics"),
    ],
)
def test_a_report_in_json_is_known_by_its_keys(keys: tuple[str, ...]) -> None:
    assert is_own_json(json.dumps(dict.fromkeys((*keys, "more"))).encode())
    for lacking in keys:
        assert not is_own_json(json.dumps(dict.fromkeys(key for key in keys if key != lacking)).encode())
    assert not is_own_json(json.dumps([dict.fromkeys(keys)]).encode())


def test_what_is_no_json_is_no_report() -> None:
    assert not any(map(is_own_json, (b"", b"{", b'{"a": ' * 100_000, b'{"plan": "\xff"}')))


def test_a_document_is_known_by_who_saved_it_last() -> None:
    assert is_own_document(Opened(OfficeKind.DOCX, saved_by="countyplan 1.0"))
    assert not is_own_document(Opened(OfficeKind.DOCX, saved_by="countyplanner"))
    assert not is_own_document(Broken(Fault.STREAM))


def grid(text: str) -> Grid:
    found = read_csv(text, "a.csv", PLAN)
    assert isinstance(found, Grid)
    return found


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize(
    "keys",
    [
        ("column.indicator", "column.status", "column.pace", "column.step"),
        ("column.file", "column.count", "column.lagging"),
        ("column.severity", "column.code", "column.message", "column.hint"),
    ],
)
def test_a_table_of_ours_is_known_by_its_header_in_every_language(language: Language, keys: tuple[str, ...]) -> None:
    names = [Texts(language).say(key).title() for key in keys]
    assert is_own_table([grid("a,b\n1,2\n"), grid(f" {' , '.join(names)} ,more\n1,2\n")])
    assert not is_own_table([grid(f"{','.join(names[:-1])}\n1,2\n"), Grid("", [])])


@pytest.mark.parametrize(
    ("text", "most", "line", "shown"),
    [("a,b\nc,d\n", 3, 2, "c,d"), ("a,b,c\n", 1, 1, "a,b,c"), ('a\n"b\nc"\nd\n', 2, 4, "d")],
)
def test_more_cells_than_there_may_be_are_told_where_they_are_met(text: str, most: int, line: int, shown: str) -> None:
    found = read_csv(text, "a.csv", PLAN, Limits(cells=most))
    assert isinstance(found, Diagnostic)
    assert (found.code, found.place.line, found.place.column) == (Code.TOO_MANY_CELLS, line, 1)
    assert found.place.excerpt == shown
    assert isinstance(read_csv(text, "a.csv", PLAN, Limits(cells=most + 3)), Grid)


def test_blank_lines_are_one_row_without_cells_and_stay_within_a_cell() -> None:
    rows = grid('a\n\n,,\n \nb\n"c\n\nd"\n').rows
    assert [[cell.text for cell in row] for row in rows] == [["a"], [], ["b"], ["c\n\nd"]]


@pytest.mark.parametrize("mark", [",", ";", "\t"])
def test_the_delimiter_is_the_one_between_names_that_are_known(mark: str) -> None:
    assert delimiter_of(f"\n\n甲{mark}乙\n指标{mark}2024年\nGDP{mark}1", PLAN) == mark
    assert delimiter_of(f"指标{mark}数值", PLAN) == mark
    assert delimiter_of("甲;乙\n", PLAN) == ","
