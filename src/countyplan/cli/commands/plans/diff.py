"""`countyplan plan diff`: what became of a plan's targets from one version to another."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from countyplan.cli.line import words
from countyplan.cli.line.options import writing
from countyplan.render.format import ListingFormat


def diff(
    old: Annotated[Path, typer.Argument(metavar="OLD", help="旧方案的文件夹。The old version's folder.")],
    new: Annotated[Path, typer.Argument(metavar="NEW", help="新方案的文件夹。The new version's folder.")],
    format: writing.ListingFormatOption = None,  # noqa: A002 -- the option's name is part of the contract
    output: writing.Output = None,
    lang: writing.Lang = None,
    force: writing.Force = False,
) -> None:
    """比较方案的两个版本：目标增加、取消、加严、放宽等。Compare two versions of a plan: added, dropped, harder, easier.

    countyplan plan diff data-2023 data-2025
    """
    from countyplan.cli.commands.listings import show
    from countyplan.cli.session import open_plans
    from countyplan.report.plans.diff_listing import list_changes

    texts, spoken = words.texts_in(ListingFormat, lang, format, output)
    before, after = open_plans([old, new], spoken)
    show(list_changes(before, after, texts), format, output, spoken, force=force)
