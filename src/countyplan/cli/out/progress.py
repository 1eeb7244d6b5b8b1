"""How far long work has come: on standard error, and only for somebody who looks."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from time import monotonic
from typing import Protocol, TypeVar

from rich.progress import MofNCompleteColumn, Progress, ProgressColumn, Task, TextColumn
from rich.text import Text

from countyplan.cli.out.output import console

T = TypeVar("T")

# Ours: what is done sooner is not worth a line that comes and goes.
_MOMENT = 0.5
_LENGTH = 20


class Along(Protocol):
    """Goes through things one by one."""

    def __call__(self, items: Sequence[T], /) -> Iterator[T]:
        """The items as they are."""


class _Bar(ProgressColumn):
    """`[####......]`, of characters whose width is the same in every terminal."""

    def render(self, task: Task) -> Text:
        done = int(_LENGTH * task.percentage / 100)
        return Text(f"[{'#' * done}{'.' * (_LENGTH - done)}]")


@contextmanager
def progress(label: str) -> Iterator[Along]:
    """What goes through things and shows under `label` how many are done, as soon as that takes longer than a moment.

    Nothing is shown where standard error is no terminal, or one that cannot move its cursor (`TERM=dumb`); nothing stays.
    """
    out = console(stderr=True)
    if not (sys.stderr.isatty() and out.is_terminal) or out.is_dumb_terminal:
        yield iter
        return
    bar = Progress(
        TextColumn("{task.description}", markup=False), _Bar(), MofNCompleteColumn(), console=out, transient=True
    )

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
