"""What a run has read is not written over."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import typer

from countyplan.language.texts import Texts


def keep_inputs(read: Iterable[Path], written: Iterable[Path], texts: Texts, option: str = "--output") -> None:
    """End the run before it writes if `option` names a file that it has read, by whatever path or link."""
    kept = {_identity(path) for path in read} - {None}
    for path in written:
        if _identity(path) in kept:
            raise typer.BadParameter(texts.say("error.is_an_input", path=path), param_hint=option)


def _identity(path: Path) -> tuple[int, int] | None:
    """The file behind a path; None where there is no file, a device or a pipe included: those are not written over."""
    try:
        return (path.stat().st_dev, path.stat().st_ino) if path.is_file() else None
    except OSError:
        return None
