"""Numbers as they are shown: the fifteen digits that a spreadsheet keeps, and what a format puts around them."""

from __future__ import annotations

import re
import unicodedata
from decimal import Context, Decimal

from countyplan.dataclass import dataclass

# A comma that no digit follows divides by a thousand; a point that is escaped stands where it was put.
_SCALED = re.compile(r"[0#?],+(?![0#?,])|[0#?]!\.[0#?]")
_QUOTED_POINT = re.compile(r'\\\.|"\."')
# "元" \元 [$USD-409] show their text, _) and *- fill up, [Red] and [>100] say how and when.
_TOKEN = re.compile(
    r'"(?P<quoted>[^"]*)"|\\(?P<escaped>.)|\[\$(?P<currency>[^\]-]*)(?:-[^\]]*)?\]|(?P<nothing>_.|\*.|\[[^\]]*\])'
    r"|(?P<digits>[0#?]|General)|(?P<percent>%)|(?P<other>.)",
    re.DOTALL | re.IGNORECASE,
)

_CONDITION = re.compile(r"\[[<>=]")
# A section of zero alone, or of text.
_OF_NO_AMOUNT = re.compile(r"^(?:\[[^=<>]*\])*\[=0\]|@")


@dataclass(frozen=True, slots=True)
class Around:
    """The words before and behind a number, empty where only the yuan's sign or fillers stand, and whether it is a %."""

    before: str = ""
    percent: bool = False
    behind: str = ""


NOTHING = Around()


def shown_around(number_format: str, *, negative: bool = False) -> Around:
    """What the format shows around a number; a format may have a section of its own for negative ones."""
    sections = number_format.split(";")
    return _around(sections[1] if negative and len(sections) > 1 else sections[0])


def _around(section: str) -> Around:
    before, behind, percent, seen = "", "", False, False
    for token in _TOKEN.finditer(section):
        other = token["other"] or ""
        literal = token["quoted"] or token["escaped"] or token["currency"] or (other if _is_foreign(other) else "")
        seen = seen or token["digits"] is not None
        percent = percent or token["percent"] is not None
        before, behind = (before, behind + literal) if seen else (before + literal, behind)
    return Around(words(before), percent, words(behind))


def hides(number_format: str, sign: int) -> bool:
    """Whether the format shows no digit of a number of that sign (1, 0, -1): `;;;`, and `0;-0;"-"` of zero."""
    sections = number_format.split(";")
    if _CONDITION.search(number_format):
        # Which section shows which numbers such a format says itself.
        return False
    at = {1: 0, -1: 1, 0: 2}[sign]
    section = sections[at] if at < len(sections) else sections[0]
    shown = (token["digits"] or token["other"] for token in _TOKEN.finditer(section))
    # Of zero # and ? show nothing, or a blank.
    return not any(one and one.casefold() in {"0", "general", "@", *("" if sign == 0 else "#?")} for one in shown)


def words(literal: str) -> str:
    """A literal text of a number format, if it says anything: ¥ and blanks do not, $, € and a footnote's mark do."""
    return literal.strip() if any(char.isalpha() or _is_mark(char) or _is_foreign(char) for char in literal) else ""


def _is_mark(char: str) -> bool:
    """Whether a sign is one of those that footnotes are marked with, or a part of a hundred or a thousand."""
    return char in "%％‰*＊※" or unicodedata.category(char) in {"So", "No"}


def _is_foreign(char: str) -> bool:
    """Whether a sign is that of another money than the yuan's."""
    return bool(char) and unicodedata.category(char) == "Sc" and char not in "¥￥"


def scales(number_format: str) -> bool:
    """Whether a number format shows a thousandth of the number, or a point where the number has none (`0.0,`, `0!.0000`).

    One that words large numbers otherwise than small ones (`[>=10000]0.0"万";0`) shows another number, too.
    """
    sections = number_format.split(";")
    told = sections[:1]
    if _CONDITION.search(number_format) is not None:
        told = [one for one in sections if not _OF_NO_AMOUNT.search(one)]
    return len(set(map(_around, told))) > 1 or any(_SCALED.search(_QUOTED_POINT.sub("!.", one)) for one in told)


# A spreadsheet keeps and shows fifteen digits; what stands behind them is how binary fractions are written.
_KEPT = Context(prec=15)
_NUMBER = re.compile(r"[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d{1,3})?", re.ASCII)
_LONGEST = 480
_LARGEST_EXPONENT = 30


def parse_number(text: str) -> Decimal | None:
    """The number that a file stores as `text`, or None."""
    text = text.strip()
    if len(text) > _LONGEST or not _NUMBER.fullmatch(text):
        return None
    return _KEPT.create_decimal(text)


def shown(number: Decimal, around: Around = NOTHING) -> str:
    """The number with what its format shows around it."""
    digits = f"{plain(number.scaleb(2, _KEPT))}%" if around.percent else plain(number)
    return f"{around.before}{digits}{around.behind}"


def plain(number: Decimal) -> str:
    """The number without an exponent, if it is of a size that anyone writes out."""
    if not number.is_finite() or abs(number.adjusted()) > _LARGEST_EXPONENT:
        return str(number.normalize(_KEPT))
    text = format(number, "f")
    return text.rstrip("0").rstrip(".") if "." in text else text
