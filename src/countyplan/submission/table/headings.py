"""Rows of one text and no figure: what they say of the rows below them, until the next one of their kind."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import field, replace
from typing import Any

from countyplan.dataclass import dataclass
from countyplan.diagnostics import Code, Diagnostic
from countyplan.plan import Plan
from countyplan.submission.cell import Cell
from countyplan.submission.grid import Grid
from countyplan.submission.words.label import Label
from countyplan.submission.words.nature import Prices, is_no_outcome
from countyplan.submission.words.near import names_a_place
from countyplan.submission.words.number import is_not_reported
from countyplan.submission.words.numbering import is_numbering, without_numbering
from countyplan.submission.words.title.scope import is_of_another_scope, scope_in_heading
from countyplan.submission.words.vocabulary import form, one_of

KINDS = ("area", "indicator", "period", "basis")
_BEHIND = re.compile(r"[（(][^（()）]*[)）]$")
_ANOTHER_TIME = form(rf"(?:19|20|21)\d\d|{one_of('another_time')}|\d{one_of('month')}")
# 一、 （一） 1. a section of the table, whatever it is called.
_A_SECTION = form(rf"^[（(]?(?:{one_of('numerals')}+|\d{{1,2}})[)）、.．]|^[*＊※]|^{one_of('note_begins')}")


@dataclass(slots=True)
class Headings:
    """The headings above a row, as its table goes by; `strange` is one that nobody knows and that may change the figures.

    `seen` says of what kinds headings there were, so that what the
    titles say of the same no longer holds. Headings in rows that follow each other, the `block`, go together. `lost` counts
    the figures below headings that nobody knows; `prices` are those that the last heading of prices
    names, which hold until another does. `group` is the last heading of which nobody knows what it says; together with the
    name of a row it may be an indicator's.
    """

    grid: Grid
    plan: Plan
    said: list[tuple[str, Label]] = field(default_factory=list)
    strange: Cell | None = None
    seen: set[str] = field(default_factory=set)
    block: set[str] = field(default_factory=set)
    lost: Counter[Cell] = field(default_factory=Counter)
    prices: Prices | None = None
    group: str = ""

    @property
    def area(self) -> str | None:
        """The area that the last heading of one names."""
        return next((label.area for kind, label in self.said if kind == "area"), None)

    def strange_to(self, own: list[Label]) -> Cell | None:
        """The heading that nobody knows; none where it says what the indicator of a row's own labels says, too (人均)."""
        scope = "" if self.strange is None else scope_in_heading(without_numbering(self.strange.text or ""))
        named = [label.indicator for label in own if label.indicator is not None]
        agrees = scope and named and not any(is_of_another_scope(scope, one, self.plan) for one in named)
        return None if agrees else self.strange

    def lose_a_figure(self) -> None:
        """A figure below the heading that nobody knows is not used."""
        if self.strange is not None:
            self.lost[self.strange] += 1

    def findings(self) -> list[Diagnostic]:
        """The headings that nobody knows, each with how many figures were lost below it."""
        found = []
        for cell, count in self.lost.items():
            text, place = cell.said, cell.place
            if is_no_outcome(without_numbering(text)):
                found.append(Diagnostic(Code.HEADING_NO_OUTCOME, place, {"text": text, "count": str(count)}))
                continue
            near = self.plan.area_names.nearest(text) or self.plan.indicator_names.nearest(text) or ""
            words = {"text": text, "count": str(count), "near": near}
            found.append(Diagnostic(Code.HEADING_UNKNOWN, place, words))
        return found

    def pass_figures(self) -> None:
        """A row of figures ends a block of headings."""
        self.block.clear()

    def take(self, row: int) -> bool:
        """Look at a row without figures, below that of the last call; whether it is a heading that is known."""
        columns = range(len(self.grid.rows[row]))
        # Of a merged cell only the first place holds its text.
        filled = [column for column in columns if (self.grid.rows[row][column].text or "").strip()]
        texts = [column for column in filled if not is_numbering(self.grid.text(row, column))]
        told = [column for column in texts if not is_not_reported(self.grid.text(row, column))]
        if len(told) == 1:
            label = self.grid.label(row, told[0], self.plan)
            self.group = "" if label.understood else label.text
        if len(texts) != 1:
            return False
        label = self.grid.label(row, texts[0], self.plan)
        if label.prices is not None and not label.places_a_figure:
            self.prices, self.strange = label.prices, None
            return True
        if label.names_outcomes:
            self.strange = None
        if not label.places_a_figure and label.basis is None:
            if not label.understood and self._may_part(label, numbered=len(filled) > 1):
                self.strange = self.grid.rows[row][texts[0]]
            return False
        self.strange = None
        for kind in kinds(label):
            known = [one for one, _ in self.said]
            if kind in known:
                # What was said below a heading ends with it, but for what was said anew in the rows just above.
                at = known.index(kind)
                self.said[at:] = [one for one in self.said[at + 1 :] if one[0] in self.block]
            self.said.append((kind, label))
            self.block.add(kind)
            self.seen.add(kind)
        return True

    def beside(self, own: list[Label]) -> list[Label]:
        """What the headings say that a row's own labels do not."""
        known = {kind for label in own for kind in kinds(label)}
        return [_only(kind, label) for kind, label in self.said if kind not in known]

    def _may_part(self, label: Label, *, numbered: bool) -> bool:
        """Whether an unknown heading may say that what follows is of another place or time, or no outcome."""
        text = label.text.strip()
        if any(text.endswith(clause.title) for clause in self.plan.clauses):
            # A section called as the plan calls its clauses, 发展目标 say, holds what the clause is about.
            return False
        if scope_in_heading(without_numbering(text)):
            return True
        bare = _BEHIND.sub("", text)
        if label.says_otherwise or names_a_place(bare) or _ANOTHER_TIME.search(text):
            return True
        # Where headings name areas or years, one that nobody knows names another.
        return bool(self.said) and not numbered and not _A_SECTION.match(text)


def kinds(label: Label) -> list[str]:
    """Of what kinds the things are that a label names."""
    return [kind for kind in KINDS if getattr(label, kind) is not None]


def _only(kind: str, label: Label) -> Label:
    """What a heading says of one kind; its unit goes with its indicator."""
    told = {"indicator", "unit"} if kind == "indicator" else {kind}
    others: dict[str, Any] = dict.fromkeys({*KINDS, "unit"} - told)
    return replace(label, **others)
