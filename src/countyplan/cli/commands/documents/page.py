"""`countyplan open`: the gap report as a page beside the submissions, opened in the browser."""

from __future__ import annotations

import os
import sys
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from countyplan.cli.line.options import judging, writing
from countyplan.cli.speech import texts_for

if TYPE_CHECKING:
    from countyplan.language.texts import Texts

# How every page of this program begins, within its first bytes.
_OURS = b'<meta name="generator" content="countyplan '
_BEGINNING = 1000
_DISPLAYS = ("DISPLAY", "WAYLAND_DISPLAY")


def open_page(
    ctx: typer.Context,
    paths: judging.Paths,
    plan: judging.PlanFolder = None,
    as_of: judging.AsOf = None,
    area: judging.Areas = None,
    unit: judging.Units = None,
    lang: writing.Lang = None,
    carry_forward: judging.CarryForward = False,
    waivers: judging.WaiverFile = None,
    encoding: judging.Encoding = None,
    limit: judging.Limit = None,
) -> None:
    """在报送文件旁写出网页，并用浏览器打开。Write the page beside the submissions and open it in the browser.

    countyplan open figures-2024.xlsx
    """
    from countyplan.cli.out.files.inputs import keep_inputs, read_besides
    from countyplan.cli.out.files.writing import write_file
    from countyplan.cli.out.terminal.output import console, print_remarks
    from countyplan.cli.session import asked_of, conclude, judge_with_progress, open_plan
    from countyplan.render.format import Format
    from countyplan.render.formats import DOCUMENTS
    from countyplan.run.told import page_of, problems_of

    texts, spoken = texts_for(lang, document=True), texts_for(lang)
    if Path("-") in paths:
        raise typer.BadParameter(spoken.say("error.open_stdin"), param_hint="PATH")
    opened = open_plan(plan, spoken)
    texts, spoken = texts.of(opened), spoken.of(opened)
    asked = asked_of(
        opened,
        spoken,
        paths=paths,
        as_of=as_of,
        area=area,
        unit=unit,
        carry_forward=carry_forward,
        waivers=waivers,
        encoding=encoding,
        limit=limit,
    )
    judged = judge_with_progress(asked, spoken)
    page = page_beside(paths[0], texts)
    keep_inputs([*judged.read, *read_besides(ctx.obj.file, plan)], [page], spoken, "PATH")
    # What cannot be used is told in the page too: whoever drags files onto an icon sees no console.
    write_file(page, DOCUMENTS[Format.HTML](page_of(judged, texts)), spoken, "PATH")
    print_remarks(problems_of(judged, spoken))
    said = "file.opened" if show(page) else "file.written"
    console(stderr=True).print(spoken.say(said, path=page), soft_wrap=True)
    conclude(judged)


def page_beside(path: Path, texts: Texts) -> Path:
    """Where the page goes: beside the first file or folder, under a name that is free or holds such a page already."""
    place = Path(os.path.normpath(path.absolute()))
    folder, stem = (place.parent, place.stem) if place.suffix and not place.is_dir() else (place.parent, place.name)
    for number in count(1):
        name = texts.say("file.page", stem=stem) + (f" ({number})" if number > 1 else "")
        page = folder / f"{name}.html"
        if not os.path.lexists(page) or _is_ours(page):
            return page
    raise AssertionError


def show(page: Path) -> bool:
    """Whether the page could be handed to a browser; where there is no display none is looked for."""
    import webbrowser

    if sys.platform == "win32":
        os.startfile(page)
        return True
    if sys.platform != "darwin" and not any(os.environ.get(name) for name in _DISPLAYS):
        return False
    try:
        return webbrowser.open(page.as_uri())
    except webbrowser.Error:
        return False


def _is_ours(page: Path) -> bool:
    try:
        if page.is_symlink() or not page.is_file():
            return False
        with page.open("rb") as opened:
            return _OURS in opened.read(_BEGINNING)
    except OSError:
        return False
