"""What a workbook says of cells beside their text: notes on them, lines through them, formats that show nothing."""

from __future__ import annotations

import pytest

from countyplan.limits import Limits
from countyplan.office.shown.number import hides
from tests.office.made import MAIN, PACKAGE, RELATIONS, ods, refused, sheets, xlsx

_OFFICE = "http://schemas.microsoft.com/office/2017/10/relationships"
_THREADS = "http://schemas.microsoft.com/office/spreadsheetml/2018/threadedcomments"
NUMBER = '<row r="1"><c r="A1" s="{}"><v>{}</v></c></row>'


def noted(*parts: tuple[str, str, str]) -> dict[str, str]:
    """The parts of a sheet with notes, each by its relation's type, its name and its content."""
    named = "".join(
        f'<Relationship Id="n{at}" Type="{kind}" Target="../{name}"/>' for at, (kind, name, _) in enumerate(parts)
    )
    return {
        "xl/worksheets/_rels/sheet1.xml.rels": f'<Relationships xmlns="{PACKAGE}">{named}</Relationships>',
        **{f"xl/{name}": content for _, name, content in parts},
    }


def notes(*told: tuple[str, str]) -> tuple[str, str, str]:
    said = "".join(
        f'<comment ref="{at}"><text><r><t>{text[:2]}</t></r><r><t>{text[2:]}</t></r><rPh><t>jihua</t></rPh></text></comment>'
        for at, text in told
    )
    content = (
        f'<comments xmlns="{MAIN}"><authors><author>乙</author></authors><commentList>{said}</commentList></comments>'
    )
    return f"{RELATIONS}/comments", "comments1.xml", content


def test_notes_are_read_where_the_sheet_names_them() -> None:
    told = notes(("D2", "计划数&#10;待核"), ("$F$9", "空格上的"), ("没有", "不在任何单元格"), ("A0", "无此行"))
    [sheet] = sheets(xlsx(parts=noted(told)))
    assert sheet.comments == [(1, 3, "计划数\n待核"), (8, 5, "空格上的")]
    assert sheets(xlsx(parts={"xl/comments1.xml": told[2]}))[0].comments == []


def test_a_thread_stands_for_the_note_that_only_says_that_there_is_one() -> None:
    thread = "".join(
        f'<threadedComment ref="D2" id="{at}"><text>{text}</text></threadedComment>' for at, text in enumerate("甲乙")
    )
    content = f'<ThreadedComments xmlns="{_THREADS}">{thread}</ThreadedComments>'
    parts = noted(
        notes(("D2", "[Threaded comment] 甲"), ("D3", "旧式批注")),
        (f"{_OFFICE}/threadedComment", "threads1.xml", content),
    )
    [sheet] = sheets(xlsx(parts=parts))
    assert sheet.comments == [(1, 3, "甲"), (1, 3, "乙"), (2, 3, "旧式批注")]


def test_notes_count_as_text_and_broken_ones_are_told() -> None:
    assert refused(xlsx(parts=noted(notes(("D2", "x" * 1_100_000)))), Limits(text=1)) == "text"
    assert refused(xlsx(parts=noted((f"{RELATIONS}/comments", "comments1.xml", "<comments")))) == "markup"


@pytest.mark.parametrize(
    ("strike", "struck"),
    [("<strike/>", [(0, 0)]), ('<strike val="1"/>', [(0, 0)]), ('<strike val="0"/>', []), ("", [])],
)
def test_what_a_font_or_a_part_of_a_text_strikes_through_is_told(strike: str, struck: list[tuple[int, int]]) -> None:
    # The font of a conditional format strikes nothing that no condition was looked at for.
    styles = (
        f'<styleSheet xmlns="{MAIN}"><fonts><font/><font>{strike}</font></fonts><cellXfs><xf/><xf fontId="1"/></cellXfs>'
        "<dxfs><dxf><font><strike/></font></dxf></dxfs></styleSheet>"
    )
    runs = f"<r><rPr>{strike}</rPr><t>470</t></r><r><t>484.4</t></r>"
    shared = f'<sst xmlns="{MAIN}"><si><t>甲</t></si><si>{runs}</si></sst>'
    for data in (
        xlsx(NUMBER.format(1, "470"), parts={"xl/styles.xml": styles}),
        xlsx(
            '<row r="1"><c r="A1" t="s"><v>1</v></c><c r="B1" t="s"><v>0</v></c></row>',
            parts={"xl/sharedStrings.xml": shared},
        ),
        xlsx(f'<row r="1"><c r="A1" t="inlineStr"><is>{runs}</is></c><c r="B1"><v>1</v></c></row>'),
    ):
        assert sheets(data)[0].struck == struck


@pytest.mark.parametrize(
    ("code", "hidden"),
    [
        (";;;", {1, 0, -1}),
        ('"见说明"', {1, 0, -1}),
        ("0.0;-0.0;", {0}),
        ('0.0;-0.0;"-"', {0}),
        ('_ * #,##0.00_ ;_ * -#,##0.00_ ;_ * "-"??_ ;_ @_ ', {0}),
        ("0;", {-1}),
        ("General;;;", {0, -1}),
        ("0.0", set()),
        ("@", set()),
        ('[>100]0.0"亿元";;', set()),
    ],
)
def test_formats_that_show_nothing_of_a_number_hide_it(code: str, hidden: set[int]) -> None:
    assert {sign for sign in (1, 0, -1) if hides(code, sign)} == hidden


def test_numbers_that_a_format_hides_are_told_by_their_cells() -> None:
    styles = {
        "xl/styles.xml": f'<styleSheet xmlns="{MAIN}"><numFmts><numFmt numFmtId="164" formatCode="0;-0;"/></numFmts>'
        '<cellXfs><xf/><xf numFmtId="164"/></cellXfs></styleSheet>'
    }
    for value, hidden in (("0", [(0, 0)]), ("3", []), ("-3", [])):
        assert sheets(xlsx(NUMBER.format(1, value), parts=styles))[0].hidden_cells == hidden


_STRUCK = (
    '<style:style style:name="c"><style:text-properties style:text-line-through-style="solid"/></style:style>'
    '<style:style style:name="t"><style:text-properties style:text-line-through-type="single"/></style:style>'
    '<style:style style:name="n"><style:text-properties style:text-line-through-style="none"/></style:style>'
    '<style:style style:name="h" style:parent-style-name="c"/>'
)


def test_an_ods_tells_the_same() -> None:
    annotation = (
        '<office:annotation><dc:creator xmlns:dc="dc">乙</dc:creator><text:p>计划</text:p><text:p><text:span>数</text:span>'
        "</text:p></office:annotation>"
    )
    figure = (
        '<table:table-cell office:value-type="float" office:value="4" table:style-name="{}">{}<text:p>4</text:p>'
        "</table:table-cell>"
    )
    rows = (
        f"<table:table-row>{figure.format('c', annotation)}{figure.format('n', '')}{figure.format('h', '')}</table:table-row>"
        f"<table:table-row><table:table-cell>{annotation}</table:table-cell><table:table-cell>"
        '<text:p><text:span text:style-name="t">470</text:span>484</text:p></table:table-cell></table:table-row>'
    )
    [sheet] = sheets(ods(f'<table:table table:name="S">{rows}</table:table>', automatic=_STRUCK))
    assert [cell.text for cell in sheet.cells] == ["4", "4", "4", "470484"]
    assert sheet.comments == [(0, 0, "计划\n数"), (1, 0, "计划\n数")]
    assert sheet.struck == [(0, 0), (0, 2), (1, 1)]


@pytest.mark.parametrize(
    ("shown", "hidden"), [("<text:p/>", True), ("<text:p>-</text:p>", True), ("<text:p>0</text:p>", False), ("", False)]
)
def test_an_ods_holds_what_it_shows_beside_the_number(shown: str, hidden: bool) -> None:
    cell = f'<table:table-cell office:value-type="float" office:value="0">{shown}</table:table-cell>'
    [sheet] = sheets(ods(f'<table:table table:name="S"><table:table-row>{cell}</table:table-row></table:table>'))
    assert sheet.hidden_cells == ([(0, 0)] if hidden else [])
