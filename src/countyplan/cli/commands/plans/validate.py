"""`countyplan plan validate`: whether a plan's files can be used, and what is worth knowing of them."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from countyplan.cli.line.options import Panel, judging, option, writing
from countyplan.cli.speech import texts_for

if TYPE_CHECKING:
    from collections.abc import Sequence

    from countyplan.diagnostics import Diagnostic
    from countyplan.language.texts import Texts
    from countyplan.plan import Plan


class ValidateFormat(StrEnum):
    """How what was found is written."""

    TEXT = "text"
    JSON = "json"


def validate(
    folder: Annotated[Path | None, typer.Argument(metavar="FOLDER", help="方案文件夹。The plan's folder.")] = None,
    plan: judging.PlanFolder = None,
    format: Annotated[  # noqa: A002 -- the option's name is part of the contract
        ValidateFormat, option(Panel.OUTPUT, "--format", help="输出格式。Format.")
    ] = ValidateFormat.TEXT,
    lang: writing.Lang = None,
) -> None:
    """检查方案文件，一次列出全部问题。Check a plan's files and tell every fault at once.

    countyplan plan validate data
    """
    from countyplan.cli.out.terminal.output import CANNOT_USE, print_remarks, write_out
    from countyplan.diagnostics import in_order
    from countyplan.plan import PlanError, load_plan, shipped_plan
    from countyplan.plan.beside.panels import check_panels
    from countyplan.plan.remarks import remarks_on
    from countyplan.report.words.problem import problems

    where = folder or plan or shipped_plan()
    texts = texts_for(lang, document=format is ValidateFormat.JSON)
    opened: Plan | None = None
    try:
        opened, odd = load_plan(where)
        unread = tuple(check_panels(opened.panels_file, where))
        found = in_order([*odd, *unread, *remarks_on(opened, where)])
    except PlanError as error:
        unread = found = error.diagnostics
    if format is ValidateFormat.JSON:
        write_out(_json(where, found, texts))
    else:
        print_remarks(problems(found, texts))
        if opened is not None and not unread:
            _say_valid(opened, texts)
    if unread:
        raise typer.Exit(CANNOT_USE)


def _say_valid(plan: Plan, texts: Texts) -> None:
    from countyplan.cli.out.terminal.output import console
    from countyplan.render.text.console import say_whole
    from countyplan.render.text.screen import Line

    counts = {"indicators": len(plan.indicators), "targets": len(plan.targets), "units": len(plan.units)}
    counts["commitments"] = len(plan.commitments_file.commitments)
    say_whole(console(), Line((texts.say("plan.valid", **counts), "")))


def _json(folder: Path, found: Sequence[Diagnostic], texts: Texts) -> str:
    """What `validate` writes of submissions, of the plan's files; none of them holds a figure."""
    from countyplan.plan.load import files_of
    from countyplan.render.data.json import findings_json
    from countyplan.report.findings import FindingsRequest, build_findings
    from countyplan.report.words.problem import Excuses
    from countyplan.submission.gathered import InputFile
    from countyplan.version import __version__

    files = [InputFile(one.as_posix(), "") for one in files_of(folder)]
    request = FindingsRequest(
        diagnostics=found, files=files, figures=0, version=__version__, folder=folder, excuses=Excuses()
    )
    return findings_json(build_findings(request, texts))
