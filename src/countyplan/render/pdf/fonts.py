"""Which of the fonts that are installed a document is set in."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from typing import TYPE_CHECKING
from unicodedata import east_asian_width

from countyplan.dataclass import dataclass

if TYPE_CHECKING:
    from typst import Fonts

# For each part of a document the fonts with Chinese characters that are fit for it, those of an official document first:
# of Windows, of macOS, and of Linux. The names that a system knows them by are English.
_CHINESE: Mapping[str, Sequence[str]] = {
    "body": (
        "FangSong",
        "STFangsong",
        "FangSong_GB2312",
        "Noto Serif CJK SC",
        "Source Han Serif SC",
        "SimSun",
        "Songti SC",
    ),
    "head": ("SimHei", "STHeiti", "Noto Sans CJK SC", "Source Han Sans SC", "Microsoft YaHei", "PingFang SC"),
}
_LATIN = ("Times New Roman", "Liberation Serif", "Libertinus Serif")


@dataclass(frozen=True, slots=True)
class Faces:
    """The fonts by the parts of a document, empty where none has Chinese characters, and that of Latin letters."""

    latin: str
    body: str
    head: str


@cache
def installed() -> Fonts:
    """The fonts of the system and those that come with Typst; looking for them takes a moment."""
    from typst import Fonts

    return Fonts()


class FontLackingError(Exception):
    """A document has Chinese characters, and no font that has them is installed; `names` are those that would do."""

    def __init__(self, names: tuple[str, ...]) -> None:
        super().__init__(*names)
        self.names = names


def refuse_unreadable(text: str, chosen: Faces) -> None:
    """Raise `FontLackingError` where `text` has Chinese characters and none of the `chosen` fonts has them."""
    if not chosen.body and any(east_asian_width(sign) in {"W", "F"} for sign in text):
        raise FontLackingError(tuple(dict.fromkeys(name for names in _CHINESE.values() for name in names)))


def faces() -> Faces:
    """The fonts for a document."""
    families = set(installed().families())
    latin = next(name for name in _LATIN if name in families)
    body, head = (next((name for name in _CHINESE[part] if name in families), "") for part in ("body", "head"))
    return Faces(latin, body or head, head or body)
