"""A line in parts: what is painted on a terminal and what goes into a pipe are the same text."""

from __future__ import annotations

import io
import re

import pytest

from countyplan.cli.out.terminal.painted import Terminal
from countyplan.render.text.screen import Line, PlainScreen

LINES = (
    Line(),
    Line(("城镇化率", "bold"), (": ", ""), ("滞后", "bold red")),
    Line(("[bold]no mark-up[/bold] :smile: 'quoted' 12.5", "")),
    Line(("a\tb", "dim"), ("\tc  ", "")),
    Line(("一" * 300, "green")),
)


def written(line: Line | str) -> str:
    out = io.StringIO()
    PlainScreen(out, 20).print(line, soft_wrap=True)
    return out.getvalue()


@pytest.mark.parametrize("line", LINES, ids=lambda line: line.plain[:20])
@pytest.mark.parametrize("coloured", [False, True])
def test_a_pipe_gets_what_a_terminal_shows(line: Line, coloured: bool) -> None:
    out = io.StringIO()
    screen = Terminal(
        file=out, width=20, color_system="truecolor" if coloured else None, force_terminal=coloured, highlight=False
    )
    screen.print(line, soft_wrap=True)
    shown = out.getvalue()
    assert ("\x1b[" in shown) is (coloured and any(style for _, style in line.parts))
    assert re.sub(r"\x1b\[[0-9;]*m", "", shown) == written(line)
