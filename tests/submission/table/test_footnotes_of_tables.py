"""What footnotes say of figures, however their mark and their beginning are typed; figures are made up."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.submission.messy import figures_of, told_of
from tests.submission.reading import read

GDP, SHARE = "tonglu gdp 2024 484.4", "tonglu urbanisation_rate 2024 72.1"


@pytest.mark.parametrize(
    "note",
    [
        "*预计数", "* 预计", "*为预计数。", "*注：预计数", "*：预计数", "注*：预计数", "注：*预计数", "注1：*为预计数",
        "注：*号为预计数", "注：带*的为预计数", "说明：*预计数",
    ],
)  # fmt: skip
@pytest.mark.parametrize("row", ["GDP*,484.4", "GDP,484.4*"])
def test_what_bears_the_mark_is_foreseen_however_the_note_begins(row: str, note: str, tmp_path: Path) -> None:
    submissions = read(tmp_path, "a.csv", f"桐庐县,\n指标,2024年\n{row}\n城镇化率,72.1\n{note},\n")
    assert [(one.indicator, one.estimate) for one in submissions.figures] == [
        ("gdp", True),
        ("urbanisation_rate", False),
    ]


@pytest.mark.parametrize(
    ("note", "figures", "told"),
    [
        ("*注：2023年数", [SHARE], ["CP122 3:6"]),
        ("*注：不含开发区", [SHARE], ["CP122 3:6"]),
        ("注：*不含开发区", [SHARE], ["CP122 3:6"]),
        ("*注：不变价", [SHARE], ["CP143 3:6"]),
        ("*注：统计公报", [GDP, SHARE], []),
        # Without a mark or a name it is said of all, where it is a place that is left out.
        ("注：不含开发区", [], ["CP122 3:6", "CP122 4:6"]),
        ("注：以上数据不含开发区", [], ["CP122 3:6", "CP122 4:6"]),
        ("注：GDP不含农业", [SHARE], ["CP122 3:6"]),
        ("注：不含价格因素", [GDP, SHARE], []),
        ("注：包含开发区", [GDP, SHARE], []),
    ],
)
def test_another_year_prices_or_less_than_all(note: str, figures: list[str], told: list[str], tmp_path: Path) -> None:
    submissions = read(tmp_path, "a.csv", f"桐庐县,\n指标,2024年\nGDP*,484.4\n城镇化率,72.1\n{note},\n")
    assert (figures_of(submissions), told_of(submissions)) == (figures, told)


@pytest.mark.parametrize(
    ("note", "told"),
    [
        ("*注：当年完成数", ["CP121 3:13"]),
        ("注：为当年数", ["CP121 3:12"]),
        ("注：重点项目累计完成投资为当年完成数", ["CP121 3:12"]),
        ("*注：2021年以来累计", ["CP122 3:13"]),
        ("注：2021年以来累计", ["CP122 3:12"]),
        # The plan counts from 2023 on.
        ("*注：2023年以来累计", []),
        ("*注：统计公报", []),
    ],
)
def test_a_footnote_of_a_running_total(note: str, told: list[str], tmp_path: Path) -> None:
    name = "重点项目累计完成投资" + ("*" if note.startswith("*") else "")
    submissions = read(tmp_path, "a.csv", f"桐庐县,\n指标,2024年\n{name},50\n{note},\n")
    assert told_of(submissions) == told
    assert bool(submissions.figures) is not bool(told)


def test_a_footnote_of_a_basis_leaves_alone_what_has_one_and_what_does_not_add_up(tmp_path: Path) -> None:
    text = "桐庐县,\n指标,2024年\n重点项目累计完成投资（累计）*,50\nGDP*,484.4\n*注：当年数,\n"
    submissions = read(tmp_path, "a.csv", text)
    assert (len(submissions.figures), told_of(submissions)) == (2, [])


@pytest.mark.parametrize(
    "note", ["注：以上为1-9月数据", "注：为前三季度数", "注：前三季度数", "注：数据截至9月底", "*注：1-9月"]
)
def test_a_footnote_of_a_part_of_the_year(note: str, tmp_path: Path) -> None:
    submissions = read(tmp_path, "a.csv", f"桐庐县,\n指标,2024年\nGDP*,360\n{note},\n")
    assert (figures_of(submissions), told_of(submissions)) == ([], ["CP122 3:6"])


OLD, NEW = "tonglu gdp 2023 460", "tonglu gdp 2024 484.4"


def _two_years(note: str, folder: Path) -> tuple[list[str], list[str]]:
    submissions = read(folder, "a.csv", f"桐庐县,,\n指标,2023年,2024年\nGDP,460,484.4\n{note},,\n")
    return figures_of(submissions), told_of(submissions)


@pytest.mark.parametrize(
    "note",
    [
        "注：2024年目标值", "注：2024年计划", "注：2024为计划", "1.2024年为计划数",
        "备注：1.2024年为计划数；2.统计公报", "注：①2024年为计划数",
    ],
)  # fmt: skip
def test_goals_of_a_year_are_told_with_or_without_a_verb_and_a_number(note: str, tmp_path: Path) -> None:
    assert _two_years(note, tmp_path) == ([OLD], ["CP146 3:9"])


@pytest.mark.parametrize(
    "note",
    [
        "注：2024年不含开发区", "注：2024年GDP不含开发区", "注：2024年起不含开发区", "注：2024年部分乡镇未报",
        "注：2024年截至11月",
        "注：2024年为前11个月数", "注：2024年数据截至2024年9月30日", "说明：2024年数据沿用2023年",
        "注：数据截至2024年9月30日",
    ],
)  # fmt: skip
def test_less_than_a_year_or_its_area_is_told_of_that_year(note: str, tmp_path: Path) -> None:
    assert _two_years(note, tmp_path) == ([OLD], ["CP122 3:9"])


@pytest.mark.parametrize(
    "note",
    ["注：开发区除外", "注：缺12月数据", "注：部分乡镇未报", "注：数据不完整", "注：外资企业除外"],
)
def test_what_lacks_without_a_year_is_told_of_all(note: str, tmp_path: Path) -> None:
    assert _two_years(note, tmp_path) == ([], ["CP122 3:5", "CP122 3:9"])


@pytest.mark.parametrize(
    "note",
    [
        "注：缺失数据用“-”表示", "注：部分指标未报", "注：2024年预计增长5%", "注：2024年起采用新口径",
        "注：合计不全等于分项之和", "注：2024年含开发区",
        "注：截至2024年12月31日", "注：填报日期2025年3月20日", "注：2025年后停止报送", "注：2024年计划另行下达",
        "注：2022年除外", "注：2025年起为预测",
        "注：①统计公报", "注：2023年为最终核实数",
    ],
)  # fmt: skip
def test_a_note_that_says_nothing_against_the_figures(note: str, tmp_path: Path) -> None:
    assert _two_years(note, tmp_path) == ([OLD, NEW], [])


@pytest.mark.parametrize(
    ("note", "foreseen"),
    [
        ("注：2024年预计数", [False, True]),
        ("注：2024年（预计）", [False, True]),
        ("注：2023年起为预测", [True, True]),
        ("注：2024年起为预测", [False, True]),
        ("注：2022-2024年为预计数", [True, True]),
        ("注：2021、2024年为预计数", [False, True]),
        ("注：2021-2023年为预计数", [True, False]),
        ("注：GDP预计数", [True, True]),
        ("注：①GDP为预计数", [True, True]),
        ("注：桐庐县、淳安县为预计数", [True, True]),
        ("注：淳安县、建德市为预计数", [False, False]),
        ("注：人均GDP为预计数", [False, False]),
    ],
)
def test_years_and_areas_that_a_note_foresees(note: str, foreseen: list[bool], tmp_path: Path) -> None:
    submissions = read(tmp_path, "a.csv", f"桐庐县,,\n指标,2023年,2024年\nGDP,460,484.4\n{note},,\n")
    assert [one.estimate for one in submissions.figures] == foreseen


@pytest.mark.parametrize(
    ("lines", "figures", "told"),
    [
        (["注：", "1.GDP为预计数；", "2.数据来源：统计局"], [GDP], ["CP133 3:5"]),
        (["注：1.数据来源：统计局；", "2.GDP不含开发区。"], [], ["CP122 3:5"]),
        (["注：1.数据来源：统计局；", "2.GDP包括开发区。"], [GDP], []),
        (["备注 ：（1）数据来源：统计局；", "（2）GDP为计划数。"], [], ["CP146 3:5"]),
        (["注：数据来源：统计局", "1.GDP为计划数"], [], ["CP146 3:5"]),
        (["[Note 1: GDP is an estimate]"], [GDP], ["CP133 3:5"]),
        (["注：含富阳区"], [], ["CP122 3:5"]),
        (["Note: includes Fuyang District"], [], ["CP122 3:5"]),
        (["注：含分水镇"], [GDP], []),
    ],
)
def test_notes_go_on_in_numbered_lines_and_may_add_another_area(
    lines: list[str], figures: list[str], told: list[str], tmp_path: Path
) -> None:
    content = "桐庐县,\n指标,2024年\nGDP,484.4\n" + "".join(f"{line},\n" for line in lines)
    submissions = read(tmp_path, "a.csv", content)
    assert (figures_of(submissions), told_of(submissions)) == (figures, told)
