from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from countyplan.diagnostics import Code
from countyplan.submission.words.number import Amount, half_of_last_digit, is_bare_number, is_not_reported, parse_amount


@pytest.mark.parametrize(
    ("typed", "value", "unit"),
    [
        ("470.2", "470.2", None),
        ("470.20", "470.20", None),
        ("0", "0", None),
        ("+5", "5", None),
        ("-5", "-5", None),
        ("−5", "-5", None),
        (".5", "0.5", None),
        ("007", "7", None),
        ("１，２３４.５", "1234.5", None),
        ("１２３４．５", "1234.5", None),
        ("1,234,567", "1234567", None),
        ("1 234 567", "1234567", None),
        ("  470.2 ", "470.2", None),
        ("72.1%", "72.1", "%"),
        ("72.1 ％", "72.1", "%"),
        ("999.8‰", "999.8", "‰"),
        ("363亿元", "363", "亿元"),
        ("1,234.5万元", "1234.5", "万元"),
        ("1 234.5 万元", "1234.5", "万元"),
        ("900 亩", "900", "亩"),
        ("3个", "3", "个"),
        ("1.66倍", "1.66", ""),
        ("1.66:1", "1.66", ""),
        ("5㎡", "5", "平方米"),
        ("9" * 18 + "." + "9" * 20, "9" * 18 + "." + "9" * 20, None),
    ],
)
def test_numbers_as_people_type_them(typed: str, value: str, unit: str | None) -> None:
    amount = parse_amount(typed)
    assert isinstance(amount, Amount)
    assert str(amount.value) == value
    assert (amount.unit.name if amount.unit else None) == unit


@pytest.mark.parametrize(
    "typed",
    [
        *("1,23", "1,2345", "12,34,567", "1,234,56", ",123", "1,,234", "1 23", "1,234 567", "1.234,5", "1，23"),
        *("3.5/4", "1e400", "4.7E+05", "1e5", ".nan", "nan", ".inf", "-inf", "Infinity", "0x10", "1_000", "5."),
        *("1.2.3", "--5", "+-5", "5-", "(5)", "5亿圆", "5%%", "5 5%", "五", "五个", "½", "∞"),
        *("2.45亿元:1", "2.45万:1", "2.45万亿元:1"),
        *("¥5", "5元整", "5;6", "5:30", "2024-06-01", "true", ".", "+", "%", "亿元", "5\u200b", "5\n6", "\x1b[31m5"),
    ],
)
def test_what_has_no_certain_meaning_is_refused(typed: str) -> None:
    assert parse_amount(typed) is Code.NOT_A_NUMBER


@pytest.mark.parametrize("typed", ["5²", "10⁵", "①", "x²"])
def test_a_power_or_an_enumeration_is_no_plain_number(typed: str) -> None:
    assert parse_amount(typed) is Code.NOT_A_NUMBER


@pytest.mark.parametrize("typed", ["9" * 19, "1" * 5001, "0." + "1" * 21, "1,000" * 1 + ",000" * 6, "1" * 19 + "亿元"])
def test_what_is_longer_than_any_figure_is_refused(typed: str) -> None:
    assert parse_amount(typed) is Code.NUMBER_TOO_LONG


@pytest.mark.parametrize(
    "mark",
    [None, "", " ", "\t", "　", "-", "--", "—", "——", "–", "―", "/", "／", "…", "……", "...", "......", "－", " — "],
)
def test_a_mark_for_nothing_is_not_reported_and_no_zero(mark: str | None) -> None:
    assert is_not_reported(mark)
    assert parse_amount(mark or "") is Code.NOT_A_NUMBER


@pytest.mark.parametrize("typed", ["0", "0.0", "０", "0%", "-0", "无", "没有", "null", "_", "---"])
def test_a_zero_and_a_word_are_not_marks_for_nothing(typed: str) -> None:
    assert not is_not_reported(typed)


@pytest.mark.parametrize(
    ("value", "half"), [("470.2", "0.05"), ("470.20", "0.005"), ("470", "0.5"), ("-1.5", "0.05"), ("0", "0.5")]
)
def test_half_of_the_last_digit(value: str, half: str) -> None:
    assert half_of_last_digit(Decimal(value)) == Decimal(half)


@given(st.decimals(allow_nan=False, allow_infinity=False, places=3, min_value=-(10**14), max_value=10**14))
def test_what_is_written_out_reads_back_grouped_or_not(value: Decimal) -> None:
    for typed in (f"{value:f}", f"{value:,f}", f"{value:,f}".replace(",", " "), f"{value:f}亿元"):
        amount = parse_amount(typed)
        assert isinstance(amount, Amount)
        assert amount.value == value
        assert amount.half_digit == Decimal("0.0005")


@given(st.text())
def test_no_text_raises(text: str) -> None:
    amount = parse_amount(text)
    if isinstance(amount, Amount):
        assert amount.value.is_finite()
        assert not is_not_reported(text)
    else:
        assert amount in {Code.NOT_A_NUMBER, Code.NUMBER_TOO_LONG}


@pytest.mark.parametrize(
    ("typed", "too_long"),
    [
        # Eighteen digits before the point and twenty behind it, spelt with a word so that they are read the careful way.
        ("约" + "1" * 18, False),
        ("约" + "1" * 19, True),
        ("约0." + "1" * 20, False),
        ("约0." + "1" * 21, True),
        ("约." + "1" * 20, False),
        ("1" * 18, False),
        ("1" * 19, True),
        ("0." + "1" * 20, False),
        ("0." + "1" * 21, True),
    ],
)
def test_how_many_digits_a_number_may_have(typed: str, *, too_long: bool) -> None:
    assert (parse_amount(typed) is Code.NUMBER_TOO_LONG) is too_long


@pytest.mark.parametrize(
    ("typed", "read"), [("超过150", True), ("不足150", True), ("超过150以下", False), ("不超过150以上", False)]
)
def test_a_number_that_is_a_lower_and_an_upper_bound_is_none(typed: str, *, read: bool) -> None:
    assert isinstance(parse_amount(typed), Amount) is read


@pytest.mark.parametrize(
    ("typed", "bare"),
    [
        ("484.4", True),
        ("1,234", True),
        ("484.4亿元", False),
        ("1.66:1", False),
        ("1.2万", False),
        ("约30", False),
        ("—", False),
    ],
)
def test_a_bare_number_has_no_unit_no_times_and_no_word(typed: str, *, bare: bool) -> None:
    assert is_bare_number(typed) is bare
