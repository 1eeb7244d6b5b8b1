"""The summary of a step in GitHub Actions: a file in Markdown that an environment variable names."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from countyplan.cli.out.files.writing import cannot_write
from countyplan.language.texts import Texts

if TYPE_CHECKING:
    from countyplan.report import Findings, Report

VARIABLE = "GITHUB_STEP_SUMMARY"


def step_summary(wanted: bool, texts: Texts) -> Path | None:
    """The file to append to, if one is wanted; without the variable that names it the run ends before it begins."""
    if not wanted:
        return None
    named = os.environ.get(VARIABLE)
    if not named:
        raise typer.BadParameter(texts.say("error.no_step_summary"), param_hint="--summary")
    return Path(named)


def report_in_short(report: Report) -> str:
    """What the summary says of a report."""
    from countyplan.render.service.summary import report_summary

    return report_summary(report)


def findings_in_short(findings: Findings) -> str:
    """What the summary says of findings."""
    from countyplan.render.service.summary import findings_summary

    return findings_summary(findings)


def append(path: Path, text: str, texts: Texts) -> None:
    """`text` after what other steps have written."""
    try:
        with path.open("ab") as opened:
            opened.write(text.encode("utf-8", "backslashreplace"))
    except OSError as error:
        raise cannot_write(path, error, texts, "--summary") from error
