"""The formats of pages about a plan, and what they are by default."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from countyplan.cli.line.options.option import Panel, option
from countyplan.cli.speech import texts_for
from countyplan.language.texts import Language, Texts
from countyplan.render.format import SUFFIXES, Format


class PageFormat(StrEnum):
    """How a page about a plan is written."""

    TEXT = "text"
    MARKDOWN = "markdown"
    HTML = "html"
    JSON = "json"


PageFormatOption = Annotated[
    PageFormat | None,
    option(
        Panel.OUTPUT,
        "--format",
        help="输出格式，默认按 -o 的后缀。Format (default: by the suffix of -o, or text).",
    ),
]


def page_format(asked: PageFormat | None, output: Path | None, texts: Texts) -> PageFormat:
    """The format asked for, else that of the file's suffix, else text; a page is not written in every format."""
    if asked is not None:
        return asked
    chosen = Format.TEXT if output is None else SUFFIXES.get(output.suffix.lower(), Format.TEXT)
    if chosen.value not in set(PageFormat):
        known = " ".join(suffix for suffix, one in SUFFIXES.items() if one.value in set(PageFormat))
        suffix = "" if output is None else output.suffix
        raise typer.BadParameter(texts.say("error.suffix_unknown", suffix=suffix, known=known), param_hint="--output")
    return PageFormat(chosen.value)


def page_texts(lang: Language | None, asked: PageFormat | None, output: Path | None) -> Texts:
    """The texts of a page in the format that it is to be written in."""
    return texts_for(lang, document=page_format(asked, output, texts_for(lang)) is not PageFormat.TEXT)
