"""A Word document as the zip that it is: the same content gives the same bytes, whatever the clock says."""

from __future__ import annotations

import io
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from docx.opc.package import OpcPackage
from docx.opc.pkgwriter import PackageWriter

_EARLIEST = (1980, 1, 1, 0, 0, 0)  # the first day that a zip knows
_MODE = 0o600 << 16


def packed(package: OpcPackage) -> bytes:
    """The package's bytes. The library's own way dates each entry by the clock, which may say what no zip can hold."""
    parts = package.parts
    for part in parts:
        part.before_marshal()
    out = io.BytesIO()
    with ZipFile(out, "w", ZIP_DEFLATED) as archive:
        writer: Any = _Undated(archive)
        PackageWriter._write_content_types_stream(writer, parts)
        PackageWriter._write_pkg_rels(writer, package.rels)
        PackageWriter._write_parts(writer, parts)
    return out.getvalue()


class _Undated:
    """What the library writes each entry with."""

    def __init__(self, archive: ZipFile) -> None:
        self._archive = archive

    def write(self, pack_uri: Any, blob: bytes) -> None:
        """Write an entry."""
        entry = ZipInfo(pack_uri.membername, _EARLIEST)
        entry.external_attr = _MODE
        entry.compress_type = ZIP_DEFLATED
        self._archive.writestr(entry, blob)
