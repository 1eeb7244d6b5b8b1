"""An office document as the zip that it is: the same content gives the same bytes, whenever it is written."""

from __future__ import annotations

import io
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

_EARLIEST = (1980, 1, 1, 0, 0, 0)  # the first day that a zip knows
_MODE = 0o600 << 16


def repacked(data: bytes) -> bytes:
    """The same zip with all its entries dated alike."""
    out = io.BytesIO()
    with ZipFile(io.BytesIO(data)) as before, ZipFile(out, "w", ZIP_DEFLATED) as after:
        for entry in before.infolist():
            alike = ZipInfo(entry.filename, _EARLIEST)
            alike.external_attr = _MODE
            alike.compress_type = ZIP_DEFLATED
            after.writestr(alike, before.read(entry))
    return out.getvalue()
