"""Goals that come of another figure: of the same period, or taken together over the same years."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest

from countyplan.assess import Assessment, Missing, NoPace, Remark, Status, judge
from countyplan.diagnostics import Code
from countyplan.figures import collect
from countyplan.plan import PlanError, load_plan
from countyplan.quantity import Period, parse_period
from countyplan.submission import read_submissions
from tests.plan.plan_of_kinds import INDICATORS, MORE, write_plan

STEP = "comparator: more_than\n    firmness: firm\n    due: 2027\n    relative_to"
IN_STEP = "comparator: about\n    tolerance: 0.1\n    firmness: firm\n    due: 2027\n    relative_to"
ZERO, ONE_MORE = "goal: 0, wording: 居民收入增长快于经济增长", "goal: 1, wording: 居民收入增长超过经济增长1个百分点"
TODAY = Period.of_year(2040)


def judged(folder: Path, rows: str, as_of: str, **changes: str) -> Assessment:
    """The verdict on the growth of incomes, that has to be more than that of output."""
    indicators = INDICATORS + MORE
    for old, new in ((STEP, changes.get("comparator", STEP)), (ZERO, changes.get("goal", ZERO))):
        assert old in indicators
        indicators = indicators.replace(old, new)
    of_incomes = indicators.index("- id: incomes")
    kind = changes.get("kind", "kind: growth_rate")
    indicators = indicators[:of_incomes] + indicators[of_incomes:].replace("kind: growth_rate", kind, 1)
    plan, _ = load_plan(write_plan(folder / "plan", indicators))
    path = folder / "figures.csv"
    path.write_text(f"area,period,indicator,value\n{rows}", encoding="utf-8")
    period = parse_period(as_of)
    figures = collect(read_submissions([path], plan), plan, period, TODAY)
    return next(one for one in judge(plan, figures, plan.targets).assessments if one.target.indicator.id == "incomes")


def two_years(incomes: tuple[str, str], output: tuple[str, str] = ("5.8", "6.2")) -> str:
    rows = [
        f"jia,{2023 + at},{name},{value}"
        for name, of in (("incomes", incomes), ("growth", output))
        for at, value in enumerate(of)
    ]
    return "\n".join(rows)


@pytest.mark.parametrize(
    ("incomes", "changes", "status"),
    [
        # Output grew by (1.058 x 1.062)^(1/2)-1 = 6.00 % a year.
        (("6.9", "6.5"), {}, Status.AHEAD),  # 6.70, /6.00 = 1.12
        (("5.9", "6.2"), {}, Status.ON_TRACK),  # 6.05, /6.00 = 1.01
        (("5.0", "5.2"), {}, Status.BEHIND),  # 5.10, /6.00 = 0.85
        (("6.9", "6.5"), {"goal": ONE_MORE}, Status.ON_TRACK),  # 6.70, /7.00 = 0.957
        (("5.5", "5.5"), {"comparator": IN_STEP}, Status.ON_TRACK),  # 5.50, /(6.00 x 0.9) = 1.02
        (("5.0", "5.2"), {"comparator": IN_STEP}, Status.BEHIND),  # 5.10, /5.40 = 0.944
    ],
)
def test_the_average_is_set_against_the_average_of_the_other(
    incomes: tuple[str, str], changes: dict[str, str], status: Status, tmp_path: Path
) -> None:
    one = judged(tmp_path, two_years(incomes), "2024", **changes)
    assert one.status is status
    assert one.step is None
    assert one.other is not None
    assert round(one.other.value, 2) == 6


def test_at_the_due_date_it_is_met_or_missed(tmp_path: Path) -> None:
    rows = "\n".join(f"jia,{year},growth,6.0\njia,{year},incomes,{{}}" for year in range(2023, 2028))
    assert judged(tmp_path, rows.format(*["6.1"] * 5), "2027").status is Status.MET
    assert judged(tmp_path, rows.format(*["6.0"] * 5), "2027").status is Status.MISSED


def test_without_the_other_figure_nothing_is_guessed(tmp_path: Path) -> None:
    one = judged(tmp_path, "jia,2023,incomes,6.1\njia,2023,growth,6.0\njia,2024,incomes,6.2", "2024")
    assert (one.status, one.no_pace) == (Status.NO_PACE, NoPace.OTHER_LACKING)
    rows = "\n".join(f"jia,{year},incomes,6.1" for year in range(2023, 2028))
    one = judged(tmp_path, rows, "2027")
    assert (one.status, one.missing) == (Status.MISSING, Missing.OTHER_LACKING)


def test_the_other_of_december_alone_stands_for_no_year(tmp_path: Path) -> None:
    rows = "jia,2023,growth,6.0\njia,2024-12,growth,9.9\njia,2023,incomes,6.9\njia,2024,incomes,6.5"
    one = judged(tmp_path, rows, "2024")  # 6.70/9.9 = 0.68 would be behind
    assert (one.status, one.no_pace, one.other) == (Status.NO_PACE, NoPace.OTHER_LACKING, None)


def test_the_last_digits_of_both_leave_open_whether_it_is_met(tmp_path: Path) -> None:
    # 6.05 to 0.005 and 6 to 0.5: 5.545 to 6.555 against 6, of which 0.455/1.01 = 0.45 does not meet it.
    rows = "\n".join(f"jia,{year},growth,6\njia,{year},incomes,6.05" for year in range(2023, 2028))
    one = judged(tmp_path, rows, "2027")
    assert one.status is Status.MET
    assert one.figure is not None
    assert round(one.figure.half_digit, 3) == Decimal("0.505")
    chances = {why.status: why.chance for why in one.borderline if why.chance is not None}
    assert {status: round(chance, 2) for status, chance in chances.items()} == {Status.MISSED: Decimal("0.45")}


def test_which_years_lack_is_told_without_the_other_figure_too(tmp_path: Path) -> None:
    one = judged(tmp_path, "jia,2023,incomes,6.1\njia,2025,incomes,6.2", "2025")
    assert one.no_pace is NoPace.OTHER_LACKING
    assert one.remarks[Remark.YEAR_LACKING] == {"years": "2024"}


def test_an_earlier_year_is_not_set_against_the_other_of_a_later_one(tmp_path: Path) -> None:
    # 8 < 9 in 2023 and 5.9 < 6 in 2024: it was never reached, though 8 is more than the 6 of 2024.
    rows = "jia,2023,growth,9\njia,2024,growth,6\njia,2023,incomes,8\njia,2024,incomes,5.9"
    one = judged(tmp_path, rows, "2024", kind="kind: hold")
    assert (one.status, one.no_pace) == (Status.NO_PACE, NoPace.RELATIVE)
    assert Remark.HOLD_LOST not in one.remarks


def test_the_other_figure_may_be_that_of_all_areas_together(tmp_path: Path) -> None:
    own, of_all = "relative_to: {indicator: growth}", "relative_to: {indicator: growth, area: total}"
    plan, _ = load_plan(write_plan(tmp_path / "plan", (INDICATORS + MORE).replace(own, of_all)))
    path = tmp_path / "figures.csv"
    rows = "jia,2023,incomes,6.5\njia,2023,growth,9.9\ntotal,2023,growth,6.0"
    path.write_text(f"area,period,indicator,value\n{rows}", encoding="utf-8")
    figures = collect(read_submissions([path], plan), plan, Period.of_year(2023), TODAY)
    one = next(one for one in judge(plan, figures, plan.targets).assessments if one.target.indicator.id == "incomes")
    assert (one.status, one.target.goal) == (Status.AHEAD, Decimal(6))


def test_what_is_no_average_is_only_met_or_not(tmp_path: Path) -> None:
    ratio = {"comparator": STEP.replace("comparator", "whole_year: true\n    comparator")}
    plan = {"kind": "kind: ratio"}
    one = judged(tmp_path, "jia,2024,growth,6.0\njia,2024,incomes,5.9", "2024", **ratio, **plan)
    assert (one.status, one.no_pace, one.step) == (Status.NO_PACE, NoPace.RELATIVE, None)
    assert judged(tmp_path, "jia,2024,growth,6.0\njia,2024,incomes,6.1", "2024", **plan).status is Status.MET


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ("relative_to: {indicator: growth}", "relative_to: {indicator: nothing}", Code.PLAN_ID_UNKNOWN),
        ("relative_to: {indicator: growth}", "relative_to: {indicator: growth, area: yi}", Code.PLAN_ID_UNKNOWN),
        ("relative_to: {indicator: growth}", "relative_to: {indicator: incomes}", Code.PLAN_VALUE_INVALID),
        ("relative_to: {indicator: growth}", "relative_to: {indicator: energy_use}", Code.PLAN_UNIT_WRONG),
    ],
)
def test_what_a_goal_cannot_be_relative_to_is_told(old: str, new: str, code: Code, tmp_path: Path) -> None:
    with pytest.raises(PlanError) as refused:
        load_plan(write_plan(tmp_path, (INDICATORS + MORE).replace(old, new)))
    assert [one.code for one in refused.value.diagnostics] == [code]
