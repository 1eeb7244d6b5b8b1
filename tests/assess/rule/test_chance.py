"""How likely a value is good within its last digit and that of where it began: areas that can be done by hand."""

from __future__ import annotations

from decimal import Decimal

import pytest

from countyplan.assess.rule.chance import Limits, Spread, chance_of


def spread(value: str, half_digit: str) -> Spread:
    return Spread(Decimal(value), Decimal(half_digit))


def _limit(text: str | None) -> Decimal | None:
    return None if text is None else Decimal(text)


@pytest.mark.parametrize(
    ("half_digit", "low", "high", "chance"),
    [
        # 10 by ±1 lies from 9 to 11.
        ("1", None, None, "1"),
        ("1", "9.5", None, "0.75"),
        ("1", None, "9.5", "0.25"),
        ("1", "9.5", "10.5", "0.5"),
        ("1", "8", "12", "1"),
        ("1", "11.5", None, "0"),
        ("1", None, "8.5", "0"),
        # 10 itself lies within its limits or it does not.
        ("0", None, None, "1"),
        ("0", "10", None, "1"),
        ("0", None, "10", "1"),
        ("0", "10.5", None, "0"),
        ("0", None, "9.5", "0"),
        ("0", "10.5", "11", "0"),
        ("0", "9", "9.5", "0"),
    ],
)
def test_a_value_lies_evenly_within_its_last_digit(
    half_digit: str, low: str | None, high: str | None, chance: str
) -> None:
    assert spread("10", half_digit).within((_limit(low), _limit(high))) == Decimal(chance)


def from_line(begun: Decimal) -> Limits:
    """A share on its way to 80 %, of which 38 % are due: from b + 0.38 (80 - b) = 30.4 + 0.62 b on."""
    return Decimal("30.4") + Decimal("0.62") * begun, None


@pytest.mark.parametrize(
    ("value", "half_digit", "chance"),
    [
        # With b from 59.5 to 60.5 the limit goes from 67.29 to 67.91. 67.6 itself is good up to b = 60.
        ("67.6", "0", "0.5"),
        # 67.7 is good up to b = (67.7 - 30.4) / 0.62 = 60.16129.
        ("67.7", "0", "0.66129"),
        ("67.2", "0", "0"),
        ("68", "0", "1"),
        # 67.65 to 67.75: all of it up to b = 60.08065, none from 60.24194 on, and between them falling evenly:
        # 0.58065 + 0.16129 / 2.
        ("67.7", "0.05", "0.66129"),
        # 67.4 to 68.0: up to b = 59.67742 all of it; at 60.5 the limit 67.91 leaves 0.09 of 0.6.
        # 0.17742 + 0.82258 x (1 + 0.15) / 2
        ("67.7", "0.3", "0.65040"),
        # 67.0 to 67.4: at 59.5 the limit 67.29 leaves 0.11 of 0.4, from 59.67742 on nothing: 0.17742 x 0.275 / 2
        ("67.2", "0.2", "0.02440"),
    ],
)
def test_the_chance_is_the_good_part_of_the_square(value: str, half_digit: str, chance: str) -> None:
    seen = chance_of(spread(value, half_digit), spread("60", "0.5"), from_line)
    assert round(seen, 5) == Decimal(chance)


def test_with_every_digit_of_the_beginning_known_it_is_that_of_the_value_alone() -> None:
    # The limit at b = 60 is 67.6, and of 67.55 to 67.65 half lies above it.
    assert chance_of(spread("67.6", "0.05"), spread("60", "0"), from_line) == Decimal("0.5")


@pytest.mark.parametrize(
    ("value", "half_digit", "chance"),
    [
        # From b² on, b from 1 to 2. Of 1 to 4: the mean of (4 - b²) / 3 is (4 - 7/3) / 3 = 5/9.
        ("2.5", "1.5", "0.55556"),
        # Of 1 to 3 nothing is left from b = √3 on: from 1 to √3 the area under (3 - b²) / 2 is (2√3 - 8/3) / 2.
        ("2", "1", "0.39872"),
    ],
)
def test_a_limit_that_bends_is_followed(value: str, half_digit: str, chance: str) -> None:
    seen = chance_of(spread(value, half_digit), spread("1.5", "0.5"), lambda at: (at * at, None))
    assert round(seen, 5) == Decimal(chance)


def test_an_upper_limit_is_followed_too() -> None:
    # v and b from 1 to 3 each: v <= b in half of the square; v <= b - 1 in the triangle of 1/8 of it.
    assert chance_of(spread("2", "1"), spread("2", "1"), lambda at: (None, at)) == Decimal("0.5")
    assert round(chance_of(spread("2", "1"), spread("2", "1"), lambda at: (None, at - 1)), 9) == Decimal("0.125")


def test_an_upper_limit_enters_and_leaves_the_last_digit_of_the_value() -> None:
    # v from 1.5 to 2.5, b from 2 to 4: v <= b for 0.5 to all of it up to b = 2.5, and for all of it from there on:
    # (0.5 x 0.75 + 1.5) / 2
    seen = chance_of(spread("2", "0.5"), spread("3", "1"), lambda at: (None, at))
    assert round(seen, 9) == Decimal("0.9375")


def test_where_another_way_begins_the_area_is_taken_apart() -> None:
    # Up to 0.5 of -1 to 1 half of the value is good, from there on all of it: 0.75 x 0.5 + 0.25 x 1.
    def good(at: Decimal) -> Limits:
        return (Decimal(0) if at < Decimal("0.5") else None), None

    assert round(chance_of(spread("0", "1"), spread("0", "1"), good, [Decimal("0.5")]), 9) == Decimal("0.625")
