"""Which unknown names are slips of known ones, and which are other things."""

from __future__ import annotations

import pytest

from countyplan.submission.words.near import is_one_off, slip_of, slip_of_indicator
from tests.submission.reading import PLAN

NAME = "地区生产总值"


@pytest.mark.parametrize(
    "typed",
    ["地区生产总质", "他区生产总值", "地区生产值", "地区生产总", "地区生产总总值", "地区生产总值值", "地区生总产值"],
)
def test_one_character_wrong_lacking_too_many_or_changed_about(typed: str) -> None:
    assert is_one_off(typed, NAME)
    assert is_one_off(NAME, typed)


@pytest.mark.parametrize(
    "typed",
    [
        NAME,
        "地区总值",
        "区地生产值总",
        "地生区产总质",
        "地生区产总",
        "生地区产总值",
        "地区生甲乙值",
        "地区质产总",
        "地区生产总值一二",
    ],
)
def test_nothing_or_more_than_one(typed: str) -> None:
    assert not is_one_off(typed, NAME)
    assert not is_one_off(NAME, typed)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("地区生产总质", NAME),
        ("1.地区生产总质（亿元）*", NAME),
        ("人均地区生产总值", None),
        # One character off, whatever it makes of the name.
        ("城镇居民户均可支配收入", "城镇居民人均可支配收入"),
        ("（亿元）", None),
    ],
)
def test_another_quantity_is_no_slip(typed: str, meant: str | None) -> None:
    assert slip_of(typed, PLAN.indicator_names) == meant


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("城镇居民人均可支陪首入（元）", "城镇居民人均可支配收入"),
        ("城乡居民收入倍茶（元）", "城乡居民收入倍差"),
        ("城乡居民收之差（元）", None),
        ("城乡居民收之差", "城乡居民收入倍差"),
        ("完全别的东西（元）", None),
    ],
)
def test_what_is_counted_in_a_unit_of_another_kind_is_no_slip(typed: str, meant: str | None) -> None:
    assert slip_of_indicator(typed, PLAN) == meant
