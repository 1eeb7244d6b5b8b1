from __future__ import annotations

import pytest

from countyplan.language import Language
from tests.template.forms import AREAS, NUMBER_OF_LINES, PLAN, form_of, written


def lines_of(area: str, period: str = "2024", language: Language = Language.ZH) -> list[str]:
    return written(form_of(area, period, language), ".yaml").decode("utf-8").splitlines()


def figures_of(lines: list[str]) -> list[str]:
    return lines[lines.index("figures:") + 1 : lines.index("commitments:")]


def above(name: str, lines: list[str]) -> str:
    """The comments right above an indicator."""
    at = lines.index(f"  {name}:")
    start = max(before for before in range(at) if not lines[before])
    return "\n".join(lines[start + 1 : at])


@pytest.mark.parametrize("area", AREAS)
def test_one_line_waits_for_each_figure(area: str) -> None:
    lines = lines_of(area)
    waiting = [line for line in figures_of(lines) if line and not line.startswith(("  #", "# "))]
    assert len(waiting) == NUMBER_OF_LINES[area]
    assert all(line.startswith("  ") and line.endswith(":") for line in waiting)


def test_the_comments_say_clause_wording_goal_unit_and_remarks() -> None:
    lines = lines_of("tonglu")
    assert "  # ==== （二）发展目标" in lines
    assert (
        above("常住人口城镇化率", lines) == "  # 原文：常住人口城镇化率不低于75%；目标：75%以上，2027年底\n  # 单位：%"
    )
    assert "单位：亿元；累计指标" in above("重点项目累计完成投资", lines)
    assert "无（两数之比）" in above("城乡居民收入倍差", lines)
    assert "农村居民人均可支配收入" in above("城乡居民收入倍差", lines)


def test_the_head_says_how_to_write_units_and_bases() -> None:
    head = "\n".join(line for line in lines_of("total", language=Language.EN) if line.startswith("#"))
    assert '{value: "1,234.5", unit: other unit' in head
    assert "basis: annual" in head


def test_every_clause_is_headed_once() -> None:
    headings = [line for line in figures_of(lines_of("jiande")) if line.startswith("  # ====")]
    assert len(headings) == len(set(headings)) == len({line.clause for line in form_of("jiande").lines})


def test_a_line_waits_for_the_state_of_each_commitment_under_the_plans_words() -> None:
    lines = lines_of("jiande")
    promised = lines[lines.index("commitments:") + 1 :]
    waiting = [line for line in promised if not line.startswith("  #")]
    assert len(waiting) == len([one for one in PLAN.commitments if one.area == "jiande"])
    at = promised.index("  创建三级甲等医院:")
    assert "原文：支持县级医院通过提标改造创建三级甲等医院；2027年底，鼓励、支持或争取" in promised[at - 1]
