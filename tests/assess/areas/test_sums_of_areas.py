"""Sums at every node of a tree of areas, whose goals are 150 (nation), 100 (east), 60 (port), 20 (quay); all made up."""

from __future__ import annotations

from pathlib import Path

import pytest

from countyplan.assess import Assessment, Remark, Status, judge
from countyplan.diagnostics import Code, Diagnostic
from countyplan.figures import collect
from countyplan.plan import load_plan
from countyplan.quantity import Period
from countyplan.submission import read_submissions
from tests.plan.plan_of_areas import write_tree

TODAY = Period.of_year(2025)


def judged(
    folder: Path, figures: str, indicator: str = "projects"
) -> tuple[dict[str, Assessment], tuple[Diagnostic, ...]]:
    """By area the verdicts at the end of 2024 on what `figures` says of each: port=70."""
    plan = load_plan(write_tree(folder / "plan"))[0]
    rows = [f"{one.split('=')[0]},2024,{indicator},{one.split('=')[1]},cumulative" for one in figures.split()]
    if indicator != "projects":
        rows = [row.replace(",cumulative", ",") for row in rows]
    path = folder / "figures.csv"
    path.write_text("\n".join(["area,period,indicator,value,basis", *rows]) + "\n", encoding="utf-8")
    found = judge(plan, collect(read_submissions([path], plan), plan, None, TODAY), plan.targets)
    return {
        one.target.area: one for one in found.assessments if one.target.indicator.id == indicator
    }, found.diagnostics


def values(by_area: dict[str, Assessment]) -> dict[str, str]:
    return {area: str(one.figure.value) for area, one in by_area.items() if one.figure is not None}


def test_each_sum_is_judged_by_what_the_areas_below_it_bring(tmp_path: Path) -> None:
    # port 30 + 35 = 65 > 60; east 65 + 40 = 105 > 100; nation 105 + 60 = 165 > 150.
    found, odd = judged(tmp_path, "quay=30 bay=35 hill=40 west=60")
    assert values(found) == {"quay": "30", "port": "65", "east": "105", "nation": "165"}
    assert {one.status for one in found.values()} == {Status.MET}
    assert odd == ()


def test_a_sum_that_lacks_a_leaf_says_what_that_leaf_has_to_bring(tmp_path: Path) -> None:
    # Known of port 30 (60 - 30 = 30 to bring), of east 30 + 40 = 70 (30), of nation 70 + 60 = 130 (20).
    found, _ = judged(tmp_path, "quay=30 hill=40 west=60")
    for area, needed in (("port", "30"), ("east", "30"), ("nation", "20")):
        parts = found[area].parts
        assert parts is not None
        assert found[area].status is Status.UNDECIDED
        assert (parts.lacking, str(parts.needed)) == (("bay",), needed)


def test_what_a_sum_in_between_tells_stands_for_a_leaf_that_is_silent(tmp_path: Path) -> None:
    # port tells 70, of which quay has 30: east 70 + 40 = 110 > 100; nation 110 + 60 = 170 > 150.
    found, _ = judged(tmp_path, "port=70 quay=30 hill=40 west=60")
    assert values(found) == {"quay": "30", "port": "70", "east": "110", "nation": "170"}
    assert {one.status for one in found.values()} == {Status.MET}
    assert Remark.OWN_TOTAL_USED in found["port"].remarks
    parts = found["east"].parts
    assert parts is not None
    assert [area for area, _ in parts.reported] == ["port", "hill"]


def test_a_sum_in_between_that_tells_less_than_its_leaves_bring_stands_for_nothing(tmp_path: Path) -> None:
    # quay alone brings 30, more than the 20 that port tells of both: of east 30 + 40 = 70 are known, 30 lack.
    found, odd = judged(tmp_path, "port=20 quay=30 hill=40 west=60")
    parts = found["east"].parts
    assert parts is not None
    assert (parts.lacking, str(parts.needed)) == (("bay",), "30")
    assert Code.PART_ABOVE_TOTAL in {one.code for one in odd}


@pytest.mark.parametrize(("told", "code"), [("105", None), ("106", Code.TOTAL_DIFFERS)])
def test_what_a_sum_tells_has_to_be_what_its_leaves_add_up_to(tmp_path: Path, told: str, code: Code | None) -> None:
    # 30 + 35 + 40 = 105.
    found, odd = judged(tmp_path, f"east={told} quay=30 bay=35 hill=40")
    assert {one.code for one in odd} == ({code} if code else set())
    assert values(found)["east"] == "105"


def test_a_sum_without_a_goal_of_its_own_is_reconciled_too(tmp_path: Path) -> None:
    plan = load_plan(write_tree(tmp_path / "plan", ("      - {areas: [port], goal: 60, wording: 超过60个}\n", "")))[0]
    path = tmp_path / "figures.csv"
    rows = ["port,2024,projects,70", "quay,2024,projects,30", "bay,2024,projects,35"]
    path.write_text("\n".join(["area,period,indicator,value", *rows]) + "\n", encoding="utf-8")
    found = collect(read_submissions([path], plan), plan, None, TODAY).diagnostics
    assert [(one.code, one.words["sum"]) for one in found if one.code is Code.SUM_DIFFERS] == [(Code.SUM_DIFFERS, "65")]


def test_a_share_of_a_sum_is_its_own_and_is_not_added_up(tmp_path: Path) -> None:
    found, _ = judged(tmp_path, "east=71 hill=60 quay=50", indicator="towns")
    assert (found["east"].status, values(found)) == (Status.MET, {"east": "71"})
