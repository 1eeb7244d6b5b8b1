"""What a file's bytes are, whatever its name says."""

from __future__ import annotations

from enum import StrEnum

from countyplan.office import OLE
from countyplan.office.markup import root
from countyplan.office.package import BrokenError, Fault, Package
from countyplan.office.xlsx.book import main_part


class OfficeKind(StrEnum):
    """The kinds of office files that can be told apart."""

    XLSX = "xlsx"
    XLS = "xls"
    ODS = "ods"
    DOCX = "docx"
    XLSB = "xlsb"
    DOC = "doc"
    ZIP = "zip"


def kind_of_streams(data: bytes) -> OfficeKind:
    """What a container of streams holds; a document that a password encloses breaks."""
    if _named("EncryptedPackage", data):
        raise BrokenError(Fault.PASSWORD)
    if _named("Workbook", data) or _named("Book", data):
        return OfficeKind.XLS
    return OfficeKind.DOC if _named("WordDocument", data) or _named("PowerPoint Document", data) else OfficeKind.XLS


def is_streams(data: bytes) -> bool:
    """Whether the bytes are a container of streams."""
    return data.startswith(OLE)


def kind_of_package(package: Package) -> tuple[OfficeKind, str]:
    """What a packed file is, told by the outermost element of its document, and which part that document is."""
    part = main_part(package) or next((usual for usual in _USUAL if usual in package), None)
    if part is None:
        return OfficeKind.ZIP, ""
    if part.casefold().endswith(".bin"):
        return OfficeKind.XLSB, part
    return _ROOTS.get(root(package.read(part), part), OfficeKind.ZIP), part


_USUAL = ("xl/workbook.xml", "word/document.xml", "content.xml", "xl/workbook.bin")
_ROOTS = {
    "main/workbook": OfficeKind.XLSX,
    "main/document": OfficeKind.DOCX,
    "office/document-content": OfficeKind.ODS,
}


def _named(stream: str, data: bytes) -> bool:
    return stream.encode("utf-16-le") in data
