"""The names of the formats, apart from what writes them, so that the command line knows them without loading it."""

from __future__ import annotations

from enum import StrEnum


class Format(StrEnum):
    """How a result is written; `text` is for the terminal."""

    TEXT = "text"
    JSON = "json"
    MARKDOWN = "markdown"
    CSV = "csv"


class ProseFormat(StrEnum):
    """How what is no table is written."""

    TEXT = "text"
    JSON = "json"
    MARKDOWN = "markdown"
