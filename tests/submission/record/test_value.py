"""A value and the unit beside it, in the plan's unit and with half of its last digit; every number is invented."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest

from countyplan.diagnostics import Term
from countyplan.plan import load_plan, shipped_plan
from countyplan.submission import Submissions, read_submissions

PLAN = load_plan(shipped_plan())[0]
MONEY, AREA, COUNTED, SHARE, RATIO = (
    "地区生产总值",
    "累计整治低效用地",
    "总投资1亿元以上产业项目",
    "常住人口城镇化率",
    "城乡居民收入倍差",
)


def read(folder: Path, indicator: str, written: str, unit: str) -> Submissions:
    path = folder / "a.csv"
    text = f"县（市）,报告期,指标,数值,单位\n桐庐县,2024,{indicator},{written},{unit}\n"
    path.write_text(text, encoding="utf-8")
    return read_submissions([path], PLAN)


@pytest.mark.parametrize(
    ("indicator", "written", "unit", "value", "half"),
    [
        (MONEY, "484.4", "亿元", "484.4", "0.05"),
        (MONEY, "484.4", "", "484.4", "0.05"),
        (MONEY, "484.4", "—", "484.4", "0.05"),
        # 4844000万元: half of the last digit is 0.5万元 = 0.00005亿元.
        (MONEY, "4844000", "万元", "484.4", "0.00005"),
        (MONEY, "4844000万元", "", "484.4", "0.00005"),
        (MONEY, "4844000万元", "万元", "484.4", "0.00005"),
        (MONEY, "48440000000", "元", "484.4", "0.000000005"),
        # A bare 亿 of 亿元 is the unit's own, and of 元 a hundred million of them.
        (MONEY, "484.4亿", "亿元", "484.4", "0.05"),
        (MONEY, "484.4亿", "元", "484.4", "0.05"),
        (MONEY, "1.2万", "元", "0.00012", "0.000005"),
        (AREA, "1.2万", "亩", "12000", "500"),
        # 公顷 are 15亩.
        (AREA, "213", "公顷", "3195", "7.5"),
        (COUNTED, "50", "个", "50", "0"),
        # What is told in 万 was rounded somewhere.
        (COUNTED, "1.2万", "个", "12000", "500"),
        (SHARE, "72.10", "%", "72.10", "0.005"),
        (RATIO, "1.66", "", "1.66", "0.005"),
    ],
)
def test_a_value_in_the_plans_unit(
    tmp_path: Path, indicator: str, written: str, unit: str, value: str, half: str
) -> None:
    seen = read(tmp_path, indicator, written, unit)
    assert [(one.value, one.half_digit) for one in seen.figures] == [(Decimal(value), Decimal(half))]
    assert seen.diagnostics == ()


@pytest.mark.parametrize(
    ("indicator", "written", "unit", "code", "column", "words"),
    [
        # 1.2万 of 亿元 could be 1.2万元 or 12000亿元.
        (MONEY, "1.2万", "亿元", "CP105", 17, {}),
        (MONEY, "484.4亿元", "万元", "CP118", 17, {"unit": "万元"}),
        (MONEY, "484.4万元", "亿元人民币", "CP118", 17, {"unit": "亿元人民币"}),
        (MONEY, "484.4", "亩", "CP106", 23, {"unit": "亩", "wanted": "亿元"}),
        (MONEY, "484.4亩", "", "CP106", 17, {"unit": "亩", "wanted": "亿元"}),
        (RATIO, "1.66%", "", "CP106", 19, {"unit": "%", "wanted": Term("quantity.no_unit")}),
        (MONEY, "484.4", "斗", "CP107", 23, {}),
    ],
)
def test_a_value_whose_unit_is_wrong_is_told_where_it_stands(
    tmp_path: Path, indicator: str, written: str, unit: str, code: str, column: int, words: dict[str, str]
) -> None:
    seen = read(tmp_path, indicator, written, unit)
    [found] = seen.diagnostics
    assert (found.code, found.place.line, found.place.column) == (code, 2, column)
    assert words.items() <= found.words.items()


@pytest.mark.parametrize(
    ("written", "figures", "codes"),
    [
        # 4,844,000 of 10,000 yuan are 484.4 of 100 million.
        ("{value: 484.4, unit: 100 million yuan}", ["484.4"], []),
        ('{value: "4,844,000", unit: "10,000 yuan"}', ["484.4"], []),
        # Behind a number, a unit that begins with one cannot be told from it.
        ("484.4 100 million yuan", [], ["CP105"]),
    ],
)
def test_a_unit_by_its_english_name_in_yaml(tmp_path: Path, written: str, figures: list[str], codes: list[str]) -> None:
    path = tmp_path / "a.yaml"
    path.write_text(f"area: tonglu\nperiod: 2024\nfigures:\n  gdp: {written}\n", encoding="utf-8")
    seen = read_submissions([path], PLAN)
    assert [one.value for one in seen.figures] == [Decimal(figure) for figure in figures]
    assert [one.code for one in seen.diagnostics] == codes


@pytest.mark.parametrize("written", ["", "—"])
def test_a_cell_without_a_value_is_no_figure_and_no_fault(tmp_path: Path, written: str) -> None:
    seen = read(tmp_path, MONEY, written, "亿元")
    assert (seen.figures, [one for one in seen.diagnostics if one.severity == "error"]) == ((), [])


@pytest.mark.parametrize(
    ("heading", "cells", "written"),
    [
        ("数值", "484.4,亿元人民币", "484.4亿元人民币"),
        ("数值", "484.4亿元,亿元", "484.4亿元"),
        ("数值", "484.4,", "484.4"),
        ("数值（万元）", "4844000,", "4844000万元"),
    ],
)
def test_a_figure_is_shown_as_typed_with_the_unit_that_stands_apart(
    tmp_path: Path, heading: str, cells: str, written: str
) -> None:
    path = tmp_path / "a.csv"
    path.write_text(f"县（市）,报告期,指标,{heading},单位\n桐庐县,2024,地区生产总值,{cells}\n", encoding="utf-8")
    assert [one.written for one in read_submissions([path], PLAN).figures] == [written]


def test_the_unit_of_the_heading_is_that_of_the_values(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text("县（市）,报告期,指标,数值（万元）\n桐庐县,2024,地区生产总值,4844000\n", encoding="utf-8")
    assert [one.value for one in read_submissions([path], PLAN).figures] == [Decimal("484.4")]


def test_a_unit_against_that_of_the_heading_is_told_with_the_headings(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text("县（市）,报告期,指标,数值（万元）\n桐庐县,2024,地区生产总值,484.4亿元\n", encoding="utf-8")
    seen = read_submissions([path], PLAN)
    assert [(one.code, one.words["unit"]) for one in seen.diagnostics] == [("CP118", "万元")]
    assert seen.figures == ()
