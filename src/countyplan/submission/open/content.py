"""What a file's bytes are, whatever its name says."""

from __future__ import annotations

import codecs
from enum import StrEnum

from countyplan.office import is_office
from countyplan.source.decode import is_unmarked_utf16

_MARKS = (codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_LOOKED_AT = 512


class Content(StrEnum):
    """The kinds of content that can be told apart without opening it."""

    TEXT = "text"
    HTML = "HTML"
    XML = "XML"
    PDF = "PDF"
    OFFICE = "office"
    BINARY = "binary"


def content_of(data: bytes) -> Content:
    """What the bytes begin like; text is whatever is nothing else."""
    if is_office(data):
        return Content.OFFICE
    start = data[:_LOOKED_AT]
    if start.startswith(b"%PDF"):
        return Content.PDF
    for mark in _MARKS:
        start = start.removeprefix(mark)
    start = start.lstrip().lower()
    if start.startswith((b"<html", b"<!doctype html", b"<table", b"<meta")) or (
        start.startswith((b"<?xml", b"<!--")) and b"<html" in start
    ):
        return Content.HTML
    if start.startswith(b"<?xml"):
        return Content.XML
    if data.startswith(_MARKS[1:]) or is_unmarked_utf16(data):
        return Content.TEXT
    # Text that was padded holds a few; what is compiled or drawn holds many.
    return Content.BINARY if start.count(b"\0") * 8 > len(start) else Content.TEXT
