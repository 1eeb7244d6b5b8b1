"""The options that commands share."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from countyplan.choice import By, FailOn, For, Status
from countyplan.cli.line import completion
from countyplan.cli.out.files.destination import replaces_standard_output
from countyplan.diagnostics import Severity
from countyplan.language.texts import Language
from countyplan.render.format import Format, ListingFormat


def _give_way_to_output(ctx: typer.Context, value: Format | None) -> Format | None:
    """A format that is set for all runs gives way to a file in place of standard output, whose name tells its own."""
    source = ctx.get_parameter_source("format")
    from_command_line = source is not None and source.name == "COMMANDLINE"
    return value if from_command_line or not replaces_standard_output(ctx.params.get("output")) else None


Paths = Annotated[list[Path], typer.Argument(metavar="PATH", help="报送文件或文件夹。Submissions: files or folders.")]
PlanFolder = Annotated[
    Path | None,
    typer.Option(
        "--plan",
        metavar="FOLDER",
        envvar="COUNTYPLAN_PLAN",
        rich_help_panel="input",
        help="方案文件夹，默认是随程序附带的方案。The plan's folder (default: the plan that ships with this).",
    ),
]
AgainstFolder = Annotated[
    Path | None,
    typer.Option(
        "--against",
        metavar="FOLDER",
        rich_help_panel="input",
        help="旧方案的文件夹：写明哪些结论因方案而变。Another version of the plan: tell which verdicts it changes.",
    ),
]
AsOf = Annotated[
    str | None,
    typer.Option(
        metavar="PERIOD",
        envvar="COUNTYPLAN_AS_OF",
        rich_help_panel="scope",
        help="判断时点，如 2024、2024-Q2、2024-06；默认是报送的最晚一期。Judge as of (default: the latest period reported).",
    ),
]
Areas = Annotated[
    list[str] | None,
    typer.Option(
        "--area",
        envvar="COUNTYPLAN_AREA",
        rich_help_panel="scope",
        autocompletion=completion.areas,
        help="县（市）名称、id 或代码，total 或 all，可以重复写；默认是报送文件提到的。"
        "Area by id, name or code; total; all; as often as wanted (default: those reported, and totals).",
    ),
]
Units = Annotated[
    list[str] | None,
    typer.Option(
        "--unit",
        envvar="COUNTYPLAN_UNIT",
        rich_help_panel="scope",
        autocompletion=completion.units,
        help="责任单位，可以重复写。Responsible unit by id or name; as often as wanted.",
    ),
]
Clauses = Annotated[
    list[str] | None,
    typer.Option(
        "--clause",
        envvar="COUNTYPLAN_CLAUSE",
        rich_help_panel="scope",
        autocompletion=completion.clauses,
        help="条款，写序号或标号（18、（十八）、2.4），可以重复写。Clause by number or mark; as often as wanted.",
    ),
]
Lang = Annotated[
    Language | None,
    typer.Option(
        envvar="COUNTYPLAN_LANG",
        rich_help_panel="output",
        help="语言；终端默认是系统的，其他格式和文件默认中文。Language (default: the system's on a terminal, else Chinese).",
    ),
]
CarryForward = Annotated[
    bool,
    typer.Option(
        "--carry-forward",
        envvar="COUNTYPLAN_CARRY_FORWARD",
        rich_help_panel="scope",
        help="县（市）缺当期数据时，合计采用它较早的数据。Totals take a county's earlier figure if one is lacking.",
    ),
]
FormatOption = Annotated[
    Format | None,
    typer.Option(
        envvar="COUNTYPLAN_FORMAT",
        callback=_give_way_to_output,
        rich_help_panel="output",
        help="输出格式，默认按 -o 的后缀。Format (default: by the suffix of -o, or text).",
    ),
]
DocumentFormat = Annotated[
    Format | None,
    typer.Option(
        rich_help_panel="output",
        help="文件格式，默认按后缀，有 --by 时是 markdown。Format (default: by the suffix; with --by markdown).",
    ),
]
ListingFormatOption = Annotated[
    ListingFormat | None,
    typer.Option(
        "--format",
        rich_help_panel="output",
        help="输出格式，默认按 -o 的后缀。Format (default: by the suffix of -o, or text).",
    ),
]
MaxProblems = Annotated[
    int | None,
    typer.Option(
        min=0,
        envvar="COUNTYPLAN_MAX_PROBLEMS",
        rich_help_panel="output",
        help="终端最多列出多少条问题（计数不变）。Print at most so many findings; all are counted.",
    ),
]
Output = Annotated[
    Path | None, typer.Option("-o", "--output", rich_help_panel="output", help="写入文件。Write to a file.")
]
Changed = Annotated[
    Path | None,
    typer.Option(
        "--changed",
        metavar="LIST",
        rich_help_panel="output",
        help="只在此文件列出的文件上标注（git diff --name-only 的输出）。"
        "Mark, for GitHub, only files listed here, as git diff --name-only does.",
    ),
]
Force = Annotated[
    bool,
    typer.Option(
        "--force",
        rich_help_panel="output",
        help="也覆盖 YAML、TOML 和别人的 Schema 文件。Overwrite also YAML, TOML and schemas that others made.",
    ),
]
Outputs = Annotated[
    list[str] | None,
    typer.Option(
        "-o",
        "--output",
        metavar="[FORMAT=]FILE",
        rich_help_panel="output",
        help="写入文件，可以重复写；写明格式的是另外加写。Write to a file; with FORMAT= besides, and as often as wanted.",
    ),
]
Summary = Annotated[
    bool,
    typer.Option(
        "--summary",
        rich_help_panel="output",
        help="把摘要追加到 GITHUB_STEP_SUMMARY。Append a summary to GITHUB_STEP_SUMMARY.",
    ),
]


Encoding = Annotated[
    str | None,
    typer.Option(
        envvar="COUNTYPLAN_ENCODING",
        rich_help_panel="input",
        help="文本编码，如 utf-8、gb18030；默认由内容判别。Encoding of the text (default: told by what it says).",
    ),
]
InputFormat = Annotated[
    str,
    typer.Option(
        metavar="SUFFIX",
        rich_help_panel="input",
        help="标准输入（-）的格式：yaml、json、csv、xlsx……The format of standard input (-).",
    ),
]
Limit = Annotated[
    list[str] | None,
    typer.Option(
        "--limit",
        metavar="NAME=NUMBER",
        envvar="COUNTYPLAN_LIMIT",
        rich_help_panel="input",
        help="读取一个文件的限额，如 cells=400000，可以重复写。What reading a file may take, such as cells=400000.",
    ),
]
WaiverFile = Annotated[
    Path | None,
    typer.Option(
        "--waivers",
        envvar="COUNTYPLAN_WAIVERS",
        rich_help_panel="gate",
        help="豁免文件，默认是报送文件旁的每个 waivers.yaml。Waivers (default: each waivers.yaml beside the submissions).",
    ),
]
Baseline = Annotated[
    Path | None,
    typer.Option(
        envvar="COUNTYPLAN_BASELINE",
        rich_help_panel="gate",
        help="已知问题文件：只有新问题使退出码为 2。Known findings: only new ones make it exit with 2.",
    ),
]
WriteBaseline = Annotated[
    Path | None,
    typer.Option(rich_help_panel="gate", help="把现有问题记为已知问题。Write today's findings down as known."),
]
ShowReading = Annotated[
    bool,
    typer.Option(
        "--show-reading", rich_help_panel="output", help="说明表格是怎样读懂的。Show how tables were understood."
    ),
]


ForOption = Annotated[
    For | None,
    typer.Option(
        "--for",
        rich_help_panel="output",
        help="meeting 联席会议材料；request 督办单（文件夹）。The joint meeting's paper; requests to units (a folder).",
    ),
]
Since = Annotated[
    str | None,
    typer.Option(
        metavar="PERIOD",
        rich_help_panel="scope",
        help="会议材料与哪一期相比，默认是上一期。What a meeting's paper compares with (default: the period before).",
    ),
]
ReplyBy = Annotated[
    str | None,
    typer.Option(
        metavar="DATE",
        rich_help_panel="output",
        help="办结或回复的时限，如 2026-03-31。The day by which it is to be done or answered.",
    ),
]
Contact = Annotated[
    str | None,
    typer.Option(
        metavar="TEXT",
        rich_help_panel="output",
        help="督办单上的联系人和电话。Whom to ask, on requests: a name and a telephone number.",
    ),
]
ByOption = Annotated[
    By | None,
    typer.Option(
        rich_help_panel="output",
        help="分成若干份，写入文件夹。Divide: a sheet for each unit, area or clause, in a folder.",
    ),
]
FailOnOption = Annotated[
    FailOn,
    typer.Option(
        envvar="COUNTYPLAN_FAIL_ON",
        rich_help_panel="gate",
        help="达到哪一种就以 1 退出，后面的包括前面的。From which verdict on to exit with 1; each takes in those before it.",
    ),
]


OnlyStatus = Annotated[
    list[Status] | None,
    typer.Option(
        "--only", rich_help_panel="output", help="只列出这些状态，退出码不变。Show only these; the exit code stays."
    ),
]
OnlySeverity = Annotated[
    list[Severity] | None,
    typer.Option(
        "--only", rich_help_panel="output", help="只列出这些级别，退出码不变。Show only these; the exit code stays."
    ),
]
