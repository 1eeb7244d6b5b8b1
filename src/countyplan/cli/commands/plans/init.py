"""`countyplan plan init`: the files of a new plan, to be filled in."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from countyplan.cli.line.options import writing


def init(
    folder: Annotated[Path, typer.Argument(metavar="FOLDER", help="新方案的文件夹。The new plan's folder.")],
    lang: writing.Lang = None,
    force: writing.Force = False,
) -> None:
    """写出一份带说明、可以直接检查的方案文件。Write a plan's files with comments, which are valid as they are.

    countyplan plan init my-plan
    """
    from countyplan.cli.out.files.inputs import keep_others
    from countyplan.cli.out.files.writing import write_files
    from countyplan.cli.out.terminal.output import console
    from countyplan.cli.speech import texts_for
    from countyplan.plan.skeleton import skeleton

    texts = texts_for(lang)
    written = {folder / name: text.encode("utf-8") for name, text in skeleton(texts.language).items()}
    keep_others(list(written), texts, force=force)
    write_files(written, texts)
    for path in written:
        console(stderr=True).print(texts.say("file.written", path=path), soft_wrap=True)
    console().print(texts.say("plan.begun", folder=folder), soft_wrap=True)
