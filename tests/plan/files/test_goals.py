"""Goals that say something for themselves: each is a target with a year of its own, and what fits together is checked."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest

from countyplan.diagnostics import Code
from countyplan.plan import Comparator, Firmness, Kind, PlanError, load_plan
from countyplan.plan.kind import Pacing
from countyplan.quantity import Period
from tests.plan.plan_of_kinds import INDICATORS, write_plan


def test_each_goal_is_a_target_with_what_it_says_for_itself(tmp_path: Path) -> None:
    plan, odd = load_plan(write_plan(tmp_path))
    first, last = plan.targets_of("towns")["jia"]
    assert odd == ()
    assert (first.indicator.due, first.goal, first.indicator.firmness) == (2025, Decimal(70), Firmness.FIRM)
    assert (last.indicator.due, last.goal, last.indicator.firmness) == (2030, Decimal(80), Firmness.ASPIRATIONAL)
    assert plan.target("towns", "jia") == first
    assert plan.target("towns", "jia", 2030) == last
    assert plan.target("towns", "jia", 2027) is None
    years = (2024, 2025, 2026, 2031)
    assert [plan.target_at("towns", "jia", Period.of_year(year)) for year in years] == [first, first, last, last]
    assert plan.target_at("towns", "yi", Period.of_year(2024)) is None


def test_a_goal_may_have_its_own_comparator_and_kind(tmp_path: Path) -> None:
    own = "wording: 稳定在80%左右, due: 2030, comparator: about, tolerance: 0.05, kind: hold}"
    plan, _ = load_plan(
        write_plan(tmp_path, INDICATORS.replace("wording: 2030年力争达到80%, due: 2030, firmness: aspirational}", own))
    )
    first, last = (target.indicator for target in plan.targets_of("towns")["jia"])
    assert (first.comparator, first.tolerance, first.kind) == (Comparator.AT_LEAST, None, Kind.RATIO)
    assert (last.comparator, str(last.tolerance), last.kind) == (Comparator.ABOUT, "0.05", Kind.HOLD)


def test_yearly_rates_are_judged_on_whole_years_only(tmp_path: Path) -> None:
    plan, _ = load_plan(write_plan(tmp_path))
    assert [one.id for one in plan.indicators if plan.whole_years_only(one.id)] == ["growth"]
    assert [kind for kind in Kind if kind.manner.pacing is Pacing.AVERAGE] == [Kind.GROWTH_RATE]


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ("2030年力争达到80%, due: 2030", "2025年力争达到80%, due: 2025", Code.GOAL_TWICE),
        ("due: 2030, firmness", "due: 2022, firmness", Code.PLAN_VALUE_INVALID),
        ("due: 2030, firmness", "due: 2030, tolerance: 0.1, firmness", Code.GOAL_SHAPE),
        ("due: 2030, firmness", "due: 2030, comparator: about, firmness", Code.GOAL_SHAPE),
        ("due: 2030, firmness", "due: 2030, comparator: between, firmness", Code.GOAL_SHAPE),
        ("due: 2030, firmness", "due: 2030, kind: growth_rate, firmness", Code.KIND_CONTRADICTS),
        ("due: 2030, firmness", "due: 2030, base: 2020, firmness", Code.PLAN_VALUE_INVALID),
        ("due: 2030, firmness", "due: 2030, readings: [nobodys], firmness", Code.PLAN_ID_UNKNOWN),
        ("    base: 2020\n", "    base: 2027\n", Code.PLAN_VALUE_INVALID),
        ("wording: 比2020年下降13.5%以上}", "wording: 比2020年下降13.5%以上, base: 2015}", Code.PLAN_VALUE_INVALID),
    ],
)
def test_what_does_not_fit_together_is_told(old: str, new: str, code: Code, tmp_path: Path) -> None:
    assert old in INDICATORS
    with pytest.raises(PlanError) as refused:
        load_plan(write_plan(tmp_path, INDICATORS.replace(old, new)))
    assert {one.code for one in refused.value.diagnostics} - {Code.WORDING_CONTRADICTS} == {code}
