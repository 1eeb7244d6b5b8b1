"""A hold on a file, which ends with the run that has it, however that ends."""

from __future__ import annotations

import sys
from typing import IO

if sys.platform == "win32":

    def hold(file: IO[bytes]) -> bool:
        """Whether the file is ours alone, until it is closed."""
        import msvcrt

        try:
            msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True

else:

    def hold(file: IO[bytes]) -> bool:
        """Whether the file is ours alone, until it is closed."""
        import fcntl

        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            return False
        return True
