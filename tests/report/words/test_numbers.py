from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from countyplan.assess.rule.pace import verdict
from countyplan.language import Language, Texts
from countyplan.plan import load_plan, shipped_plan
from countyplan.quantity import Ratio, Unit, find_unit
from countyplan.report.words import numbers

CUTOFFS = load_plan(shipped_plan())[0].cutoffs
ZH = Texts(Language.ZH)
SHARE, MONEY = (one for name in ("%", "亿元") if (one := find_unit(name)))
PIECES = Unit("件", "pieces", "number", Decimal(1))


@pytest.mark.parametrize(
    ("part", "over", "shown"),
    [
        ("1", "1", "1.00"),
        ("2", "3", "0.67"),
        ("-1", "6", "-0.17"),
        ("1", "145.2", "0.0069"),
        ("0", "1", "0.00"),
        ("0.9499", "1", "0.9499"),  # two decimals would show 0.95, which is on track
        ("0.95", "1", "0.95"),
        ("0.599999", "1", "0.599999"),
        ("-0.0001", "1", "-0.00010"),
    ],
)
def test_a_pace_is_shown_on_its_own_side_of_every_cutoff(part: str, over: str, shown: str) -> None:
    assert numbers.pace(Ratio(Decimal(part), Decimal(over)), CUTOFFS) == shown


@given(st.decimals(-3, 3, places=6))
def test_a_shown_pace_has_the_verdict_of_the_real_one(value: Decimal) -> None:
    real = Ratio(value, Decimal(1))
    shown = Ratio(Decimal(numbers.pace(real, CUTOFFS)), Decimal(1))
    assert verdict(shown, CUTOFFS) is verdict(real, CUTOFFS)


@pytest.mark.parametrize(
    ("value", "shown"), [("0.0739", "7.39%"), ("0.00001", "0.001%"), ("0", "0.00%"), ("-0.00004", "-0.004%")]
)
def test_a_step_that_is_there_is_never_shown_as_none(value: str, shown: str) -> None:
    assert numbers.rate(Decimal(value), ZH, Decimal(0)) == shown


@pytest.mark.parametrize(
    ("value", "limit", "shown"),
    [
        ("470.2", None, "470.2"),
        ("470.20", None, "470.20"),
        ("1.72209567198177676537585421412300683371", "1.7", "1.7221"),
        ("2.31000000001", "2.31", "2.31000000001"),
        ("2.31", "2.31", "2.31"),
    ],
)
def test_a_value_is_never_shown_equal_to_a_goal_it_does_not_equal(value: str, limit: str | None, shown: str) -> None:
    assert numbers.digits(Decimal(value), None if limit is None else Decimal(limit)) == shown


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        ("470.2", "470.2"),
        ("0", "0"),
        ("1E+3", "1000"),
        ("2.310353287536800785083415113182858521426234870788354", "2.310353287536800785083415113"),
        ("0.00012345678901234567890123456789012345", "0.0001234567890123456789012345679"),
    ],
)
def test_machines_get_28_digits_and_no_exponent(value: str, shown: str) -> None:
    assert numbers.machine(Decimal(value)) == shown


def test_differences_between_shares_are_points() -> None:
    assert numbers.difference(Decimal("2.9"), SHARE, ZH) == "2.9个百分点"
    assert numbers.difference(Decimal("2.9"), MONEY, ZH) == "2.9亿元"
    assert numbers.quantity("3", PIECES, ZH) == "3件"
