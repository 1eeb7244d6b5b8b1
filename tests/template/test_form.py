from __future__ import annotations

import pytest

from countyplan.language import Language
from countyplan.plan import TOTAL, Kind
from countyplan.submission import Basis
from countyplan.template.form import Line, one_line
from tests.template.forms import AREAS, NUMBER_OF_LINES, PERIODS, PLAN, form_of


def line(area: str, indicator: str, period: str = "2024", language: Language = Language.ZH) -> Line:
    form = form_of(area, period, language)
    return next(one for one in form.lines if PLAN.indicator_names.find(one.name) == indicator)


@pytest.mark.parametrize("period", PERIODS)
@pytest.mark.parametrize("area", AREAS)
def test_a_form_asks_for_what_binds_the_area_or_is_its_part_of_a_total(area: str, period: str) -> None:
    asked = [PLAN.indicator_names.find(one.name) for one in form_of(area, period).lines]
    bound = {one.indicator.id for one in PLAN.targets if one.area in {area, TOTAL}}
    components = {one.id for one in PLAN.targets_file.components}
    assert set(asked) == (bound if area == TOTAL else bound | components)
    assert len(asked) == len(set(asked)) == NUMBER_OF_LINES[area]


def test_the_lines_stand_in_the_plans_order_with_the_components_behind_their_quotient() -> None:
    asked = [PLAN.indicator_names.find(one.name) for one in form_of("tonglu").lines]
    assert asked[:5] == ["gdp", "income_ratio", "urban_income", "rural_income", "urbanisation_rate"]


def test_a_line_carries_the_areas_own_goal_with_the_plans_words() -> None:
    gdp = line("chunan", "gdp")
    assert gdp.wording == "实现地区生产总值360亿元"
    assert gdp.goal == "360亿元以上"
    assert gdp.due == "2027年底"
    assert gdp.clause == "（二）发展目标"
    assert line("tonglu", "pillar_industries").goal == "2至3个"
    assert line("tonglu", "pillar_industries", language=Language.EN).goal == "2 to 3"


def test_a_component_has_no_goal_and_says_what_follows_from_it() -> None:
    income = line("jiande", "rural_income")
    assert (income.wording, income.goal, income.due) == ("", "", "")
    assert "城乡居民收入倍差" in income.notes[0]
    assert "城镇居民人均可支配收入" in line("jiande", "income_ratio").notes[0]


def test_a_part_of_a_total_is_told_apart_from_the_total() -> None:
    assert any("桐庐县自己的数" in note for note in line("tonglu", "land_renewal").notes)
    assert any("相加" in note for note in line(TOTAL, "land_renewal").notes)
    assert not any("自己的数" in note for note in line(TOTAL, "land_renewal").notes)


def test_units_are_those_of_the_kind_with_the_plans_first() -> None:
    assert [unit.name for unit in line("tonglu", "land_renewal").units] == ["亩", "万亩", "公顷", "平方公里", "平方米"]
    assert line("tonglu", "gdp").unit.name == "亿元"
    assert "万元" in [unit.name for unit in line("tonglu", "gdp").units]
    assert [unit.name for unit in line("tonglu", "income_ratio").units] == [""]


def test_what_is_counted_is_offered_in_its_own_word_alone() -> None:
    assert [unit.name for unit in line("tonglu", "projects_over_100m").units] == ["个", "万个"]
    assert [unit.name for unit in line("tonglu", "ten_billion_chains").units] == ["条"]


@pytest.mark.parametrize("area", AREAS)
def test_an_english_form_writes_its_units_in_english_as_they_are_read_back(area: str) -> None:
    for told, asked in zip(form_of(area).lines, form_of(area, language=Language.EN).lines, strict=True):
        # English counts without a word, and where none stands the plan's own unit is meant.
        assert asked.unit.name == "" or PLAN.measures.find(asked.unit.name) == told.unit
        for unit in asked.units:
            assert unit.name.isascii() or unit.name in {"‰", "km²", "m²"}
            assert "," not in unit.name  # it would end an entry of a spreadsheet's list
        for unit in asked.units[1:]:
            known = PLAN.measures.find(unit.name)
            assert known is not None
            assert (known.dimension, known.factor) == (told.unit.dimension, unit.factor)


def test_english_sums_of_money_are_offered_by_their_size() -> None:
    money = line("tonglu", "gdp", language=Language.EN).units
    assert [unit.name for unit in money[:4]] == ["100 million yuan", "yuan", "1000 yuan", "10000 yuan"]


@pytest.mark.parametrize("period", PERIODS)
def test_only_what_is_cumulative_has_a_basis_and_only_a_whole_year_an_amount_of_its_own(period: str) -> None:
    for one in form_of("tonglu", period).lines:
        indicator = next((each for each in PLAN.indicators if each.name == one.name), None)
        cumulative = indicator is not None and indicator.kind is Kind.CUMULATIVE
        closes = period in {"2022", "2024", "2024-12"}
        assert one.bases == ((Basis.CUMULATIVE, Basis.ANNUAL)[: 2 if closes else 1] if cumulative else ())


@pytest.mark.parametrize(("period", "noted"), [("2024", False), ("2024-Q2", True), ("2024-12", True)])
def test_a_part_of_a_year_is_remarked_where_only_whole_years_compare(period: str, noted: bool) -> None:
    for indicator in ("gdp", "zone_output", "urban_income"):
        assert any(f"{period} 只是一年的一部分" in note for note in line("tonglu", indicator, period).notes) is noted
    assert not any("一部分" in note for note in line("tonglu", "urbanisation_rate", period).notes)


def test_what_has_not_begun_to_add_up_is_not_to_be_filled_in() -> None:
    assert any("本期不用填" in note for note in line("tonglu", "key_project_investment", "2022").notes)
    assert not any("本期不用填" in note for note in line("tonglu", "key_project_investment", "2023-Q1").notes)


def test_text_for_comments_and_cells_is_one_printable_line() -> None:
    assert one_line("a\n b\x07\u2028c\t") == "a b c"
