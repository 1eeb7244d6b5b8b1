"""`countyplan plan audit`: a plan's text and its data held against each other."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from countyplan.cli.line import words
from countyplan.cli.line.options import judging, writing
from countyplan.render.format import PageFormat

if TYPE_CHECKING:
    from countyplan.language.texts import Texts
    from countyplan.plan.draft.draft import Draft
    from countyplan.plantext.reading.document import Document

TextFile = Annotated[
    Path,
    typer.Argument(
        metavar="TEXT",
        help="方案原文：.txt、.md、.docx、.html、.pdf，- 是标准输入。The plan's text; - is standard input.",
    ),
]


def audit(
    text: TextFile,
    plan: judging.PlanFolder = None,
    format: writing.PageFormatOption = None,  # noqa: A002 -- the option's name is part of the contract
    output: writing.Output = None,
    lang: writing.Lang = None,
    force: writing.Force = False,
) -> None:
    """核对方案原文与数据：每个数都有着落。Account for every number of a plan's text.

    countyplan plan audit plan-text.txt

    countyplan plan audit plan-text.docx --plan my-plan -o audit.html
    """
    from countyplan.cli.commands.plans.page_out import hand_out_page
    from countyplan.cli.out.terminal.output import remark
    from countyplan.plan import shipped_plan
    from countyplan.plantext.audit.audit import audit as audit_text_of
    from countyplan.render.plans import AUDITS
    from countyplan.report.plans.audit_page import audit_page

    texts, spoken = words.texts_in(PageFormat, lang, format, output)
    document, draft = opened_text(text, spoken), opened_draft(plan or shipped_plan(), spoken)
    found = audit_text_of(document, draft)
    hand_out_page(audit_page(found, draft, texts), AUDITS, format, output, spoken, force=force)
    if not found.clean:
        if output is not None:
            remark(spoken.say("file.open_matters", count=len(found.findings), path=output))
        raise typer.Exit(1)


def opened_text(path: Path, texts: Texts) -> Document:
    """The text; one that cannot be read ends the run."""
    from countyplan.cli.out.terminal.output import CANNOT_USE, print_remarks
    from countyplan.diagnostics import Diagnostic
    from countyplan.plantext.reading.read import read_document
    from countyplan.report.words.problem import problems

    try:
        document = read_document(path)
    except ModuleNotFoundError as error:
        raise typer.BadParameter(texts.say("error.pdf_extra", name=error.name), param_hint="TEXT") from error
    if isinstance(document, Diagnostic):
        print_remarks(problems((document,), texts))
        raise typer.Exit(CANNOT_USE)
    return document


def opened_draft(folder: Path, texts: Texts) -> Draft:
    """A plan's files as far as they are settled; what cannot be read ends the run."""
    from countyplan.cli.out.terminal.output import CANNOT_USE, print_remarks
    from countyplan.plan import PlanError
    from countyplan.plan.draft.draft import load_draft
    from countyplan.report.words.problem import problems

    try:
        return load_draft(folder)
    except PlanError as error:
        print_remarks(problems(error.diagnostics, texts))
        raise typer.Exit(CANNOT_USE) from error
