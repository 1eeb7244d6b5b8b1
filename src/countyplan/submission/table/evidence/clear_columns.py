"""Columns that say clearly that they hold outcomes, so that a word in the title (增速, 计划) does not outweigh them."""

from __future__ import annotations

from countyplan.plan import Plan
from countyplan.quantity import Unit
from countyplan.quantity.width import squeezed
from countyplan.submission.grid import Grid
from countyplan.submission.table.find.layout import LongLayout, WideLayout
from countyplan.submission.table.units import SHARES
from countyplan.submission.words.fields import Field
from countyplan.submission.words.label import Label, read_label
from countyplan.submission.words.nature import Instead, instead_in
from countyplan.submission.words.vocabulary import form, one_of

_AN_AMOUNT = form(rf"^{one_of('absolute')}")


def clear_in_spite_of_title(grid: Grid, plan: Plan, layout: LongLayout | WideLayout) -> frozenset[int] | None:
    """The columns to be read although the titles say that the table holds something else; None where they say no such thing.

    Beside goals only what is called an outcome (实绩, 完成) is clear, beside growth and ranks only what is called an amount
    (绝对数), or is in a unit that no growth rate and no rank is told in.
    """
    if layout.context.otherwise is None:
        return None
    instead = instead_in(layout.context.otherwise.text or "")
    if isinstance(layout, LongLayout):
        values = {column: [label] for column, label in layout.columns.items() if label.field is Field.VALUE}
        headers = range(layout.header, layout.header + 1)
    else:
        values = {column: [label for _, label in said] for column, said in layout.columns.items()}
        headers = layout.headers
    clear = set()
    for column, said in values.items():
        over = [read_label(text, plan) for row in headers if (text := grid.text(row, column))]
        labels = {*said, *over}
        if any(label.qualifiers for label in labels):
            continue
        is_outcome = any(label.names_outcomes for label in labels) or Instead.GOALS not in instead
        if is_outcome and (any(map(_is_amount, labels)) or Instead.CHANGE not in instead):
            clear.add(column)
    return frozenset(clear)


def _is_amount(label: Label) -> bool:
    return label.understood and (_in_amounts(label.unit) or _AN_AMOUNT.search(squeezed(label.text)) is not None)


def _in_amounts(unit: Unit | None) -> bool:
    return unit is not None and unit.dimension not in SHARES and not unit.counted
