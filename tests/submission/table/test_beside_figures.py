"""What stands beside figures under headers that nobody knows, or none, and units in English; figures are made up."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.submission.messy import figures_of, told_of, workbook
from tests.submission.reading import read

EARLIER, GDP, SHARE = "tonglu gdp 2023 452.3", "tonglu gdp 2024 484.4", "tonglu urbanisation_rate 2024 72.1"
HEADER = "县,年份,指标,数值"


def codes_of(told: list[str]) -> list[str]:
    return [one.split()[0] for one in told]


@pytest.mark.parametrize(
    ("rows", "figures", "codes"),
    [
        ("桐庐县,2024,GDP,4844000,万元\n桐庐县,2024,城镇化率,72.1,%\n", [GDP, SHARE], []),
        ("桐庐县,2024,GDP,484.4,不含开发区\n桐庐县,2024,城镇化率,72.1,\n", [SHARE], ["CP122"]),
        ("桐庐县,2024,GDP,484.4,分水镇\n桐庐县,2024,城镇化率,72.1,统计公报\n", [SHARE], ["CP122"]),
        ("桐庐县,2024,GDP,484.4,计划\n桐庐县,2024,城镇化率,72.1,\n", [SHARE], ["CP139"]),
        ("桐庐县,2024,GDP,484.4,统计公报\n桐庐县,2024,城镇化率,72.1,\n", [GDP, SHARE], []),
    ],
)
def test_a_column_without_a_header_behind_the_others(
    rows: str, figures: list[str], codes: list[str], tmp_path: Path
) -> None:
    submissions = read(tmp_path, "a.csv", f"{HEADER},\n{rows}")
    assert (figures_of(submissions), codes_of(told_of(submissions))) == (figures, codes)


def test_a_second_column_of_notes_without_a_header_is_none(tmp_path: Path) -> None:
    submissions = read(tmp_path, "a.csv", f"{HEADER},备注,\n桐庐县,2024,GDP,484.4,统计公报,快\n")
    assert (figures_of(submissions), told_of(submissions)) == ([GDP], [])


@pytest.mark.parametrize(
    ("header", "text"),
    [("币种", "美元"), ("currency", "USD"), ("scale", "thousand"), ("倍数", "万")],
)
def test_other_money_in_a_column_that_nobody_knows(header: str, text: str, tmp_path: Path) -> None:
    long = f"{HEADER},{header}\n桐庐县,2024,GDP,484.4,{text}\n桐庐县,2024,城镇化率,72.1,{text}\n"
    wide = f"桐庐县,,\n指标,2024年,{header}\nGDP,484.4,{text}\n城镇化率,72.1,{text}\n"
    for content in (long, wide):
        submissions = read(tmp_path, "a.csv", content)
        assert GDP not in figures_of(submissions)
        assert {"CP118", "CP106"} & set(codes_of(told_of(submissions)))


@pytest.mark.parametrize("text", ["亿元", "人民币", "RMB", "A"])
def test_what_is_no_other_money(text: str, tmp_path: Path) -> None:
    for content in (
        f"{HEADER},币种\n桐庐县,2024,GDP,484.4,{text}\n",
        f"桐庐县,,\n指标,2024年,币种\nGDP,484.4,{text}\n",
    ):
        submissions = read(tmp_path, "a.csv", content)
        assert figures_of(submissions) == [GDP]


@pytest.mark.parametrize(
    ("header", "text", "code"),
    [("数据状态", "计划", "CP139"), ("计价方式", "可比价", "CP143"), ("价格", "2020年不变价", "CP143")],
)
def test_a_column_behind_figures_that_nobody_knows(header: str, text: str, code: str, tmp_path: Path) -> None:
    submissions = read(tmp_path, "a.csv", f"桐庐县,,\n指标,2024年,{header}\nGDP,484.4,{text}\n城镇化率,72.1,\n")
    assert figures_of(submissions) == [SHARE]
    assert code in codes_of(told_of(submissions))


@pytest.mark.parametrize(
    "text",
    [
        f"{HEADER}\n桐庐县,2023,GDP,452.3\n桐庐县,2024*,GDP,484.4\n注：*为预计数,,,\n",
        "桐庐县,,\n指标,2023,2024*\nGDP,452.3,484.4\n*为预计数,,\n",
    ],
)
def test_a_mark_behind_a_bare_year(text: str, tmp_path: Path) -> None:
    submissions = read(tmp_path, "a.csv", text)
    assert figures_of(submissions) == [EARLIER, GDP]
    assert [one.estimate for one in submissions.figures] == [False, True]


@pytest.mark.parametrize(
    ("title", "note", "figures", "codes"),
    [
        ("Tonglu (RMB million)", "", [], ["CP107", "CP121"]),
        ("Tonglu (million yuan)", "", ["tonglu gdp 2024 4.844"], []),
        # 484.4 of 10,000 yuan are 484.4 / 10,000 of 100 million.
        ("Tonglu", "Note: values in 10,000 yuan", ["tonglu gdp 2024 0.04844"], []),
        ("Tonglu", "Note: values in RMB 10,000", [], ["CP107", "CP121"]),
        ("Tonglu", "All values in million yuan", ["tonglu gdp 2024 4.844"], []),
        ("Tonglu", "Note: based on data in the yearbook", [GDP], []),
        ("Tonglu (county)", "", [GDP], []),
    ],
)
def test_english_units_of_a_sheet(title: str, note: str, figures: list[str], codes: list[str], tmp_path: Path) -> None:
    rows = [[title], ["indicator", 2024], ["gdp", 484.4], [note]]
    submissions = read(tmp_path, "a.xlsx", workbook({"A": {"rows": rows}}))
    assert (figures_of(submissions), codes_of(told_of(submissions))) == (figures, codes)


@pytest.mark.parametrize(
    ("number_format", "figures"),
    [('"¥"#,##0.00', [GDP]), ("[$$-409]#,##0.00", []), ('#,##0.00\\ "€"', []), ("$#,##0.00", []), ("£0.0", [])],
)
def test_a_number_format_of_other_money(number_format: str, figures: list[str], tmp_path: Path) -> None:
    rows = [["桐庐县"], ["指标", "2024年"], ["GDP", 484.4]]
    content = workbook({"A": {"rows": rows, "formats": {"B3": number_format}}})
    submissions = read(tmp_path, "a.xlsx", content)
    assert figures_of(submissions) == figures
    assert bool(submissions.diagnostics) is not bool(figures)


@pytest.mark.parametrize(
    "note", ["人均", "per capita", "whole city", "provincial", "target value", "planned figure", "citywide"]
)
def test_notes_of_one_for_each_of_more_and_of_goals(note: str, tmp_path: Path) -> None:
    document = f"area: 桐庐县\nperiod: 2024\nfigures:\n  GDP: {{value: 484.4, note: {note}}}\n"
    submissions = read(tmp_path, "a.yaml", document)
    assert (figures_of(submissions), len(submissions.diagnostics)) == ([], 1)
