from __future__ import annotations

import codecs

import pytest

from countyplan.diagnostics import Code, Diagnostic, Place
from countyplan.source import decode
from countyplan.source.decode import decode_as, is_unmarked_utf16

NAMES = ("桐庐县", "桐庐", "地区生产总值")


def code_of(decoded: str | Diagnostic) -> Code:
    assert isinstance(decoded, Diagnostic)
    return decoded.code


def test_the_trap_is_real() -> None:
    assert "桐庐".encode("gbk").decode("utf-8") != "桐庐"
    assert "桐庐".encode().decode("gb18030") != "桐庐"


@pytest.mark.parametrize("encoding", ["utf-8", "gbk", "gb18030"])
@pytest.mark.parametrize("text", ["桐庐", "桐庐,2024\r\n", "area: 桐庐 # 虚构"])
def test_known_names_decide_between_two_readings(text: str, encoding: str) -> None:
    assert decode(text.encode(encoding), "f", NAMES) == text


@pytest.mark.parametrize(
    ("mark", "encoding"),
    [(codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be")],
)
def test_a_byte_order_mark_decides_and_is_not_text(mark: bytes, encoding: str) -> None:
    assert decode(mark + "虚构".encode(encoding), "f", ()) == "虚构"


@pytest.mark.parametrize(
    "data",
    [codecs.BOM_UTF8 + b"\xff", codecs.BOM_UTF16_LE + b"a", codecs.BOM_UTF16_BE + b"\xd8\x00", b"\xff\x80\xfe\n"],
)
def test_what_is_in_no_encoding_is_an_error(data: bytes) -> None:
    assert code_of(decode(data, "f", NAMES)) is Code.UNDECODABLE


def test_plain_ascii_and_nothing_need_no_names() -> None:
    assert decode(b"area: tonglu\n", "f", ()) == "area: tonglu\n"
    assert decode(b"", "f", ()) == ""


def test_one_valid_reading_needs_no_names() -> None:
    assert decode("县".encode(), "f", ()) == "县"
    assert decode("虚构县城".encode("gb18030"), "f", ()) == "虚构县城"


def test_undecidable_names_both_readings() -> None:
    found = decode("area: 虚构".encode(), "f.csv", NAMES)
    assert code_of(found) is Code.ENCODING_AMBIGUOUS
    assert isinstance(found, Diagnostic)
    assert (found.place.file, found.place.line) == ("f.csv", None)
    assert found.words == {"utf8": "虚构", "gb18030": "铏氭瀯"}


def test_names_in_both_readings_do_not_decide() -> None:
    assert code_of(decode("area: 虚构".encode(), "f", ("area",))) is Code.ENCODING_AMBIGUOUS


def test_the_readings_are_shown_in_part() -> None:
    found = decode(("a" * 100 + "虚构" * 50).encode(), "f", NAMES)
    assert isinstance(found, Diagnostic)
    assert found.words["utf8"] == "虚构" * 12


def test_two_encodings_in_one_file_are_told_where_the_better_one_ends_and_as_both_read_it() -> None:
    data = "县（市）,指标\n桐庐县,甲\n".encode() + "桐庐县,城镇化率\n".encode("gb18030")
    found = decode(data, "f.csv", NAMES)
    assert isinstance(found, Diagnostic)
    assert (found.code, found.place.line, found.place.column) == (Code.UNDECODABLE, 3, 3)
    assert found.words["gb18030"] == "桐庐县,城镇化率"
    assert (found.words["utf8_line"], found.words["utf8_column"]) == ("3", "3")
    assert found.words["gb18030_line"] in {"1", "2"}


@pytest.mark.parametrize(
    ("data", "line", "column", "shown", "utf8"),
    [
        # GB18030 ends at the byte 0xFF in line 3, UTF-8 at 县 in line 2: it reads the bytes of 桐庐 as two other letters.
        (
            "\n桐庐县,甲\n县,".encode("gb18030") + b"\xff,1\r\n" + "乙\n".encode("gb18030"),
            3,
            3,
            "县,\ufffd,1",
            ("2", "3"),
        ),
        (b"\n\xff,1", 2, 1, "\ufffd,1", ("2", "1")),
        (b"\xff,1\n2", 1, 1, "\ufffd,1", ("1", "1")),
    ],
)
def test_where_no_encoding_reads_all_the_line_is_shown_as_the_better_one_reads_it(
    data: bytes, line: int, column: int, shown: str, utf8: tuple[str, str]
) -> None:
    found = decode(data, "f.csv", NAMES)
    assert isinstance(found, Diagnostic)
    assert (found.code, found.place) == (Code.UNDECODABLE, Place("f.csv", line, column))
    assert (found.place.excerpt, found.words["gb18030"]) == (shown, shown)
    assert (found.words["utf8_line"], found.words["utf8_column"]) == utf8


def test_a_mark_over_another_encoding_is_told_with_what_the_other_reads() -> None:
    found = decode(codecs.BOM_UTF8 + "桐庐县,2024\n".encode("gb18030"), "f.csv", NAMES)
    assert isinstance(found, Diagnostic)
    assert (found.code, found.place.line, found.place.column) == (Code.UNDECODABLE, 1, 3)
    assert found.words["gb18030"] == "桐庐县,2024"
    assert (found.words["gb18030_line"], found.words["gb18030_column"]) == ("-", "-")


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_two_bytes_a_character_are_known_without_a_mark(encoding: str) -> None:
    text = "县（市）,报告期\r\n桐庐县,2024\r\n"
    assert decode(text.encode(encoding), "f.csv", NAMES) == text
    assert is_unmarked_utf16(text.encode(encoding))
    # 40 characters with a comma hold as many signs as a table does, 41 do not; two characters are enough.
    assert is_unmarked_utf16(("县" * 39 + ",").encode(encoding))
    assert not is_unmarked_utf16(("县" * 40 + ",").encode(encoding))
    assert is_unmarked_utf16("1,".encode(encoding))
    for other in (text.encode(), text.encode("gb18030"), b"a\0", b"ab\0\0" * 9, text.encode(encoding)[:-1]):
        assert not is_unmarked_utf16(other)


def test_a_mark_of_four_bytes_a_character_is_none_of_two() -> None:
    assert decode(codecs.BOM_UTF32_LE + "桐庐".encode("utf-32-le"), "f", NAMES) == "桐庐"


def test_a_named_encoding_is_told_where_it_fails() -> None:
    assert decode_as("甲".encode("gbk"), "f", "gbk") == "甲"
    found = decode_as("a,b\nc,甲\n".encode(), "f.csv", "ascii")
    assert isinstance(found, Diagnostic)
    assert (found.code, found.place.line, found.place.column) == (Code.ENCODING_NOT_NAMED, 2, 3)
    assert found.place.excerpt == "c,\ufffd\ufffd\ufffd"
    assert found.words == {"encoding": "ascii"}
    for odd in ("idna", "undefined"):
        assert code_of(decode_as(b"\xff" * 80, "f", odd)) is Code.ENCODING_NOT_NAMED
