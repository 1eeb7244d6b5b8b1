from __future__ import annotations

import dataclasses
import io
import json
import re
import zipfile
from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path
from typing import Any, cast

import openpyxl
import pytest
from openpyxl.utils import get_column_letter
from openpyxl.utils.escape import unescape
from openpyxl.workbook import Workbook
from openpyxl.worksheet.worksheet import Worksheet
from python_calamine import CalamineWorkbook

from countyplan.choice import By
from countyplan.diagnostics import visible
from countyplan.language import Language, Texts
from countyplan.render.xlsx.page import SheetPage
from countyplan.render.xlsx.report import report_xlsx
from countyplan.render.xlsx.rows import COLUMNS, PRINTED
from countyplan.report.report_model import Report
from tests.render.made import CASES, EXAMPLES, HOSTILE, example, hostile_report, report_json, report_on
from tests.report.divided.test_sheets import sheets

ROWS = 1
NUMBERS: dict[str, Callable[[dict[str, Any]], str | None]] = {
    "value": lambda row: row["value"],
    "gap": lambda row: row["gap"],
    "pace": lambda row: row["pace"],
    "per_year": lambda row: row["step"] and row["step"]["per_year"],
    "times": lambda row: row["step"] and row["step"]["times"],
    "projection": lambda row: row["step"] and row["step"]["projection"],
    "baseline": lambda row: row["baseline"] and row["baseline"]["value"],
    "time_progress": lambda row: row["time_progress"],
    "progress": lambda row: row["progress"],
    "expected": lambda row: row["expected"],
    "goal": lambda row: row["goal"] if isinstance(row["goal"], str) else row["goal"][0],
    "high": lambda row: None if isinstance(row["goal"], str) else row["goal"][1],
    "due": lambda row: str(row["due"]),
}


@cache
def written(case: str, language: Language = Language.ZH) -> bytes:
    return report_xlsx(example(case, language))


def book_of(data: bytes) -> Workbook:
    return openpyxl.load_workbook(io.BytesIO(data))


def table(sheet: Worksheet) -> list[dict[str, Any]]:
    """The rows below the header, by the names of the columns."""
    return [
        {column.name: cell for column, cell in zip(COLUMNS, cells, strict=True)} for cells in sheet.iter_rows(min_row=2)
    ]


def by_key(report: Report) -> Mapping[tuple[str, str], dict[str, Any]]:
    rows = json.loads(report_json(report))["assessments"]
    return {(row["target"], row["area"]): row for row in rows}


@pytest.mark.parametrize("case", CASES)
def test_every_number_is_that_of_the_json(case: str) -> None:
    expected = by_key(example(case))
    rows = table(book_of(written(case)).worksheets[ROWS])
    assert [(row["target"].value, row["area_id"].value) for row in rows] == list(expected)
    for row in rows:
        told = expected[row["target"].value, row["area_id"].value]
        for name, digits_in in NUMBERS.items():
            digits = digits_in(told)
            assert row[name].value == (None if digits is None else float(digits)), name
            assert row[name].data_type == "n"


@pytest.mark.parametrize("case", CASES)
def test_another_reader_finds_the_same_numbers(case: str) -> None:
    names = [column.name for column in COLUMNS]
    sheet = CalamineWorkbook.from_filelike(io.BytesIO(written(case))).get_sheet_by_index(ROWS)
    for cells, told in zip(sheet.to_python()[1:], by_key(example(case)).values(), strict=True):
        for name, digits_in in NUMBERS.items():
            digits = digits_in(told)
            assert cells[names.index(name)] == ("" if digits is None else float(digits))


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("case", CASES)
def test_the_words_are_those_of_the_report(case: str, language: Language) -> None:
    report = example(case, language)
    for cells, row in zip(table(book_of(written(case, language)).worksheets[ROWS]), report.rows, strict=True):
        assert cells["status"].value == row.status
        assert cells["status_id"].value == row.machine.status
        assert cells["area"].value == row.area
        assert cells["indicator"].value == row.indicator
        assert cells["unit"].value == (row.unit or None)
        assert cells["reason"].value == visible(row.account)
        assert cells["wording"].value == row.machine.wording
        assert str(cells["period"].value or "") in {row.period, row.machine.period}
        assert all(note in cells["notes"].value for note in row.account_notes)
        assert cells["waiver"].value == (row.waiver.text if row.waiver else None)
        assert all(unit in cells["responsible"].value for unit in row.responsible)


@pytest.mark.parametrize("case", CASES)
def test_a_number_shows_the_digits_that_the_report_shows(case: str) -> None:
    for cells, row in zip(table(book_of(written(case)).worksheets[ROWS]), example(case).rows, strict=True):
        for name, text in (("value", row.value), ("gap", row.gap), ("per_year", row.step)):
            # Of things counted one by one the words tell how many are lacking in all, and the table what that is a year.
            if not text or (name == "per_year" and not text.startswith("每年")):
                continue
            number, form = cells[name].value, cells[name].number_format
            places = len(form.rstrip("%").partition(".")[2])
            digits = f"{abs(number) * (100 if form.endswith('%') else 1):.{places}f}"
            assert re.findall(r"\d+(?:\.\d+)?", text) == [digits]


def test_a_goal_of_two_numbers_takes_two_columns() -> None:
    rows = table(book_of(written("illustrative")).worksheets[ROWS])
    assert {(row["goal"].value, row["high"].value) for row in rows if row["high"].value} == {(2, 3)}


@pytest.mark.parametrize("case", CASES)
def test_the_findings_are_those_of_the_json(case: str) -> None:
    told = json.loads(report_json(example(case)))["diagnostics"]
    book = book_of(written(case))
    if not told:  # a sheet that says so alone would be printed as a page of one line
        assert "问题" not in book.sheetnames
        assert "报送文件没有发现问题。" in [cell for row in book["来源"].iter_rows(values_only=True) for cell in row]
        return
    rows = [[cell.value for cell in row] for row in book["问题"].iter_rows(min_row=2)]
    assert len(rows) == len(told)
    for row, one in zip(rows, told, strict=True):
        place = [visible(one["file"]), one["line"], one["column"], one["cell"]]
        assert row[1:6] == [one["code"], *place]
        assert row[6:8] == [visible(one["message"]), visible(one["hint"]) or None]
        assert (one["waiver"]["reason"] in str(row[8])) if one["waiver"] else row[8] is None


def test_the_summary_tells_first_things_first() -> None:
    report = example("illustrative")
    cells = [[cell.value for cell in row] for row in book_of(written("illustrative")).worksheets[0].iter_rows()]
    told = [[value for value in row if value is not None] for row in cells]
    assert told[1] == [report.brief.conclusion]
    counts: list[list[Any]] = [[row.name, row.total, *row.numbers] for row in report.brief.counts.rows]
    at = told.index(counts[0])
    assert told[at : at + len(counts)] == counts
    assert counts[-1][:2] == ["全部", 53]
    first = next(row for row in told if row[:2] == [report.attention[0].area, report.attention[0].indicator])
    urgent = report.attention[0]
    assert first[2:8] == [
        urgent.marked_goal,
        urgent.due,
        urgent.value,
        urgent.expected,
        urgent.gap,
        urgent.status,
    ]
    assert first[-1] == urgent.who


@pytest.mark.parametrize(("points", "form"), [("-0.0037", "0.0;0.0;0.0"), ("-0.05", "+0.0;-0.0;0.0")])
def test_what_comes_to_nought_has_no_sign(points: str, form: str) -> None:
    report = example("illustrative")
    machine = dataclasses.replace(report.rows[0].machine, points_ahead=points)
    report = dataclasses.replace(report, rows=(dataclasses.replace(report.rows[0], machine=machine),))
    [row] = table(book_of(report_xlsx(report)).worksheets[ROWS])
    assert (row["schedule"].value, row["schedule"].number_format) == (float(points), form)


def test_sources_are_not_said_to_be_lacking_where_only_baselines_name_them() -> None:
    told = [row[0] for row in book_of(written("published", Language.EN))["Sources"].iter_rows(values_only=True)]
    assert told[1] == "The figures used name no source."


def test_what_is_kept_together_is_not_parted_by_the_end_of_a_page() -> None:
    sheet = Workbook().active
    assert isinstance(sheet, Worksheet)
    page = SheetPage(sheet, [100])
    page.title("26.7 points")
    page.lines(["20 points"] * 24)  # 506.7 points, and the page holds 509
    page.part()
    page.lines(["20 points"] * 7)  # 646.7, more than the 509 / 0.8 = 636 of a page that is printed smaller
    page.finish()
    assert [one.id for one in sheet.row_breaks.brk] == [25]


def test_a_sheet_that_is_sent_names_files_without_hashes() -> None:
    [report] = [one for name, one in sheets(By.UNIT).items() if name == "桐庐县政府"]
    told = [str(cell.value) for row in book_of(report_xlsx(report))["来源"].iter_rows() for cell in row]
    assert any("tonglu-2024.yaml" in text for text in told)
    assert not any("SHA-256" in text or re.fullmatch("[0-9a-f]{64}", text) for text in told)


@pytest.mark.parametrize("by", [By.UNIT, By.CLAUSE])
def test_only_a_sheet_that_is_sent_to_somebody_ends_as_a_letter_does(by: By) -> None:
    report = next(iter(sheets(by).values()))
    told = [row[0] for row in book_of(report_xlsx(report))["总体情况"].iter_rows(values_only=True) if row[0]]
    closing = ["特此通报。与实际不符的，请及时反馈。", f"通报单位（盖章）：{' ' * 40}{report.brief.made_on}"]
    assert (told[-2:] == closing) == (by is By.UNIT)


def test_words_are_not_broken_in_a_table() -> None:
    sheet = book_of(written("illustrative", Language.EN)).worksheets[ROWS]
    letter = get_column_letter([column.name for column in COLUMNS].index("firmness") + 1)
    assert {cell.value for cell in sheet[letter][1:]} == {"firm", "aspirational"}
    assert sheet.column_dimensions[letter].width > len("aspirational")


def test_a_sheet_that_is_sent_tells_no_code_id_or_place_but_on_its_last_sheets() -> None:
    [report] = [one for name, one in sheets(By.UNIT).items() if name == "桐庐县政府"]
    assert any(re.search(r"CP\d{3}", note) for row in report.rows for note in row.notes)
    book = book_of(report_xlsx(report))
    assert book.sheetnames[-2:] == ["问题", "来源"]
    told = [
        str(cell)
        for sheet in book.worksheets[:-2]
        for row in sheet.iter_rows(values_only=True)
        for cell in row
        if cell is not None
    ]
    assert "数据待核实：合计与各县（市）之和不符" in " ".join(told)
    assert not [text for text in told if re.search(r"CP\d{3}|\.(csv|yaml)\b|\b(tonglu|total)\b|\bid\b", text)]


def test_a_period_within_a_year_is_told_in_words(tmp_path: Path) -> None:
    file = tmp_path / "quarter.csv"
    file.write_text("县（市）,报告期,指标,数值\n桐庐县,2024-Q2,地区生产总值,230\n", encoding="utf-8")
    report = report_on([file])
    told = [row["period"].value for row in table(book_of(report_xlsx(report)).worksheets[ROWS])]
    assert "2024年二季度" in told
    assert not [one for one in told if "Q" in str(one)]


def test_the_workbook_tells_what_it_was_made_from() -> None:
    report = example("illustrative")
    book = book_of(written("illustrative"))
    cells = [tuple(cell.value for cell in row) for row in book["来源"].iter_rows()]
    assert all(one in cells for one in report.made_from.files)
    assert ("方案版本", "2023-04-16") in cells
    english = {tuple(cell.value for cell in row) for row in book_of(written("illustrative", Language.EN))["Sources"]}
    assert ("plan", "Implementation plan for urbanisation centred on county towns (draft for comment)") in english
    assert ("判断时点", "2024") in cells
    readings = [row[0] for row in book["对方案的理解"].iter_rows(min_row=2, values_only=True)]
    assert readings == [*report.readings, report.cutoffs]
    assert book.properties.title == report.title
    assert book.properties.creator == f"countyplan {report.made_from.version}"
    assert str(book.properties.created)[:10] == report.made_from.made_on


@pytest.mark.parametrize("language", Language)
def test_the_rows_can_be_filtered_and_printed(language: Language) -> None:
    sheet = book_of(written("illustrative", language)).worksheets[ROWS]
    assert sheet.freeze_panes == "D2"
    assert sheet.auto_filter.ref == f"A1:{get_column_letter(len(COLUMNS))}{len(example('illustrative').rows) + 1}"
    assert (sheet.page_setup.orientation, sheet.page_setup.paperSize) == ("landscape", 9)
    assert sheet.page_setup.fitToWidth == 1  # on how many pages its rows go is tested with sheets of known heights
    assert sheet.print_title_rows == "$1:$1"
    assert sheet.print_area.endswith(f"$A$1:$Q${len(example('illustrative').rows) + 1}")
    assert [cell.value for cell in sheet[1]][PRINTED - 1] == {"zh": "责任单位", "en": "Responsible"}[language]
    assert {"high", "due"} <= {column.name for column in COLUMNS[:PRINTED]}


@pytest.mark.parametrize("language", Language)
def test_every_status_has_a_colour_by_rule_and_keeps_its_label(language: Language) -> None:
    texts = Texts(language)
    sheet = book_of(written("illustrative", language)).worksheets[ROWS]
    rules = [rule for cells in sheet.conditional_formatting for rule in cells.rules]
    coloured = {rule.formula[0].strip('"') for rule in rules if rule.dxf.fill.bgColor.rgb}
    assert coloured == {texts.say(key) for key in texts.keys() if key.startswith("status.")}  # noqa: SIM118
    assert {row["status"].value for row in table(sheet)} <= coloured


def test_who_answers_for_the_whole_stands_where_a_clause_names_nobody() -> None:
    rows = table(book_of(written("illustrative")).worksheets[ROWS])
    [told] = [
        row["responsible"].value for row in rows if (row["area_id"].value, row["target"].value) == ("chunan", "gdp")
    ]
    assert (
        told == "淳安县政府（主体责任）"
    )  # clause 23 lays the main targets of clause 2 on the governments of the counties


def test_a_count_with_a_note_shows_its_mark_and_stays_a_number() -> None:
    sheet = book_of(written("illustrative")).worksheets[0]
    cells = {
        (str(row[0].value), cell.value, cell.data_type)
        for row in sheet.iter_rows()
        for cell in row
        if cell.number_format == '0"*"'
    }
    # Of two totals that are behind, one rests on a figure in doubt, and so one of all ten that are.
    assert cells == {("三县（市）合计", 2, "n"), ("全部", 10, "n")}
    assert "* 三县（市）合计“进度滞后”2项（其中1项数据待核实）" in [row[0] for row in sheet.iter_rows(values_only=True)]


def test_no_unit_of_a_yearly_step_stands_alone() -> None:
    rows = table(book_of(written("illustrative")).worksheets[ROWS])
    assert {row["step_unit"].value for row in rows if row["per_year"].value is None} == {None}
    assert {"年增长率", "个百分点"} <= {row["step_unit"].value for row in rows}


def test_every_bar_of_the_chart_bears_the_name_of_its_area() -> None:
    [chart] = cast("Any", book_of(written("published")).worksheets[0])._charts
    assert chart.x_axis.tickLblSkip == 1
    assert chart.anchor.to.col >= 8  # three columns of counts would be too narrow for its title


def test_a_part_of_the_chart_bears_its_number_and_none_where_there_is_nothing() -> None:
    [chart] = cast("Any", book_of(written("illustrative")).worksheets[0])._charts
    counts = example("illustrative").brief.counts
    for at, series in enumerate(chart.series):
        assert series.dLbls.showVal
        bare = {one.idx for one in series.dLbls.dLbl if not one.showVal}
        assert bare == {row for row, area in enumerate(counts.areas) if not area.numbers[at]}
    assert any(series.dLbls.dLbl for series in chart.series)


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_stays_text_in_every_field(text: str, tmp_path: Path) -> None:
    report = hostile_report(text, tmp_path)
    data = report_xlsx(report)
    with zipfile.ZipFile(io.BytesIO(data)) as packed:
        sheets = [name for name in packed.namelist() if name.startswith("xl/worksheets/sheet")]
        assert len(sheets) == 6
        assert not any(b"<f>" in packed.read(name) or b"<f " in packed.read(name) for name in sheets)
    book = book_of(data)
    assert {cell.data_type for sheet in book for row in sheet.iter_rows() for cell in row} == {"s", "n"}
    source = table(book.worksheets[ROWS])[0]["source"].value or ""
    shown = visible("".join(report.rows[0].machine.source_texts))
    # Half of a character, which JSON can hold and a workbook cannot, is shown as one that is unknown.
    assert ("\ufffd" in shown) == ("\ud800" in text)
    assert unescape(source) == shown or (source.endswith("…") and shown.startswith(source[:-1]))
    assert report.problems
    assert len(list(book["问题"].iter_rows())) == len(report.problems) + 1


def test_what_changed_since_the_period_before_is_told() -> None:
    report = example("illustrative")
    book = book_of(written("illustrative"))
    assert report.changes is not None
    told = [row[0].value for row in book.worksheets[0].iter_rows()]
    assert {report.changes.heading, report.changes.summary, *report.changes.lines} <= set(told)
    changes = [(row["change"].value, row["status_then"].value) for row in table(book.worksheets[ROWS])]
    assert changes == [row.change and (row.change.label, row.change.status_then) for row in report.rows]
    assert ("变差", "进度滞后") in changes


def test_a_report_without_rows_is_a_workbook_all_the_same() -> None:
    report = report_on([EXAMPLES / "illustrative"], clauses=[1])
    assert report.rows == ()
    book = book_of(report_xlsx(report))
    assert [cell.value for cell in book.worksheets[ROWS][1]][:3] == ["条款", "县（市）", "指标"]
    assert book.worksheets[ROWS].max_row == 1


def test_the_same_report_gives_the_same_bytes() -> None:
    report = example("illustrative")
    assert report_xlsx(report) == written("illustrative")
    later = dataclasses.replace(report, made_from=dataclasses.replace(report.made_from, made_on="2031-01-01"))
    assert report_xlsx(later) != written("illustrative")


def held(sheet: Any, reference: str) -> list[Any]:
    """What stands in the cells that a chart refers to."""
    cells = sheet[reference.rpartition("!")[2].replace("$", "")]
    return [row[0].value for row in cells] if isinstance(cells, tuple) else [cells.value]


@pytest.mark.parametrize("case", CASES)
def test_the_summary_has_a_chart_of_its_own_table(case: str) -> None:
    report = example(case)
    sheet: Any = book_of(written(case)).worksheets[0]
    assert len(sheet._charts) == bool(report.brief.areas)
    for chart in sheet._charts:
        told = [count for count in report.counts if count.number]
        assert len(chart.series) == len(told)
        for series, one in zip(chart.series, told, strict=True):
            assert held(sheet, series.tx.strRef.f) == [one.label]
            areas = report.brief.areas
            numbers = [count.number for area in areas for count in area.counts if count.status == one.status]
            assert held(sheet, series.val.numRef.f) == numbers
            assert held(sheet, (series.cat.numRef or series.cat.strRef).f) == [area.area for area in areas]


def test_a_sheet_for_whom_the_plan_sets_no_target_counts_nothing() -> None:
    bare = [one for one in sheets(By.UNIT).values() if not one.rows]
    assert bare
    for report in bare:
        book = book_of(report_xlsx(report))
        assert book.sheetnames == ["总体情况", "承诺事项", "来源"]
        told = [str(cell) for (cell, *_) in book["总体情况"].iter_rows(values_only=True) if cell]
        assert "承诺事项" in told
        assert not any("来源" in str(cell) for (cell, *_) in book["来源"].iter_rows(values_only=True))
        assert not any("总体情况" in line or "滞后" in line or "全部目标" in line for line in told)
