"""Goals that were adjusted: each period is judged by the goal in force at its end."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest

from countyplan.diagnostics import Code
from countyplan.language import Language, Texts
from countyplan.plan import Plan, PlanError, load_plan
from countyplan.quantity import Period, parse_period
from countyplan.run.asked import Asked
from countyplan.run.judged import judge_files
from countyplan.run.told import report_of
from tests.plan.plan_of_kinds import INDICATORS, write_figures, write_plan

GROWTH = "      - {areas: [jia], goal: 6, wording: 年均增长6%以上}\n"
ADJUSTED = """      - areas: [jia]
        goal: 5.5
        wording: 年均增长5.5%以上
        in_force: 2025-03-15
        set_by: 虚构〔2025〕1号
"""


def adjusted(folder: Path, more: str = ADJUSTED) -> Plan:
    assert GROWTH in INDICATORS
    return load_plan(write_plan(folder, INDICATORS.replace(GROWTH, GROWTH + more)))[0]


def period(text: str) -> Period:
    found = parse_period(text)
    assert found is not None
    return found


def test_of_several_goals_that_counts_which_is_in_force(tmp_path: Path) -> None:
    plan = adjusted(tmp_path)
    goals = {
        text: plan.in_force_at(period(text)).target("growth", "jia") for text in ("2024", "2025-02", "2025-03", "2026")
    }
    assert {text: one and (one.goal, one.set_by) for text, one in goals.items()} == {
        "2024": (Decimal(6), None),
        "2025-02": (Decimal(6), None),
        "2025-03": (Decimal("5.5"), "虚构〔2025〕1号"),
        "2026": (Decimal("5.5"), "虚构〔2025〕1号"),
    }
    assert [one.goal for one in plan.targets_of("growth")["jia"]] == [Decimal("5.5")]
    assert len(plan.targets) == 4


def test_a_plan_that_was_never_adjusted_stays_the_same(tmp_path: Path) -> None:
    plan = load_plan(write_plan(tmp_path))[0]
    assert plan.in_force_at(Period.of_year(2024)) is plan


def test_each_period_is_judged_by_its_own_goal_and_the_report_says_which(tmp_path: Path) -> None:
    # 5.8 and 5.9 average 5.85: of 6 that is 0.975. With 6.6 they average 6.10: of 5.5 that is 1.11.
    plan = adjusted(tmp_path / "plan")
    figures = write_figures(tmp_path / "submissions")
    report = report_of(judge_files(Asked(plan=plan, paths=(figures,))), Texts(Language.ZH))
    [row] = [one for one in report.rows if one.machine.target == "growth"]
    assert (row.machine.status, row.machine.goal) == ("ahead", "5.5")
    assert "目标自2025年3月15日起按虚构〔2025〕1号" in row.notes
    assert row.change is not None
    then = row.change.then()
    assert (then.status, then.goal) == ("on_track", "6")


def test_what_was_not_in_force_before_has_nothing_to_be_compared_with(tmp_path: Path) -> None:
    added = ADJUSTED.replace("goal: 5.5", "due: 2030\n        goal: 5.5")
    plan = adjusted(tmp_path / "plan", added)
    assert [one.indicator.due for one in plan.in_force_at(Period.of_year(2024)).targets_of("growth")["jia"]] == [2027]
    report = report_of(
        judge_files(Asked(plan=plan, paths=(write_figures(tmp_path / "submissions"),))), Texts(Language.EN)
    )
    assert [one.machine.due for one in report.rows if one.change is None] == [2030]


@pytest.mark.parametrize(
    ("more", "code"),
    [
        (ADJUSTED + ADJUSTED, Code.GOAL_TWICE),
        (ADJUSTED.replace("        set_by: 虚构〔2025〕1号\n", ""), Code.PLAN_KEY_MISSING),
        (ADJUSTED.replace("2025-03-15", "2025年3月"), Code.PLAN_VALUE_INVALID),
    ],
)
def test_an_adjustment_without_its_day_or_document_is_told(more: str, code: Code, tmp_path: Path) -> None:
    with pytest.raises(PlanError) as refused:
        adjusted(tmp_path, more)
    assert {one.code for one in refused.value.diagnostics} == {code}
