"""What stands in where a run was given no standard input, output or error (`>&-`, a service, a window without a console)."""

from __future__ import annotations

import io
import os
import sys


class _Nowhere(io.TextIOWrapper):
    """The null device, which Windows takes for a terminal."""

    def isatty(self) -> bool:
        return False


def stand_in_for_closed_streams() -> None:
    """Read nothing where nothing can be read, say nothing where nobody listens, and fail where a result would be lost.

    They also keep the numbers of the closed streams from going to files that are opened later.
    """
    for name, flags, mode in (
        ("stdin", os.O_RDONLY, "rb"),
        ("stdout", os.O_RDONLY, "wb"),
        ("stderr", os.O_WRONLY, "wb"),
    ):
        if getattr(sys, name) is None:
            setattr(sys, name, _Nowhere(os.fdopen(os.open(os.devnull, flags), mode), encoding="utf-8"))
