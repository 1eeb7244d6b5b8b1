"""The names of the formats, apart from what writes them, so that the command line knows them without loading it."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum


class Format(StrEnum):
    """How a result is written; `text` is for the terminal."""

    TEXT = "text"
    JSON = "json"
    JSONL = "jsonl"
    MARKDOWN = "markdown"
    CSV = "csv"
    HTML = "html"
    GITHUB = "github"
    GITLAB = "gitlab"
    JUNIT = "junit"
    SARIF = "sarif"
    DOCX = "docx"
    XLSX = "xlsx"
    PDF = "pdf"


SUFFIXES: Mapping[str, Format] = {
    ".json": Format.JSON,
    ".jsonl": Format.JSONL,
    ".md": Format.MARKDOWN,
    ".csv": Format.CSV,
    ".html": Format.HTML,
    ".xml": Format.JUNIT,
    ".sarif": Format.SARIF,
    ".docx": Format.DOCX,
    ".xlsx": Format.XLSX,
    ".pdf": Format.PDF,
}

# Pages for people, who do not know the folders of whoever made them.
PAGES = frozenset({Format.HTML, Format.MARKDOWN, Format.DOCX, Format.XLSX, Format.PDF})

# No text: what a terminal would show of them is of no use.
BINARY = frozenset({Format.DOCX, Format.XLSX, Format.PDF})


def suffix_of(written: Format) -> str | None:
    """The suffix of a file in that format, the first where several name it; None for what is no file's format."""
    return next((suffix for suffix, format_ in SUFFIXES.items() if format_ is written), None)


class ListingFormat(StrEnum):
    """How a list of what the plan demands is written."""

    TEXT = "text"
    JSON = "json"
    MARKDOWN = "markdown"
    CSV = "csv"


class PageFormat(StrEnum):
    """How a page about a plan is written."""

    TEXT = "text"
    MARKDOWN = "markdown"
    HTML = "html"
    JSON = "json"


class ProseFormat(StrEnum):
    """How an explanation is written."""

    TEXT = "text"
    JSON = "json"
    MARKDOWN = "markdown"
