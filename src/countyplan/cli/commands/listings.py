"""`countyplan targets` and `countyplan units`: what the plan demands, and who answers for it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from countyplan.cli.line import words
from countyplan.cli.line.options import judging, writing
from countyplan.render.format import ListingFormat

if TYPE_CHECKING:
    from countyplan.language.texts import Texts
    from countyplan.report.listing import Listing


def targets(
    plan: judging.PlanFolder = None,
    area: judging.Areas = None,
    unit: judging.Units = None,
    clause: judging.Clauses = None,
    format: writing.ListingFormatOption = None,  # noqa: A002 -- the option's name is part of the contract
    output: writing.Output = None,
    lang: writing.Lang = None,
    force: writing.Force = False,
) -> None:
    """列出方案的目标。List what the plan demands.

    countyplan targets --area AREA --clause 18
    """
    from countyplan.cli.session import draft_in, open_plan
    from countyplan.report.listing import list_targets
    from countyplan.report.plans.draft_listing import list_draft

    texts, spoken = words.texts_in(ListingFormat, lang, format, output)
    if (drafted := draft_in(plan)) is not None:
        listing = list_draft(drafted, texts, area or [], unit or [], clause or [])
        show(listing, format, output, spoken, force=force)
        return
    opened = open_plan(plan, spoken)
    texts = texts.of(opened)
    chosen = words.selection(opened, spoken.of(opened), area, unit, clause)
    show(list_targets(opened, chosen.targets(opened), texts), format, output, spoken, force=force)


def units(
    plan: judging.PlanFolder = None,
    area: judging.Areas = None,
    unit: judging.Units = None,
    clause: judging.Clauses = None,
    format: writing.ListingFormatOption = None,  # noqa: A002 -- the option's name is part of the contract
    output: writing.Output = None,
    lang: writing.Lang = None,
    force: writing.Force = False,
) -> None:
    """列出责任单位及其条款和指标。List who answers for what.

    countyplan units --unit 市教育局
    """
    from countyplan.cli.session import draft_in, open_plan
    from countyplan.report.listing import list_units
    from countyplan.report.plans.draft_listing import list_draft_units

    texts, spoken = words.texts_in(ListingFormat, lang, format, output)
    if (drafted := draft_in(plan)) is not None:
        show(list_draft_units(drafted, texts), format, output, spoken, force=force)
        return
    opened = open_plan(plan, spoken)
    texts = texts.of(opened)
    chosen = words.selection(opened, spoken.of(opened), area, unit, clause)
    show(list_units(opened, chosen, texts), format, output, spoken, force=force)


def show(
    listing: Listing,
    format: ListingFormat | None,  # noqa: A002
    output: writing.Output,
    texts: Texts,
    *,
    force: bool,
) -> None:
    """A listing to where it was asked for, in the format asked for."""
    from countyplan.cli.out.telling import hand_out
    from countyplan.cli.out.terminal.output import console
    from countyplan.render.formats import LISTINGS
    from countyplan.render.text.terminal import printed
    from countyplan.render.text.told import print_listing

    chosen = words.format_of(ListingFormat, format, output, texts)
    if chosen is not ListingFormat.TEXT:
        hand_out(LISTINGS[chosen](listing), output, texts, force=force)
    elif output is None:
        print_listing(listing, console())
    else:
        hand_out(printed(print_listing, listing), output, texts, force=force)
