"""The bytes that office files begin with."""

from __future__ import annotations

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_PACKED = b"PK"


def is_office(data: bytes) -> bool:
    """Whether the bytes are packed, or a container of streams, as those of office files are."""
    return data.startswith((OLE, _PACKED + b"\x03\x04", _PACKED + b"\x05\x06"))
