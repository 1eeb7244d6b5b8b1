"""Numbers and dates as a format shows them, by what each format is in the standards of spreadsheets."""

from __future__ import annotations

from decimal import Decimal

import pytest

from countyplan.office.shown.date_format import DateFormat, date_format, shown_date
from countyplan.office.shown.number import parse_number, plain, scales, shown_around

DATES = {*range(14, 18), 22, *range(27, 32), 36, *range(50, 59)}
TIMES = {*range(18, 22), *range(32, 36), 45, 47}


def test_the_numbers_of_formats_that_show_dates_months_times_and_durations() -> None:
    found = {number: date_format(number, "") for number in range(80)}
    assert {number for number, shows in found.items() if shows is not None} == DATES | TIMES | {46}
    assert {number for number, shows in found.items() if shows and shows.month} == {17, 27, 36, 50, 52, 57}
    assert {number for number, shows in found.items() if shows and shows.elapsed} == {46}


@pytest.mark.parametrize(
    ("code", "shows"),
    [
        ('"截至"yyyy"年"', DateFormat(year=True, before="截至", behind="年")),
        ('[Red]"截至"yyyy', DateFormat(year=True, before="截至")),
        ("yyyy", DateFormat(year=True)),
        ("e", DateFormat(year=True)),
        # What a literal says is not shown where it could be taken for a sign of the format.
        ('"by "yyyy', DateFormat(year=True)),
        ('yyyy"年"m"月"', DateFormat(month=True)),
        ("eeee-mm", DateFormat(month=True)),
        ('m"月"', DateFormat()),
        ('m"月"d"日"', DateFormat()),
        ("yyyy;@", DateFormat(year=True)),
        ("0.0;yyyy", None),
        ('0"d"', None),
        ("General", None),
        ("@", None),
        ('"年"', None),
        ("0.0E+00", None),
        ("[s]", DateFormat(elapsed=True)),
    ],
)
def test_what_a_code_shows_of_a_date(code: str, shows: DateFormat | None) -> None:
    assert date_format(164, code) == shows


@pytest.mark.parametrize(
    ("serial", "shows", "shown"),
    [
        ("2958465", DateFormat(), "9999-12-31"),
        ("2958466", DateFormat(), None),
        ("-1", DateFormat(), None),
        ("0.5", DateFormat(), "12:00:00"),
        ("0.5", DateFormat(year=True), "1899"),
        ("0.5", DateFormat(month=True), "1899-12"),
        ("60", DateFormat(), "1900-02-28"),
    ],
)
def test_the_days_that_there_are(serial: str, shows: DateFormat, shown: str | None) -> None:
    assert shown_date(Decimal(serial), shows, since_1904=False) == shown


def test_days_counted_since_1904_reach_no_further_than_there_are_any() -> None:
    assert shown_date(Decimal(2_957_003), DateFormat(), since_1904=True) == "9999-12-31"
    assert shown_date(Decimal(2_957_004), DateFormat(), since_1904=True) is None
    assert shown_date(Decimal("0.5"), DateFormat(), since_1904=True) == "1904-01-01 12:00:00"


@pytest.mark.parametrize(
    ("stored", "typed"),
    [
        ("0.1234567890123456", "0.123456789012346"),
        ("-12.50", "-12.5"),
        ("100", "100"),
        ("1e30", "1" + "0" * 30),
        ("1e31", "1E+31"),
        ("1e-30", "0." + "0" * 29 + "1"),
        ("1e-31", "1E-31"),
        ("9" * 480, "1E+480"),
        ("9" * 481, None),
        ("１", None),
        ("", None),
        (".5", "0.5"),
        ("5.", "5"),
    ],
)
def test_a_number_as_it_would_be_typed(stored: str, typed: str | None) -> None:
    number = parse_number(stored)
    assert (None if number is None else plain(number)) == typed


@pytest.mark.parametrize(
    ("code", "scaled"),
    [
        ("0,", True),
        ("#,##0", False),
        ("#,##0,", True),
        ("0!.0000", True),
        (r"0\.0", True),
        ("0.0", False),
        ("0;0,", False),
        # Words for large numbers alone: 484.4万 would be one number below the limit, and another above it.
        ('[>=10000]0.0"万";0.0', True),
        ('[>1000]0.0,"千";0', True),
        ("[<1000]0;0.0,", True),
        ('[>=10000]0.0"万元";0.0"万元"', False),
        ("[>1000]#,##0;0.00", False),
        ('[=0]"无";0.00', False),
        ('[>=10000]0"万元";0"万元";@', False),
    ],
)
def test_a_format_that_shows_another_number(code: str, scaled: bool) -> None:
    assert scales(code) is scaled


@pytest.mark.parametrize(
    ("code", "negative", "around"),
    [
        ('"约"0.0"亿元"', False, ("约", False, "亿元")),
        ('[$¥-804]0.00', False, ("", False, "")),
        ('[$USD]0.00', False, ("USD", False, "")),
        ('0.0%"以上"', False, ("", True, "以上")),
        ('0_);"降"0', True, ("降", False, "")),
        ('0"升"', True, ("", False, "升")),
        (r"0\亩", False, ("", False, "亩")),
    ],
)  # fmt: skip
def test_what_a_format_shows_around_a_number(code: str, negative: bool, around: tuple[str, bool, str]) -> None:
    found = shown_around(code, negative=negative)
    assert (found.before, found.percent, found.behind) == around
