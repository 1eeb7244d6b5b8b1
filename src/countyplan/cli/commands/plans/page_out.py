"""A page about a plan to where it was asked for."""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TypeVar

from countyplan.cli.line.words import format_of
from countyplan.cli.out.telling import hand_out
from countyplan.cli.out.terminal.output import folded
from countyplan.language.texts import Texts
from countyplan.render.format import PageFormat

Page = TypeVar("Page")
Writers = Mapping[PageFormat, Callable[[Page], str]]


def hand_out_page(
    page: Page, writers: Writers[Page], asked: PageFormat | None, output: Path | None, texts: Texts, *, force: bool
) -> None:
    """The page in the format `asked` for to a file, or to standard output, where a terminal folds the lines of text."""
    chosen = format_of(PageFormat, asked, output, texts)
    text = writers[chosen](page)
    if output is None and chosen is PageFormat.TEXT:
        text = folded(text, sys.stdout)
    hand_out(text, output, texts, force=force)
