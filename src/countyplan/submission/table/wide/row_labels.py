"""What the labels at the left of a row say, with what goes on from the rows above it."""

from __future__ import annotations

from dataclasses import field

from countyplan.dataclass import dataclass
from countyplan.plan import Plan
from countyplan.submission.cell import Cell
from countyplan.submission.grid import Grid
from countyplan.submission.table.composed import composed, may_be_part
from countyplan.submission.table.headings import Headings
from countyplan.submission.words.fields import Field
from countyplan.submission.words.label import Label
from countyplan.submission.words.nature import is_no_outcome
from countyplan.submission.words.near import names_a_part, names_groups, names_remarks
from countyplan.submission.words.note.remark import is_limiting
from countyplan.submission.words.note.scope import names_place_alone
from countyplan.submission.words.number import is_not_reported
from countyplan.submission.words.numbering import is_numbering
from countyplan.submission.words.vocabulary import form, one_of

_A_DIVISION = form(one_of("a_division"))
_A_QUALITY = form(one_of("a_quality"))


@dataclass(frozen=True, slots=True)
class Said:
    """What a row's labels and the headings above it say.

    `strange` is a label that nobody knows and that may change what the figures are; `silent` says that the row, which has
    columns for labels, says nothing; `heads` that it is a heading of the rows below it.
    """

    labels: list[Label]
    strange: Cell | None = None
    silent: bool = False
    heads: bool = False


@dataclass(slots=True)
class RowLabels:
    """The labels of a table's rows from top to bottom: `columns` hold them, each with what its header says.

    `last_name` is the last column before the figures, and `topics` are what the titles are about.
    """

    grid: Grid
    plan: Plan
    columns: dict[int, Label | None]
    carried: dict[int, int] = field(default_factory=dict)
    headings: Headings = field(init=False)
    last_name: int = 0
    topics: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        self.headings = Headings(self.grid, self.plan)

    def of(self, row: int, *, reports: bool) -> Said:
        """What is said of the figures of `row`, which is the one below that of the last call."""
        texts = [column for column in self.columns if self.grid.text(row, column)]
        if reports:
            self.headings.pass_figures()
        heads = bool(texts) and not reports and self.headings.take(row)
        if heads:
            self.carried.clear()
        at = dict.fromkeys(texts, row)
        for column in texts:
            self.carried[column] = row
        placing = [column for column in texts if self._goes_on(self.label(row, column))]
        # An area named once for several indicators goes on; a name's own column is never filled from above.
        above = {
            column: one for column, one in self.carried.items() if column not in at and column < max(placing, default=0)
        }
        at |= above
        labels = {column: self.label(at[column], column) for column in sorted(at)}
        labels |= {column: whole for column in labels if (whole := self._composed(row, column, labels)) is not None}
        strange = next((column for column in labels if self._is_strange(column, labels)), None)
        own = [label for label in labels.values() if label.places_a_figure or label.unit is not None]
        if strange is not None:
            return Said(own, self.grid.cell(at[strange], strange))
        says_nothing = not any(label.places_a_figure for label in own)
        names_rows = any(header is None or header.understood for header in self.columns.values())
        silent = says_nothing and names_rows
        return Said([*own, *self.headings.beside(own)], self.headings.strange_to(own), silent=silent, heads=heads)

    def _composed(self, row: int, column: int, labels: dict[int, Label]) -> Label | None:
        """What a label that nobody knows names together with a group left of it, a heading above it or the title."""
        if labels[column].understood or not may_be_part(labels[column].text, self.plan):
            return None
        beside = [
            group.text
            for left, above in self.carried.items()
            if left < column and not (group := self.label(row if left in labels else above, left)).understood
        ]
        return composed(labels[column].text, [*beside, self.headings.group, *self.topics], self.plan)

    def _goes_on(self, label: Label) -> bool:
        """Whether a label stands right of names that may stand once for several rows: another name, or 完成 below 目标."""
        return label.places_a_figure or (label.names_outcomes and label.field is None)

    def label(self, row: int, column: int) -> Label:
        """What the cell there names."""
        return self.grid.label(row, column, self.plan)

    def _is_strange(self, column: int, labels: dict[int, Label]) -> bool:
        """Whether a label is not known, and is neither a number, a remark of a column of remarks, nor a group's name."""
        label, header = labels[column], self.columns[column]
        if (
            label.understood
            or is_numbering(label.text)
            or is_not_reported(label.text)
            or self._is_opinion(column, label, header)
            or (header is not None and is_limiting(header.text))
        ):
            return False
        if label.says_otherwise:
            return True
        if header is not None and not header.understood:
            return self._divides(column, header, labels)
        names_group = header is not None and header.field is Field.INDICATOR
        if names_group and label.text.isascii():
            # Beside a name, an Item in English is its translation.
            return not any(one.indicator for one in labels.values() if not one.text.isascii())
        return not (names_group and any(one.indicator for at, one in labels.items() if at > column))

    def _is_opinion(self, column: int, label: Label, header: Label | None) -> bool:
        """Whether a label only remarks on figures: 预期性 under 属性, 优秀 behind them under a header of its own."""
        if header is None or not header.text:
            return False
        behind = column > self.last_name and not is_no_outcome(label.text)
        return behind or _A_QUALITY.search(header.text) is not None

    def _divides(self, column: int, header: Label, labels: dict[int, Label]) -> bool:
        """Whether a label under a header that nobody knows may make of a row a part of what is asked: a town, a kind.

        What stands left of the name is a group, but for a town or a branch under 乡镇 or 行业; what says who is in charge is
        a remark.
        """
        if names_remarks(header.text):
            return False
        indicator = next((one.indicator for one in labels.values() if one.indicator is not None), None)
        if names_place_alone(labels[column].text, indicator, self.plan):
            return True
        if names_groups(header.text) and not names_a_part(labels[column].text):
            return False
        if _A_DIVISION.search(header.text) and names_a_part(labels[column].text):
            return True
        return not any(one.places_a_figure for at, one in labels.items() if at > column)
