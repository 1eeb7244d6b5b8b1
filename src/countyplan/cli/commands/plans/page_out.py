"""A page to where it was asked for."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from countyplan.language.texts import Texts


def hand_out_page(text: str, output: Path | None, texts: Texts, *, force: bool, folds: bool) -> None:
    """Text to a file, or to standard output; with `force` also over a file that somebody else made.

    A terminal folds its lines if `folds`.
    """
    from countyplan.cli.out.files.inputs import keep_others
    from countyplan.cli.out.files.writing import write_file
    from countyplan.cli.out.terminal.output import folded, write_out

    if output is None:
        write_out(folded(text, sys.stdout) if folds else text)
    else:
        keep_others([output], texts, force=force)
        write_file(output, text.encode("utf-8"), texts)
