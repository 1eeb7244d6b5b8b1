"""What kind of row a row of a sheet is: a header, data, a heading, or one that says little."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import field

from countyplan.dataclass import dataclass
from countyplan.plan import Plan
from countyplan.submission.cell import Cell
from countyplan.submission.grid import Grid
from countyplan.submission.table.composed import composed, may_be_part
from countyplan.submission.words.fields import COLUMNS, LABELLED, NEEDED, Field
from countyplan.submission.words.label import Label, read_label
from countyplan.submission.words.number import is_amount, is_not_reported
from countyplan.submission.words.numbering import is_numbering
from countyplan.submission.words.title.periods import is_range_of_years
from countyplan.submission.words.title.words import topics_in
from countyplan.submission.words.vocabulary import form, one_of

_FEWEST_LONG_FIELDS = 2
BEGINS_LIKE_A_NUMBER = form(rf"(?:[-+≥≤<>]|{one_of('about_before')})?\s*[0-9０-９]")
# 1-6月 is a header and no figure.
_A_STRETCH = form(rf"{one_of('year', 'month', 'day')}|{one_of('part_of_a_year')}|%")
# 2025年中期 and 收入比（农村为1） are names with digits in them.
_IN_WORDS = form(rf"^(?:19|20|21)\d\d{one_of('year')}|[\u4e00-\u9fff]{{3}}")
_LOOKS_LIKE_A_NUMBER = re.compile(r"[0-9０-９]|^\s*[-+]?[.．∞]|^\s*(?:nan|inf)", re.IGNORECASE)


@dataclass(slots=True)
class RowKinds:
    """Tells the rows of a sheet apart from row `begin` on.

    `topics` are what the titles above are about, which may be a part of an indicator's name.
    """

    grid: Grid
    plan: Plan
    begin: int
    topics: tuple[str, ...] = field(init=False)
    known: dict[tuple[int, int], Label] = field(default_factory=dict)
    covers: dict[int, list[int]] = field(default_factory=dict)
    named_figures: dict[int, bool] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.topics = tuple(topic for text in self._titles() for topic in topics_in(text, self.plan))

    def _titles(self) -> Iterator[str]:
        """The sheet's name and the only texts of the first rows."""
        yield self.grid.name
        for cells in self.grid.rows[self.begin :]:
            texts = [text for cell in cells if (text := cell.said)]
            if len(texts) > 1:
                return
            yield from texts

    def label(self, row: int, column: int) -> Label:
        """What the cell there says; of a merged range, what its first cell says."""
        at = self.grid.merged.get((row, column), (row, column))
        if at not in self.known:
            label = self.grid.label(*at, self.plan)
            whole = None if label.understood or not label.text else self._composed(*at)
            self.known[at] = whole or label
        return self.known[at]

    def _composed(self, row: int, column: int) -> Label | None:
        """What a text that nobody knows names together with the one above it or with the title."""
        if not may_be_part(self.grid.text(row, column), self.plan):
            return None
        over = self.grid.text(row - 1, self.covered_by(row - 1, column)) if row > self.begin else ""
        above = [over] if over and not read_label(over, self.plan).understood else []
        return composed(self.grid.text(row, column), [*above, *self.topics], self.plan)

    def begins_a_name(self, row: int, column: int) -> bool:
        """Whether a text that nobody knows is the first part of a name whose rest stands below it (城镇居民)."""
        text = self.grid.text(row, column)
        is_last = row + 1 >= len(self.grid.rows)
        if is_last or not may_be_part(text, self.plan) or self.label(row, column).understood:
            return False
        below = [at for at in range(column, self.grid.width) if self.covered_by(row, at) == column]
        return any(composed(self.grid.text(row + 1, at), [text], self.plan) for at in below)

    def covered_by(self, row: int, column: int) -> int:
        """The column of the text that covers a column of a row: its own, or the next to the left; 0 where there is none."""
        if row not in self.covers:
            covers, last = [], 0
            for at in range(self.grid.width):
                last = at if self.grid.text(row, at) or (row, at) in self.grid.merged else last
                covers.append(last)
            self.covers[row] = covers
        return self.covers[row][column]

    def fields_of(self, row: int) -> dict[int, Label]:
        """The columns of a row that name a field of a submission."""
        return {
            column: label
            for column in range(len(self.grid.rows[row]))
            if (label := self.label(row, column)).field in COLUMNS and (row, column) not in self.grid.merged
        }

    def is_long_header(self, row: int) -> bool:
        """Whether a row names the fields of a table with a figure a row."""
        columns = self.fields_of(row)
        fields = {label.field for label in columns.values()}
        if Field.VALUE in fields and (self.is_upper_level(row, columns) or self.has_years_beside(row, columns)):
            return False
        needed = len(fields & set(NEEDED))
        return needed >= (_FEWEST_LONG_FIELDS if Field.VALUE in fields else len(NEEDED) - 1)

    def has_years_beside(self, row: int, columns: dict[int, Label]) -> bool:
        """Whether years or areas stand beside the names of fields, so that figures stand in several columns of a row."""
        others = [column for column in range(len(self.grid.rows[row])) if column not in columns]
        return any(self.label(row, column).places_a_figure for column in others)

    def is_upper_level(self, row: int, columns: dict[int, Label]) -> bool:
        """Whether below the header of values stand years or areas, and nothing below that of the names."""
        if row + 1 >= len(self.grid.rows):
            return False
        values = [column for column, one in columns.items() if one.field is Field.VALUE]
        names = [column for column, one in columns.items() if one.field in LABELLED]
        is_blank = not any(self.grid.text(row + 1, column) for column in names)
        return is_blank and any(self.label(row + 1, column).places_a_figure for column in values)

    def says_little(self, row: int, names: Iterable[int] = ()) -> bool:
        """Whether a row is blank, or holds one text besides its number, or a heading in the columns of `names` alone."""
        cells = range(len(self.grid.rows[row]))
        texts = [
            column
            for column in cells
            if not is_not_reported(text := self.grid.text(row, column)) and not is_numbering(text)
        ]
        fields = any(self.label(row, column).field is not None for column in texts)
        return len(texts) <= 1 or (not fields and set(names).issuperset(texts))

    def first_row_of_data(self) -> int | None:
        """The first row that says what it is about, or that has figures behind a name nobody knows, below a header."""
        below_header = False
        for row in range(self.begin, len(self.grid.rows)):
            if self.is_data(row) or (below_header and (self.has_named_figures(row) or self.has_unread_figures(row))):
                return row
            below_header = below_header or self.is_header(row)
        return None

    def has_corner(self, row: int, names: set[int]) -> bool:
        """Whether a row repeats what headers say: a field's name, or nothing but names, also outside of `names`."""
        texts = self.grid.filled(row)
        told = [self.label(row, column) for column in texts]
        fields = [one for one in told if one.field in LABELLED]
        columns = [one for one in told if one.places_a_figure]
        return bool(fields and columns) or (len(told) == len(columns) > 1 and not names.issuperset(texts))

    def has_named_figures(self, row: int) -> bool:
        """Whether figures stand behind a name, known or not."""
        if row not in self.named_figures:
            self.named_figures[row] = self._has_named_figures(row)
        return self.named_figures[row]

    def _has_named_figures(self, row: int) -> bool:
        cells = range(len(self.grid.rows[row]))
        numbers = [column for column in cells if self.is_figure(row, column)]
        named = [column for column in cells if self.grid.text(row, column) and column not in numbers]
        return bool(numbers and named) and min(named) < max(numbers) and not self.has_years_only(row, numbers, named)

    def has_years_only(self, row: int, numbers: list[int], named: list[int]) -> bool:
        """Whether the numbers of a row are the years of a header: its names are known, or reach down from the row above."""
        years = all(self.label(row, column).period is not None for column in numbers)
        others = (column for column in named if self.grid.merged.get((row, column), (row, column))[0] == row)
        told = (self.label(row, one) for one in others)
        return years and all(one.understood or one.says_otherwise or is_range_of_years(one.text) for one in told)

    def has_unread_figures(self, row: int) -> bool:
        """Whether behind a name of its own, known or not, something begins like a number and is none: 1:1.93."""
        cells = self.grid.filled(row)
        if len(cells) < 2 or (row, cells[0]) in self.grid.merged or self.label(row, cells[0]).field is not None:
            return False
        behind = [self.grid.text(row, column) for column in cells[1:] if not self.label(row, column).understood]
        return any(BEGINS_LIKE_A_NUMBER.match(text) and not _A_STRETCH.search(text) for text in behind)

    def is_number(self, row: int, column: int) -> bool:
        """Whether the cell there holds an amount that can be read."""
        return is_amount(self.grid.text(row, column))

    def is_figure(self, row: int, column: int) -> bool:
        """Whether it holds a number, or what should have been one."""
        return self.is_number(row, column) or (row, column) in self.grid.odd

    def is_no_number(self, row: int, column: int, label: int) -> bool:
        """Whether a cell behind an indicator's or an area's name looks like a number that cannot be read."""
        one = self.label(row, column)
        behind = self.label(row, label).period is None and not one.understood and not one.says_otherwise
        is_name = _IN_WORDS.search(one.text) or is_range_of_years(one.text)
        return behind and bool(_LOOKS_LIKE_A_NUMBER.search(one.text)) and not is_name

    def is_bare(self, row: int, left: int) -> bool:
        """Whether a row names an indicator or an area and reports nothing of it, or nothing that can be read."""
        one = self.label(row, left)
        others = [self.label(row, column) for column in self.grid.filled(row) if column != left]
        known = any(said.places_a_figure or said.field is not None for said in others)
        return (one.indicator is not None or one.area is not None) and not known and (row, left) not in self.grid.merged

    def names_row(self, row: int, column: int) -> bool:
        """Whether a cell is the row's name: one that is known, or any text."""
        text = self.grid.text(row, column)
        return self.label(row, column).places_a_figure or bool(text and not self.is_number(row, column))

    def is_data(self, row: int) -> bool:
        """Whether a row says what it is about and has a figure behind it that is not a year of the header."""
        cells = range(len(self.grid.rows[row]))
        label = next((column for column in cells if self.label(row, column).places_a_figure), None)
        if label is None:
            return False
        behind = [at for at in cells[label + 1 :] if self.is_figure(row, at) or self.is_no_number(row, at, label)]
        years = [column for column in behind if self.label(row, column).period is not None]
        return bool(behind) and not (len(years) == len(behind) and self.starts_header(row, label))

    def starts_header(self, row: int, label: int) -> bool:
        """Whether a row of nothing but years is a header: its first label is a year too, or a word like 指标."""
        corner = self.label(row, label)
        below = self.label(row + 1, label) if row + 1 < len(self.grid.rows) else None
        over_names = below is not None and (below.indicator is not None or below.field in LABELLED)
        over_indicators = corner.area is not None and over_names
        return corner.period is not None or self.label(row, 0).field is not None or over_indicators

    def is_header(self, row: int) -> bool:
        """Whether a row of words speaks of two columns or more, or of one under a field's name."""
        texts = self.grid.filled(row)
        told = {id(one) for column in texts if (one := self.label(row, column)).understood}
        return len(told) > 1 or (len(told) == 1 and any(self.begins_a_name(row, column) for column in texts))

    def heads_a_column(self, row: int, left: int) -> bool:
        """Whether a row names one column of figures only."""
        texts = self.grid.filled(row)
        return bool(texts) and min(texts) > left and self.label(row, texts[0]).understood

    def heads_columns(self, row: int, left: int) -> bool:
        """Whether a row of words, right of the rows' names only, tells columns of figures apart: 目标 and 完成, 1-6月."""
        texts = self.grid.filled(row)
        return bool(texts) and min(texts) > left and not any(self.is_number(row, column) for column in texts)

    def heading(self, row: int) -> list[Cell]:
        """The only text of a row, where it names no indicator of its own and no growth."""
        texts = self.grid.filled(row)
        one = len(texts) == 1 and self.label(row, texts[0]).indicator is None
        one = one and not self.label(row, texts[0]).says_otherwise
        return [self.grid.rows[row][texts[0]]] if one else []
