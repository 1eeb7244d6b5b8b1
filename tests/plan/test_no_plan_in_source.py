"""Nothing of one plan or one country is in the program: names, nouns and codes are in plans' files and vocabularies."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

SOURCES = Path(__file__).parents[2] / "src" / "countyplan"
# What files compiled from these say is what these say.
TEXTS = sorted(path for path in SOURCES.rglob("*") if path.suffix in {".py", ".yaml", ".j2", ".css", ".js", ".typ"})
# What a colour is written as in pages and documents.
COLOUR = r"#[0-9a-f]{6}\b|\bval=\"[0-9A-F]{6}\""
ONE_PLANS = re.compile(r"县|杭州|桐庐|淳安|建德|GB/T|(?<![\w.])\d{6}(?![\w.])|\bcount(?:y|ies)\b", re.IGNORECASE)


def is_vocabulary(path: Path) -> bool:
    """Words that tables and texts of all plans are read by, in which those of one country stand beside those of others."""
    parts = path.relative_to(SOURCES).parts
    return path.suffix == ".yaml" and (bool({"words", "vocabulary"} & {*parts[:-1]}) or path.name == "words.yaml")


def of_one_plan(text: str) -> list[str]:
    return ONE_PLANS.findall(re.sub(COLOUR, "", text))


@pytest.mark.parametrize("path", TEXTS, ids=lambda path: path.relative_to(SOURCES).as_posix())
def test_no_source_speaks_of_one_plan(path: Path) -> None:
    if is_vocabulary(path):
        assert path.parent.name in {"words", "vocabulary", "ledger", "record"}
    else:
        assert of_one_plan(path.read_text(encoding="utf-8")) == []


def test_what_is_looked_for_is_found() -> None:
    text = '桐庐县 330122 GB/T 2260 counties #1c6b3c val="000000" 2000000 1.234567 countyplan'
    assert of_one_plan(text) == ["桐庐", "县", "330122", "GB/T", "counties"]


def test_only_vocabularies_may() -> None:
    assert len(TEXTS) >= 500
    assert {path.relative_to(SOURCES).parts[0] for path in TEXTS if is_vocabulary(path)} == {"plantext", "submission"}
