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


def suffix_of(written: Format) -> str | None:
    """The suffix of a file in that format, the first where several name it; None for what is no file's format."""
    return next((suffix for suffix, format_ in SUFFIXES.items() if format_ is written), None)


class ProseFormat(StrEnum):
    """How what is no table is written."""

    TEXT = "text"
    JSON = "json"
    MARKDOWN = "markdown"
