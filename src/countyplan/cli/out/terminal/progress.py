"""How far long work has come: on standard error, and only for somebody who looks."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from time import monotonic
from typing import Protocol, TypeVar

T = TypeVar("T")

# Ours: what is done sooner is not worth a line that comes and goes.
_MOMENT = 0.5


class Along(Protocol):
    """Goes through things one by one."""

    def __call__(self, items: Sequence[T], told: Callable[[], str] | None = None, /) -> Iterator[T]:
        """The items as they are; `told` says what else there is to tell of them so far."""


@contextmanager
def progress(label: str) -> Iterator[Along]:
    """What goes through things and shows under `label` how many are done and how long the rest may take.

    Only what takes longer than a moment is shown.
    Nothing is shown where standard error is no terminal, or one that cannot move its cursor (`TERM=dumb`); nothing stays.
    """
    if not sys.stderr.isatty():
        yield _unseen
        return
    from countyplan.cli.out.terminal.bar import bar_on_terminal

    bar = bar_on_terminal()
    if bar is None:
        yield _unseen
        return

    def along(items: Sequence[T], told: Callable[[], str] | None = None, /) -> Iterator[T]:
        for task in bar.task_ids:
            bar.remove_task(task)
        task, began = bar.add_task(label, total=len(items), told=""), monotonic()
        for item in items:
            if not bar.live.is_started and monotonic() - began > _MOMENT:
                bar.start()
            yield item
            bar.advance(task)
            if told is not None and bar.live.is_started:
                bar.update(task, told=told())

    try:
        yield along
    finally:
        bar.stop()


def _unseen(items: Sequence[T], _told: Callable[[], str] | None = None, /) -> Iterator[T]:
    return iter(items)
