"""`countyplan targets` and `countyplan units`: what the plan demands, and who answers for it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from countyplan.cli.line import options, words
from countyplan.cli.speech import texts_for
from countyplan.render.format import ListingFormat

if TYPE_CHECKING:
    from countyplan.language.texts import Texts
    from countyplan.report.listing import Listing


def targets(
    plan: options.PlanFolder = None,
    area: options.Areas = None,
    unit: options.Units = None,
    clause: options.Clauses = None,
    format: options.ListingFormatOption = None,  # noqa: A002 -- the option's name is part of the contract
    output: options.Output = None,
    lang: options.Lang = None,
    force: options.Force = False,
) -> None:
    """列出方案的目标。List what the plan demands.

    countyplan targets --area AREA --clause 18
    """
    from countyplan.cli.session import draft_in, open_plan
    from countyplan.report.listing import list_targets
    from countyplan.report.plans import list_draft

    texts = words.listing_texts(lang, format, output)
    if (drafted := draft_in(plan)) is not None:
        listing = list_draft(drafted, texts, area or [], unit or [], clause or [])
        show(listing, format, output, texts, force=force)
        return
    opened = open_plan(plan, texts)
    texts = texts.of(opened)
    chosen = words.selection(opened, texts_for(lang).of(opened), area, unit, clause)
    show(list_targets(opened, chosen.targets(opened), texts), format, output, texts, force=force)


def units(
    plan: options.PlanFolder = None,
    area: options.Areas = None,
    unit: options.Units = None,
    clause: options.Clauses = None,
    format: options.ListingFormatOption = None,  # noqa: A002 -- the option's name is part of the contract
    output: options.Output = None,
    lang: options.Lang = None,
    force: options.Force = False,
) -> None:
    """列出责任单位及其条款和指标。List who answers for what.

    countyplan units --unit 市教育局
    """
    from countyplan.cli.session import draft_in, open_plan
    from countyplan.report.listing import list_units
    from countyplan.report.plans import list_draft_units

    texts = words.listing_texts(lang, format, output)
    if (drafted := draft_in(plan)) is not None:
        show(list_draft_units(drafted, texts), format, output, texts, force=force)
        return
    opened = open_plan(plan, texts)
    texts = texts.of(opened)
    chosen = words.selection(opened, texts_for(lang).of(opened), area, unit, clause)
    show(list_units(opened, chosen, texts), format, output, texts, force=force)


def show(
    listing: Listing,
    format: ListingFormat | None,  # noqa: A002
    output: options.Output,
    texts: Texts,
    *,
    force: bool,
) -> None:
    """A listing to where it was asked for, in the format asked for."""
    from countyplan.cli.out.files.inputs import keep_others
    from countyplan.cli.out.files.writing import write_file
    from countyplan.cli.out.terminal.output import console, write_out
    from countyplan.render.formats import LISTINGS
    from countyplan.render.text.terminal import listing_text
    from countyplan.render.text.told import print_listing

    chosen = words.listing_format_of(format, output, texts)
    if output is not None:
        keep_others([output], texts, force=force)
    if chosen is ListingFormat.TEXT:
        if output is None:
            print_listing(listing, console())
            return
        text = listing_text(listing)
    else:
        text = LISTINGS[chosen](listing)
    if output is None:
        write_out(text)
    else:
        write_file(output, text.encode("utf-8"), texts)
