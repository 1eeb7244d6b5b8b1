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
