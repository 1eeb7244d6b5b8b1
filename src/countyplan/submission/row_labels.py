"""What the labels at the left of a row say, with what goes on from the rows above it."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from countyplan.plan import Plan
from countyplan.submission.cell import Cell
from countyplan.submission.fields import Field
from countyplan.submission.grid import Grid
from countyplan.submission.label import Label, is_numbering, read_label

_A_PLACE = ("县", "市", "区", "省", "镇", "乡", "街道")
_ANOTHER_TIME = re.compile(r"(?:19|20|21)\d\d|[去上前]年|同期|半年|季度|\d月|预计|预测")
# 一、 （一） 1. a section of the table, whatever it is called.
_A_SECTION = re.compile(r"^[（(]?(?:[一二三四五六七八九十]+|\d{1,2})[)）、.．]|^[*＊※注]")
# Columns that say who answers, where a figure is from, or what it is called elsewhere.
_A_REMARK = re.compile(
    r"责任|牵头|配合|负责|部门|单位|来源|备注|说明|序号|编号|代码|联系|电话|权重|性质|属性|频率|情况|审核|意见"
)


@dataclass(frozen=True, slots=True)
class Said:
    """What a row's labels and the headings above it say.

    `strange` is a label that nobody knows and that may change what the figures are; `silent` says that the row, which has
    columns for labels, says nothing.
    """

    labels: list[Label]
    strange: Cell | None = None
    silent: bool = False


@dataclass(slots=True)
class RowLabels:
    """The labels of a table's rows from top to bottom: `columns` hold them, each with what its header says."""

    grid: Grid
    plan: Plan
    columns: dict[int, Label | None]
    known: dict[str, Label] = field(default_factory=dict)
    carried: dict[int, int] = field(default_factory=dict)
    headings: list[tuple[str, Label]] = field(default_factory=list)
    strange_heading: Cell | None = None

    def of(self, row: int, *, reports: bool) -> Said:
        """What is said of the figures of `row`, which is the one below that of the last call."""
        texts = [column for column in self.columns if self.grid.text(row, column)]
        if not reports:
            self._heading(row, texts)
        at = dict.fromkeys(texts, row)
        for column in texts:
            self.carried[column] = row
        placing = [column for column in texts if self._label(row, column).places_a_figure]
        # A county named once for several indicators goes on; a name's own column is never filled from above.
        above = {
            column: one for column, one in self.carried.items() if column not in at and column < max(placing, default=0)
        }
        at |= above
        labels = {column: self._label(at[column], column) for column in sorted(at)}
        strange = next((column for column in labels if self._is_strange(column, labels)), None)
        own = [label for label in labels.values() if label.places_a_figure or label.unit is not None]
        if strange is not None:
            return Said(own, self.grid.cell(at[strange], strange))
        kinds = {kind for label in own for kind in _kinds(label)}
        headings = [_only(kind, label) for kind, label in self.headings if kind not in kinds]
        says_nothing = not any(label.places_a_figure for label in own)
        names_rows = any(header is None or header.understood for header in self.columns.values())
        return Said([*own, *headings], self.strange_heading, silent=says_nothing and names_rows)

    def _label(self, row: int, column: int) -> Label:
        text = self.grid.text(row, column)
        if text not in self.known:
            self.known[text] = read_label(text, self.plan)
        return self.known[text]

    def _is_strange(self, column: int, labels: dict[int, Label]) -> bool:
        """Whether a label is not known, and is neither a number, a remark of a column of remarks, nor a group's name."""
        label, header = labels[column], self.columns[column]
        if label.understood or is_numbering(label.text):
            return False
        if label.says_otherwise:
            return True
        if header is not None and not header.understood:
            return self._divides(column, header, labels)
        names_group = header is not None and header.field is Field.INDICATOR
        return not (names_group and any(one.indicator for at, one in labels.items() if at > column))

    def _divides(self, column: int, header: Label, labels: dict[int, Label]) -> bool:
        """Whether a label under a header that nobody knows may make of a row a part of what is asked: a town, a kind.

        What stands left of the name is a group, and what says who is in charge a remark.
        """
        if _A_REMARK.search(header.text):
            return False
        return not any(one.places_a_figure for at, one in labels.items() if at > column)

    def _heading(self, row: int, texts: list[int]) -> None:
        """A row of one text and no figure says what the rows below it are about, until the next one of its kind."""
        filled = [cell for cell in self.grid.rows[row] if (cell.text or "").strip()]
        all_texts = [cell for cell in filled if not is_numbering(cell.text or "")]
        texts = [column for column in texts if not is_numbering(self.grid.text(row, column))]
        if len(all_texts) != 1 or not texts:
            return
        label = self._label(row, texts[0])
        numbered = len(filled) > len(all_texts)
        if label.places_a_figure:
            self.carried.clear()
            self.strange_heading = None
            for kind in _kinds(label):
                known = [one for one, _ in self.headings]
                if kind in known:
                    del self.headings[known.index(kind) :]
                self.headings.append((kind, label))
        elif not label.understood and self._may_part(label, numbered=numbered):
            self.strange_heading = all_texts[0]

    def _may_part(self, label: Label, *, numbered: bool) -> bool:
        """Whether an unknown heading may say that what follows is of another place or time, or no outcome."""
        text = label.text.strip()
        if any(text.endswith(clause.title) for clause in self.plan.clauses):
            # A section called as the plan calls its clauses, 发展目标 say, holds what the clause is about.
            return False
        if label.says_otherwise or text.endswith(_A_PLACE) or _ANOTHER_TIME.search(text):
            return True
        # Where headings name counties or years, one that nobody knows names another.
        return bool(self.headings) and not numbered and not _A_SECTION.match(text)


def _kinds(label: Label) -> list[str]:
    return [kind for kind in ("area", "indicator", "period") if getattr(label, kind) is not None]


def _only(kind: str, label: Label) -> Label:
    """What a heading says of one kind; its unit goes with its indicator."""
    return replace(
        label,
        area=label.area if kind == "area" else None,
        indicator=label.indicator if kind == "indicator" else None,
        period=label.period if kind == "period" else None,
        unit=label.unit if kind == "indicator" else None,
    )
