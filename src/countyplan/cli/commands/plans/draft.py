"""`countyplan plan draft`: a first draft of a plan's files from its text."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

from countyplan.cli.commands.plans.audit import TextFile
from countyplan.cli.line.options import Panel, option, writing


def draft(
    text: TextFile,
    output: Annotated[
        Path,
        option(Panel.OUTPUT, "-o", "--output", metavar="FOLDER", help="写入文件夹。Write to a folder."),
    ],
    lang: writing.Lang = None,
    force: writing.Force = False,
) -> None:
    """由方案原文起草方案文件，没有定下来的写 TODO。Draft a plan's files from its text; TODO is what is open.

    countyplan plan draft plan-text.docx -o my-plan
    """
    from countyplan.cli.commands.plans.audit import opened_draft, opened_text
    from countyplan.cli.out.files.inputs import keep_others
    from countyplan.cli.out.files.writing import write_files
    from countyplan.cli.out.terminal.output import console
    from countyplan.cli.speech import texts_for
    from countyplan.language.texts import Language, Texts
    from countyplan.plan import load_plan, shipped_plan
    from countyplan.plantext.draft.draft import draft_plan
    from countyplan.plantext.draft.write.files import draft_files
    from countyplan.render.text.console import say_whole, shown_text

    texts = texts_for(lang)
    drafted = draft_plan(opened_text(text, texts))
    catalogues = {language.value: Texts(language) for language in Language}
    files = draft_files(drafted, load_plan(shipped_plan())[0].cutoffs, catalogues)
    keep_others([output / name for name in files], texts, force=force)
    write_files({output / name: content.encode("utf-8") for name, content in files.items()}, texts)
    written = opened_draft(output, texts)
    said = {
        "folder": output,
        "clauses": len(written.targets.clauses),
        "targets": sum(len(target.areas) for target in drafted.targets),
        "units": len(written.responsibilities.units),
        "others": len(drafted.not_targets),
        "open": sum(content.count(": TODO\n") + content.count("- TODO\n") for content in files.values()),
    }
    say_whole(console(), shown_text(texts.say("draft.written", **said)))
