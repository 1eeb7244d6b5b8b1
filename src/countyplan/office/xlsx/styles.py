"""The number formats of an .xlsx, by the number that a cell names."""

from __future__ import annotations

from dataclasses import field

from countyplan.dataclass import dataclass
from countyplan.office.markup import Attributes, walk, whole_number
from countyplan.office.shown.date_format import DateFormat, date_format
from countyplan.office.shown.number import NOTHING, Around, hides, scales, shown_around

# Built-in formats that show a percentage; the others show a number as it is, or a date.
_PERCENT = frozenset({9, 10})
_FONTS, _CELLS = _GROUPS = ("main/fonts", "main/cellXfs")


@dataclass(frozen=True, slots=True)
class Format:
    """What a number format shows: a date, a part of the number, or words around it, for negative ones others.

    `hides` are the signs (1, 0, -1) of the numbers that it does not show. `struck`: the font strikes text through.
    """

    code: str = ""
    date: DateFormat | None = None
    scales: bool = False
    around: Around = NOTHING
    around_negative: Around = NOTHING
    hides: frozenset[int] = frozenset()
    struck: bool = False


PLAIN = Format()


@dataclass(slots=True)
class _Styles:
    codes: dict[int, str] = field(default_factory=dict)
    formats: list[tuple[int, bool]] = field(default_factory=list)
    fonts: list[bool] = field(default_factory=list)
    inside: str = ""

    def start(self, name: str, attributes: Attributes) -> None:
        if name == "main/numFmt" and (number := whole_number(attributes.get("numFmtId"))) is not None:
            self.codes[number] = attributes.get("formatCode", "")
        elif name in _GROUPS:
            self.inside = name
        elif name == "main/font" and self.inside == _FONTS:
            self.fonts.append(False)
        elif name == "main/strike" and self.inside == _FONTS and self.fonts:
            self.fonts[-1] = is_on(attributes)
        elif name == "main/xf" and self.inside == _CELLS:
            font = whole_number(attributes.get("fontId")) or 0
            struck = font < len(self.fonts) and self.fonts[font]
            self.formats.append((whole_number(attributes.get("numFmtId")) or 0, struck))

    def end(self, name: str) -> None:
        self.inside = "" if name in _GROUPS else self.inside


def read_styles(data: bytes, part: str) -> list[Format]:
    """The formats in the order in which cells count them."""
    styles = _Styles()
    walk(data, part, styles.start, styles.end)
    known = {told: _format(told[0], styles.codes.get(told[0], ""), struck=told[1]) for told in set(styles.formats)}
    return [known[told] for told in styles.formats]


def is_on(attributes: Attributes) -> bool:
    """Whether what an element switches is on, as it is where nothing else is said."""
    return attributes.get("val", "1") in {"1", "true", "on"}


def _format(number: int, code: str, *, struck: bool) -> Format:
    if (date := date_format(number, code)) is not None:
        return Format(code, date, struck=struck)
    if not code:
        percent = Around(percent=number in _PERCENT)
        return Format(around=percent, around_negative=percent, struck=struck)
    return Format(
        code,
        scales=scales(code),
        around=shown_around(code),
        around_negative=shown_around(code, negative=True),
        hides=frozenset(sign for sign in (1, 0, -1) if hides(code, sign)),
        struck=struck,
    )
