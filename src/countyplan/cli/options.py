"""The options that commands share, and what their words stand for."""

from __future__ import annotations

import os
import sys
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from countyplan.cli import completion
from countyplan.cli.destination import replaces_standard_output
from countyplan.diagnostics import Severity
from countyplan.language.texts import Language, Texts
from countyplan.render.format import SUFFIXES, Format, ListingFormat

if TYPE_CHECKING:
    from countyplan.plan import Names, Plan
    from countyplan.plan.selection import Selection
    from countyplan.quantity import Period
    from countyplan.submission.read import Input


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
    list[int] | None,
    typer.Option(
        "--clause",
        envvar="COUNTYPLAN_CLAUSE",
        rich_help_panel="scope",
        autocompletion=completion.clauses,
        help="条款序号，可以重复写。Clause by number; as often as wanted.",
    ),
]
Lang = Annotated[
    Language | None,
    typer.Option(rich_help_panel="output", help="语言，默认是系统的。Language (default: that of the system)."),
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


class FailOnWord(StrEnum):
    """From which verdict on a firm target the exit code is 1."""

    MISSED = "missed"
    FAR_BEHIND = "far_behind"
    BEHIND = "behind"
    MISSING = "missing"
    NEVER = "never"


class ByWord(StrEnum):
    """What a report is divided by."""

    UNIT = "unit"
    AREA = "area"
    CLAUSE = "clause"


ByOption = Annotated[
    ByWord | None,
    typer.Option(
        rich_help_panel="output",
        help="分成若干份，写入文件夹。Divide: a sheet for each unit, area or clause, in a folder.",
    ),
]
FailOnOption = Annotated[
    FailOnWord,
    typer.Option(
        envvar="COUNTYPLAN_FAIL_ON",
        rich_help_panel="gate",
        help="达到哪一种就以 1 退出，后面的包括前面的。From which verdict on to exit with 1; each takes in those before it.",
    ),
]


class StatusWord(StrEnum):
    """The verdicts by which rows can be chosen."""

    MET = "met"
    ON_TRACK = "on_track"
    BEHIND = "behind"
    FAR_BEHIND = "far_behind"
    REVERSING = "reversing"
    MISSED = "missed"
    NO_PACE = "no_pace"
    UNDECIDED = "undecided"
    MISSING = "missing"


OnlyStatus = Annotated[
    list[StatusWord] | None,
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


def texts_for(lang: Language | None, *, document: bool = False) -> Texts:
    """The language asked for, else that of the user's system; for a document of a Chinese plan, else Chinese."""
    if lang is not None:
        return Texts(lang)
    return Texts(Language.ZH if document or not _system_speaks_english() else Language.EN)


def _system_speaks_english() -> bool:
    for name in ("COUNTYPLAN_LANG", "LC_ALL", "LC_MESSAGES", "LANG"):
        if said := os.environ.get(name):
            return said.lower().startswith("en")
    if sys.platform == "win32":
        import locale

        return (locale.getlocale()[0] or "").lower().startswith("en")
    return False


def selection(
    plan: Plan, texts: Texts, areas: list[str] | None, units: list[str] | None, clauses: list[int] | None
) -> Selection:
    """What is asked for; names that the plan does not know end the run with exit code 2."""
    from countyplan.plan.selection import Selection

    chosen = None if not areas or "all" in areas else frozenset(area_id(plan, texts, name) for name in areas)
    named = (
        None
        if not units
        else frozenset(_known(plan.unit_names, name, texts, "error.unit_unknown", "--unit") for name in units)
    )
    for number in clauses or []:
        if number not in {clause.number for clause in plan.clauses}:
            raise typer.BadParameter(texts.say("error.clause_unknown", name=number), param_hint="--clause")
    return Selection(chosen, frozenset(clauses) if clauses else None, named)


def area_id(plan: Plan, texts: Texts, name: str) -> str:
    """The area of that id, name or code."""
    found = plan.area_names.find(name)
    if found is None:
        known = texts.join([*(f"{area.name}（{area.id}）" for area in plan.areas), "total", "all"])
        raise typer.BadParameter(texts.say("error.area_unknown", name=name, known=known), param_hint="--area")
    return found


def indicator_id(plan: Plan, texts: Texts, name: str) -> str:
    """The indicator of that id, name or alias."""
    return _known(plan.indicator_names, name, texts, "error.indicator_unknown")


def _known(names: Names, name: str, texts: Texts, key: str, hint: str | None = None) -> str:
    found = names.find(name)
    if found is None:
        near = names.nearest(name)
        raise typer.BadParameter(
            texts.say(key, name=name, near=texts.say("error.near", near=near) if near else ""), param_hint=hint
        )
    return found


def period(text: str | None, texts: Texts) -> Period | None:
    """The period that an option names."""
    from countyplan.quantity import parse_period

    if text is None:
        return None
    found = parse_period(text)
    if found is None:
        raise typer.BadParameter(texts.say("error.period_unknown", name=text), param_hint="--as-of")
    return found


def input_of(paths: list[Path], encoding: str | None, input_format: str, texts: Texts) -> Input:
    """How input that does not say so itself is to be read, and what standard input holds if it is asked for."""
    from countyplan.source.file import MAX_BYTES
    from countyplan.submission.read import READERS, STANDARD_INPUT, Input

    suffix = f".{input_format.lower().removeprefix('.')}"
    if suffix not in READERS:
        message = texts.say("error.suffix_unread", suffix=input_format, known=" ".join(READERS))
        raise typer.BadParameter(message, param_hint="--input-format")
    if encoding is not None and not _is_text_encoding(encoding):
        raise typer.BadParameter(texts.say("error.encoding_unknown", name=encoding), param_hint="--encoding")
    data = sys.stdin.buffer.read(MAX_BYTES + 1) if STANDARD_INPUT in paths else b""
    return Input(encoding, suffix, data)


def _is_text_encoding(name: str) -> bool:
    """Whether bytes can be read as text by it; Python also knows encodings of bytes as bytes, such as hex."""
    try:
        b" ".decode(name)
    except LookupError:
        return False
    except UnicodeError:
        pass
    return True


def listing_format_of(asked: ListingFormat | None, output: Path | None, texts: Texts) -> ListingFormat:
    """The format asked for, else that of the file's suffix, else text; a list is not written in every format."""
    if asked is not None:
        return asked
    chosen = Format.TEXT if output is None else SUFFIXES.get(output.suffix.lower(), Format.TEXT)
    if chosen.value not in set(ListingFormat):
        known = " ".join(suffix for suffix, one in SUFFIXES.items() if one.value in set(ListingFormat))
        message = texts.say("error.suffix_unknown", suffix="" if output is None else output.suffix, known=known)
        raise typer.BadParameter(message, param_hint="--output")
    return ListingFormat(chosen.value)
