"""The number formats of an .xlsx, by the number that a cell names."""

from __future__ import annotations

from dataclasses import field

from countyplan.dataclass import dataclass
from countyplan.office.markup import Attributes, walk
from countyplan.office.shown.date_format import DateFormat, date_format
from countyplan.office.shown.number_format import NOTHING, Around, scales, shown_around

# Built-in formats that show a percentage; the others show a number as it is, or a date.
_PERCENT = frozenset({9, 10})


@dataclass(frozen=True, slots=True)
class Format:
    """What a number format shows: a date, a part of the number, or words around it, for negative ones others."""

    code: str = ""
    date: DateFormat | None = None
    scales: bool = False
    around: Around = NOTHING
    around_negative: Around = NOTHING


PLAIN = Format()


@dataclass(slots=True)
class _Styles:
    codes: dict[int, str] = field(default_factory=dict)
    formats: list[int] = field(default_factory=list)
    inside: bool = False

    def start(self, name: str, attributes: Attributes) -> None:
        if name == "main/numFmt" and (number := _number(attributes.get("numFmtId"))) is not None:
            self.codes[number] = attributes.get("formatCode", "")
        elif name == "main/cellXfs":
            self.inside = True
        elif name == "main/xf" and self.inside:
            self.formats.append(_number(attributes.get("numFmtId")) or 0)

    def end(self, name: str) -> None:
        self.inside = self.inside and name != "main/cellXfs"


def read_styles(data: bytes, part: str) -> list[Format]:
    """The formats in the order in which cells count them."""
    styles = _Styles()
    walk(data, part, styles.start, styles.end)
    known: dict[int, Format] = {}
    return [known.setdefault(number, _format(number, styles.codes.get(number, ""))) for number in styles.formats]


def _format(number: int, code: str) -> Format:
    if (date := date_format(number, code)) is not None:
        return Format(code, date)
    if not code:
        percent = Around(percent=number in _PERCENT)
        return Format(around=percent, around_negative=percent)
    return Format(code, None, scales(code), shown_around(code), shown_around(code, negative=True))


def _number(text: str | None) -> int | None:
    return int(text) if text is not None and text.isascii() and text.isdigit() and len(text) < 10 else None
