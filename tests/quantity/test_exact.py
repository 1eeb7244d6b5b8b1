from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from countyplan.quantity import Ratio, plain_digits, raised, round_half_even
from countyplan.quantity.exact import decimal_places, exact_arithmetic

WHOLE = st.integers(-(10**9), 10**9).map(Decimal)
NOT_ZERO = WHOLE.filter(bool)


@pytest.mark.parametrize(
    ("value", "places", "rounded"),
    [
        ("99.975", 2, "99.98"),
        ("99.985", 2, "99.98"),
        ("99.9750001", 2, "99.98"),
        ("99.9849999", 2, "99.98"),
        ("2.31035", 2, "2.31"),
        ("0.5", 0, "0"),
        ("1.5", 0, "2"),
        ("2.5", 0, "2"),
        ("-2.5", 0, "-2"),
        ("7", 3, "7.000"),
        ("0.45", 1, "0.4"),
    ],
)
def test_a_half_goes_to_the_even_digit_in_one_step(value: str, places: int, rounded: str) -> None:
    assert str(round_half_even(Decimal(value), places)) == rounded


@given(st.decimals(allow_nan=False, allow_infinity=False, min_value=-(10**12), max_value=10**12), st.integers(0, 6))
def test_rounding_moves_at_most_half_a_digit_and_is_stable(value: Decimal, places: int) -> None:
    rounded = round_half_even(value, places)
    assert abs(rounded - value) <= Decimal(5).scaleb(-places - 1)
    assert round_half_even(rounded, places) == rounded


@pytest.mark.parametrize(
    ("part", "over", "limit", "reached"),
    [("1", "3", "0.3333333333333333", True), ("1", "3", "0.3333333333333334", False), ("-1", "-3", "0.33", True),
     ("1", "-3", "-0.34", True), ("1", "-3", "-0.33", False), ("57", "60", "0.95", True)],
)  # fmt: skip
def test_a_ratio_is_compared_without_division(part: str, over: str, limit: str, *, reached: bool) -> None:
    assert Ratio(Decimal(part), Decimal(over)).at_least(Decimal(limit)) is reached


@given(WHOLE, NOT_ZERO, NOT_ZERO, NOT_ZERO)
def test_ratios_multiply_and_divide(a: Decimal, b: Decimal, c: Decimal, d: Decimal) -> None:
    one, other = Ratio(a, b), Ratio(c, d)
    product = one.times(other)
    assert (product.part, product.over) == (a * c, b * d)
    back = product.divided_by(other)
    assert back.part * one.over == one.part * back.over


@given(WHOLE, NOT_ZERO)
def test_a_ratio_reaches_its_own_value_where_it_is_finite(part: Decimal, over: Decimal) -> None:
    product = Ratio(part * over, over)
    assert product.value == part
    assert product.at_least(part)
    assert not product.at_least(part + 1)


@pytest.mark.parametrize(
    ("value", "shown"), [("1E+3", "1000"), ("1E-7", "0.0000001"), ("470.20", "470.20"), ("0", "0")]
)
def test_digits_have_no_exponent(value: str, shown: str) -> None:
    assert plain_digits(Decimal(value)) == shown


@pytest.mark.parametrize(("value", "places"), [("470.20", 2), ("5", 0), ("1E+3", 0), ("NaN", 0)])
def test_decimal_places(value: str, places: int) -> None:
    assert decimal_places(Decimal(value)) == places


def test_a_rate_with_more_digits_than_figures_have_is_rounded_too() -> None:
    assert round_half_even(Decimal("1e200"), 2) == Decimal("1e200")
    assert round_half_even(Decimal("-1.5e-3"), 3) == Decimal("-0.002")


def test_shares_of_counts_and_of_less_than_one() -> None:
    assert Ratio.of_counts(126, 206) == Ratio(Decimal(126), Decimal(206))
    # 0.4 / 0.5 = 0.8.
    assert Ratio(Decimal("0.4"), Decimal("0.5")).at_least(Decimal("0.7"))
    assert not Ratio(Decimal("0.4"), Decimal("0.5")).at_least(Decimal("0.9"))


def test_a_third_taken_three_times_is_one_and_what_differs_in_a_digit_of_a_figure_is_not() -> None:
    with exact_arithmetic():
        nearly = Decimal(1) / 3 * 3
        assert nearly < 1
        assert 1 - nearly < Decimal("1e-100")
        assert Ratio(nearly, Decimal(1)).at_least(Decimal(1))
        # 1 / -1 = -1, against -0.999...
        assert Ratio(Decimal(1), Decimal(-1)).at_least(-nearly)
        assert not Ratio(Decimal(1), Decimal(1)).at_least(1 + Decimal("1e-79"))
        assert not Ratio(Decimal(1), Decimal(-1)).at_least(Decimal("1e-79") - 1)


def test_products_of_figures_are_exact_and_what_cannot_be_reckoned_is_no_number() -> None:
    longest = Decimal("123456789012345678.12345678901234567891")
    with exact_arithmetic():
        assert int((longest * longest).scaleb(40)) == int(longest.scaleb(20)) ** 2
        for part in (Decimal(1), Decimal(0)):
            with pytest.raises(ArithmeticError):
                Ratio(part, Decimal(0)).value  # noqa: B018


@pytest.mark.parametrize(
    ("value", "part", "over", "result"),
    [
        ("1.44", 12, 24, "1.2"),  # the square root of 1.44
        ("1.728", 12, 36, "1.2"),  # 1.2 x 1.2 x 1.2
        ("32", 24, 60, "4"),  # the fifth root of 32 is 2, and 2 x 2
        ("0.0625", 3, 4, "0.125"),  # the fourth root is 0.5, and 0.5 x 0.5 x 0.5
        ("1.21", 24, 12, "1.4641"),  # no root at all: 1.21 x 1.21
        ("0.25", -1, 2, "2"),  # the root is 0.5, and 1 / 0.5
        ("1e400", -5, 4, "1e-500"),  # the fourth root is 10^100, and 1 / (10^100)^5; no float holds 10^400
        ("1e400", 1, 4, "1e100"),
        ("1e-200", -5, 2, "1e500"),  # no float holds the root
        ("0", 12, 24, "0"),
    ],
)
def test_a_power_of_what_has_a_root_is_exact(value: str, part: int, over: int, result: str) -> None:
    with exact_arithmetic():
        assert raised(Decimal(value), part, over) == Decimal(result)


AMOUNTS = st.decimals(min_value=Decimal("1e-30"), max_value=Decimal("1e60"), allow_nan=False, allow_infinity=False)


@given(AMOUNTS, st.integers(1, 90), st.integers(1, 90))
def test_a_power_is_what_decimal_makes_of_it_in_longer(value: Decimal, part: int, over: int) -> None:
    with exact_arithmetic():
        ours, decimals = raised(value, part, over), value ** (Decimal(part) / Decimal(over))
        # The exponent as a decimal has 120 digits itself, of which a logarithm of some hundreds takes the last ones.
        assert abs(ours - decimals) <= ours.scaleb(-112)
        assert len(ours.as_tuple().digits) == len(decimals.as_tuple().digits) or part % over == 0


@pytest.mark.parametrize(
    ("value", "part", "over", "digits", "exponent"),
    [
        # 445 / 12 x log10(6e8) = 37.0833 x 8.77815 = 325.523: more than a float holds, although 8 x 37 is not.
        ("6e8", 445, 12, "3.33510006", 325),
        ("1e400", 1, 12, "2.15443469", 33),  # 10^(400 / 12) = 10^33 x 10^(1 / 3)
        ("1e-400", 5, 12, "2.15443469", -167),  # 10^(-2000 / 12) = 10^-167 x 10^(1 / 3)
        ("1e-300", -13, 12, "1.00000000", 325),  # 10^(300 x 13 / 12)
        ("2", -5, 12, "7.49153538", -1),  # one over 1.33483985
    ],
)
def test_a_power_may_lie_beyond_what_floats_hold(value: str, part: int, over: int, digits: str, exponent: int) -> None:
    with exact_arithmetic():
        expected = Decimal(digits).scaleb(exponent)
        assert abs(raised(Decimal(value), part, over) - expected) < expected.scaleb(-8)
