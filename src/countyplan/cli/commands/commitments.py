"""`countyplan commitments`: what the plan promises without a number."""

from __future__ import annotations

from countyplan.cli.commands.listings import show
from countyplan.cli.line import options, words


def commitments(
    plan: options.PlanFolder = None,
    area: options.Areas = None,
    unit: options.Units = None,
    clause: options.Clauses = None,
    format: options.ListingFormatOption = None,  # noqa: A002 -- the option's name is part of the contract
    output: options.Output = None,
    lang: options.Lang = None,
    force: options.Force = False,
) -> None:
    """列出方案中没有数值的承诺。List what the plan promises without a number.

    countyplan commitments --area 桐庐县 --clause 9
    """
    from countyplan.cli.session import open_plan
    from countyplan.report import list_commitments

    texts = words.listing_texts(lang, format, output)
    opened = open_plan(plan, texts)
    chosen = words.selection(opened, texts, area, unit, clause)
    listing = list_commitments(opened, chosen.commitments(opened), texts)
    show(listing, format, output, texts, force=force)
