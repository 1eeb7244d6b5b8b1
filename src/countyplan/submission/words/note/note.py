"""What a note says of figures, and the lines that are one for a whole table: 统计时间：1-9月, 截至2024年9月底."""

from __future__ import annotations

import re

from countyplan.dataclass import dataclass
from countyplan.plan import Plan
from countyplan.quantity.width import squeezed
from countyplan.submission.words.label import read_label
from countyplan.submission.words.nature import (
    Prices,
    Stage,
    names_prices,
    prices_in,
    stage_alone_in,
    stage_form,
    stage_in,
)
from countyplan.submission.words.note.remark import says_until
from countyplan.submission.words.note.scope import says_part
from countyplan.submission.words.numbering import A_MARK
from countyplan.submission.words.vocabulary import form, one_of

# Marks of footnotes are compared as they are typed: NFKC would make a 1 of ①.
# 注 ：, （注：, 备注 1： begin notes as well; the 20 of 注2024年 numbers none.
NOTE_HEAD = (
    rf"(?:[（(【\[]\s*(?={one_of('note_begins')}\s*\d{{0,2}}\s*[:：]))?"
    rf"{one_of('note_begins')}(?:\s*(?:[（(]\d{{1,2}}[)）]|\d{{1,2}}(?=\s|[:：.、])|[①-⑳]))?\s*[:：]?"
)
BEGINS = form(rf"^(?:{NOTE_HEAD}[.、]?|(?={A_MARK}))")
_OF_THEM = rf"^(?:{one_of('all_of_it', 'figures_said', 'note_ahead', 'are')})*"
PLANNED = form(rf"{_OF_THEM}{one_of('of_a_year')}?{one_of('planned')}")
FORECAST = form(rf"{_OF_THEM}{one_of('forecast')}")
_SEVERAL = re.compile("[,;。()|]")
_STATES = form(rf"^(?:{one_of('note_begins')}:)?{one_of('states_for_all')}[:：]$")
_STATED = form(rf"^{one_of('states_for_all')}(?::|{one_of('are')})(?P<said>.+)$")
_STAGED = form(rf"(?:{one_of('figures_said')})?{stage_form()}{one_of('figures_said')}?")
_PRICES_STATED = form(rf"(?:{one_of('all_of_it')}|{one_of('price_basis')}[:：]|{one_of('are')})*")


@dataclass(frozen=True, slots=True, kw_only=True)
class Footnote:
    """What is said, and of what: figures that bear `mark`, of `years`, of `indicator`, of `areas`; of all where none is told.

    `said` are its own words, and `refers` tells that others before them say of what. `named` is what it speaks of, where that
    is none of the plan's indicators or areas. `elsewhere` says that the figures are of more or less than they are called.
    `stated` is a line that says nothing else than until when, or of what, all figures count (统计时间：1-9月).
    """

    text: str
    said: str
    mark: str = ""
    years: frozenset[int] = frozenset()
    indicator: str | None = None
    areas: frozenset[str] = frozenset()
    refers: bool = False
    named: str = ""
    planned: bool = False
    forecast: bool = False
    stage: Stage | None = None
    prices: Prices | None = None
    elsewhere: bool = False
    stated: bool = False

    @property
    def stage_alone(self) -> Stage | None:
        """How final figures are, where its own words say nothing else."""
        return stage_alone_in(self.said)

    @property
    def bears(self) -> bool:
        """Whether it says anything that bears on figures."""
        return (
            self.elsewhere or self.planned or self.forecast or self.stage is not None or self.prices is Prices.CONSTANT
        )


def statement_in(text: str) -> Footnote | None:
    """A line such as 统计时间：1-9月 or 数据截止时间：2024年9月30日, which says of a whole table what its figures are."""
    plain = squeezed(text).strip("()[]【】。;")
    found = _STATED.match(plain)
    return None if found is None else _statement(text, plain, found["said"])


def lone_statement_in(text: str, plan: Plan) -> Footnote | None:
    """The same of a line that stands alone and says nothing else: 截至2024年9月底, 初步核算数, Urban area only."""
    plain = squeezed(text).strip("()[]【】。;")
    if BEGINS.match(text.strip()):
        return None
    said = (
        says_until(plain)
        or _STAGED.fullmatch(plain) is not None
        or names_prices(_PRICES_STATED.sub("", plain, count=1))
        or (says_part(plain) and not _SEVERAL.search(plain))
    )
    return _statement(text, plain, plain) if said and read_label(text, plan).indicator is None else None


def begins_statement(text: str) -> bool:
    """Whether a text is the beginning of such a line, of which the rest stands in the next cell."""
    return _STATES.match(squeezed(text)) is not None


def _statement(text: str, plain: str, value: str) -> Footnote:
    return Footnote(
        text=text.strip(),
        said=plain,
        refers=True,
        planned=PLANNED.match(value) is not None,
        forecast=FORECAST.match(value) is not None,
        stage=stage_in(value),
        prices=prices_in(value),
        stated=True,
    )
