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
