"""What the process runs that opens office files: one after the other, until nobody asks any more."""

from __future__ import annotations

import json
import os
import signal
import sys

from countyplan.limits import MEGABYTE, Limits
from countyplan.office.reading import Beyond, open_office
from countyplan.office.sheet import Limit
from countyplan.office.wire import packed, read_frame, write_frame


def serve() -> None:
    """Answer each file on standard input on standard output. The limits are the first frame, each file is one more."""
    # Who asks decides when to end; what a library prints must not stand among the answers.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    asked, answers = sys.stdin.buffer, os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())
    first = read_frame(asked)
    limits = Limits(**json.loads(first or b"{}"))
    _limit_memory(limits.memory * MEGABYTE)
    while (data := read_frame(asked)) is not None:
        try:
            answer = packed(open_office(data, limits))
        except MemoryError:
            answer = packed(Beyond(Limit.MEMORY))
        write_frame(answers, answer)


def _limit_memory(most: int) -> None:
    """No process can be held to so much on Windows; there the measures of the file itself are what holds."""
    try:
        import resource
    except ImportError:
        return
    resource.setrlimit(resource.RLIMIT_AS, (most, most))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
