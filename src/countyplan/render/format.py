"""The names of the formats, apart from what writes them, so that the command line knows them without loading it."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum


class Format(StrEnum):
    """How a result is written; `text` is for the terminal."""

    TEXT = "text"
    JSON = "json"
    MARKDOWN = "markdown"
    CSV = "csv"


SUFFIXES: Mapping[str, Format] = {
    ".json": Format.JSON,
    ".md": Format.MARKDOWN,
    ".csv": Format.CSV,
}


class ProseFormat(StrEnum):
    """How what is no table is written."""

    TEXT = "text"
    JSON = "json"
    MARKDOWN = "markdown"
