"""The pages of docs/, in both languages."""

from __future__ import annotations

import re
from pathlib import Path

ROOT = Path(__file__).parents[2]
DOCS = ROOT / "docs"
LANGUAGES = ("zh", "en")


def page(path: str, language: str = "zh") -> str:
    """The text of one page."""
    return (DOCS / language / path).read_text(encoding="utf-8")


def pages(language: str) -> list[str]:
    """The paths of all pages of one language."""
    return sorted(found.relative_to(DOCS / language).as_posix() for found in (DOCS / language).rglob("*.md"))


def blocks(text: str, kind: str) -> list[str]:
    """What stands in the fenced blocks of one kind."""
    return re.findall(rf"^```{kind}\n(.*?)^```$", text, re.MULTILINE | re.DOTALL)
