"""How far long work has come: on standard error, and only for somebody who looks."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from time import monotonic
from typing import Protocol, TypeVar

T = TypeVar("T")

# Ours: what is done sooner is not worth a line that comes and goes.
_MOMENT = 0.5


class Along(Protocol):
    """Goes through things one by one."""

    def __call__(self, items: Sequence[T], /) -> Iterator[T]:
        """The items as they are."""


@contextmanager
def progress(label: str) -> Iterator[Along]:
    """What goes through things and shows under `label` how many are done and how long the rest may take.

    Only what takes longer than a moment is shown.
    Nothing is shown where standard error is no terminal, or one that cannot move its cursor (`TERM=dumb`); nothing stays.
    """
    if not sys.stderr.isatty():
        yield iter
        return
    from countyplan.cli.out.terminal.bar import bar_on_terminal

    bar = bar_on_terminal()
    if bar is None:
        yield iter
        return

    def along(items: Sequence[T], /) -> Iterator[T]:
        task, began = bar.add_task(label, total=len(items)), monotonic()
        for item in items:
            if not bar.live.is_started and monotonic() - began > _MOMENT:
                bar.start()
            yield item
            bar.advance(task)

    try:
        yield along
    finally:
        bar.stop()
