from __future__ import annotations

from pathlib import Path
from time import process_time

import pytest

from countyplan.diagnostics import Code
from countyplan.plan import TOTAL, load_plan, shipped_plan
from countyplan.plan.files.area import Area
from countyplan.plan.selection import Selection
from countyplan.plan.tree import AreaTree
from tests.plan.plan_of_areas import AREAS, INDICATORS, write_tree
from tests.plan.small_plan import opened


def area(name: str, parent: str | None = None) -> Area:
    return Area.model_validate({"id": name, "name": name, "code": name, "parent": parent})


def test_a_flat_plan_is_a_tree_of_one_level_below_its_total() -> None:
    tree = load_plan(shipped_plan())[0].tree
    assert tree.order == ("tonglu", "chunan", "jiande", TOTAL)
    assert tree.parts(TOTAL) == tree.leaves == tree.roots == ("tonglu", "chunan", "jiande")
    assert tree.above("jiande") == (TOTAL,)
    assert tree.top == TOTAL


def test_sums_come_after_what_they_are_made_up_of_and_the_topmost_last(tmp_path: Path) -> None:
    tree = load_plan(write_tree(tmp_path))[0].tree
    assert tree.order == ("quay", "bay", "hill", "west", "port", "east", "nation")
    assert tree.below("east") == ("port", "quay", "bay", "hill")
    assert tree.above("quay") == ("port", "east", "nation")
    assert tree.top == "nation"


def test_the_topmost_area_is_the_total_on_the_command_line(tmp_path: Path) -> None:
    plan = load_plan(write_tree(tmp_path))[0]
    assert plan.area_names.find("total") == "nation"
    assert {one.area for one in Selection.named(plan, areas=["total"]).targets(plan)} == {"nation"}


def test_without_a_total_and_with_several_roots_nothing_is_all_areas_together(tmp_path: Path) -> None:
    nation = next(line for line in AREAS.splitlines(keepends=True) if "id: nation" in line)
    above = (", parent: nation}", "}")
    goal = ("      - {areas: [nation], goal: 150, wording: 全国超过150个}\n", "")
    plan = load_plan(write_tree(tmp_path, (nation, ""), above, above, goal))[0]
    assert plan.tree.top is None
    assert plan.area_names.find("total") is None
    assert {one.area for one in plan.targets} == {"quay", "port", "east"}


def test_what_reported_brings_what_it_is_a_part_of_and_every_total(tmp_path: Path) -> None:
    # The hill is no part of the port, whose total is told all the same; a share of the port's own would not be.
    share = "      - {areas: [port], goal: 72, wording: 达到72%}\n"
    plan = load_plan(write_tree(tmp_path, indicators=INDICATORS + share))[0]

    def told(area: str, *clauses: int) -> set[tuple[str, str]]:
        asked = Selection(clauses=frozenset(clauses) or None).of_reporters(plan, frozenset({area}))
        return {(one.indicator.id, one.area) for one in asked.targets(plan)}

    totals = {("projects", "port"), ("projects", "east"), ("projects", "nation"), ("towns", "east")}
    assert told("hill") == totals
    assert told("bay") == {*totals, ("towns", "port")}
    assert told("west") == totals - {("towns", "east")}
    assert told("hill", 2) == set()


def test_a_part_binds_through_the_nearest_sum_that_has_a_goal(tmp_path: Path) -> None:
    plan = load_plan(write_tree(tmp_path))[0]
    assert [plan.bound_at("projects", one) for one in ("quay", "bay", "hill", "west")] == [
        "quay", "port", "east", "nation"
    ]  # fmt: skip
    assert plan.bound_at("towns", "west") is None


def test_the_government_of_a_sum_is_its_own(tmp_path: Path) -> None:
    plan = load_plan(write_tree(tmp_path))[0]
    assert [one.government for one in plan.governed("east")] == ["东省"]


@pytest.mark.parametrize(
    ("changes", "code", "words"),
    [
        ([("parent: nation}", "parent: natoin}")], Code.PLAN_ID_UNKNOWN, {"id": "natoin"}),
        (
            [('code: "1", level: nation}', 'code: "1", level: nation, parent: port}')],
            Code.AREAS_IN_A_CIRCLE,
            {"areas": "nation → port → east → nation"},
        ),
        ([('"112", level: county, parent: east}', '"112", level: county, parent: hill}')], Code.AREAS_IN_A_CIRCLE,
         {"areas": "hill → hill"}),
        ([("clauses:", "total: {name: 合计}\nclauses:")], Code.TOTAL_IS_AN_AREA, {"area": "nation"}),
        ([("{areas: [quay], goal: 20", "{areas: [quay, hill, east], due: 2026, goal: 20")], Code.GOAL_AT_PART_AND_WHOLE,
         {"area": "quay", "whole": "east"}),
        ([("{areas: [nation], goal: 150", "{areas: [total], goal: 150")], Code.PLAN_ID_UNKNOWN, {"id": "total"}),
    ],
)  # fmt: skip
def test_what_is_no_tree_is_told(
    tmp_path: Path, changes: list[tuple[str, str]], code: Code, words: dict[str, str]
) -> None:
    found = [one for one in opened(write_tree(tmp_path, *changes))[1] if one.code is code]
    assert found
    assert words.items() <= found[0].words.items()
    assert found[0].place.line is not None


def test_no_depth_is_too_deep_and_many_areas_take_no_long_time() -> None:
    deep = AreaTree((area("a0"), *(area(f"a{at}", f"a{at - 1}") for at in range(1, 3000))), has_total=True)
    wide = AreaTree((area("root"), *(area(f"a{at}", "root") for at in range(3000))), has_total=False)
    begun = process_time()
    assert len(deep.below(TOTAL)) == len(deep.above("a2999")) == 3000
    assert deep.order[0] == "a2999"
    assert len(wide.with_above(wide.leaves)) == 3001
    assert process_time() - begun < 0.5
