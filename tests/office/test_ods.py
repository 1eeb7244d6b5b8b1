from __future__ import annotations

import pytest

from countyplan.limits import Limits
from countyplan.office.sheet import Odd
from tests.office.made import ods, packed, refused, sheets, texts

PERCENT = (
    '<number:percentage-style style:name="N1"><number:number/><number:text>%</number:text></number:percentage-style>'
)


def table(rows: str, *, before: str = "", name: str = "S") -> str:
    return f'<table:table table:name="{name}">{before}{rows}</table:table>'


def row(cells: str, about: str = "") -> str:
    return f"<table:table-row {about}>{cells}</table:table-row>"


def text(content: str, about: str = "") -> str:
    return f'<table:table-cell office:value-type="string" {about}><text:p>{content}</text:p></table:table-cell>'


def number(value: str, about: str = "") -> str:
    return f'<table:table-cell office:value-type="float" office:value="{value}" {about}/>'


def only(cell: str, automatic: str = "") -> tuple[str, Odd | None, bool]:
    [sheet] = sheets(ods(table(row(cell)), automatic=automatic))
    [found] = sheet.cells
    return found.text, found.odd, found.is_text


def test_what_is_empty_however_often_it_stands_leaves_nothing() -> None:
    empty = row('<table:table-cell table:style-name="c" table:number-columns-repeated="16384"/>')
    rows = (
        row(text("甲") + number("1"))
        + empty * 1000
        + row("<table:table-cell/>", 'table:number-rows-repeated="1048000"')
    )
    assert texts(ods(table(rows))) == [[(0, 0, "甲"), (0, 1, "1")]]


def test_what_stands_more_often_than_there_may_be_cells_is_refused_before_room_is_made() -> None:
    repeated = 'table:number-columns-repeated="{}"'
    assert len(texts(ods(table(row(number("1", repeated.format(1000))))))[0]) == 1000
    for rows in (
        row(number("1", repeated.format(200_001))),
        row(number("1", repeated.format(999_999_999))),
        row(number("1"), 'table:number-rows-repeated="999999999"'),
        row(number("1", repeated.format(1000)), 'table:number-rows-repeated="201"'),
        row("<table:table-cell/>", 'table:number-rows-repeated="999999999"') + row(number("1")),
    ):
        assert refused(ods(table(rows))) == "cells"


def test_measures_hold_for_the_workbook_and_not_for_each_sheet() -> None:
    rows = row(number("1", 'table:number-columns-repeated="100"'))
    assert refused(ods(table(rows) * 3), Limits(cells=299)) == "cells"
    assert len(texts(ods(table(rows) * 3), Limits(cells=300))) == 3
    assert refused(ods(table(rows) * 3), Limits(sheets=2)) == "sheets"
    assert refused(ods(table(row(text("x" * 600_000)) * 2)), Limits(text=1)) == "text"


def test_merged_cells_reach_no_further_than_what_is_there() -> None:
    wide = 'table:number-columns-spanned="16384" table:number-rows-spanned="1048576"'
    [sheet] = sheets(ods(table(row(text("甲", wide) + number("1")) + row(number("2")))))
    assert sheet.merged == [(0, 1, 0, 1)]
    many = row(text("甲", 'table:number-columns-spanned="99" table:number-rows-spanned="99"') * 400) * 99
    assert refused(ods(table(many))) == "cells"


@pytest.mark.parametrize(
    ("cell", "found"),
    [
        (number("484.40000000000003"), ("484.4", None, False)),
        (number("x"), ("", None, False)),
        ('<table:table-cell office:value-type="percentage" office:value="0.721"/>', ("72.1%", None, False)),
        ('<table:table-cell office:value-type="boolean" office:boolean-value="true"/>', ("True", Odd.LOGICAL, False)),
        ('<table:table-cell office:value-type="date" office:date-value="2024-06-01"/>', ("2024-06-01", Odd.DATE, False)),
        ('<table:table-cell office:value-type="date" office:date-value="soon"/>', ("soon", Odd.DATE, False)),
        ('<table:table-cell office:value-type="time" office:time-value="PT1H"/>', ("PT1H", Odd.DATE, False)),
        ('<table:table-cell table:formula="of:=A2"/>', ("=A2", Odd.NO_VALUE, False)),
        ('<table:table-cell office:value-type="string" office:string-value="甲"/>', ("甲", None, True)),
        (text("484.4"), ("484.4", None, True)),
        (text('桐<text:s/>庐<text:s text:c="2"/>县<text:tab/>甲<text:line-break/>乙'), ("桐 庐  县 甲\n乙", None, True)),
        (text('桐<text:span>庐</text:span><text:s text:c="999999999"/>'), ("桐庐" + " " * 1000, None, True)),
        (text("桐庐</text:p><text:p>县"), ("桐庐\n县", None, True)),
        (text("484.4<office:annotation><text:p>预计数</text:p></office:annotation>"), ("484.4", None, True)),
        (text("484.4<draw:frame><draw:text-box><text:p>图</text:p></draw:text-box></draw:frame>"), ("484.4", None, True)),
    ],
)  # fmt: skip
def test_what_a_cell_holds(cell: str, found: tuple[str, Odd | None, bool]) -> None:
    if found[0]:
        assert only(cell) == found
    else:
        assert texts(ods(table(row(cell)))) == [[]]


@pytest.mark.parametrize(
    ("style", "shown"),
    [
        ('<number:year number:style="long"/><number:text>年</number:text>', "2024年"),
        ("<number:year/>", "2024"),
        ("<number:year/><number:text>年</number:text><number:month/><number:text>月</number:text>", "2024-06"),
        ("<number:year/><number:text>-</number:text><number:month/><number:day/>", "2024-06-01"),
    ],
)
def test_a_date_is_shown_as_its_style_shows_it(style: str, shown: str) -> None:
    automatic = (
        f'<number:date-style style:name="N1">{style}</number:date-style>'
        '<style:style style:name="c" style:data-style-name="N1"/>'
    )
    cell = '<table:table-cell table:style-name="c" office:value-type="date" office:date-value="2024-06-01"/>'
    assert only(cell, automatic) == (shown, Odd.DATE, False)


@pytest.mark.parametrize(
    ("style", "found"),
    [
        ('<number:number number:display-factor="1000"/>', ("484400", Odd.SCALED, False)),
        ('<number:number number:display-factor="1"/>', ("484400", None, False)),
        (
            "<number:text>约</number:text><number:number/><number:text> 万元</number:text>",
            ("约484400万元", None, False),
        ),
        # Words for large numbers alone; what only another sign is shown by changes nothing.
        (
            '<number:number/><style:map style:condition="value()&gt;=10000" style:apply-style-name="W"/>',
            ("484400", Odd.SCALED, False),
        ),
        (
            '<number:number/><style:map style:condition="value()&gt;=0" style:apply-style-name="W"/>',
            ("484400", None, False),
        ),
        (
            '<number:number/><style:map style:condition="value()&gt;1000" style:apply-style-name="P"/>',
            ("484400", None, False),
        ),
        ("<number:text>(</number:text><number:number/><number:text>)</number:text>", ("484400", None, False)),
    ],
)
@pytest.mark.parametrize("kind", ["number", "currency"])
def test_a_number_is_shown_as_its_style_shows_it(style: str, found: tuple[str, Odd | None, bool], kind: str) -> None:
    automatic = (
        '<number:number-style style:name="N0"><number:number number:display-factor="1000"/></number:number-style>'
        '<number:number-style style:name="P"><number:number/></number:number-style>'
        '<number:number-style style:name="W"><number:number/><number:text>万</number:text></number:number-style>'
        f'<number:{kind}-style style:name="N1">{style}</number:{kind}-style>'
        '<style:style style:name="c" style:data-style-name="N1"/>'
    )
    assert only(number("484400", 'table:style-name="c"'), automatic) == found


def test_a_year_is_shown_with_the_words_around_it() -> None:
    automatic = (
        '<number:date-style style:name="N1"><number:text>截至</number:text><number:year/><number:text>年</number:text>'
        '</number:date-style><style:style style:name="c" style:data-style-name="N1"/>'
    )
    cell = '<table:table-cell table:style-name="c" office:value-type="date" office:date-value="2024-06-01"/>'
    assert only(cell, automatic) == ("截至2024年", Odd.DATE, False)


def test_a_style_of_many_texts_takes_no_room() -> None:
    many = "<number:text>x</number:text>" * 200_000
    automatic = f'<number:number-style style:name="N1"><number:number/>{many}</number:number-style>'
    used = '<style:style style:name="c" style:data-style-name="N1"/>'
    [sheet] = sheets(ods(table(row(number("7", 'table:style-name="c"'))), automatic=automatic + used))
    assert len(sheet.cells[0].text) == 201


def test_a_hidden_sheet_and_hidden_rows_and_columns_without_end() -> None:
    automatic = '<style:style style:name="ta"><style:table-properties table:display="false"/></style:style>'
    hidden = 'table:visibility="collapse" table:number-{}-repeated="999999999"'
    columns = f"<table:table-column {hidden.format('columns')}/>" * 2
    rows = row(number("1")) + row(number("2"), 'table:visibility="filter"') + row("", hidden.format("rows"))
    data = ods(f'<table:table table:name="S" table:style-name="ta">{columns}{rows}</table:table>', automatic=automatic)
    [sheet] = sheets(data)
    assert (sheet.hidden, sheet.hidden_rows, sheet.hidden_columns) == (True, [(1, 1)], [(0, 0)])


def test_what_is_hidden_and_merged_ends_where_it_ends() -> None:
    columns = '<table:table-column table:visibility="collapse"/><table:table-column table:number-columns-repeated="3"/>'
    merged = 'table:number-columns-spanned="2" table:number-rows-spanned="2"'
    rows = (
        row(text("甲", merged) + "<table:covered-table-cell/>" + text("乙"), 'table:visibility="collapse"')
        + row('<table:covered-table-cell table:number-columns-repeated="2"/>' + text("丙"))
        + row(text("丁", 'table:number-columns-spanned="1"') + text("戊"))
    )
    [sheet] = sheets(ods(table(rows, before=columns)))
    assert (sheet.merged, sheet.hidden_rows, sheet.hidden_columns) == ([(0, 1, 0, 1)], [(0, 0)], [(0, 0)])
    [sheet] = sheets(
        ods(table(row(text("甲", 'table:number-columns-spanned="2"') + "<table:covered-table-cell/>" + text("乙"))))
    )
    assert sheet.merged == [(0, 0, 0, 1)]


def test_what_stands_in_no_table_is_passed_by() -> None:
    loose = (
        '<table:table-column table:visibility="collapse"/>'
        + row(number("9"), 'table:visibility="collapse"')
        + row(number("9", 'table:number-columns-spanned="2"'))
    )
    assert texts(ods(loose + table(row(number("7"))) + loose)) == [[(0, 0, "7")]]


def test_a_style_is_that_of_the_cell_else_of_its_row_else_of_its_column() -> None:
    automatic = "".join(
        f'<number:number-style style:name="N{name}"><number:text>{name}</number:text><number:number/></number:number-style>'
        f'<style:style style:name="{name}" style:data-style-name="N{name}"/>'
        for name in ("格", "行", "列")
    )
    columns = '<table:table-column table:default-cell-style-name="列"/>'
    cells = number("1", 'table:style-name="格"') + number("2")
    first = row(cells, 'table:default-cell-style-name="行"') + row(number("3") + number("4"))
    data = ods(table(first, before=columns) + table(row(number("5"))), automatic=automatic)
    assert texts(data) == [[(0, 0, "格1"), (0, 1, "行2"), (1, 0, "列3"), (1, 1, "4")], [(0, 0, "5")]]


def test_what_is_blank_around_the_paragraphs_of_a_cell_is_no_part_of_it() -> None:
    cell = '<table:table-cell office:value-type="string">\n  <text:p>甲</text:p></table:table-cell>'
    assert only(cell) == ("甲", None, True)


def test_thousands_of_columns_with_styles_of_their_own_cost_little() -> None:
    automatic = (
        '<number:number-style style:name="N1"><number:text>约</number:text><number:number/></number:number-style>'
        '<style:style style:name="c" style:data-style-name="N1"/>'
    )
    columns = '<table:table-column table:default-cell-style-name="c"/><table:table-column/>' * 5000
    data = ods(table(row(number("7") * 10_000) * 20, before=columns), automatic=automatic)
    [sheet] = sheets(data)
    assert [cell.text for cell in sheet.cells[:3]] == ["约7", "7", "约7"]
    assert len(sheet.cells) == 200_000


@pytest.mark.parametrize("name", ["content.xml", "styles.xml"])
def test_entities_and_broken_parts_are_refused(name: str) -> None:
    good = {"content.xml": '<office:document-content xmlns:office="urn:office:1.0"/>'}
    assert refused(packed(good)) == "read as ods"
    for broken in ('<!DOCTYPE x [<!ENTITY a "b">]><x/>', "<a", "", "\0"):
        assert refused(packed(good | {name: broken})) == "markup"
