"""The summary of a step in GitHub Actions: a file in Markdown that an environment variable names."""

from __future__ import annotations

import os
from pathlib import Path

import typer

from countyplan.cli.out.files.writing import cannot_write
from countyplan.language.texts import Texts

VARIABLE = "GITHUB_STEP_SUMMARY"


def step_summary(wanted: bool, texts: Texts) -> Path | None:
    """The file to append to, if one is wanted; without the variable that names it the run ends before it begins."""
    if not wanted:
        return None
    named = os.environ.get(VARIABLE)
    if not named:
        raise typer.BadParameter(texts.say("error.no_step_summary"), param_hint="--summary")
    return Path(named)


def append(path: Path, text: str, texts: Texts) -> None:
    """`text` after what other steps have written."""
    try:
        with path.open("ab") as opened:
            opened.write(text.encode("utf-8", "backslashreplace"))
    except OSError as error:
        raise cannot_write(path, error, texts, "--summary") from error
