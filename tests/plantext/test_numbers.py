"""Numbers as plans write them, and what each does where it stands."""

from __future__ import annotations

from decimal import Decimal

import pytest

from countyplan.plantext.number import numbers_in, numeral_value
from countyplan.plantext.structure import figures_in
from countyplan.plantext.vocabulary import vocabulary
from countyplan.quantity.width import single_width

ZH, EN = vocabulary("zh"), vocabulary("en")


@pytest.mark.parametrize(
    ("text", "value"),
    [("一", 1), ("十", 10), ("十二", 12), ("二十", 20), ("一百零五", 105), ("两千三百", 2300), ("一万二千", 12000),
     ("三亿五千万", 350_000_000), ("一万亿", 1_000_000_000_000), ("二○○七", 2007), ("1,234.5", "1234.5")],
)  # fmt: skip
def test_a_numeral_has_its_value(text: str, value: int | str) -> None:
    assert numeral_value(text, ZH) == Decimal(value)


@pytest.mark.parametrize("text", ["一二三", "二三产", ""])
def test_what_is_no_numeral_has_none(text: str) -> None:
    assert numeral_value(text, ZH) is None


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("达到９５.５％以上", [("95.5", "%")]),
        ("一半以上", [("50", "%")]),
        ("翻一番", [("2", "倍")]),
        ("翻两番", [("4", "倍")]),
        ("百分之八十", [("80", "%")]),
        ("五分之二", [("40", "%")]),
        ("八成以上", [("80", "%")]),
        ("1,200亿元", [("1200", "亿元")]),
        ("2到3个", [("2", "个"), ("3", "个")]),
        ("24万吨/日", [("24", "万吨/日")]),
        ("100余个", [("100", "个")]),
        ("存量清零", [("0", "")]),
    ],
)
def test_quantities_with_their_units(text: str, found: list[tuple[str, str]]) -> None:
    figures = figures_in(single_width(text), ZH)
    assert [(one.number.value, one.unit) for one in figures] == [(Decimal(value), unit) for value, unit in found]


@pytest.mark.parametrize(
    ("text", "roles"),
    [
        ("（三）推进", ["heading"]),
        ("到2027年", ["date"]),
        ("2023—2027年", ["date", "date"]),
        ("“十四五”时期", ["period"]),
        ("5年累计", ["period"]),
        ("国发〔2018〕42号", ["document", "document"]),
        ("5G网络和IPv6", ["name", "name"]),
        ("“八八战略”", ["name"]),
        ("进一步统一", ["word", "word"]),
        ("二氧化硫", ["word"]),
        ("第 3 页", ["page"]),
    ],
)
def test_what_a_number_does(text: str, roles: list[str]) -> None:
    assert [one.role.value for one in figures_in(single_width(text), ZH)] == roles


@pytest.mark.parametrize(
    ("text", "values"),
    [("twenty-five homes", ["25"]), ("one hundred and twenty schools", ["120"]), ("net-zero by 2050", ["0", "2050"]),
     ("halve waste", ["50"]), ("2.5 to 3 billion tonnes of CO2", ["2.5", "3", "2"])],
)  # fmt: skip
def test_english_numbers(text: str, values: list[str]) -> None:
    assert [str(one.value) for one in numbers_in(text, EN)] == values
