from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest

from countyplan.diagnostics import Code
from countyplan.plan import PlanError, load_plan
from countyplan.quantity import Period, parse_period
from tests.plan.small_plan import MILESTONES, RESPONSIBILITIES, TARGETS, changed, opened, told, write


def test_a_sound_plan_is_loaded_with_nothing_to_remark(tmp_path: Path) -> None:
    plan, found = load_plan(write(tmp_path))
    assert found == ()
    assert [(target.area, str(target.goal), target.high) for target in plan.targets] == [("jia", "91.50", None)]
    assert plan.identity.issued == "2024-06-01"


def test_milestones_are_read_where_there_are_any(tmp_path: Path) -> None:
    plan, found = load_plan(write(tmp_path, milestones=MILESTONES))
    assert found == ()
    for written in ("2024", "2024-Q4", "2024-12"):
        period = parse_period(written)
        assert period is not None
        milestone = plan.milestone("road_quality", "jia", period)
        assert milestone is not None
        assert (milestone.goal, milestone.source) == (Decimal("88.20"), "虚构的年度工作要点")
    half = parse_period("2024-Q2")
    assert half is not None
    assert plan.milestone("road_quality", "jia", half) is None
    assert plan.milestone("road_quality", "jia", Period.of_year(2025)) is None
    assert plan.milestone("good_roads", "jia", Period.of_year(2024)) is None


def test_an_unusable_milestones_file_makes_the_plan_unusable(tmp_path: Path) -> None:
    write(tmp_path, milestones=changed(MILESTONES, ("year: 2024", "yaer: 2024")))
    assert told(tmp_path) == [
        ("milestones.yaml", 2, 5, Code.PLAN_KEY_MISSING),
        ("milestones.yaml", 2, 42, Code.PLAN_KEY_UNKNOWN),
    ]


def test_a_missing_folder_is_told_once(tmp_path: Path) -> None:
    assert told(tmp_path / "nowhere") == [("nowhere", None, None, Code.NO_SUCH_FILE)]


def test_a_file_that_is_missing_is_told_once_and_not_by_every_reference_into_it(tmp_path: Path) -> None:
    assert told(write(tmp_path, targets=None)) == [("targets.yaml", None, None, Code.PLAN_FILE_MISSING)]


def test_missing_responsibilities_are_told_once(tmp_path: Path) -> None:
    assert told(write(tmp_path, duties=None)) == [("responsibilities.yaml", None, None, Code.PLAN_FILE_MISSING)]


def test_all_faults_of_all_files_are_told_in_one_run(tmp_path: Path) -> None:
    write(
        tmp_path,
        changed(TARGETS, ("stage: in_force", "stage: secret"), ("clause: 1", "clause: 7"), ("due: 2027", "duu: 2027")),
        changed(RESPONSIBILITIES, ("id: roads", "id: 1roads"), ("clause: 1", "clause: 5")),
        changed(MILESTONES, ("area: jia", "area: yi"), ("goal: 88.20", "goal: much")),
    )
    codes = {(file, code) for file, _, _, code in told(tmp_path)}
    assert codes >= {
        ("targets.yaml", Code.PLAN_VALUE_INVALID),
        ("targets.yaml", Code.PLAN_KEY_MISSING),
        ("targets.yaml", Code.PLAN_KEY_UNKNOWN),
        ("targets.yaml", Code.PLAN_ID_UNKNOWN),
        ("targets.yaml", Code.CLAUSE_UNASSIGNED),
        ("responsibilities.yaml", Code.PLAN_VALUE_INVALID),
        ("responsibilities.yaml", Code.PLAN_ID_UNKNOWN),
        ("milestones.yaml", Code.PLAN_ID_UNKNOWN),
        ("milestones.yaml", Code.PLAN_VALUE_INVALID),
    }


def test_the_exception_tells_each_fault_on_a_line(tmp_path: Path) -> None:
    with pytest.raises(PlanError, match=r"^\S+responsibilities.yaml: error CP312 .+\n\S+targets.yaml: error CP312 .+$"):
        load_plan(tmp_path)


@pytest.mark.parametrize(
    ("old", "new", "at", "code"),
    [
        ("goal: 91.50", "goal: no", (34, 30), Code.PLAN_VALUE_INVALID),
        ("goal: 91.50", "goal: 12:30", (34, 30), Code.PLAN_VALUE_INVALID),
        ("goal: 91.50", "goal: .nan", (34, 30), Code.PLAN_VALUE_INVALID),
        ("goal: 91.50", "goal: 0x5B", (34, 30), Code.PLAN_VALUE_INVALID),
        ("due: 2027", "due: 2027-12-31", (30, 10), Code.PLAN_VALUE_INVALID),
        ("baseline: 2022", "baseline: 2023", (2, 3), Code.PLAN_VALUE_INVALID),
        ("behind: 0.60", "behind: 0.95", (13, 7), Code.PLAN_VALUE_INVALID),
        ("comparator: at_least", "comparator: between", (22, 5), Code.GOAL_SHAPE),
        ("comparator: at_least", "comparator: about", (22, 5), Code.GOAL_SHAPE),
        ("firmness: firm", "firmness: firm\n    tolerance: 0.1", (22, 5), Code.GOAL_SHAPE),
        ("goal: 91.50", "goal: [1, 2]", (22, 5), Code.GOAL_SHAPE),
        ("kind: ratio\n    unit: \"%\"\n    comparator: at_least", "kind: cumulative\n    unit: 亩\n    comparator: at_most",
         (22, 5), Code.KIND_CONTRADICTS),
        ("wording:", "words:", (34, 9), Code.PLAN_KEY_MISSING),
        ("due: 2027", "# due: 2027", (22, 5), Code.PLAN_KEY_MISSING),
    ],
)  # fmt: skip
def test_a_fault_is_told_where_it_stands(old: str, new: str, at: tuple[int, int], code: Code, tmp_path: Path) -> None:
    assert ("targets.yaml", *at, code) in told(write(tmp_path, changed(TARGETS, (old, new))))


def test_a_fault_inside_a_list_is_not_told_as_a_fault_of_the_list(tmp_path: Path) -> None:
    write(tmp_path, changed(TARGETS, ("firmness: firm", "firmness: firmly")))
    assert told(tmp_path) == [("targets.yaml", 29, 15, Code.PLAN_VALUE_INVALID)]


def test_an_upside_down_range(tmp_path: Path) -> None:
    write(
        tmp_path,
        changed(TARGETS, ("at_least", "between"), ("91.50, wording: 公路优良率不低于91.5%", "[3, 2], wording: 3到2")),
    )
    assert ("targets.yaml", 22, 5, Code.GOAL_SHAPE) in told(tmp_path)


def test_a_range_and_a_tolerance_that_are_whole(tmp_path: Path) -> None:
    write(
        tmp_path,
        changed(TARGETS, ("at_least", "between"), ("91.50, wording: 公路优良率不低于91.5%", "[2, 3], wording: 2到3")),
    )
    plan, found = load_plan(tmp_path)
    assert [(target.goal, target.high) for target in plan.targets] == [(Decimal(2), Decimal(3))]
    write(tmp_path, changed(TARGETS, ("at_least", "about\n    tolerance: 0.1"), ("不低于91.5%", "91.5%左右")))
    plan, found = load_plan(tmp_path)
    assert found == ()
    assert plan.indicators[0].tolerance == Decimal("0.1")


@pytest.mark.parametrize(
    ("text", "line", "code"),
    [
        ("", None, Code.EMPTY),
        ("# 只有注释\n", None, Code.EMPTY),
        ("- a\n", 1, Code.PLAN_VALUE_INVALID),
        ("just words", 1, Code.PLAN_VALUE_INVALID),
        ("plan: [1", 2, Code.YAML_SYNTAX),
        ("plan: &a 1", 1, Code.YAML_FEATURE),
    ],
)
def test_a_file_that_holds_no_plan(text: str, line: int | None, code: Code, tmp_path: Path) -> None:
    write(tmp_path, text)
    assert [(file, found) for file, _, _, found in told(tmp_path)] == [("targets.yaml", code)]
    assert told(tmp_path)[0][1] == line


def test_two_documents_are_not_told_as_an_empty_file(tmp_path: Path) -> None:
    codes = [code for *_, code in told(write(tmp_path, TARGETS + "---\nplan: 2\n"))]
    assert codes
    assert Code.EMPTY not in codes


def test_a_key_that_stands_twice(tmp_path: Path) -> None:
    write(tmp_path, changed(TARGETS, ("kind: ratio", "kind: ratio\n    kind: level")))
    assert told(tmp_path) == [("targets.yaml", 27, 5, Code.KEY_TWICE)]


@pytest.mark.parametrize("encoding", ["gb18030", "utf-16"])
def test_a_file_that_is_not_utf_8(encoding: str, tmp_path: Path) -> None:
    write(tmp_path)
    (tmp_path / "responsibilities.yaml").write_bytes(RESPONSIBILITIES.encode(encoding))
    assert told(tmp_path) == [("responsibilities.yaml", None, None, Code.PLAN_NOT_UTF8)]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig"])
@pytest.mark.parametrize("name", ["虚构公路局", "桐庐公路", "桐庐"])
def test_no_name_makes_the_encoding_of_a_plan_uncertain(encoding: str, name: str, tmp_path: Path) -> None:
    write(tmp_path)
    text = changed(RESPONSIBILITIES, ("虚构公路局", name))
    (tmp_path / "responsibilities.yaml").write_bytes(text.encode(encoding))
    plan, found = opened(tmp_path)
    assert found == ()
    assert plan is not None
    assert [unit.name for unit in plan.units] == [name]


def test_what_is_odd_does_not_make_a_plan_unusable(tmp_path: Path) -> None:
    write(tmp_path, changed(TARGETS, ("    readings: [ours]\n", "")))
    plan, found = load_plan(tmp_path)
    assert [one.code for one in found] == [Code.READING_UNUSED]
    assert (found[0].place.line, found[0].place.column) == (20, 10)
    assert plan.reading("ours").because == "理由"


def test_a_measured_thing_without_a_known_unit_cannot_be_asked_for_it(tmp_path: Path) -> None:
    plan, _ = load_plan(write(tmp_path))
    broken = plan.targets_file.model_copy(
        update={"components": (plan.targets_file.components[0].model_copy(update={"unit": "贯"}),)}
    )
    with pytest.raises(LookupError, match="good_roads"):
        type(plan)(broken, plan.responsibilities, plan.milestones_file).unit_of_measure("good_roads")
