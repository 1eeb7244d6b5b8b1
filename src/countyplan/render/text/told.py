"""Listings, explanations and meanings in a terminal."""

from __future__ import annotations

from collections.abc import Iterable

from rich import box
from rich.console import Console
from rich.table import Table
from rich.text import Text

from countyplan.render.text.columns import least_of, narrowed, print_columns, widths_of
from countyplan.render.text.console import STATUS_STYLES, print_heading, print_indented, say_on, shown_text
from countyplan.render.text.wrap import wrap
from countyplan.report import (
    CommitmentExplanation,
    Explanation,
    Listing,
    Meaning,
)


def print_lines(heading: str, lines: Iterable[str], console: Console) -> None:
    """Lines under a heading."""
    console.print(shown_text(f"== {heading} ==", "bold"), soft_wrap=True)
    print_indented(console, lines)
    console.print()


def print_listing(listing: Listing, console: Console) -> None:
    """A listing as a table; where it is narrow its essential columns, and a line that tells which are left out."""
    if listing.nothing and not listing.rows:
        say_on(console, listing.title, "bold")
        say_on(console, listing.nothing)
        return
    if listing.short is not None:
        _print_short(listing.short, console)
        return
    cells = [[shown_text(cell) for cell in row] for row in (listing.headers, *listing.rows)]
    plain = [[cell.plain for cell in row] for row in cells]
    # Each column has a blank on both sides, and a line behind it; one more is before the first.
    columns = len(listing.headers)
    if sum(least_of(plain)) > console.width - 3 * columns - 1:
        columns = listing.essential
    headers, *rows = [row[:columns] for row in cells]
    widths, least = widths_of(plain)[:columns], least_of(plain)[:columns]
    widths = narrowed(widths, least, console.width - 3 * columns - 1)
    table = Table(box=box.ASCII2)
    for header, width in zip(headers, widths, strict=True):
        table.add_column(_folded(header, width), overflow="fold", width=width)
    for row in rows:
        table.add_row(*(_folded(cell, width) for cell, width in zip(row, widths, strict=True)))
    say_on(console, listing.title, "bold")
    console.print(table)
    if columns < len(listing.headers):
        say_on(console, listing.left_out, "dim")


def _folded(cell: Text, width: int) -> Text:
    """A cell in lines of its column, none of which ends within a number or a word that has room."""
    return Text("\n").join(Text(line) for line in wrap(cell.plain, width))


def _print_short(listing: Listing, console: Console) -> None:
    """A line for each row, and below what is not told in them."""
    say_on(console, listing.title, "bold")
    widths = widths_of([listing.headers, *listing.rows])
    widths[-1] = max(1, console.width - sum(widths[:-1]) - len(widths) + 1)
    print_columns([shown_text(header, "underline") for header in listing.headers], widths, console)
    for row in listing.rows:
        print_columns([shown_text(cell) for cell in row], widths, console)
    say_on(console, listing.left_out)


def print_explanation(explanation: Explanation | CommitmentExplanation, console: Console) -> None:
    """The reasoning behind one verdict."""
    style = f" {STATUS_STYLES[explanation.row.machine.status]}" if isinstance(explanation, Explanation) else ""
    say_on(console, explanation.title, f"bold{style}")
    for part in explanation.parts:
        print_heading(console, part.heading)
        print_indented(console, part.lines)


def print_meaning(meaning: Meaning, console: Console) -> None:
    """What a code means; the lines of its example stay as they are, so that they can be copied."""
    say_on(console, meaning.title, "bold")
    print_indented(console, (meaning.what, meaning.do), 0)
    for label, lines in meaning.example:
        say_on(console, label)
        for line in lines:
            console.print(shown_text(f"    {line}"), soft_wrap=True)
