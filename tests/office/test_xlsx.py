from __future__ import annotations

import io
import zipfile

import pytest

from countyplan.limits import Limits
from countyplan.office.package import Fault
from countyplan.office.sheet import Odd
from tests.office.made import HEADER, MAIN, RELATIONS, ROWS, packed, refused, sheets, styles, texts, xlsx

READ = [(0, 0, "县（市）"), (0, 1, "报告期"), (0, 2, "指标"), (0, 3, "数值"),
        (1, 0, "桐庐县"), (1, 1, "2024"), (1, 2, "地区生产总值"), (1, 3, "484.4")]  # fmt: skip


def cell(content: str, *, style: str = "", kind: str = "") -> str:
    about = (f' s="{style}"' if style else "") + (f' t="{kind}"' if kind else "")
    return f'<row r="1"><c r="A1"{about}>{content}</c></row>'


def only(data: bytes) -> tuple[str, Odd | None, bool]:
    [sheet] = sheets(data)
    [found] = sheet.cells
    return found.text, found.odd, found.is_text


def test_what_is_empty_however_far_it_reaches_leaves_nothing() -> None:
    far = '<row r="1048576"><c r="XFD1048576" s="1"/></row>'
    formatted = "".join(f'<row r="{row}"><c r="A{row}" s="1"/></row>' for row in range(3, 20_003))
    for rows in (ROWS + far, ROWS + formatted, ROWS + '<row r="9"><c r="A9" t="str"><f>B9</f><v></v></c></row>'):
        assert texts(xlsx(rows)) == [READ]


def test_merged_ranges_and_hidden_columns_reach_no_further_than_what_is_there() -> None:
    data = xlsx(
        before='<cols><col min="1" max="999999999" hidden="1"/></cols>' * 3,
        after='<mergeCells><mergeCell ref="A1:XFD1048576"/><mergeCell ref="F1:F1048576"/><mergeCell ref="B1"/></mergeCells>',
    )
    [sheet] = sheets(data)
    assert (sheet.merged, sheet.hidden_columns, sheet.hidden_rows) == ([(0, 1, 0, 3)], [(0, 3)], [])


def test_ranges_that_cover_each_other_time_and_again_are_too_many() -> None:
    # 8 cells at a time: 25,000 of them are the 200,000 cells that a file may have, and one more is beyond.
    def merged(times: int) -> bytes:
        return xlsx(after="<mergeCells>" + '<mergeCell ref="A1:D2"/>' * times + "</mergeCells>")

    assert len(sheets(merged(25_000))) == 1
    assert refused(merged(25_001)) == "cells"


def test_measures_hold_for_the_workbook_and_not_for_each_sheet() -> None:
    assert texts(xlsx(sheets=50)) == [READ] * 50
    assert refused(xlsx(sheets=50), Limits(cells=399)) == "cells"
    assert refused(xlsx(sheets=50), Limits(sheets=49)) == "sheets"
    text = f'<row r="1"><c r="A1" t="inlineStr"><is><t>{"x" * 500_000}</t></is></c></row>'
    assert len(sheets(xlsx(text, sheets=2), Limits(text=1))) == 2
    assert refused(xlsx(text, sheets=3), Limits(text=1)) == "text"


def test_a_text_that_is_used_time_and_again_counts_each_time() -> None:
    shared = {
        "xl/sharedStrings.xml": f'<sst xmlns="{MAIN}" uniqueCount="4000000000"><si><t>{"x" * 100_000}</t></si></sst>'
    }
    rows = '<row r="1">' + '<c t="s"><v>0</v></c>' * 11 + "</row>"
    assert refused(xlsx(rows, parts=shared), Limits(text=1)) == "text"
    assert len(texts(xlsx(rows, parts=shared))[0]) == 11


@pytest.mark.parametrize("index", ["-1", "1", "99999999999", "", "x", "0.5"])
def test_a_text_that_there_is_not_breaks_a_workbook(index: str) -> None:
    shared = {"xl/sharedStrings.xml": f'<sst xmlns="{MAIN}"><si><t>x</t></si></sst>'}
    data = xlsx(cell(f"<v>{index}</v>", kind="s"), parts=shared)
    assert refused(data) == "cell" if index else texts(data) == [[]]


def test_parts_may_have_any_name_and_any_way_of_writing_it() -> None:
    sheet = (
        f'<x:worksheet xmlns:x="{MAIN}"><x:sheetData><x:row><x:c><x:v>7</x:v></x:c></x:row></x:sheetData></x:worksheet>'
    )
    names = {
        "book": ("XL\\Book.XML", "xl/book.xml"),
        "rels": ("xl\\_rels\\book.xml.rels", "xl/_rels/book.xml.rels"),
        "sheet": ("content.xml", "/content.xml"),
    }
    relation = '<Relationships xmlns="x/relationships"><Relationship Id="a" Type="{}" Target="{}"/></Relationships>'
    data = packed(
        {
            "_rels\\.rels": relation.format(f"{RELATIONS}/officeDocument", names["book"][1]),
            names["book"][0]: f'<workbook xmlns="http://purl.oclc.org/ooxml/spreadsheetml/main" xmlns:r="{RELATIONS}">'
            '<sheets><sheet name="甲" r:id="a"/></sheets></workbook>',
            names["rels"][0]: relation.format(f"{RELATIONS}/worksheet", names["sheet"][1]),
            names["sheet"][0]: sheet,
        }
    )
    assert texts(data) == [[(0, 0, "7")]]


@pytest.mark.parametrize(
    ("rows", "why"),
    [
        ('<row r="9999999999"><c><v>1</v></c></row>', "cell"),
        ('<row r="-1"><c><v>1</v></c></row>', "cell"),
        ('<row r="0"><c><v>1</v></c></row>', "cell"),
        ('<row r="1"><c r="A0"><v>1</v></c></row>', "cell"),
        ('<row r="1"><c r="1A"><v>1</v></c></row>', "cell"),
        ('<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>', "cells"),
        ('<row r="999999999"><c r="ZZZZZZZ999999999"><v>1</v></c></row>', "cells"),
        ("<row>" + "<c><v>1</v></c>" * 200_001 + "</row>", "cells"),
        ("<a>" * 100_000 + "</a>" * 100_000, "read as xlsx"),
        ("<a>" * 100_000, "markup"),
        ('<row r="1" r="2"/>', "markup"),
        ("&x;", "markup"),
        ("\x01", "markup"),
    ],
)
def test_what_no_spreadsheet_writes(rows: str, why: str) -> None:
    assert refused(xlsx(rows)) == why


def test_a_declaration_of_entities_is_refused_in_every_part() -> None:
    declared = '<!DOCTYPE x [<!ENTITY a "b">]><x/>'
    for name in ("xl/workbook.xml", "xl/styles.xml", "xl/sharedStrings.xml", "[Content_Types].xml", "_rels/.rels"):
        assert refused(xlsx(parts={name: declared})) == "markup"


def test_a_comment_of_megabytes_is_passed_by_in_a_second() -> None:
    assert texts(xlsx(before=f"<!--{'x' * 20_000_000}-->")) == [READ]


def test_parts_that_are_not_needed_are_not_looked_at() -> None:
    parts = {f"xl/{name}": b"<broken" for name in ("drawings/drawing1.xml", "comments1.xml", "theme/theme1.xml")}
    assert texts(xlsx(parts=parts)) == [READ]
    names = '<definedNames><definedName name="a">S1!$A$1:$XFD$1048576</definedName></definedNames>'
    assert texts(xlsx(book=names)) == [READ]


def test_a_part_that_is_encrypted_is_told_by_its_password() -> None:
    data = bytearray(xlsx())
    for sign, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = 0
        while (at := data.find(sign, at)) >= 0:
            data[at + offset] |= 1
            at += 4
    assert refused(bytes(data)) == "password"


def test_other_ways_of_packing_are_read_or_told() -> None:
    parts = {
        name: zipfile.ZipFile(io.BytesIO(xlsx())).read(name) for name in zipfile.ZipFile(io.BytesIO(xlsx())).namelist()
    }
    for method in (zipfile.ZIP_STORED, zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA):
        assert texts(packed(parts, method)) == [READ]
    assert refused(packed({"a.txt": "x"})) == "read as zip"
    assert refused(b"PK\x03\x04" + b"x" * 100) == "packing"
    assert refused(b"PK\x05\x06" + bytes(18)) == "read as zip"


@pytest.mark.parametrize(
    ("number_format", "value", "shown"),
    [
        ('yyyy"年"', "45292", ("2024年", Odd.DATE)),
        ("yyyy", "45657", ("2024", Odd.DATE)),
        (r"yyyy\年", "45292", ("2024年", Odd.DATE)),
        ('[$-804]yyyy"年"', "45292", ("2024年", Odd.DATE)),
        ('yy"年"', "45292", ("2024年", Odd.DATE)),
        ('yyyy"年"m"月"', "45444", ("2024-06", Odd.DATE)),
        ("yyyy-mm-dd", "45444", ("2024-06-01", Odd.DATE)),
        ("yyyy/m/d h:mm", "45444.5", ("2024-06-01 12:00:00", Odd.DATE)),
        ("h:mm:ss", "0.5", ("12:00:00", Odd.DATE)),
        ("[h]:mm", "1.25", ("1 day, 6:00:00", Odd.DATE)),
        ("yyyy", "99999999", ("99999999", Odd.DATE)),
        ('0"年"', "2024", ("2024年", None)),
        ("General", "2024", ("2024", None)),
        ("0.00E+00", "2024", ("2024", None)),
        ("[Red]0.0", "2024", ("2024", None)),
        ("0.0,", "484400", ("484400 [0.0,]", Odd.SCALED)),
        ("0.0%", "0.721", ("72.1%", None)),
        ('"增长"0.0;"下降"0.0', "-3.5", ("下降-3.5", None)),
    ],
)
def test_a_number_is_shown_as_its_format_shows_it(
    number_format: str, value: str, shown: tuple[str, Odd | None]
) -> None:
    parts = styles(number_format.replace('"', "&quot;"))
    assert only(xlsx(cell(f"<v>{value}</v>", style="1"), parts=parts))[:2] == shown


@pytest.mark.parametrize(
    ("since", "serial", "shown"),
    [("", "1", "1900-01-01"), ("", "59", "1900-02-28"), ("", "61", "1900-03-01"), ("", "45292", "2024-01-01"),
     ("1", "43830", "2024-01-01"), ("true", "0", "1904-01-01"), ("0", "45292", "2024-01-01")],
)  # fmt: skip
def test_days_are_counted_since_the_year_that_the_workbook_names(since: str, serial: str, shown: str) -> None:
    book = f'<workbookPr date1904="{since}"/>' if since else ""
    data = xlsx(cell(f"<v>{serial}</v>", style="1"), parts=styles("yyyy-mm-dd"), book=book)
    assert only(data) == (shown, Odd.DATE, False)


@pytest.mark.parametrize(
    ("number", "shown"), [(9, "72.1%"), (10, "72.1%"), (2, "0.721"), (14, "1900-01-01"), (46, "0:00:00")]
)
def test_formats_that_every_office_knows_by_number(number: int, shown: str) -> None:
    value = "0.721" if number < 14 else "1" if number == 14 else "0"
    parts = {"xl/styles.xml": f'<styleSheet xmlns="{MAIN}"><cellXfs><xf numFmtId="{number}"/></cellXfs></styleSheet>'}
    assert only(xlsx(cell(f"<v>{value}</v>", style="0"), parts=parts))[0] == shown


@pytest.mark.parametrize(
    ("content", "kind", "found"),
    [
        ("<f>A2</f>", "", ("=A2", Odd.NO_VALUE, False)),
        ("<f>A2</f><v>7</v>", "", ("7", None, False)),
        ("<f>A2</f><v></v>", "n", ("=A2", Odd.NO_VALUE, False)),
        ("<f>A2</f><v>七</v>", "str", ("七", None, True)),
        ("<f>A2</f><v>#N/A</v>", "str", ("#N/A", Odd.ERROR, False)),
        ("<v>#N/A</v>", "str", ("#N/A", None, True)),
        ("<f>1/0</f><v>#DIV/0!</v>", "e", ("#DIV/0!", Odd.ERROR, False)),
        ("<v>1</v>", "b", ("True", Odd.LOGICAL, False)),
        ("<v>0</v>", "b", ("False", Odd.LOGICAL, False)),
        ("<v>2024-06-01T00:00:00</v>", "d", ("2024-06-01", Odd.DATE, False)),
        ("<is><r><t>地区</t></r><r><t>生产</t></r><rPh><t>dìqū</t></rPh></is>", "inlineStr", ("地区生产", None, True)),
        ("<is><t>_x0041_x000D_</t></is>", "inlineStr", ("Ax000D_", None, True)),
        ("<is><t>_xD83D_</t></is>", "inlineStr", ("\ufffd", None, True)),
        ("<v>0.1000000000000000055</v>", "", ("0.1", None, False)),
        ("<v>4.84399999999999977E2</v>", "", ("484.4", None, False)),
        ("<v> 484.4 </v>", "n", ("484.4", None, False)),
        ("<v>48O</v>", "n", ("48O", None, True)),
        (f"<v>{'9' * 500}</v>", "n", ("9" * 500, None, True)),
        ("<v>1e999999999</v>", "n", ("1e999999999", None, True)),
        ("<v>1e308</v>", "n", ("1E+308", None, False)),
    ],
)
def test_what_a_cell_holds(content: str, kind: str, found: tuple[str, Odd | None, bool]) -> None:
    assert only(xlsx(cell(content, kind=kind))) == found


def test_rows_and_cells_stand_where_they_say_else_behind_the_ones_before() -> None:
    rows = (
        '<row r="2"><c><v>1</v></c><c r="AB2"><v>2</v></c><c><v>3</v></c></row>'
        '<row><c><v>4</v></c><c r="$C$3"><v>5</v></c></row>'
        '<row r="5"><c r="ba7"><v>6</v></c></row>'
    )
    # AB is the 28th column, BA the 53rd.
    assert texts(xlsx(rows)) == [
        [(1, 0, "1"), (1, 27, "2"), (1, 28, "3"), (2, 0, "4"), (2, 2, "5"), (6, 52, "6")]
    ]  # fmt: skip


def test_hidden_rows_and_columns_are_told_by_their_numbers() -> None:
    rows = "".join(
        f'<row r="{row}" {about}><c r="A{row}"><v>1</v></c><c r="D{row}"><v>1</v></c></row>'
        for row, about in ((1, ""), (2, 'hidden="1"'), (3, 'hidden="0"'), (4, 'hidden="true"'))
    )
    columns = '<cols><col min="2" max="3" hidden="1"/><col min="4" max="4" hidden="0"/></cols>'
    [sheet] = sheets(xlsx(rows, before=columns))
    assert (sheet.hidden_rows, sheet.hidden_columns) == ([(1, 1), (3, 3)], [(1, 2)])


def test_what_is_blank_between_elements_and_how_a_word_is_pronounced_is_no_text() -> None:
    spoken = '<is>\n<t>县</t>\n<rPh sb="0"><t>xiàn</t></rPh>\n<r><t>城</t></r>\n</is>\n'
    cells = f'<c r="A1" t="inlineStr">{spoken}</c><c r="B1" t="inlineStr">{spoken}</c><c r="C1" t="str"><v>七</v>\n</c>'
    assert texts(xlsx(f'<row r="1">{cells}</row>')) == [[(0, 0, "县城"), (0, 1, "县城"), (0, 2, "七")]]
    shared = {
        "xl/sharedStrings.xml": f'<sst xmlns="{MAIN}"><si>\n<t>县</t>\n<rPh><t>xiàn</t></rPh>\n<r><t>城</t></r></si>'
        "<si><t>乙</t></si></sst>"
    }
    rows = '<row r="1"><c t="s"><v>0</v></c><c t="s"><v>1</v></c></row>'
    assert texts(xlsx(rows, parts=shared)) == [[(0, 0, "县城"), (0, 1, "乙")]]


def test_a_merged_range_may_be_named_from_any_of_its_corners() -> None:
    for corners in ("B1:C2", "C2:B1", "$C$1:$B$2"):
        [sheet] = sheets(xlsx(after=f'<mergeCells><mergeCell ref="{corners}"/></mergeCells>'))
        assert sheet.merged == [(0, 1, 1, 2)]


def test_styles_without_end_and_styles_that_there_are_not() -> None:
    many = {"xl/styles.xml": f'<styleSheet xmlns="{MAIN}"><cellXfs>{"<xf/>" * 300_000}</cellXfs></styleSheet>'}
    assert texts(xlsx(parts=many)) == [READ]
    assert only(xlsx(cell("<v>7</v>", style="99999999999"))) == ("7", None, False)


def test_sheets_that_are_hidden_charts_and_links_to_elsewhere() -> None:
    relations = (
        '<Relationships xmlns="x/relationships">'
        f'<Relationship Id="r1" Type="{RELATIONS}/worksheet" Target="worksheets/sheet1.xml"/>'
        f'<Relationship Id="r2" Type="{RELATIONS}/chartsheet" Target="chartsheets/sheet1.xml"/>'
        f'<Relationship Id="r3" Type="{RELATIONS}/worksheet" TargetMode="External" Target="file:///etc/passwd"/>'
        "</Relationships>"
    )

    def book(*sheets: str) -> dict[str, str | bytes]:
        named = "".join(f'<sheet name="{name}" state="hidden" r:id="{name}"/>' for name in sheets)
        return {
            "xl/workbook.xml": f'<workbook xmlns="{MAIN}" xmlns:r="{RELATIONS}"><sheets>{named}</sheets></workbook>',
            "xl/_rels/workbook.xml.rels": relations,
        }

    [sheet] = sheets(xlsx(parts=book("r1", "r2")))
    assert (sheet.name, sheet.hidden) == ("r1", True)
    assert refused(xlsx(parts=book("r1", "r3"))) == "part_lacking"


def test_a_row_of_headers_alone_has_its_places() -> None:
    assert texts(xlsx(f'<row r="1">{HEADER}</row>')) == [READ[:4]]


def test_two_parts_of_one_name_leave_open_which_of_them_counts() -> None:
    more = f'<worksheet xmlns="{MAIN}"><sheetData>{ROWS.replace("484.4", "999.9")}</sheetData></worksheet>'
    for again in ("xl/worksheets/SHEET1.xml", r"xl\worksheets\sheet1.xml"):
        assert refused(xlsx(parts={again: more})) == Fault.PACKING
