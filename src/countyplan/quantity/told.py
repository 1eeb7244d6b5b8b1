"""An amount with its unit, as a language writes it."""

from __future__ import annotations

from decimal import Decimal
from functools import cache, partial

from countyplan.dataclass import dataclass
from countyplan.diagnostics import Amount
from countyplan.language import Language, Texts
from countyplan.language.shipped import load_shipped
from countyplan.quantity.exact import plain_digits
from countyplan.quantity.unit import Sort, Unit, Units


def amount_text(number: str, unit: Unit, texts: Texts) -> str:
    """`number` of `unit`: 484.4亿元, or CNY 48.44 billion. A plain decimal string; its value is not changed."""
    told = texts.choose("", unit.told_en)
    if told:
        value = Decimal(number)
        return told.format(number=_scaled(value * unit.factor, texts) if unit.factor > 1 else grouped(number, texts))
    named = texts.choose(unit.name, unit.name_en)
    return texts.say("quantity", number=grouped(number, texts), unit=named).strip()


def range_texts(low: str, high: str, unit: Unit, texts: Texts) -> tuple[str, str]:
    """The two ends of a range: a unit that follows its number stands only at the second, as in 2.5 billion to 3 billion t."""
    told = texts.choose("", unit.told_en)
    upper = amount_text(high, unit, texts)
    if told:
        return amount_text(low, unit, texts).removesuffix(told.rpartition("{number}")[2]), upper
    return grouped(low, texts), upper


def written_unit(unit: Unit, known: Units, texts: Texts) -> str | None:
    """What a table in this language has in its column of units, for a reader that knows `known`; None if nothing is known.

    Without a comma, which ends an entry of a spreadsheet's list; empty where the language counts things without a word.
    """
    word = texts.choose(unit.name, unit.name_en).replace(",", "")
    return word if word == unit.name_en == "" or known.find(word) == unit else None


def grouped(number: str, texts: Texts) -> str:
    """A plain decimal string with what its language sets between thousands."""
    whole, point, parts = number.partition(".")
    separator = texts.say("number.thousands")
    return f"{int(whole):,}".replace(",", separator) + point + parts if separator and len(whole) > 3 else number


def amount(value: Decimal, unit: Unit) -> Amount:
    """`value` of `unit` as a word of a message, which is put into words where somebody reads it."""
    return Amount(plain_digits(value), partial(_told, unit))


def _told(unit: Unit, number: str, language: Language) -> str:
    return amount_text(number, unit, Texts(language))


@dataclass(frozen=True, slots=True)
class DrawnIn:
    """What the values of a drawing are told in: they are multiplied by `times`, and are then so many of `unit`."""

    times: Decimal
    unit: str


def drawn_in(most: Decimal, unit: Unit, texts: Texts) -> DrawnIn:
    """What values up to `most` of a unit are drawn in: 亿元 as they are, or billions of CNY."""
    told = texts.choose("", unit.told_en)
    if not told or unit.factor <= 1:
        return DrawnIn(Decimal(1), told.format(number="").strip() or texts.choose(unit.name, unit.name_en))
    for power, scale in _scales():
        if abs(most * unit.factor) >= Decimal(10) ** power:
            named = told.format(number=scale.format(number="").strip())
            return DrawnIn(unit.factor.scaleb(-power), named)
    return DrawnIn(unit.factor, told.format(number="").strip())


def goal_key(comparator: str, goal: Decimal, most: Decimal | None, unit: Unit) -> str:
    """Under which key the catalogue says a goal: nothing is above all that there is, and a rank counts from the top."""
    if unit.sort is Sort.RANK and comparator == "at_most":
        return "goal.at_most.rank"
    if goal == most and comparator == "at_least":
        return "goal.at_least.whole"
    return f"goal.{comparator}"


def _scaled(value: Decimal, texts: Texts) -> str:
    """By the name of the largest power of ten that it reaches, without zeros at its end."""
    for power, told in _scales():
        if abs(value) >= Decimal(10) ** power:
            return told.format(number=grouped(plain_digits(value.scaleb(-power).normalize()), texts))
    return grouped(plain_digits(value.normalize()), texts)


@cache
def _scales() -> tuple[tuple[int, str], ...]:
    return tuple(
        (int(one["power"]), one["told"]) for one in load_shipped("countyplan.quantity", "units.yaml")["scales_en"]
    )
