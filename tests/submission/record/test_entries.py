"""What becomes of one figure: units, basis, names, dates; a figure with an error is not used."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest

from countyplan.diagnostics import Code, Subject
from countyplan.quantity import Period
from countyplan.submission import Basis, ReportedFigure, Submissions
from tests.submission.reading import read, told, values

HEADER = "area,period,indicator,value,unit,basis,source,note,submitted\n"


def row(folder: Path, text: str) -> Submissions:
    return read(folder, "a.csv", HEADER + "桐庐县,2024," + text + "\n")


def only(submissions: Submissions) -> ReportedFigure:
    assert submissions.diagnostics == ()
    [figure] = submissions.figures
    return figure


@pytest.mark.parametrize(
    ("text", "value", "half"),
    [
        ("地区生产总值,484.4", "484.4", "0.05"),
        ("地区生产总值,484.4,亿元", "484.4", "0.05"),
        ("地区生产总值,484.4亿元,亿元", "484.4", "0.05"),
        ("地区生产总值,4844000,万元", "484.4", "0.00005"),
        ("地区生产总值,\"4,844,000万元\"", "484.4", "0.00005"),
        ("常住人口城镇化率,721‰", "72.1", "0.05"),
        ("累计整治低效用地,60,公顷", "900", "7.5"),
        ("城乡居民收入倍差,1.66,倍", "1.66", "0.005"),
        ("百亿级产业链,2,条", "2", "0"),
        ("百亿级产业链,2个", "2", "0"),
    ],
)  # fmt: skip
def test_a_value_comes_in_the_plans_unit_with_its_rounding(text: str, value: str, half: str, tmp_path: Path) -> None:
    figure = only(row(tmp_path, text))
    assert (figure.value, figure.half_digit) == (Decimal(value), Decimal(half))


@pytest.mark.parametrize(
    ("text", "code", "column"),
    [
        ("地区生产总值,484.4,%", Code.UNIT_OF_ANOTHER_KIND, 23),
        ("地区生产总值,484.4%", Code.UNIT_OF_ANOTHER_KIND, 17),
        ("常住人口城镇化率,72.1,个百分点", Code.UNIT_OF_ANOTHER_KIND, 24),
        ("百亿级产业链,2,人", Code.UNIT_OF_ANOTHER_KIND, 19),
        ("地区生产总值,484.4,亿圆", Code.UNKNOWN_UNIT, 23),
        ("地区生产总值,—,亿圆", Code.UNKNOWN_UNIT, 19),
        ("地区生产总值,484.4亿元,万元", Code.UNITS_CONTRADICT, 17),
        ("地区生产总值,\"1,23\"", Code.NOT_A_NUMBER, 17),
        ("地区生产总值,9999999999999999999", Code.NUMBER_TOO_LONG, 17),
        ("地区生产总质,484.4", Code.UNKNOWN_INDICATOR, 10),
        ("地区生产总值,484.4,,累计", Code.BAD_BASIS, 24),
        ("重点项目累计完成投资,50,,同比", Code.BAD_BASIS, 25),
        ("地区生产总值,484.4,,,,,3月", Code.BAD_DATE, 27),
    ],
)  # fmt: skip
def test_a_figure_with_an_error_is_told_and_not_used(text: str, code: Code, column: int, tmp_path: Path) -> None:
    submissions = row(tmp_path, text)
    assert told(submissions) == [(code, 2, column)]
    assert submissions.figures == ()


def test_a_unit_of_another_kind_is_told_in_the_readers_language(tmp_path: Path) -> None:
    [found] = row(tmp_path, "常住人口城镇化率,72.1,亿元").diagnostics
    assert found.message() == "“常住人口城镇化率”以“%”计，不能由“亿元”换算，该数据未采用。"
    assert found.message("en") == (
        "“Urbanisation rate of the resident population” is measured in “%”, which “100 million yuan” does not convert to;"
        " the figure is not used."
    )


@pytest.mark.parametrize("mark", ["", "-", "—", "/", "…"])
def test_what_is_not_reported_is_neither_a_figure_nor_a_finding(mark: str, tmp_path: Path) -> None:
    submissions = row(tmp_path, f"地区生产总值,{mark},亿元")
    assert (submissions.figures, submissions.diagnostics) == ((), ())
    assert submissions.areas == {"tonglu"}


@pytest.mark.parametrize(
    ("text", "basis"),
    [
        ("重点项目累计完成投资,50", Basis.CUMULATIVE),
        ("重点项目累计完成投资,50,,cumulative", Basis.CUMULATIVE),
        ("重点项目累计完成投资,50,,累计", Basis.CUMULATIVE),
        ("重点项目累计完成投资,50,,annual", Basis.ANNUAL),
        ("重点项目累计完成投资,50,,当年", Basis.ANNUAL),
        ("地区生产总值,484.4", None),
        ("地区生产总值,484.4,,当年", None),
        ("城镇居民人均可支配收入,50000", None),
    ],
)
def test_basis(text: str, basis: Basis | None, tmp_path: Path) -> None:
    assert only(row(tmp_path, text)).basis is basis


@pytest.mark.parametrize(
    ("period", "used"), [("2024-Q2", False), ("2024-06", False), ("2024-12", False), ("2024", True)]
)
def test_an_amount_of_its_own_belongs_to_a_whole_year(period: str, used: bool, tmp_path: Path) -> None:
    submissions = read(tmp_path, "a.csv", f"{HEADER}桐庐县,{period},重点项目累计完成投资,50,,当年\n")
    assert bool(submissions.figures) is used
    assert [code for code, *_ in told(submissions)] == ([] if used else [Code.BAD_BASIS])


def test_everything_wrong_with_one_row_is_told(tmp_path: Path) -> None:
    submissions = read(tmp_path, "a.csv", HEADER + '桐芦县,2024-13,地区生产总质,"1,23",亿圆,同比,来源,备注,3月\n')
    assert [code for code, *_ in told(submissions)] == [
        Code.UNKNOWN_AREA, Code.BAD_PERIOD, Code.UNKNOWN_INDICATOR, Code.NOT_A_NUMBER, Code.UNKNOWN_UNIT,
        Code.BAD_BASIS, Code.BAD_DATE,
    ]  # fmt: skip
    assert submissions.areas == frozenset()
    near = {one.code: one.words.get("near") for one in submissions.diagnostics}
    assert near[Code.UNKNOWN_AREA] == "桐庐县"
    assert near[Code.UNKNOWN_INDICATOR] == "地区生产总值"


def test_findings_say_whose_figure_they_are_about(tmp_path: Path) -> None:
    [found] = row(tmp_path, "地区生产总值,x").diagnostics
    assert found.subject == Subject("tonglu", "gdp", Period.of_year(2024).end)


@pytest.mark.parametrize(
    ("area", "name", "about"),
    [
        ("桐庐县", "地区生产总质", Subject("tonglu", "gdp")),
        ("桐芦县", "地区生产总质", None),
        ("桐庐县", "完全别的东西", None),
    ],
)
def test_a_misspelt_name_is_about_the_figure_that_was_most_likely_meant(
    area: str, name: str, about: Subject | None, tmp_path: Path
) -> None:
    found = read(tmp_path, "a.csv", f"{HEADER}{area},2024,{name},484.4\n").diagnostics
    assert [one.subject for one in found if one.code is Code.UNKNOWN_INDICATOR] == [about]
    assert all("near" in one.words for one in found)


def test_a_figure_keeps_where_it_came_from(tmp_path: Path) -> None:
    figure = only(row(tmp_path, "地区生产总值, 484.40 ,亿元,,统计公报, 初步核算数 ,2025-03-01"))
    assert (figure.written, figure.source, figure.note, figure.submitted) == (
        "484.40亿元", "统计公报", "初步核算数", "2025-03-01")  # fmt: skip
    assert (figure.place.line, figure.place.column, str(figure.period)) == (2, 17, "2024")
    assert only(row(tmp_path, "地区生产总值,484.40亿元,亿元")).written == "484.40亿元"
    assert only(row(tmp_path, "地区生产总值,484.40")).written == "484.40"
    assert (figure.subject.area, figure.subject.indicator) == ("tonglu", "gdp")


@pytest.mark.parametrize(
    "date",
    ["2025-13-01", "2025-00-10", "2025-03-32", "25-03-01", "2025/03/01", "2025-3-1", "20250301", "2025-W09-6", "昨天"],
)
def test_what_is_no_date(date: str, tmp_path: Path) -> None:
    assert [code for code, *_ in told(row(tmp_path, f"地区生产总值,484.4,,,,,{date}"))] == [Code.BAD_DATE]


@pytest.mark.parametrize("date", ["2025-02-30", "2025-04-31", "２０２５-03-01"])
def test_a_day_that_does_not_exist_or_does_not_sort_is_no_date(date: str, tmp_path: Path) -> None:
    assert [code for code, *_ in told(row(tmp_path, f"地区生产总值,484.4,,,,,{date}"))] == [Code.BAD_DATE]


def test_a_figure_that_no_goal_asks_for_is_used_and_remarked(tmp_path: Path) -> None:
    submissions = read(tmp_path, "a.csv", f"{HEADER}淳安县,2024,百亿级产业链,2\n")
    assert [(one.code, one.words["area"]) for one in submissions.diagnostics] == [(Code.NO_GOAL_FOR_AREA, "淳安县")]
    assert values(submissions) == {"ten_billion_chains": "2"}


@pytest.mark.parametrize(
    ("period", "name", "value", "partial", "estimate"),
    [
        ("2024", "地区生产总值", "484.4", False, False),
        # What accrues within a year is a part of it; a share is not.
        ("2024-Q2", "地区生产总值", "484.4", True, False),
        ("2024-06", "常住人口城镇化率", "72.1", False, False),
        ("2024", "地区生产总值", "预计484.4", False, True),
        ("2024（预计）", "地区生产总值", "484.4", False, True),
        ("2024", "地区生产总值", "约484.4", False, False),
    ],
)
def test_what_is_a_part_of_a_year_and_what_is_foreseen(
    period: str, name: str, value: str, *, partial: bool, estimate: bool, tmp_path: Path
) -> None:
    [figure] = read(tmp_path, "a.csv", f"{HEADER}桐庐县,{period},{name},{value}\n").figures
    assert (figure.partial, figure.estimate) == (partial, estimate)


@pytest.mark.parametrize(
    ("period", "value", "codes"),
    [("", "", []), ("", "—", []), ("20x4", "—", [Code.BAD_PERIOD]), ("20x4", "484.4", [Code.BAD_PERIOD])],
)
def test_a_period_is_asked_for_where_something_is_reported_or_one_was_typed(
    period: str, value: str, codes: list[Code], tmp_path: Path
) -> None:
    submissions = read(tmp_path, "a.csv", f"{HEADER}桐庐县,{period},地区生产总值,{value}\n")
    assert [code for code, *_ in told(submissions)] == codes


@pytest.mark.parametrize(("period", "end"), [("2024", Period.of_year(2024).end), ("20x4", None)])
def test_a_name_that_begins_with_another_county_is_refused(period: str, end: int | None, tmp_path: Path) -> None:
    text = f"area: 淳安县\nperiod: '{period}'\nfigures:\n  桐庐经济技术开发区总产值: 484.4\n"
    submissions = read(tmp_path, "a.yaml", text)
    found = [one.subject for one in submissions.diagnostics if one.code is Code.LABELS_CONTRADICT]
    assert (found, submissions.figures) == ([Subject("chunan", "zone_output", end)], ())


@pytest.mark.parametrize(("value", "codes"), [("484.4", [Code.ROW_NO_OUTCOME]), ("—", [])])
def test_a_note_counts_where_something_is_reported(value: str, codes: list[Code], tmp_path: Path) -> None:
    text = f"area: 桐庐县\nperiod: 2024\nfigures:\n  地区生产总值: {{value: {value}, note: 为计划数}}\n"
    submissions = read(tmp_path, "a.yaml", text)
    assert ([code for code, *_ in told(submissions)], submissions.figures) == (codes, ())


@pytest.mark.parametrize(
    ("name", "value", "unit", "note", "codes"),
    [
        # Without a unit of its own a figure is in the plan's: a note of that one says the same, and one of another does not.
        ("地区生产总值", "484.4", "", "亿元", []),
        ("地区生产总值", "484.4", "", "万元", [Code.UNITS_CONTRADICT]),
        ("地区生产总值", "484.4", "亿元", "单位：亿元", []),
        ("地区生产总值", "484.4亿元", "", "亿元", []),
        ("地区生产总值", "484.4", "亿元", "万元", [Code.UNITS_CONTRADICT]),
        ("地区生产总值", "484.4", "亿元", "统计公报", []),
        # The plan counts from 2023 on, the year after its base year.
        ("重点项目累计完成投资", "50", "", "2021年以来累计", [Code.LABELS_CONTRADICT]),
        ("重点项目累计完成投资", "50", "", "2023年以来累计", []),
        ("地区生产总值", "484.4", "", "2021年以来累计", []),
    ],
)
def test_a_note_must_not_say_another_unit_or_another_start(
    name: str, value: str, unit: str, note: str, codes: list[Code], tmp_path: Path
) -> None:
    submissions = row(tmp_path, f"{name},{value},{unit},,,{note}")
    assert [code for code, *_ in told(submissions)] == codes
    assert [one.words["unit"] for one in submissions.diagnostics if one.code is Code.UNITS_CONTRADICT] == [
        note for code in codes if code is Code.UNITS_CONTRADICT
    ]
    assert bool(submissions.figures) is not bool(codes)


def test_a_note_of_the_heading_s_own_unit_is_none_of_another(tmp_path: Path) -> None:
    text = "县（市）,报告期,指标,数值（万元）,备注\n桐庐县,2024,地区生产总值,4844000,{}\n"
    assert values(read(tmp_path, "a.csv", text.format("万元"))) == {"gdp": "484.4"}
    assert [code for code, *_ in told(read(tmp_path, "a.csv", text.format("亿元")))] == [Code.UNITS_CONTRADICT]


def test_a_note_of_a_part_of_a_year_beside_no_period_is_told_as_that(tmp_path: Path) -> None:
    submissions = read(tmp_path, "a.csv", f"{HEADER}桐庐县,20x4,地区生产总值,484.4,,,,1-9月数\n")
    assert [code for code, *_ in told(submissions)] == [Code.BAD_PERIOD]


@pytest.mark.parametrize(
    ("period", "name", "basis", "codes"),
    [
        ("2024", "重点项目累计完成投资", None, [Code.FIGURE_UNPLACED]),
        # What months brought is told by the period, and what does not add up is no running total.
        ("2024年1-12月", "重点项目累计完成投资", Basis.ANNUAL, []),
        ("2024", "地区生产总值", None, []),
    ],
)
def test_a_note_of_what_the_year_brought_leaves_a_running_total_open(
    period: str, name: str, basis: Basis | None, codes: list[Code], tmp_path: Path
) -> None:
    entry = "{value: 50, note: 当年完成}"
    submissions = read(tmp_path, "a.yaml", f"area: 桐庐县\nperiod: {period}\nfigures:\n  {name}: {entry}\n")
    assert [code for code, *_ in told(submissions)] == codes
    assert [one.basis for one in submissions.figures] == ([] if codes else [basis])


@pytest.mark.parametrize(
    ("period", "name", "basis", "codes"),
    [
        # A running total may be told within a year, and has no basis of a year to be wrong about.
        ("2024-Q2", "重点项目累计完成投资", "累计", []),
        ("20x4", "重点项目累计完成投资", "当年", [Code.BAD_PERIOD]),
        ("2024", "完全别的东西", "累计", [Code.UNKNOWN_INDICATOR]),
    ],
)
def test_a_basis_is_only_refused_where_it_does_not_fit(
    period: str, name: str, basis: str, codes: list[Code], tmp_path: Path
) -> None:
    submissions = read(tmp_path, "a.csv", f"{HEADER}桐庐县,{period},{name},50,,{basis}\n")
    assert [code for code, *_ in told(submissions)] == codes
    assert bool(submissions.figures) is not bool(codes)


def test_the_basis_of_a_heading_that_does_not_fit_is_told_at_the_figure(tmp_path: Path) -> None:
    submissions = read(tmp_path, "a.csv", "桐庐县2024年二季度,\n指标,当年\n重点项目累计完成投资,50\n")
    assert [(one.code, str(one.place)[-4:], one.words["text"]) for one in submissions.diagnostics] == [
        (Code.BAD_BASIS, "3:12", Basis.ANNUAL.value)
    ]
    assert submissions.figures == ()
