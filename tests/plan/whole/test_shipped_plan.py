"""What the plan that ships with the package says, counted, and held against its own words."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from decimal import Decimal
from pathlib import Path

import pytest

from countyplan.plan import TOTAL, Comparator, Firmness, Kind, load_plan, shipped_plan
from countyplan.plan.files.own import OwnWords
from countyplan.plan.wording import wording_in
from countyplan.quantity import Period, parse_period

PLAN, ODD = load_plan(shipped_plan())


def test_it_is_without_faults() -> None:
    assert ODD == ()


def test_it_holds_what_the_plan_holds() -> None:
    assert len(PLAN.indicators) == 23
    assert len(PLAN.targets) == 53
    assert Counter(target.area for target in PLAN.targets) == {"tonglu": 16, "chunan": 15, "jiande": 15, TOTAL: 7}
    assert len(PLAN.units) == 26
    assert [clause.number for clause in PLAN.clauses] == list(range(1, 26))
    kinds = {Kind.LEVEL, Kind.RATIO, Kind.CUMULATIVE, Kind.COUNT, Kind.HOLD}
    assert {indicator.kind for indicator in PLAN.indicators} == kinds


def test_twenty_clauses_name_units_and_five_name_none() -> None:
    naming = [clause.number for clause in PLAN.clauses if PLAN.responsible(clause.number)]
    assert len(naming) == len(PLAN.responsibilities.clauses) == 20
    assert set(range(1, 26)) - set(naming) == set(PLAN.responsibilities.none_named) == {1, 2, 23, 24, 25}


def test_responsible_units_stand_in_the_plans_order() -> None:
    assert [unit.id for unit in PLAN.responsible(4)] == ["investment_promotion", "county_governments"]
    assert [unit.each_area for unit in PLAN.responsible(4)] == [False, True]
    assert [unit.id for unit in PLAN.units if unit.each_area] == ["county_governments"]


@pytest.mark.parametrize("target", PLAN.targets, ids=lambda target: f"{target.indicator.id}-{target.area}")
def test_every_wording_holds_its_goal_and_its_comparator(target: object) -> None:
    [one] = [known for known in PLAN.targets if known is target]
    text = unicodedata.normalize("NFKC", one.wording).translate(str.maketrans("四", "4"))
    numbers = {Decimal(number) for number in re.findall(r"\d+(?:\.\d+)?", text)}
    assert {one.goal, one.high or one.goal} <= numbers
    assert one.indicator.comparator in wording_in("zh", OwnWords()).comparators(one.wording)
    assert (one.high is not None) == (one.indicator.comparator is Comparator.BETWEEN)


def test_targets_come_by_indicator_then_by_area_then_the_total() -> None:
    indicators = [indicator.id for indicator in PLAN.indicators]
    areas = [*PLAN.area_ids, TOTAL]
    order = [(indicators.index(target.indicator.id), areas.index(target.area)) for target in PLAN.targets]
    assert order == sorted(order)
    assert len(set(order)) == len(order)


def test_all_is_due_at_the_plans_end() -> None:
    assert {str(target.due) for target in PLAN.targets} == {"2027"}
    assert PLAN.baseline == Period.of_year(2022)
    assert PLAN.identity.stage == "draft_for_comment"


def test_words_of_effort_and_no_others_are_aspirational() -> None:
    aspirational = {target for target in PLAN.targets if target.indicator.firmness is Firmness.ASPIRATIONAL}
    assert {target.indicator.id for target in PLAN.targets if "力争" in target.wording} == {
        target.indicator.id for target in aspirational
    }


def test_readings_are_found_by_id() -> None:
    used = {reading for indicator in PLAN.indicators for reading in indicator.readings}
    assert {PLAN.reading(one).id for one in used} == {one.id for one in PLAN.targets_file.readings}


def test_areas_clauses_and_units_of_measure_are_found() -> None:
    assert PLAN.area("tonglu").code == "330122"
    assert PLAN.clause(18).number == 18
    assert PLAN.unit_of_measure("gdp").name == "亿元"
    assert PLAN.unit_of_measure("rural_income").name == "元"
    assert PLAN.cutoffs.ahead is not None
    assert PLAN.cutoffs.ahead > PLAN.cutoffs.on_track > PLAN.cutoffs.behind > PLAN.cutoffs.far_behind


@pytest.mark.parametrize(
    ("indicator", "area", "binds"),
    [
        ("ten_billion_chains", "tonglu", True),
        ("ten_billion_chains", "chunan", False),
        ("future_communities", "chunan", True),
        ("future_communities", TOTAL, True),
        ("gdp", TOTAL, False),
        ("urban_income", "jiande", True),
        ("urban_income", TOTAL, False),
    ],
)
def test_whom_a_figure_matters_for(indicator: str, area: str, *, binds: bool) -> None:
    assert PLAN.binds(indicator, area) is binds


@pytest.mark.parametrize(
    ("name", "area"),
    [("tonglu", "tonglu"), ("桐庐", "tonglu"), ("桐庐县", "tonglu"), ("330122", "tonglu"), ("Chun'an", "chunan"),
     ("３３０１２７", "chunan"), ("建德市", "jiande"), ("total", TOTAL), ("合计", TOTAL), ("三县（市）合计", TOTAL),
     ("三县(市)合计", TOTAL), ("杭州市", None), ("桐芦县", None), ("", None)],
)  # fmt: skip
def test_areas_by_id_name_and_code(name: str, area: str | None) -> None:
    assert PLAN.area_names.find(name) == area


def test_every_indicator_is_known_by_all_its_names() -> None:
    for one in PLAN.measured.values():
        for name in (one.id, one.name, one.name_en, *one.aliases):
            assert PLAN.indicator_names.find(name) == one.id


def test_units_and_governments_are_known_by_name() -> None:
    assert PLAN.unit_names.find("市发改委") == "development_reform"
    assert PLAN.unit_names.find("Tonglu County Government") == "桐庐县政府"
    assert PLAN.unit_names.find("市财政局（筹）") is None


def test_the_folder_is_found_inside_the_package_where_it_is_installed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "data").mkdir()
    monkeypatch.setattr("countyplan.language.shipped._PACKAGE", tmp_path)
    assert shipped_plan() == tmp_path / "data"


def test_the_folder_is_found_at_the_top_of_a_checkout(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("countyplan.language.shipped._PACKAGE", tmp_path / "src" / "countyplan")
    assert shipped_plan() == tmp_path / "data"


def test_it_sets_no_milestones() -> None:
    assert PLAN.milestones_file.milestones == ()
    year, half = Period.of_year(2024), parse_period("2024-Q2")
    assert half is not None
    assert PLAN.milestone("gdp", "tonglu", year) is None
    assert PLAN.milestone("gdp", "tonglu", half) is None
