"""What a file's bytes are, whatever its name says."""

from __future__ import annotations

import io
import zipfile
from enum import StrEnum

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_MARKS = (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")


class Content(StrEnum):
    """The kinds of content that can be told apart."""

    TEXT = "text"
    HTML = "HTML"
    XML = "XML"
    XLSX = "xlsx"
    XLS = "xls"
    ODS = "ods"
    XLSB = "xlsb"
    ZIP = "zip"
    BINARY = "binary"


def content_of(data: bytes) -> Content:
    """What the bytes begin like; text is whatever is nothing else."""
    if data.startswith(b"PK\x03\x04"):
        return _packed(data)
    if data.startswith(_OLE):
        return Content.XLS
    start = data[:512]
    for mark in _MARKS:
        start = start.removeprefix(mark)
    start = start.lstrip().lower()
    if start.startswith((b"<html", b"<!doctype html", b"<table", b"<meta")) or (
        start.startswith((b"<?xml", b"<!--")) and b"<html" in start
    ):
        return Content.HTML
    if start.startswith(b"<?xml"):
        return Content.XML
    return Content.BINARY if b"\0" in start and not data.startswith(_MARKS) else Content.TEXT


def _packed(data: bytes) -> Content:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as packed:
            names = set(packed.namelist())
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError):
        return Content.ZIP
    if "xl/workbook.xml" in names:
        return Content.XLSX
    if "xl/workbook.bin" in names:
        return Content.XLSB
    return Content.ODS if "content.xml" in names else Content.ZIP
