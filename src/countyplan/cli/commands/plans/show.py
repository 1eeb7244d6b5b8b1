"""`countyplan plan show`: a plan as a list, beside its text where that is at hand."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from countyplan.cli.line import words
from countyplan.cli.line.options import Panel, judging, option, writing
from countyplan.render.format import PageFormat


def show(
    folder: Annotated[Path | None, typer.Argument(metavar="FOLDER", help="方案文件夹。The plan's folder.")] = None,
    text: Annotated[
        Path | None,
        option(
            Panel.INPUT,
            metavar="FILE",
            help="与目标并排的原文；默认是文件夹中的 text.txt。The text beside it (default: the folder's text.txt).",
        ),
    ] = None,
    plan: judging.PlanFolder = None,
    format: writing.PageFormatOption = None,  # noqa: A002 -- the option's name is part of the contract
    output: writing.Output = None,
    lang: writing.Lang = None,
    force: writing.Force = False,
) -> None:
    """列出方案的条款、责任单位和目标，供对照原文核对。Show a plan clause by clause, to be ticked off beside its text.

    countyplan plan show my-plan -o plan.html
    """
    from countyplan.cli.commands.plans.audit import opened_draft, opened_text
    from countyplan.cli.commands.plans.page_out import hand_out_page
    from countyplan.plan import shipped_plan
    from countyplan.plantext.draft.write.files import TEXT
    from countyplan.render.plans import SHOWN
    from countyplan.report.plans.show_page import show_page

    texts, spoken = words.texts_in(PageFormat, lang, format, output)
    where = folder or plan or shipped_plan()
    draft = opened_draft(where, spoken)
    beside = text or (where / TEXT if (where / TEXT).exists() else None)
    document = opened_text(beside, spoken) if beside is not None else None
    hand_out_page(show_page(draft, document, texts), SHOWN, format, output, spoken, force=force)
