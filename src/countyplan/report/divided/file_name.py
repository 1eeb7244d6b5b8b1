"""File names that every system takes."""

from __future__ import annotations

import re

from countyplan.diagnostics import visible

# What Windows reserves; a backslash also stands in whatever is written out because it could not be seen.
_RESERVED = re.compile(r'[<>:"/\\|?*]+')
# File systems take 255 bytes; some are left for the suffix, and for what a file is called while it is written.
_MOST_BYTES = 160


def file_stem(number: str, name: str) -> str:
    """`name` after its number, as the name of a file without its suffix.

    The number keeps apart what reads the same otherwise, and any name that Windows keeps for itself from being one.
    """
    kept = _RESERVED.sub("_", visible(name)).encode("utf-8", "replace")[:_MOST_BYTES].decode("utf-8", "ignore")
    return f"{number}-{kept.strip(' .')}"
