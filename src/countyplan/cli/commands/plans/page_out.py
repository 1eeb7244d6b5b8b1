"""A page to where it was asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from countyplan.language.texts import Texts


def hand_out_page(text: str, output: Path | None, texts: Texts) -> None:
    """Text to a file, or to standard output."""
    from countyplan.cli.out.files import write_file
    from countyplan.cli.out.output import write_out

    if output is None:
        write_out(text)
    else:
        write_file(output, text.encode("utf-8"), texts)
