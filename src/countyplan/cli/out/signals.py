"""What ends a run from outside: an interrupt, the end of the session, a service that is stopped."""

from __future__ import annotations

import signal
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import FrameType

_FAILED = 128  # what a shell adds to the number of the signal that ended a command

if sys.platform == "win32":
    _ENDING = (signal.SIGINT, signal.SIGTERM)
else:
    _ENDING = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)


def end_in_order() -> None:
    """Let SIGTERM and SIGHUP end the run as an interrupt does, so that what is half done is undone; exit code 128 + number.

    One that is ignored, as under `nohup`, stays so.
    """
    for one in _ENDING:
        if signal.getsignal(one) is signal.SIG_DFL:
            signal.signal(one, _end)


def _end(number: int, _frame: FrameType | None) -> None:
    raise SystemExit(_FAILED + number)


@contextmanager
def pause_signals() -> Iterator[Callable[[], None]]:
    """Hold back what would end the run; what it gives raises `KeyboardInterrupt` once something waits that will.

    So whoever undoes something is not ended a second time while at it. Where signals cannot be held back, they strike.
    """
    if sys.platform == "win32":
        yield lambda: None
        return
    awaited = {one for one in _ENDING if signal.getsignal(one) is not signal.SIG_IGN}
    before = signal.pthread_sigmask(signal.SIG_BLOCK, awaited)

    def heed() -> None:
        if awaited & signal.sigpending() - before:
            raise KeyboardInterrupt

    try:
        yield heed
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)
