"""The targets of a clause, and why every other number of it is none."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from itertools import pairwise

from countyplan.dataclass import dataclass
from countyplan.plantext.draft.context import Context, context_of
from countyplan.plantext.draft.period import PlanDates, is_past
from countyplan.plantext.draft.rules import first_rule
from countyplan.plantext.number import Form
from countyplan.plantext.outline import Clause, Part
from countyplan.plantext.outline_marks import mark_of
from countyplan.plantext.responsible import unit_spans
from countyplan.plantext.structure import Figure, Role, figures_in
from countyplan.plantext.vocabulary import Vocabulary


@dataclass(frozen=True, slots=True)
class Found:
    """A target: its surroundings, the rule that found it, and its place among figures that 分别 or 和 join."""

    part: Part
    context: Context
    rule: str
    confidence: Decimal
    nth: int = 0
    of: int = 1


@dataclass(frozen=True, slots=True)
class Left:
    """A number that is no target, and the id of the reason."""

    part: Part
    figure: Figure
    why: str


def find(clause: Clause, dates: PlanDates, words: Vocabulary) -> Iterator[Found | Left]:
    """Every number of a clause's running text: a target, or not and why. Tables are read by their cells elsewhere."""
    for part in clause.parts:
        if not part.paragraph.cells or part.row is not None:
            yield from _in_paragraph(part, clause, dates, words)


def _in_paragraph(part: Part, clause: Clause, dates: PlanDates, words: Vocabulary) -> Iterator[Found | Left]:
    narrow = part.paragraph.narrow
    spans = [*(part.row.units_at if part.row else ()), *unit_spans(part.paragraph.text, narrow, words)]
    rows = [one.span() for one in words.pattern("table.run_together").finditer(narrow)]
    table = (rows[0][0], rows[-1][1]) if len(rows) > 1 else (0, 0)
    found: list[Found] = []
    # A heading that measures something is no title alone: what it demands is read as the text is.
    in_title = any(one.role is Role.QUANTITY and one.start < part.body for one in figures_in(narrow, words))
    mark = mark_of(narrow, words) if in_title and part.row is None else None
    body = part.body if not in_title or part.row is not None else mark.end if mark else 0
    for low, figure in _ranges(figures_in(narrow, words), narrow, words):
        if any(start <= figure.start < end for start, end in spans):
            yield Left(part, figure, "unit_name")
            continue
        if table[0] <= figure.start < table[1] or (part.row is not None and figure.start < part.row.task):
            yield Left(part, figure, "table_cell")
            continue
        bare = figure.role is Role.BARE and figure.number.form is not Form.NUMERAL
        if figure.role is not Role.QUANTITY and not (bare and figure.number.value is not None):
            yield Left(part, figure, f"role_{figure.role}")
            continue
        context = context_of(narrow, low, figure, clause, words, body=body)
        context = replace(
            context,
            after_target=any(one.context.sentence == context.sentence for one in found),
            goal_context=_lists_goals(context, found, words),
            name_start=_name_start(context, found),
        )
        past = is_past(context, dates, words)
        decided = Left(part, figure, "past") if past else _decide(context, part, found, words)
        if isinstance(decided, Found):
            found.append(decided)
            if low is not None:
                continue
        else:
            yield decided
            if low is not None:
                yield Left(part, low, decided.why)
    yield from found


def _lists_goals(context: Context, found: list[Found], words: Vocabulary) -> bool:
    goals = words.pattern("goal_context")
    same = any(one.context.sentence == context.sentence for one in found)
    return same or bool(goals.search(context.headings) or goals.search(context.lead))


def _name_start(context: Context, found: list[Found]) -> int:
    """Where the words begin that belong to this figure alone: behind the target before it in the same stretch."""
    same = [one for one in found if one.context.stretch_start == context.stretch_start]
    return max(0, same[-1].context.figure.end - context.stretch_start) if same else 0


def _decide(context: Context, part: Part, found: list[Found], words: Vocabulary) -> Found | Left:
    joined = _joined(context, found, words)
    if joined is not None:
        found[:] = [replace(one, of=joined.nth + 2) if one.context.stretch == context.stretch else one for one in found]
        like = replace(context, before=joined.context.before, lead=joined.context.lead)
        return Found(
            part=part,
            context=like,
            rule=joined.rule,
            confidence=joined.confidence,
            nth=joined.nth + 1,
            of=joined.nth + 2,
        )
    against = first_rule(context, "not_targets", words)
    if against is not None:
        return Left(part, context.figure, against.word)
    rule = first_rule(context, "targets", words)
    if rule is None:
        return Left(part, context.figure, "no_goal_word")
    if not context.unit and context.figure.number.form is Form.DIGITS and rule.word not in {"comparison"}:
        return Left(part, context.figure, "no_unit")
    return Found(part, context, rule.word, rule.confidence)


def _joined(context: Context, found: list[Found], words: Vocabulary) -> Found | None:
    """The target that a figure is joined to: 分别达到65%和55%."""
    if not found or found[-1].context.stretch_start != context.stretch_start:
        return None
    last = found[-1]
    begun = last.context.figure.end - context.stretch_start
    between = context.stretch[begun : context.first.start - context.stretch_start]
    return last if words.pattern("name.listed_with").match(between) else None


def _ranges(figures: tuple[Figure, ...], narrow: str, words: Vocabulary) -> Iterator[tuple[Figure | None, Figure]]:
    """The figures, with the two ends of a range together."""
    join = words.pattern("joins")
    ends = {
        high.start: low
        for low, high in pairwise(figures)
        if low.role is Role.QUANTITY
        and high.role is Role.QUANTITY
        and low.unit == high.unit
        and join.fullmatch(narrow[low.end : high.start].strip())
        and not words.pattern("from_here").search(narrow[: low.start])
    }
    lows = {low.start for low in ends.values()}
    for figure in figures:
        if figure.start not in lows:
            yield ends.get(figure.start), figure
