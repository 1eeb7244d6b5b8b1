"""The line that shows how far work has come."""

from __future__ import annotations

from rich.progress import MofNCompleteColumn, Progress, ProgressColumn, Task, TextColumn, TimeRemainingColumn
from rich.text import Text

from countyplan.cli.out.terminal.painted import painted

_LENGTH = 20


class _Bar(ProgressColumn):
    """`[####......]`, of characters whose width is the same in every terminal."""

    def render(self, task: Task) -> Text:
        done = int(_LENGTH * task.percentage / 100)
        return Text(f"[{'#' * done}{'.' * (_LENGTH - done)}]")


def bar_on_terminal() -> Progress | None:
    """The bar on standard error; None where it is no terminal, or one that cannot move its cursor (`TERM=dumb`)."""
    out = painted(stderr=True)
    if not out.is_terminal or out.is_dumb_terminal:
        return None
    return Progress(
        TextColumn("{task.description}", markup=False),
        _Bar(),
        MofNCompleteColumn(),
        TimeRemainingColumn(compact=True),
        TextColumn("{task.fields[told]}", markup=False),
        console=out,
        transient=True,
    )
