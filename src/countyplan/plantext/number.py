"""Every number of a text: digits of all widths, numerals, words for numbers, fractions and folds."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from decimal import Decimal, InvalidOperation
from enum import StrEnum
from functools import cache

from countyplan.dataclass import dataclass
from countyplan.plantext.vocabulary import Vocabulary

_GROUP = 10_000  # Chinese numerals are grouped by four places
_DIGITS = r"(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?"


class Form(StrEnum):
    """How a number is written."""

    DIGITS = "digits"
    NUMERAL = "numeral"
    WORD = "word"


@dataclass(frozen=True, slots=True)
class Number:
    """A number as written at `start` to `end` of a text of single width; `value` is None where it has none (一二三).

    `unit` is what the writing itself measures in: 一半 is 50 %, 翻一番 twofold.
    """

    start: int
    end: int
    text: str
    form: Form
    value: Decimal | None
    unit: str | None = None


def numbers_in(narrow: str, words: Vocabulary) -> list[Number]:
    """The numbers of a text of single width, in order; none overlaps another."""
    found: list[Number] = []
    pattern, named = _pattern(words)
    for match in pattern.finditer(narrow):
        kind = next(name for name, text in match.groupdict().items() if text is not None and name in named)
        found.extend(_numbers(kind, match, words))
    return found


def _numbers(kind: str, match: re.Match[str], words: Vocabulary) -> Iterator[Number]:
    start, end, text = match.start(), match.end(), match[0]
    if kind.startswith("word"):
        one = words.get("numerals.words")[int(kind.removeprefix("word"))]
        yield Number(start=start, end=end, text=text, form=Form.WORD, value=Decimal(one["value"]), unit=one["unit"])
        return
    match kind:
        case "digits":
            yield Number(start, end, text, Form.DIGITS, _decimal(text.replace(",", "")))
        case "parts":
            yield _parts(match, words)
        case "fraction":
            yield _fraction(match, words)
        case "tenths":
            value = numeral_value(text[: -len(words.get("numerals.tenths"))], words)
            yield Number(
                start=start, end=end, text=text, form=Form.WORD, value=None if value is None else value * 10, unit="%"
            )
        case "fold":
            times = numeral_value(match["number"], words)
            value = None if times is None else Decimal(2) ** int(times)
            yield Number(
                start=start, end=end, text=text, form=Form.WORD, value=value, unit=words.get("numerals.fold_unit")
            )
        case "spelled":
            yield Number(start, end, text, Form.WORD, _spelled(text, words))
        case _:
            yield Number(start, end, text, Form.NUMERAL, numeral_value(text, words))


def _parts(match: re.Match[str], words: Vocabulary) -> Number:
    """百分之八十."""
    table = words.table("numerals.parts")
    name = next(one for one in table if match[0].startswith(one))
    value = numeral_value(match[0].removeprefix(name), words)
    percent = None if value is None else value * 100 / Decimal(table[name])
    return Number(start=match.start(), end=match.end(), text=match[0], form=Form.WORD, value=percent, unit="%")


def _fraction(match: re.Match[str], words: Vocabulary) -> Number:
    """三分之二; what does not come out even stays a fraction in words, without a value."""
    below, above = (numeral_value(text, words) for text in match[0].split(words.get("numerals.of")))
    percent = None
    if below and above is not None:
        percent = above * 100 / below
        percent = percent if percent == round(percent, 4) else None
    return Number(start=match.start(), end=match.end(), text=match[0], form=Form.WORD, value=percent, unit="%")


def numeral_value(text: str, words: Vocabulary) -> Decimal | None:
    """What a numeral of the language stands for: 一百二十, 二○○七, 两; None where it is none. Digits count too."""
    if re.fullmatch(_DIGITS, text):
        return _decimal(text.replace(",", ""))
    digits, scales = _values(words, "digits"), _values(words, "scales")
    if not text or any(char not in digits and char not in scales for char in text):
        return None
    if not any(char in scales for char in text):
        run = "".join(str(digits[char]) for char in text)
        return Decimal(run) if len(text) == 1 or len(text) == 4 else None
    total = part = Decimal(0)
    digit: Decimal | None = None
    for char in text:
        if char in digits:
            if digit:
                return None
            digit = digits[char]
        elif scales[char] < _GROUP:
            part += (Decimal(1) if digit is None else digit) * scales[char]
            digit = None
        else:
            section, scale = part + (digit or 0), scales[char]
            # 三亿五千万: what stands before the smaller scale is added; 一万亿: the larger takes in all before it.
            total = total + section * scale if section and total > scale else ((total + section) or Decimal(1)) * scale
            part, digit = Decimal(0), None
    return total + part + (digit or 0)


@cache
def _values(words: Vocabulary, key: str) -> Mapping[str, Decimal]:
    return {char: Decimal(value) for char, value in words.table(f"numerals.{key}").items()}


def _spelled(text: str, words: Vocabulary) -> Decimal | None:
    """English words: twenty-five, one hundred and twenty."""
    table = words.table("numerals.spelled")
    total = Decimal(0)
    for part in re.split(r"[\s-]+", text.lower()):
        if part not in table:
            continue
        value = Decimal(table[part])
        total = (total or 1) * value if value >= 100 else total + value
    return total


def _decimal(text: str) -> Decimal | None:
    try:
        return Decimal(text)
    except InvalidOperation:
        return None


@cache
def _pattern(words: Vocabulary) -> tuple[re.Pattern[str], frozenset[str]]:
    """All ways of writing a number as one pattern, and the names of its groups."""
    runs = re.escape("".join([*words.table("numerals.digits"), *words.table("numerals.scales")]))
    parts: list[tuple[str, str]] = [
        (f"word{at}", one["pattern"]) for at, one in enumerate(words.get("numerals.words") or ())
    ]
    if runs:
        of, tenths = words.get("numerals.of"), words.get("numerals.tenths")
        one = f"(?:[{runs}]+|{_DIGITS})"
        parts += [
            ("parts", f"(?:{'|'.join(words.table('numerals.parts'))}){one}"),
            ("fraction", f"{one}{of}{one}"),
            ("tenths", f"[{runs}]{tenths}(?=[以左的多、，。])"),
            ("fold", words.get("numerals.fold")),
        ]
    if spelled := words.table("numerals.spelled"):
        names = "|".join(sorted(spelled, key=len, reverse=True))
        parts.append(("spelled", rf"\b(?:{names})(?:(?:[\s-]|\s+and\s+)(?:{names}))*\b"))
    parts.append(("digits", _DIGITS))
    if runs:
        parts.append(("numeral", f"(?<![\\d{runs}])[{runs}]+"))
    text = "|".join(f"(?P<{name}>{pattern})" for name, pattern in parts)
    return words.compiled(text), frozenset(name for name, _ in parts)
