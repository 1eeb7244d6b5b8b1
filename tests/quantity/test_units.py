from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from countyplan.language import Language, Texts
from countyplan.quantity import Unit, find_unit
from countyplan.quantity.told import DrawnIn, amount, drawn_in, range_texts
from countyplan.quantity.unit import Sort, reading_in, shipped_units


def unit(name: str) -> Unit:
    found = find_unit(name)
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("value", "source", "target", "expected"),
    [
        ("4702000", "万元", "亿元", "470.2"),
        ("470.2", "亿元", "万元", "4702000"),
        ("1", "元", "亿元", "0.00000001"),
        ("3", "千万元", "亿元", "0.3"),
        ("1.2", "万亿元", "亿元", "12000.0"),
        ("25", "百万元", "千元", "25000"),
        ("2", "公顷", "亩", "30"),
        ("1", "平方公里", "亩", "1500"),
        ("2000", "平方米", "亩", "3"),
        ("0.8", "万亩", "亩", "8000"),
        ("999.8", "‰", "%", "99.98"),
        ("1.2", "万人", "人", "12000"),
        ("3", "万户", "户", "30000"),
        ("1.2", "万套", "套", "12000"),
        ("0.5", "亿人次", "万人次", "5000.0"),
        ("1.5", "MtCO2e", "ktCO2e", "1500"),
        ("2500", "GWh", "亿千瓦时", "25"),
        ("2", "EUR million", "EUR", "2000000"),
        ("1.2", "亿千瓦", "GW", "120"),
    ],
)
def test_conversion_is_exact(value: str, source: str, target: str, expected: str) -> None:
    assert unit(source).convert(Decimal(value), unit(target)) == Decimal(expected)


def test_the_same_unit_keeps_every_digit() -> None:
    assert str(unit("亿元").convert(Decimal("470.20"), unit("亿元人民币"))) == "470.20"


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("％", "%"),
        (" 亿 元 ", "亿元"),
        ("percent", "%"),
        ("倍", ""),
        ("㎡", "平方米"),
        ("km²", "平方公里"),
        ("mu", "亩"),
        ("€ million", "EUR m"),
        ("ｋｔCO2e", "ktCO2e"),
        # What English calls them, where a number alone does not.
        ("100 million yuan", "亿元"),
        ("10,000 yuan", "万元"),
        ("10000 yuan", "万元"),
        ("１０，０００ people", "万人"),
        ("points", "个百分点"),
    ],
)
def test_aliases_width_and_spaces(typed: str, name: str) -> None:
    assert unit(typed).name == name


@pytest.mark.parametrize("typed", ["亿", "圆", "亿圆", "年", "次", "%%", "10,000", "10000"])
def test_what_is_no_known_unit(typed: str) -> None:
    assert find_unit(typed) is None


def test_dimensions_keep_apart_what_does_not_convert() -> None:
    assert unit("万元").dimension == unit("亿元").dimension == "money"
    assert len({unit(name).dimension for name in ("元", "%", "个百分点", "倍", "亩", "个", "户", "人")}) == 8


def test_what_adds_up_and_what_is_counted_one_by_one() -> None:
    names = ("亿元", "人", "万人", "个", "%", "", "个百分点", "位")
    assert [name for name in names if unit(name).sort.adds_up] == ["亿元", "人", "万人", "个"]
    # A place in an order is whole; what is told in 万人 was rounded, and money and shares always are.
    assert [name for name in names if unit(name).counted] == ["人", "个", "位"]
    assert unit("元").counted is False
    assert (unit("亿元").told_en, unit("亩").told_en) == ("CNY {number}", "")


def test_the_units_of_one_dimension() -> None:
    units = shipped_units()
    assert [one.name for one in units.of("rank")] == ["位"]
    assert units.names_in("quotient") == ("倍", "1", "")
    assert set(units.names_in("percentage point")) == {
        "个百分点",
        "百分点",
        "percentagepoints",
        "percentagepoint",
        "points",
    }
    assert (units.sorts["money"], units.sorts["rank"]) == (Sort.AMOUNT, Sort.RANK)


def test_a_plans_own_units_are_known_beside_those_that_ship_while_it_is_read() -> None:
    bushel = Unit("斗", "dou", "volume of grain", Decimal(10))
    own = shipped_units().with_more([(bushel, ["市斗"])])
    with reading_in(own):
        assert (find_unit("市斗"), unit("亿元").dimension) == (bushel, "money")
    assert find_unit("斗") is None


def test_the_longest_name_comes_first() -> None:
    names = shipped_units().names
    assert [len(name) for name in names] == sorted((len(name) for name in names), reverse=True)
    assert {"亿元", "%", "亩", "个"} <= set(names)


@given(st.decimals(allow_nan=False, allow_infinity=False, places=6, min_value=0, max_value=10**15))
def test_there_and_back_again(value: Decimal) -> None:
    for there, back in (("万元", "亿元"), ("亩", "公顷"), ("‰", "%")):
        converted = unit(there).convert(value, unit(back))
        assert abs(unit(back).convert(converted, unit(there)) - value) < Decimal("1e-50")


@pytest.mark.parametrize(
    ("most", "name", "times", "told"),
    [
        ("600", "亿元", "0.1", "CNY billion"),
        ("5", "亿元", "100", "CNY million"),
        ("20000", "亿元", "0.0001", "CNY trillion"),
        ("-600", "亿元", "0.1", "CNY billion"),
        ("30", "万元", "10000", "CNY"),
        ("300", "万亩", "0.01", "million mu"),
        ("95", "%", "1", "%"),
        ("400", "万个", "0.01", "million"),
        ("3", "个", "1", ""),
        ("24456", "元", "1", "CNY"),
    ],
)
def test_english_draws_values_in_a_scale_that_people_say(most: str, name: str, times: str, told: str) -> None:
    drawn = drawn_in(Decimal(most), unit(name), Texts(Language.EN))
    assert (drawn.times, drawn.unit) == (Decimal(times), told)
    assert drawn_in(Decimal(most), unit(name), Texts(Language.ZH)) == DrawnIn(Decimal(1), name)


def test_a_message_tells_an_amount_as_its_language_does() -> None:
    told = amount(Decimal("35.4"), unit("亿元"))
    assert [str(told), *map(told.told, Language)] == ["35.4", "35.4亿元", "CNY 3.54 billion"]


@pytest.mark.parametrize(
    ("unit_name", "language", "expected"),
    [
        ("亿吨二氧化碳当量", Language.EN, ("2.5 billion", "3 billion tCO2e")),
        ("亿元", Language.EN, ("CNY 2.5 billion", "CNY 3 billion")),
        ("亿元", Language.ZH, ("25", "30亿元")),
        ("%", Language.EN, ("25", "30%")),
    ],
)
def test_a_range_says_its_unit_once_where_it_follows_the_number(
    unit_name: str, language: Language, expected: tuple[str, str]
) -> None:
    assert range_texts("25", "30", unit(unit_name), Texts(language)) == expected
