"""What is written, and where."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from countyplan.choice import By, For, Status
from countyplan.cli.line.options import Panel, option
from countyplan.cli.out.files.destination import replaces_standard_output
from countyplan.diagnostics import Severity
from countyplan.language.texts import Language
from countyplan.render.format import Format, ListingFormat, PageFormat


def _give_way_to_output(ctx: typer.Context, value: Format | None) -> Format | None:
    """A format that is set for all runs gives way to a file in place of standard output, whose name tells its own."""
    source = ctx.get_parameter_source("format")
    from_command_line = source is not None and source.name == "COMMANDLINE"
    return value if from_command_line or not replaces_standard_output(ctx.params.get("output")) else None


Lang = Annotated[
    Language | None,
    option(
        Panel.OUTPUT,
        env="LANG",
        help="语言；终端默认是系统的，其他格式和文件默认中文。Language (default: the system's on a terminal, else Chinese).",
    ),
]
FormatOption = Annotated[
    Format | None,
    option(
        Panel.OUTPUT,
        env="FORMAT",
        callback=_give_way_to_output,
        help="输出格式，默认按 -o 的后缀。Format (default: by the suffix of -o, or text).",
    ),
]
DocumentFormat = Annotated[
    Format | None,
    option(
        Panel.OUTPUT,
        help="文件格式，默认按后缀，有 --by 时是 markdown。Format (default: by the suffix; with --by markdown).",
    ),
]
_ONE_OF_FEW = option(
    Panel.OUTPUT, "--format", help="输出格式，默认按 -o 的后缀。Format (default: by the suffix of -o, or text)."
)
ListingFormatOption = Annotated[ListingFormat | None, _ONE_OF_FEW]
PageFormatOption = Annotated[PageFormat | None, _ONE_OF_FEW]
MaxProblems = Annotated[
    int | None,
    option(
        Panel.OUTPUT,
        min=0,
        env="MAX_PROBLEMS",
        help="终端最多列出多少条问题（计数不变）。Print at most so many findings; all are counted.",
    ),
]
Output = Annotated[Path | None, option(Panel.OUTPUT, "-o", "--output", help="写入文件。Write to a file.")]
Changed = Annotated[
    Path | None,
    option(
        Panel.OUTPUT,
        "--changed",
        metavar="LIST",
        help="只在此文件列出的文件上标注（git diff --name-only 的输出）。"
        "Mark, for GitHub, only files listed here, as git diff --name-only does.",
    ),
]
Force = Annotated[
    bool,
    option(
        Panel.OUTPUT,
        "--force",
        help="也覆盖 YAML、TOML 和别人的 Schema 文件。Overwrite also YAML, TOML and schemas that others made.",
    ),
]
Outputs = Annotated[
    list[str] | None,
    option(
        Panel.OUTPUT,
        "-o",
        "--output",
        metavar="[FORMAT=]FILE",
        help="写入文件，可以重复写；写明格式的是另外加写。Write to a file; with FORMAT= besides, and as often as wanted.",
    ),
]
Quiet = Annotated[
    bool,
    typer.Option(
        "-q",
        "--quiet",
        rich_help_panel="output",
        help="终端上只列出不合格的和最后一行。On a terminal only what fails and the last line.",
    ),
]
Summary = Annotated[
    bool,
    option(
        Panel.OUTPUT,
        "--summary",
        help="把摘要追加到 GITHUB_STEP_SUMMARY。Append a summary to GITHUB_STEP_SUMMARY.",
    ),
]
ShowReading = Annotated[
    bool,
    option(Panel.OUTPUT, "--show-reading", help="说明表格是怎样读懂的。Show how tables were understood."),
]
ForOption = Annotated[
    For | None,
    option(
        Panel.OUTPUT,
        "--for",
        help="meeting 联席会议材料；request 督办单（文件夹）。The joint meeting's paper; requests to units (a folder).",
    ),
]
ReplyBy = Annotated[
    str | None,
    option(
        Panel.OUTPUT,
        metavar="DATE",
        help="办结或回复的时限，如 2026-03-31。The day by which it is to be done or answered.",
    ),
]
Contact = Annotated[
    str | None,
    option(
        Panel.OUTPUT,
        metavar="TEXT",
        help="督办单上的联系人和电话。Whom to ask, on requests: a name and a telephone number.",
    ),
]
ByOption = Annotated[
    By | None,
    option(
        Panel.OUTPUT,
        help="分成若干份，写入文件夹。Divide: a sheet for each unit, area or clause, in a folder.",
    ),
]
OnlyStatus = Annotated[
    list[Status] | None,
    option(Panel.OUTPUT, "--only", help="只列出这些状态，退出码不变。Show only these; the exit code stays."),
]
OnlySeverity = Annotated[
    list[Severity] | None,
    option(Panel.OUTPUT, "--only", help="只列出这些级别，退出码不变。Show only these; the exit code stays."),
]
