"""A terminal, on which rich paints."""

from __future__ import annotations

import sys
from typing import Any

from rich.console import Console
from rich.text import Text

from countyplan.cli.out.terminal.streams import asked, forget, safe
from countyplan.render.text.screen import Line


class Terminal(Console):
    """One whose reader may leave before the end (`| head`): what was judged stays judged, and so does the exit code."""

    def print(self, *objects: Any, **how: Any) -> None:
        """Print a line, or whatever rich draws."""
        if how == {"soft_wrap": True} and len(objects) == 1 and self.color_system is None and not self.quiet:
            # A line that is neither coloured nor broken: what would come of it is known without the whole of rich.
            self._print_line(objects[0])
            return
        super().print(*map(_painted, objects), **how)

    def _print_line(self, line: Any) -> None:
        text = safe(line) if isinstance(line, str) else line.plain
        try:
            self.file.write(f"{text.expandtabs(self.tab_size)}\n")
            self.file.flush()
        except BrokenPipeError:
            self.on_broken_pipe()

    def on_broken_pipe(self) -> None:
        """Say nothing any more."""
        self.quiet = True
        forget(sys.stderr if self.stderr else sys.stdout)


def painted(*, stderr: bool = False) -> Terminal:
    """Standard output or error as rich sees it."""
    made = Terminal(
        stderr=stderr,
        highlight=False,
        markup=False,
        emoji=False,
        safe_box=True,
        width=asked("COLUMNS"),
        height=asked("LINES"),
    )
    if not (made.is_terminal or made.legacy_windows):
        # What is no terminal does not grow or shrink; for every line the system would be asked again.
        made.size = made.size
    return made


def _painted(one: Any) -> Any:
    if isinstance(one, Line):
        return Text.assemble(*one.parts)
    return safe(one) if isinstance(one, str) else one
