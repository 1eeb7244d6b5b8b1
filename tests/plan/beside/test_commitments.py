"""What a plan promises without a number: that file's faults, and what the shipped one holds."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from countyplan.diagnostics import Code
from countyplan.plan import TOTAL, Firmness, load_plan, shipped_plan
from countyplan.plan.selection import Selection
from countyplan.quantity import Period
from tests.plan.small_plan import COMMITMENTS, changed, opened, told, write

PLAN = load_plan(shipped_plan())[0]
FILE = PLAN.commitments_file


def test_every_clause_that_demands_anything_has_targets_or_commitments() -> None:
    with_targets = {one.indicator.clause for one in PLAN.targets}
    with_commitments = {one.clause for one in FILE.commitments}
    assert with_targets | with_commitments == set(range(2, 26))
    assert with_commitments == set(range(2, 26))


def test_the_clauses_have_as_many_commitments_as_were_counted_in_the_text() -> None:
    counted = {
        2: 7, 3: 6, 4: 4, 5: 7, 6: 6, 7: 5, 8: 8, 9: 6, 10: 8, 11: 6, 12: 10, 13: 6, 14: 10, 15: 6, 16: 5, 17: 5, 18: 4,
        19: 4, 20: 5, 21: 5, 22: 7, 23: 5, 24: 5, 25: 7,
    }  # fmt: skip
    assert Counter(one.clause for one in FILE.commitments) == counted
    assert len(FILE.commitments) == sum(counted.values()) == 147


def test_of_the_plans_sentences_only_a_few_words_stand_in_the_data() -> None:
    assert max(len(one.wording) for one in FILE.commitments) <= 60


def test_a_commitment_binds_each_county_one_of_them_or_the_city() -> None:
    kinds = {one.areas for one in FILE.commitments}
    assert kinds == {PLAN.area_ids, (TOTAL,), *((area,) for area in PLAN.area_ids)}
    assert {one.area for one in PLAN.commitments} == {*PLAN.area_ids, TOTAL}


def test_encouragement_and_effort_are_not_firm() -> None:
    by_id = {one.id: one for one in FILE.commitments}
    soft = ("grade_3a_hospital", "national_zone", "merchants_return", "provincial_finance", "land_life_cycle", "grants")
    assert {by_id[one].firmness for one in soft} == {Firmness.ASPIRATIONAL}
    firm = ("five_g", "old_town_plan", "settling_unrestricted", "county_action_plan", "special_bonds")
    assert {by_id[one].firmness for one in firm} == {Firmness.FIRM}
    aspirational = [one for one in FILE.commitments if one.firmness is Firmness.ASPIRATIONAL]
    assert all("soft_words" in one.readings for one in aspirational)


def test_a_due_date_that_the_text_does_not_state_is_marked_as_our_reading() -> None:
    dated = [one for one in FILE.commitments if not {"due_of_commitments", "due_of_the_sentence"} & set(one.readings)]
    assert {(one.id, one.due) for one in dated} == {("key_projects_under_way", 2025), ("environment_leading", 2027)}
    assert all(str(one.due) in one.wording for one in dated)


def test_who_answers_is_who_the_sentence_names_before_who_the_clause_names() -> None:
    by_id = {(one.commitment.id, one.area): one for one in PLAN.commitments}
    hospital = by_id["grade_3a_hospital", "tonglu"]
    assert [unit.id for unit in PLAN.responsible_for(hospital)] == ["health", "civil_affairs", "county_governments"]
    assert [unit.id for unit in PLAN.responsible_for(by_id["guidance", TOTAL])] == ["development_reform"]
    assert [unit.id for unit in PLAN.responsible_for(by_id["city_brain", TOTAL])] == [
        "construction",
        "data_resources",
        "approvals",
    ]
    assert PLAN.responsible_for(by_id["joint_meeting", TOTAL]) == ()
    assert hospital.due == Period.of_year(2027)


def test_every_unit_of_the_plan_is_committed_to_something() -> None:
    for unit in PLAN.units:
        assert Selection(units=frozenset({unit.id})).commitments(PLAN), unit.id


def test_commitments_are_chosen_by_area_clause_and_unit() -> None:
    one = Selection(frozenset({"tonglu"}), frozenset({9}), frozenset({"health"})).commitments(PLAN)
    assert len(one) == 6
    assert {bound.area for bound in one} == {"tonglu"}
    assert Selection(frozenset({"jiande"}), frozenset({25}), frozenset({"建德市政府"})).commitments(PLAN)
    assert not Selection(frozenset({"tonglu"}), frozenset({25}), frozenset({"建德市政府"})).commitments(PLAN)


def test_they_are_known_by_id_names_and_their_own_words() -> None:
    for name in (
        "grade_3a_hospital",
        "创建三级甲等医院",
        "支持县级医院通过提标改造创建三级甲等医院",
        "A county hospital of grade 3A",
    ):
        assert PLAN.commitment_names.find(name) == "grade_3a_hospital"
    for one in FILE.commitments:
        assert PLAN.commitment_names.find(one.name) == PLAN.commitment_names.find(one.wording) == one.id


def test_a_plan_may_have_none(tmp_path: Path) -> None:
    plan, found = opened(write(tmp_path))
    assert plan is not None
    assert plan.commitments == ()
    assert found == ()


def test_a_file_without_faults_is_loaded(tmp_path: Path) -> None:
    plan, found = opened(write(tmp_path, commitments=COMMITMENTS))
    assert found == ()
    assert plan is not None
    assert [(one.commitment.id, one.area) for one in plan.commitments] == [
        ("road_plan", "jia"),
        ("road_plan", TOTAL),
        ("village_roads", "jia"),
    ]
    assert plan.reading("due_at_end").on == "due"
    assert plan.evidence("issued").text == "文件"


@pytest.mark.parametrize(
    ("change", "code", "line"),
    [
        (("firmness: aspirational", "firmness: firm"), Code.SOFT_WORDING, 23),
        (("due: 2025", "due: 2030"), Code.PLAN_VALUE_INVALID, 24),
        (("due: 2025", "due: 2022"), Code.PLAN_VALUE_INVALID, 24),
        (("clause: 1\n    name: 鼓励", "clause: 7\n    name: 鼓励"), Code.PLAN_ID_UNKNOWN, 19),
        (("areas: [jia, total]", "areas: [yi, total]"), Code.PLAN_ID_UNKNOWN, 14),
        (("areas: [jia, total]", "areas: [jia, jia]"), Code.PLAN_VALUE_INVALID, 7),
        (("units: [roads]", "units: [raods]"), Code.PLAN_ID_UNKNOWN, 15),
        (("readings: [due_at_end]", "readings: [dew]"), Code.PLAN_ID_UNKNOWN, 17),
        (("readings: [due_at_end]", "readings: []"), Code.READING_UNUSED, 3),
        (("evidence: issued\n    readings", "evidence: isued\n    readings"), Code.PLAN_ID_UNKNOWN, 16),
        (("id: village_roads", "id: road_plan"), Code.PLAN_ID_TWICE, 18),
        (("name: 鼓励修村道", "name: 编制公路规划"), Code.PLAN_NAME_TWICE, 20),
        (("wording: 编制公路规划", "wording: " + "很" * 61), Code.PLAN_VALUE_INVALID, 11),
        (("evidence: issued\n    readings", "proof: issued\n    readings"), Code.PLAN_KEY_UNKNOWN, 16),
    ],
)
def test_each_fault_is_told_where_it_stands(change: tuple[str, str], code: Code, line: int, tmp_path: Path) -> None:
    found = told(write(tmp_path, commitments=changed(COMMITMENTS, change)))
    assert ("commitments.yaml", code) in {(file, one) for file, _, _, one in found}
    assert line in {at for file, at, _, one in found if one is code}


def test_a_soft_word_may_be_firm_where_a_reading_says_why(tmp_path: Path) -> None:
    last = "areas: [jia]\n    evidence: issued"
    changes = (
        ("on: due", "on: firmness"),
        ("firmness: aspirational", "firmness: firm"),
        (last, f"{last}\n    readings: [due_at_end]"),
    )
    assert opened(write(tmp_path, commitments=changed(COMMITMENTS, *changes)))[1] == ()
