from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest

from countyplan.diagnostics import Code
from countyplan.plan import Comparator
from countyplan.plan.files.own import OwnWords
from countyplan.plan.wording import wording_in
from countyplan.quantity.unit import shipped_units
from tests.plan.small_plan import TARGETS, changed, opened, write

ENGLISH, GERMAN = wording_in("en", OwnWords()), OwnWords(at_least=("mindestens",), thousands=".", decimal=",")
UNITS = shipped_units()


@pytest.mark.parametrize(
    ("wording", "allowed"),
    [
        ("at least 50 %", {Comparator.AT_LEAST}),
        ("no fewer than 12 schools", {Comparator.AT_LEAST}),
        ("no more than 250 ktCO2e", {Comparator.AT_MOST}),
        ("Not exceeding 5 %", {Comparator.AT_MOST}),
        ("reduced to 1,200 ktCO2e", {Comparator.AT_MOST}),
        ("more than 2,500 heat pumps", {Comparator.MORE_THAN}),
        ("over 10 GWh", {Comparator.MORE_THAN}),
        ("fewer than 3", {Comparator.LESS_THAN}),
        ("about 50 percent", {Comparator.ABOUT}),
        ("2.5 to 3 billion tonnes", {Comparator.BETWEEN}),
        ("between 5 and 7 GW", {Comparator.BETWEEN}),
        ("from 40 to 50 %", set(Comparator)),
        ("1,200 ktCO2e", set(Comparator)),
    ],
)
def test_what_english_words_allow(wording: str, allowed: set[Comparator]) -> None:
    assert ENGLISH.comparators(wording) == allowed


@pytest.mark.parametrize(
    ("language", "own", "wording", "numbers"),
    [
        ("en", OwnWords(), "1,200 ktCO2e", {"1200"}),
        ("en", OwnWords(), "12 500 homes", {"12500"}),
        ("en", OwnWords(), "2.5 million homes", {"2.5", "2500000"}),
        ("en", OwnWords(), "8.000 homes", {"8.000"}),
        ("en", OwnWords(), "1,20 homes", set()),
        ("de", GERMAN, "mindestens 8.000 Wohnungen", {"8000"}),
        ("de", GERMAN, "1.234,5 ha", {"1234.5"}),
        ("de", OwnWords(), "8.000 Wohnungen", set()),
        ("de", OwnWords(), "800 Wohnungen", {"800"}),
        ("zh", OwnWords(), "分别达到600，360亿元", {"600", "360", "36000000000"}),
        ("zh", OwnWords(), "１，２００个", {"1", "200"}),
    ],
)
def test_numbers_are_read_as_the_plans_language_writes_them(
    language: str, own: OwnWords, wording: str, numbers: set[str]
) -> None:
    assert {value for value, _ in wording_in(language, own).numbers(wording, UNITS)} == {
        Decimal(one) for one in numbers
    }


@pytest.mark.parametrize(
    ("wording", "unit"),
    [
        ("at most 40 t", "吨"),
        ("at most 40 t of waste", "吨"),
        ("at most 40 t, or less", "吨"),
        ("40 to 50", None),
        ("12 hangars by 2030", None),
        ("80 mu of land", "亩"),
        ("80 museums in all", None),
        ("at least 60 km2 of park", "平方公里"),
    ],
)
def test_a_word_that_begins_like_a_unit_is_none(wording: str, unit: str | None) -> None:
    _, told = next(iter(ENGLISH.numbers(wording, UNITS)))
    assert (told and told.name) == unit


def test_a_plans_own_words_come_before_those_of_its_language() -> None:
    assert wording_in("de", GERMAN).comparators("Mindestens 8.000") == {Comparator.AT_LEAST}
    assert wording_in("de", GERMAN).comparators("höchstens 8.000") == set(Comparator)


@pytest.mark.parametrize(
    ("goal", "unit", "wording", "found"),
    [
        ("363", "亿元", "完成投资363亿元", []),
        ("36300", "百万元", "完成投资363亿元", []),
        ("363", "万元", "完成投资363亿元", ["363万元"]),
        ("12000", "人", "培训1.2万人", []),
        ("12000", "人", "培训1.2万", []),
        ("20", "家", "培育20个", []),
        ("20", "亿元", "完成20亩", ["20亿元"]),
        ("30", "亿元", "完成20亿元", ["30"]),
    ],
)
def test_the_goal_has_to_stand_in_its_wording_in_its_unit(
    tmp_path: Path, goal: str, unit: str, wording: str, found: list[str]
) -> None:
    targets = changed(
        TARGETS,
        ("kind: ratio", "kind: cumulative"),
        ('unit: "%"', f"unit: {unit}"),
        ("    quotient: {of: good_roads, by: all_roads}\n", ""),
        ("goal: 91.50, wording: 公路优良率不低于91.5%", f"goal: {goal}, wording: {wording}"),
    )
    told = [one for one in opened(write(tmp_path, targets))[1] if one.code is Code.WORDING_LACKS_GOAL]
    assert [one.words["goal"] for one in told] == found


@pytest.mark.parametrize("name", ["name: {zh: 公路优良率, en: Good roads, de: Gute Straßen}", "name: 公路优良率"])
def test_a_name_may_be_told_in_any_number_of_languages(tmp_path: Path, name: str) -> None:
    targets = changed(TARGETS, ("    name: 公路优良率\n    name_en: Good roads\n", f"    {name}\n"))
    plan, found = opened(write(tmp_path, targets))
    assert plan is not None, found
    one = plan.measured["road_quality"]
    told = "Gute" in name
    assert (one.name, one.name_en) == ("公路优良率", "Good roads" if told else "公路优良率")
    assert plan.indicator_names.find("Gute Straßen") == ("road_quality" if told else None)
