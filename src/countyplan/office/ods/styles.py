"""What the number styles of an .ods show, by the names of the cell styles that use them."""

from __future__ import annotations

import re
from dataclasses import field, replace

from countyplan.dataclass import dataclass
from countyplan.office.markup import Attributes
from countyplan.office.shown.date_format import DateFormat
from countyplan.office.shown.number import NOTHING, Around, words

_TEXTS = frozenset({"datastyle/text", "datastyle/currency-symbol"})
# Which style shows the numbers of one sign, or zero.
_BY_SIGN = re.compile(r"[<>=]\s*0(?:\.0*)?\s*$")
_WHOLE_DATE = DateFormat()
_LONGEST = 200


@dataclass(frozen=True, slots=True)
class Shown:
    """What a style shows: a part of the number, words around it, or of a date only its year or its month."""

    scales: bool = False
    around: Around = NOTHING
    date: DateFormat = _WHOLE_DATE


@dataclass(slots=True, kw_only=True)
class Styles:
    """The styles while their parts go by; a cell style stands behind the number style that it names.

    `struck` are those of text that is struck through.
    """

    shown: dict[str, Shown] = field(default_factory=dict)
    struck: set[str] = field(default_factory=set)
    _style: str = ""
    _name: str | None = None
    _before: str = ""
    _behind: str = ""
    _parts: set[str] = field(default_factory=set)
    _scales: bool = False
    _applied: set[str] = field(default_factory=set)
    _in_text: bool = False

    def start(self, name: str, attributes: Attributes) -> None:
        """An element begins."""
        if name.startswith("datastyle/") and name.endswith("-style"):
            self._name = attributes.get("style/name", "")
            self._before = self._behind = ""
            self._parts, self._applied, self._scales = set(), set(), False
        elif name in _TEXTS:
            self._in_text = True
        elif name.startswith("datastyle/"):
            self._parts.add(name.removeprefix("datastyle/"))
            self._scales = self._scales or attributes.get("datastyle/display-factor", "1") != "1"
        elif (
            name == "style/map"
            and self._name is not None
            and not _BY_SIGN.search(attributes.get("style/condition", ""))
        ):
            self._applied.add(attributes.get("style/apply-style-name", ""))
        elif name == "style/text-properties" and _is_struck(attributes):
            self.struck.add(self._style)
        elif name == "style/style":
            self._style = attributes.get("style/name", "")
            if attributes.get("style/parent-style-name") in self.struck:
                self.struck.add(self._style)
            shown = self.shown.get(attributes.get("style/data-style-name", ""))
            if shown is not None:
                self.shown[attributes.get("style/name", "")] = shown

    def text(self, text: str) -> None:
        """Text, which counts where a number style shows it."""
        if self._in_text and self._parts:
            self._behind = (self._behind + text)[:_LONGEST]
        elif self._in_text:
            self._before = (self._before + text)[:_LONGEST]

    def end(self, name: str) -> None:
        """An element ends."""
        if name in _TEXTS:
            self._in_text = False
        elif self._name is not None and name.startswith("datastyle/") and name.endswith("-style"):
            self._keep(name)
            self._name = None

    def _keep(self, kind: str) -> None:
        if kind == "datastyle/date-style":
            year = self._parts <= {"year", "era"}
            month = not year and self._parts <= {"year", "month", "era"}
            date = DateFormat(year, month, before=self._before.strip(), behind=self._behind.strip())
            shown = Shown(date=date if year else DateFormat(month=month))
        elif kind in {"datastyle/number-style", "datastyle/currency-style"}:
            shown = Shown(self._scales, Around(before=words(self._before), behind=words(self._behind)))
            if any(self.shown.get(one, Shown()) != shown for one in self._applied):
                # What words large numbers otherwise than small ones shows another number.
                shown = replace(shown, scales=True)
        else:
            return
        if shown != Shown() and self._name is not None:
            self.shown[self._name] = shown


def _is_struck(attributes: Attributes) -> bool:
    told = (attributes.get(f"style/text-line-through-{one}") for one in ("style", "type"))
    return any(one not in {None, "none"} for one in told)
