"""What GitHub Actions is told besides: annotations only where a change touches the files, and the summary of a step."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Protocol, TypeVar

import typer

from countyplan.cli.out.files.writing import cannot_write
from countyplan.diagnostics import Diagnostic, message
from countyplan.language.texts import Texts
from countyplan.render.format import Format

if TYPE_CHECKING:
    from countyplan.report.case.case import Cases

VARIABLE = "GITHUB_STEP_SUMMARY"


class _WithCases(Protocol):
    @property
    def cases(self) -> Cases:
        """What a CI service is told."""


Result = TypeVar("Result", bound=_WithCases)
Writers = Mapping[Format, Callable[[Result], bytes]]


def annotating(writers: Writers[Result], changed: Path | None, texts: Texts) -> Writers[Result]:
    """The same `writers`, of which GitHub's marks only the files that are listed in `changed`, if that is given."""
    if changed is None:
        return writers
    from countyplan.render.service.github import github_commands, paths_in
    from countyplan.source.file import read_bytes

    listed = read_bytes(changed)
    if isinstance(listed, Diagnostic):
        said = f"{changed}: {message(listed.code, listed.words, texts)[0]}"
        raise typer.BadParameter(said, param_hint="--changed")
    touched = paths_in(listed)

    def marked(told: Result) -> bytes:
        return github_commands(told.cases, touched).encode("utf-8", "backslashreplace")

    return {**writers, Format.GITHUB: marked}


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
