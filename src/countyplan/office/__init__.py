"""What office files hold: workbooks and tables of documents, as cells that are text.

Nothing here knows of plans or submissions, and nothing but the standard library is imported until a file needs more: it is
what runs in the process that opens files from anyone.
"""

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_PACKED = b"PK"


def is_office(data: bytes) -> bool:
    """Whether the bytes are packed, or a container of streams, as those of office files are."""
    return data.startswith((OLE, _PACKED + b"\x03\x04", _PACKED + b"\x05\x06"))
