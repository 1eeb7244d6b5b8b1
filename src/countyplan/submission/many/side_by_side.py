"""Work that several processes do side by side, with the same outcome in the same order."""

from __future__ import annotations

import multiprocessing
import signal
import sys
import threading
from collections.abc import Callable, Generator, Iterator, Sequence
from contextlib import contextmanager, suppress
from multiprocessing.connection import Connection, wait
from types import FrameType
from typing import Any, NoReturn, TypeVar

from countyplan.submission.many.shares import ProcessDiedError

Given = TypeVar("Given")
Made = TypeVar("Made")

# Ours: how long a process that was told to end may take before it is ended.
_SECONDS_TO_END = 5


def side_by_side(work: Callable[[Given], Made], given: Sequence[Given], processes: int) -> Generator[Made, None, None]:
    """What `work` makes of each of `given`, in their order, by so many processes.

    A process gets the next one as soon as it is done with one, so that none waits while there is work. Whatever ends this
    early, an interrupt too, ends the processes. Raises `ProcessDiedError` if one of them ends by itself, and `MemoryError`
    if one of them had too little.
    """
    with _started(work, min(processes, len(given))) as pipes:
        left = iter(enumerate(given))
        doing: dict[Connection, int] = {}
        made: dict[int, Made] = {}
        for pipe in pipes:
            _hand(pipe, left, doing)
        for at in range(len(given)):
            while at not in made:
                there = wait(list(doing))
                for pipe in [one for one in doing if one in there]:
                    made[doing.pop(pipe)] = _received(pipe)
                    _hand(pipe, left, doing)
            yield made.pop(at)


def _hand(pipe: Connection, left: Iterator[tuple[int, Given]], doing: dict[Connection, int]) -> None:
    for at, one in left:
        doing[pipe] = at
        with _told_if_died():
            pipe.send(one)
        return


def _received(pipe: Connection) -> Any:
    with _told_if_died():
        made, enough = pipe.recv()
    if not enough:
        raise MemoryError
    return made


@contextmanager
def _told_if_died() -> Iterator[None]:
    try:
        yield
    except (EOFError, OSError) as error:
        raise ProcessDiedError from error


@contextmanager
def _started(work: Callable[[Given], Made], processes: int) -> Iterator[Sequence[Connection]]:
    method = _method()
    context: Any = multiprocessing.get_context(method)
    started: list[tuple[Any, Connection]] = []
    try:
        for _ in range(processes):
            with _undisturbed():
                ours, theirs = context.Pipe()
                # A copy of this process has its ends of the pipes too, and as long as it does none sees that this one ended.
                copied = [*(pipe for _, pipe in started), ours] if method == "fork" else []
                process = context.Process(target=_serve, args=(theirs, work, copied), daemon=True)
                process.start()
                theirs.close()
                started.append((process, ours))
        yield [pipe for _, pipe in started]
    finally:
        for process, pipe in started:
            pipe.close()
            process.terminate()
        for process, _ in started:
            process.join(_SECONDS_TO_END)
            if process.is_alive():
                process.kill()


@contextmanager
def _undisturbed() -> Iterator[None]:
    """Hold back what would end this process while another is begun, so that none is begun and forgotten."""
    if sys.platform == "win32":
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT, signal.SIGTERM, signal.SIGHUP})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _method() -> str:
    """To go on as a copy of this process is fastest; only Linux does it safely, and only where nothing else runs in it."""
    return "fork" if sys.platform == "linux" and threading.active_count() == 1 else "spawn"


def _serve(pipe: Connection, work: Callable[[Any], Any], copied: Sequence[Connection]) -> None:
    # An interrupt reaches every process of a terminal: the one that gave the work ends the others.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, _leave)
    if sys.platform != "win32":
        signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGINT, signal.SIGTERM, signal.SIGHUP})
    for other in copied:
        other.close()
    with suppress(EOFError, BrokenPipeError):
        while True:
            given = pipe.recv()
            try:
                made = work(given)
            except MemoryError:
                pipe.send((None, False))
            else:
                pipe.send((made, True))


def _leave(_number: int, _frame: FrameType | None) -> NoReturn:
    raise SystemExit
