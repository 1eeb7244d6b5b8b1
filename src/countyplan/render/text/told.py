"""Listings, explanations and meanings in a terminal."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import zip_longest
from typing import TYPE_CHECKING

from rich.cells import cell_len

from countyplan.language.texts import begun
from countyplan.render.text.columns import least_of, narrowed, print_columns, widths_of
from countyplan.render.text.console import STATUS_STYLES, print_heading, print_indented, say_on, shown_text
from countyplan.render.text.screen import Line, Screen
from countyplan.render.text.wrap import wrap

if TYPE_CHECKING:
    from countyplan.report.commitments.row import CommitmentRow
    from countyplan.report.explanation.telling import Explanation
    from countyplan.report.listing import Listing
    from countyplan.report.row.row_model import Row
    from countyplan.report.words.meaning import Meaning


def print_lines(heading: str, lines: Iterable[str], console: Screen) -> None:
    """Lines under a heading."""
    console.print(shown_text(f"== {heading} ==", "bold"), soft_wrap=True)
    print_indented(console, lines)
    console.print()


def print_listing(listing: Listing, console: Screen) -> None:
    """A listing as a table; where it is narrow its essential columns, and a line that tells which are left out."""
    if listing.nothing and not listing.rows:
        say_on(console, listing.title, "bold")
        say_on(console, listing.nothing)
        return
    if listing.short is not None:
        _print_short(listing.short, console)
        return
    cells = [[shown_text(cell).plain for cell in row] for row in (map(begun, listing.headers), *listing.rows)]
    # Each column has a blank on both sides, and a line behind it; one more is before the first.
    columns = len(listing.headers)
    if sum(least_of(cells)) > console.width - 3 * columns - 1:
        columns = listing.essential
    headers, *rows = [row[:columns] for row in cells]
    widths, least = widths_of(cells)[:columns], least_of(cells)[:columns]
    widths = narrowed(widths, least, console.width - 3 * columns - 1)
    say_on(console, listing.title, "bold")
    _print_table(headers, rows, widths, console)
    if columns < len(listing.headers):
        say_on(console, listing.left_out, "dim")


def _print_table(headers: Sequence[str], rows: Sequence[Sequence[str]], widths: Sequence[int], console: Screen) -> None:
    rule = f"+-{'-+-'.join('-' * width for width in widths)}-+"
    console.print(rule, soft_wrap=True)
    folded = _folded(headers, widths)
    deepest = max(map(len, folded))
    # The words of a heading stand just above their column.
    _print_lines([[""] * (deepest - len(lines)) + lines for lines in folded], widths, "bold", console)
    console.print(rule, soft_wrap=True)
    for row in rows:
        _print_lines(_folded(row, widths), widths, "", console)
    console.print(rule, soft_wrap=True)


def _folded(cells: Sequence[str], widths: Sequence[int]) -> list[list[str]]:
    """Cells in lines of their columns, none of which ends within a number or a word that has room."""
    return [[*wrap(cell, width)] for cell, width in zip(cells, widths, strict=True)]


def _print_lines(cells: Sequence[Sequence[str]], widths: Sequence[int], style: str, console: Screen) -> None:
    for parts in zip_longest(*cells, fillvalue=""):
        line = Line(("|", ""))
        for part, width in zip(parts, widths, strict=True):
            line.append(f" {part}{' ' * (width - cell_len(part))} ", style)
            line.append("|")
        console.print(line, soft_wrap=True)


def _print_short(listing: Listing, console: Screen) -> None:
    """A line for each row, and below what is not told in them."""
    say_on(console, listing.title, "bold")
    widths = widths_of([listing.headers, *listing.rows])
    widths[-1] = max(1, console.width - sum(widths[:-1]) - len(widths) + 1)
    if listing.rows:
        print_columns([shown_text(begun(header), "underline") for header in listing.headers], widths, console)
    for row in listing.rows:
        print_columns([shown_text(cell) for cell in row], widths, console)
    say_on(console, listing.left_out)


def print_explanation(explanation: Explanation[Row] | Explanation[CommitmentRow], console: Screen) -> None:
    """The reasoning behind one verdict."""
    from countyplan.report.row.row_model import Row  # noqa: PLC0415 -- as above

    row = explanation.row
    style = f" {STATUS_STYLES[row.machine.status]}" if isinstance(row, Row) else ""
    say_on(console, explanation.title, f"bold{style}")
    for part in explanation.parts:
        print_heading(console, part.heading)
        print_indented(console, part.lines)


def print_meaning(meaning: Meaning, console: Screen) -> None:
    """What a code means; the lines of its example stay as they are, so that they can be copied."""
    say_on(console, meaning.title, "bold")
    print_indented(console, (meaning.what, meaning.do), 0)
    for label, lines in meaning.example:
        say_on(console, label)
        for line in lines:
            console.print(shown_text(f"    {line}"), soft_wrap=True)
