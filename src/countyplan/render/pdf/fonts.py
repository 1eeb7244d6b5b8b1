"""Which of the fonts that are installed a document is set in."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from typing import TYPE_CHECKING

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


def chinese_lacking() -> tuple[str, ...]:
    """Nothing where a font with Chinese characters is installed; else the names of those that would do."""
    chosen = faces()
    return () if chosen.body else tuple(dict.fromkeys(name for names in _CHINESE.values() for name in names))


def faces() -> Faces:
    """The fonts for a document."""
    families = set(installed().families())
    latin = next(name for name in _LATIN if name in families)
    body, head = (next((name for name in _CHINESE[part] if name in families), "") for part in ("body", "head"))
    return Faces(latin, body or head, head or body)
