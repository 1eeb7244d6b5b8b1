"""What notes and footnotes say of figures, in long and wide tables, workbooks and YAML alike; figures are made up."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.submission.messy import figures_of, told_of, workbook
from tests.submission.reading import read

EARLIER, GDP, SHARE = "tonglu gdp 2023 452.3", "tonglu gdp 2024 484.4", "tonglu urbanisation_rate 2024 72.1"


def below(note: str) -> Iterator[tuple[str, str | bytes]]:
    """A line below a table of two years."""
    yield "wide.csv", f'桐庐县,,\n指标,2023年,2024年\nGDP,452.3,484.4\n"{note}",,\n'
    if note.isascii():
        yield "wide-en.csv", f'Tonglu,,\nindicator,2023,2024\ngdp,452.3,484.4\n"{note}",,\n'
    yield "long.csv", f'县,年份,指标,数值\n桐庐县,2023,GDP,452.3\n桐庐县,2024,GDP,484.4\n"{note}",,,\n'
    rows = [["桐庐县"], ["指标", "2023年", "2024年"], ["GDP", 452.3, 484.4], [note]]
    yield "wide.xlsx", workbook({"Sheet1": {"rows": rows}})


def beside(note: str, header: str = "备注") -> Iterator[tuple[str, str | bytes]]:
    """What stands beside the first of two figures."""
    yield "wide.csv", f'桐庐县,,\n指标,2024年,{header}\nGDP,484.4,"{note}"\n城镇化率,72.1,\n'
    yield "long.csv", f'县,年份,指标,数值,{header}\n桐庐县,2024,GDP,484.4,"{note}"\n桐庐县,2024,城镇化率,72.1,\n'
    rows = [["桐庐县"], ["指标", "2024年", header], ["GDP", 484.4, note], ["城镇化率", 72.1]]
    yield "wide.xlsx", workbook({"Sheet1": {"rows": rows}})
    yield "a.yaml", f'area: 桐庐县\nperiod: 2024\nfigures:\n  GDP: {{value: 484.4, note: "{note}"}}\n  城镇化率: 72.1\n'


def codes_of(told: list[str]) -> set[str]:
    return {one.split()[0] for one in told}


@pytest.mark.parametrize(
    "note",
    [
        "注：24年为计划数", "24年为计划数", "注：24年数据为计划数", "2024年数为计划", "注：2024年为目标值",
        "注：本表2024年数据为计划数", "Note: 2024 is planned", "2024 is planned", "Note: figures for 2024 are targets",
        "2024 figures are planned", "Note: 2024 = plan", "Note: 2024 data are planned values.", "* 2024 planned",
        "注 ：2024年为计划数", "（注：2024年为计划数）", "【注：2024年为计划数】", "备注　1：2024年为计划数",
        "注 1 ：2024年为计划数",
        "注（1）2024年为计划数", "注2024年为计划数", "备 注：2024年为计划数", "附注：2024年为计划数",
        "备注 1 ：统计局\n备注 2 ：2024年为计划数",
        "Note 1: 2024 figures are targets.", "Notes : 2024 figures are targets", "(Note: 2024 figures are targets)",
        "Remark: 2024 figures are targets", "Note that 2024 figures are targets",
    ],
)  # fmt: skip
def test_a_year_of_plans_by_a_footnote(note: str, tmp_path: Path) -> None:
    for name, content in below(note):
        submissions = read(tmp_path, name, content)
        assert (figures_of(submissions), codes_of(told_of(submissions))) == ([EARLIER], {"CP146"}), name


@pytest.mark.parametrize(
    "note",
    [
        "注：GDP按2020年价格计算", "按2020年价格计算", "按可比价", "以上按2020年价格计算", "本表按2020年不变价计算",
        "GDP按可比价格计算", "价格：2020年不变价", "计价：可比价", "2020年不变价", "注：GDP以可比价计", "注：产值按可比价",
        "注：绝对数按2020年价格计算,速度按可比价计算",
        "Note: at 2020 prices", "at constant prices", "At constant 2020 prices", "in 2020 prices",
        "Prices: constant 2020", "Note: GDP in comparable prices", "All values in constant 2020 prices",
        "in real terms (2020 prices)",
    ],
)  # fmt: skip
def test_constant_prices_by_a_footnote(note: str, tmp_path: Path) -> None:
    for name, content in below(note):
        submissions = read(tmp_path, name, content)
        assert (figures_of(submissions), codes_of(told_of(submissions))) == ([], {"CP143"}), name


@pytest.mark.parametrize(
    "note",
    [
        "注：规模以上工业按可比价", "注：增速按可比价计算", "按当年价格计算", "注：2024年完成计划", "Note: data are final",
        "注：2020年以来按新口径", "Prices: current", "24年",
    ],
)  # fmt: skip
def test_footnotes_that_change_nothing(note: str, tmp_path: Path) -> None:
    for name, content in below(note):
        submissions = read(tmp_path, name, content)
        assert figures_of(submissions) == [EARLIER, GDP], name


def test_a_footnote_goes_on_in_the_cells_beside_it(tmp_path: Path) -> None:
    submissions = read(tmp_path, "a.csv", "桐庐县,,\n指标,2023年,2024年\nGDP,452.3,484.4\n注：,2024年为计划数,\n")
    assert (figures_of(submissions), told_of(submissions)) == ([EARLIER], ["CP146 3:11"])


@pytest.mark.parametrize(
    ("header", "note"),
    [
        ("备注", "分水镇"), ("说明", "富春江镇"), ("备注", "城南街道"), ("备注", "莪山乡"),
        ("note", "Fenshui town"), ("remarks", "Fenshui township"), ("comment", "Chengnan Subdistrict"),
    ],
)  # fmt: skip
def test_a_lone_town_beside_a_figure(header: str, note: str, tmp_path: Path) -> None:
    for name, content in beside(note, header):
        submissions = read(tmp_path, name, content)
        assert (figures_of(submissions), codes_of(told_of(submissions))) == ([SHARE], {"CP122"}), name


@pytest.mark.parametrize(
    "note", ["位于分水镇", "小城镇", "各乡镇", "every town", "new town", "located in Fenshui town"]
)
def test_what_is_no_towns_name(note: str, tmp_path: Path) -> None:
    for name, content in beside(note):
        submissions = read(tmp_path, name, content)
        assert (figures_of(submissions), told_of(submissions)) == ([GDP, SHARE], []), name


@pytest.mark.parametrize(
    ("header", "group", "own"),
    [
        ("类别", "分水镇", False), ("领域", "城南街道", False), ("category", "Fenshui Town", False),
        ("类别", "开发区", False), ("类别", "城镇化", True), ("类别", "经济", True), ("牵头单位", "分水镇", True),
        ("类别", "桐庐", True),
    ],
)  # fmt: skip
def test_a_group_that_is_a_place(header: str, group: str, *, own: bool, tmp_path: Path) -> None:
    long = f"县,年份,{header},指标,数值\n桐庐县,2024,{group},GDP,484.4\n桐庐县,2024,社会,城镇化率,72.1\n"
    wide = f"桐庐县,,\n{header},指标,2024年\n{group},GDP,484.4\n社会,城镇化率,72.1\n"
    for content in (long, wide):
        submissions = read(tmp_path, "a.csv", content)
        assert figures_of(submissions) == ([GDP, SHARE] if own else [SHARE])


def test_a_zone_is_the_group_of_its_own_output(tmp_path: Path) -> None:
    submissions = read(tmp_path, "a.csv", "桐庐县,,\n类别,指标,2024年\n开发区,经济技术开发区总产值,484.4\n")
    assert figures_of(submissions) == ["tonglu zone_output 2024 484.4"]


@pytest.mark.parametrize(
    "note",
    [
        "按美元计", "以美元计", "美元", "单位：美元", "按美元折算", "in US dollars", "USD", "US$ million", "按万元计",
        "单位为万元", "此项单位：万元", "数据单位为万元", "万元口径", "折美元", "in euros", "按欧元计价", "港币",
        "in 10,000 yuan", "按万元填", "按万元填报", "以万元上报", "填的是万元", "误填为万元", "万元填写",
    ],
)  # fmt: skip
def test_another_unit_in_a_note(note: str, tmp_path: Path) -> None:
    for name, content in beside(note):
        submissions = read(tmp_path, name, content)
        assert (figures_of(submissions), codes_of(told_of(submissions))) == ([SHARE], {"CP118"}), name


@pytest.mark.parametrize(
    "note", ["按人民币计", "按季度计", "included in the total", "按亿元填", "按季度填报", "按要求填写", "企业上报"]
)
def test_a_note_of_no_other_unit(note: str, tmp_path: Path) -> None:
    for name, content in beside(note):
        submissions = read(tmp_path, name, content)
        assert (figures_of(submissions), told_of(submissions)) == ([GDP, SHARE], []), name


@pytest.mark.parametrize(
    "content",
    [
        "桐庐县,\n指标,2024年最终核实数\nGDP,484.4\n注：2024年为初步核算数,\n",
        "桐庐县,\n指标,2024年（初步核算数）\nGDP,484.4\n注：本表为最终核实数,\n",
        "桐庐县,,\n指标,2024年最终核实数,备注\nGDP,484.4,初步核算数\n",
        "县,年份,指标,数值（最终核实）,备注\n桐庐县,2024,GDP,484.4,为初步核算数\n",
        "Tonglu,\nindicator,2024 (final)\ngdp,484.4\nNote: 2024 is preliminary,\n",
        "桐庐县,\n指标,2024年（现价）\nGDP,484.4\n注：GDP按可比价计算,\n",
        "area,period,indicator,value,note\ntonglu,2024,GDP (current prices),484.4,at constant prices\n",
    ],
)
def test_stage_or_prices_that_contradict(content: str, tmp_path: Path) -> None:
    submissions = read(tmp_path, "a.csv", content)
    assert (figures_of(submissions), codes_of(told_of(submissions))) == ([], {"CP122"})


def test_a_footnote_on_all_means_those_that_agree_with_it(tmp_path: Path) -> None:
    table = "桐庐县,,\n指标,2023年最终核实数,2024年\nGDP,452.3,484.4\n注：本表为初步核算数,,\n"
    submissions = read(tmp_path, "a.csv", table)
    assert (figures_of(submissions), told_of(submissions)) == ([EARLIER, GDP], ["CP133 3:11"])


def test_constant_prices_in_a_note_of_yaml(tmp_path: Path) -> None:
    document = "area: 桐庐县\nperiod: 2024\nfigures:\n  GDP: {value: 484.4, note: 按可比价计算}\n"
    submissions = read(tmp_path, "a.yaml", document)
    assert (figures_of(submissions), codes_of(told_of(submissions))) == ([], {"CP143"})
