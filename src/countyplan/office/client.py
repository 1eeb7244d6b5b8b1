"""Opens office files in a process of its own, which is started once and again if it dies.

A file made for it can make a reader ask for more memory than there is, or never end; the process that does so is lost, and
with it this one file.
"""

from __future__ import annotations

import json
import subprocess
import sys
import threading
from contextlib import suppress
from dataclasses import asdict
from pathlib import Path
from types import TracebackType

from countyplan.limits import Limits
from countyplan.office.package import Fault
from countyplan.office.reading import Beyond, Broken, Outcome
from countyplan.office.sheet import Limit
from countyplan.office.wire import read_frame, unpacked, write_frame

_IMPORTED_FROM = str(Path(__file__).parents[2])
# Isolated: no folder that happens to be the current one, and no variable, names what is imported.
_CODE = "import sys; sys.path.append(sys.argv.pop()); from countyplan.office.server import serve; serve()"


class Opener:
    """The process that opens office files; it is started by the first of them."""

    def __init__(self, limits: Limits | None = None) -> None:
        self._limits = limits or Limits()
        self._process: subprocess.Popen[bytes] | None = None

    def __enter__(self) -> Opener:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.close()

    def open(self, data: bytes) -> Outcome:
        """What the file holds, or that it brought the process to an end."""
        process = self._started()
        answers: list[bytes | None] = []
        waiting = threading.Thread(target=_ask, args=(process, data, answers), daemon=True)
        waiting.start()
        waiting.join(self._limits.seconds)
        if waiting.is_alive():
            process.kill()
            waiting.join()
            self.close()
            return Beyond(Limit.SECONDS)
        answer = answers[0] if answers else None
        try:
            if answer is not None:
                return unpacked(answer)
        except (ValueError, TypeError, KeyError, RecursionError):
            # It is not trusted: a file may have got the better of it.
            pass
        self.close()
        return Broken(Fault.ENDED)

    def close(self) -> None:
        """End the process, whatever it does."""
        process, self._process = self._process, None
        if process is not None:
            process.kill()
            process.wait()
            for pipe in (process.stdin, process.stdout):
                with suppress(OSError):
                    if pipe is not None:
                        pipe.close()

    def _started(self) -> subprocess.Popen[bytes]:
        if self._process is None or self._process.poll() is not None:
            self.close()
            command = [sys.executable, "-I", "-c", _CODE, _IMPORTED_FROM]
            self._process = subprocess.Popen(
                command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
            )
            if self._process.stdin is not None:
                write_frame(self._process.stdin, json.dumps(asdict(self._limits)).encode("ascii"))
        return self._process


def _ask(process: subprocess.Popen[bytes], data: bytes, answers: list[bytes | None]) -> None:
    if process.stdin is None or process.stdout is None:
        return
    try:
        write_frame(process.stdin, data)
        answers.append(read_frame(process.stdout))
    except (OSError, ValueError, OverflowError, MemoryError):
        # It ended while it was being asked, or was ended.
        return
