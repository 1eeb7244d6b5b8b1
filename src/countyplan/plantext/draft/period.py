"""By when a target is due: the last date named before it, in the sentence, the paragraph, the clause or a heading."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace

from countyplan.dataclass import dataclass
from countyplan.plantext.draft.context import Context
from countyplan.plantext.number import numeral_value
from countyplan.plantext.outline import Clause
from countyplan.plantext.outline_marks import mark_of
from countyplan.plantext.reading.document import Document
from countyplan.plantext.vocabulary import Vocabulary, day_of, years_of
from countyplan.quantity.width import single_width

_HEAD = 8
_LONGEST_TITLE = 100
_SHORT_PARAGRAPH = 60


@dataclass(frozen=True, slots=True)
class PlanDates:
    """The plan's period and day of issue, as far as the text tells them; `goals` is the one year its goals are set for."""

    first: int | None
    last: int | None
    issued: str | None
    year: int | None
    goals: int | None = None

    @property
    def now(self) -> int | None:
        """The year that the text speaks in: that of its issue, or in which its period begins."""
        return int(self.issued[:4]) if self.issued else self.first or self.year


def plan_dates(document: Document, words: Vocabulary) -> PlanDates:
    """Period and day of issue: from the title first, then from the text as a whole."""
    head = " ".join(_head(document, words))
    text = "\n".join(paragraph.narrow for paragraph in document.paragraphs)
    issued = next(_issued(head, words), None) or next(_issued(text, words), None)
    ahead = words.pattern("dates.ahead")
    years = [one for one in words.pattern("dates.year").finditer(head) if not ahead.search(head[: one.start()])]
    year = int(years[0]["year"]) if years else None
    now = int(issued[:4]) if issued else year
    first, last = _period(head, words) or _period_in_text(text, now, words) or (None, None)
    if last is None and words.pattern("yearly_report").search(head):
        first = last = year or now
    return PlanDates(first, last, issued, year)


def _head(document: Document, words: Vocabulary) -> Iterator[str]:
    """The short paragraphs before the first heading: title, issuer, date."""
    for paragraph in document.paragraphs[:_HEAD]:
        if mark_of(paragraph.narrow, words) is not None:
            return
        if len(paragraph.narrow) < _LONGEST_TITLE:
            yield paragraph.narrow


def _issued(text: str, words: Vocabulary) -> Iterator[str]:
    yield from filter(None, map(day_of, words.pattern("dates.full").finditer(text)))


def _period(text: str, words: Vocabulary) -> tuple[int, int] | None:
    for found in words.pattern("dates.years").finditer(text):
        return years_of(found)
    named = next(_plan_ends(text, words), None)
    return None if named is None else (named[1] - 4, named[1])


def _plan_ends(text: str, words: Vocabulary) -> Iterator[tuple[int, int]]:
    """Where five-year plans are named, and the years in which they end."""
    ends, suffix = words.table("dates.plan_ends_at"), str(words.get("dates.plan_suffix") or "")
    for found in words.pattern("dates.plan_written").finditer(text):
        if found["plan"] + suffix in ends:
            yield found.end(), int(ends[found["plan"] + suffix])
    for found in words.pattern("dates.plan").finditer(text):
        if found["plan"] in ends:
            yield found.end(), int(ends[found["plan"]])


def _period_in_text(text: str, now: int | None, words: Vocabulary) -> tuple[int, int] | None:
    """A range of years in the text that begins about when it was issued."""
    for found in words.pattern("dates.years").finditer(text):
        years = years_of(found)
        if now is not None and abs(years[0] - now) <= 1 and years[1] > now:
            return years
    named = Counter(end for _, end in _plan_ends(text, words) if now is not None and now <= end)
    last = named.most_common(1)[0][0] if named else None
    return None if last is None or now is None or last < now else (last - 4, last)


def with_goal_year(dates: PlanDates, clauses: Iterable[Clause], words: Vocabulary) -> PlanDates:
    """The dates of a text that tells no period, with the year that its chapter of goals is about, if that is one alone."""
    if dates.last is not None:
        return dates
    goals = words.pattern("goal_heading")
    texts = [clause.text for clause in clauses if any(goals.search(one.title) for one in clause.headings)]
    years = {year for text in texts for _, year in _dates(text, dates, words)}
    return replace(dates, goals=years.pop()) if len(years) == 1 else dates


def due_of(
    context: Context, clause: Clause, at: int, dates: PlanDates, words: Vocabulary
) -> tuple[int | str | None, str | None]:
    """The due date of a target in paragraph `at` of the document, and the id of a doubt about it."""
    said = context.before + (context.after if words.spaced else "")
    own = _own_date(context, dates, words)
    if own is None and (yearly := words.pattern("dates.yearly_goal").search(said)) is not None:
        return yearly[0], None
    if own is not None:
        return own, None
    for text, doubt in _earlier(context, clause, at):
        if (found := _last_date(text, dates, words)) is not None:
            return found, doubt
    last = dates.last or dates.goals
    return (last, "due_of_plan") if last is not None else (None, "due_lacking")


def _own_date(context: Context, dates: PlanDates, words: Vocabulary) -> int | None:
    """The date in a figure's own stretch: behind it in a language that says it there (5 GW by 2028 and 9 GW by 2030)."""
    if not words.spaced:
        return _last_date(context.before, dates, words)
    near = words.pattern("dates.goes_on").split(context.after, maxsplit=1)[0]
    for text, behind in ((near, True), (context.before, False), (context.after, True)):
        if (found := _last_date(text, dates, words, behind=behind)) is not None:
            return found
    return None


def is_past(context: Context, dates: PlanDates, words: Vocabulary) -> bool:
    """Whether the last year named before a figure in its sentence lies behind the plan: 2022年达到… is a result."""
    if dates.now is None:
        return False
    said = context.lead + context.before
    if words.spaced and _last_date(context.sentence, dates, words) is not None:
        return False
    years = [
        (one.end(), int(one["year"])) for one in words.pattern("dates.year").finditer(said) if _names(one, said, words)
    ]
    return (
        bool(years)
        and years[-1][1] < dates.now
        and not any(end > years[-1][0] for end, _ in _dates(said, dates, words))
    )


def _names(year: re.Match[str], text: str, words: Vocabulary) -> bool:
    """Whether a year is the time that is spoken of, and not one that something is compared with."""
    before = words.pattern("dates.compared").search(text[: year.start()])
    return not before and not words.pattern("dates.compared_after").match(text, year.end())


def _earlier(context: Context, clause: Clause, at: int) -> Iterator[tuple[str, str | None]]:
    """Where a date may stand that holds for a target, nearest first, and the doubt that it brings."""
    yield context.after, None
    yield context.lead, None
    part = next(one for one in clause.parts if one.at == at)
    if part.row is not None:
        yield part.row.due, None
    yield part.paragraph.narrow[part.body : context.stretch_start], "due_carried"
    for one in reversed(clause.parts):
        if one.at < at and len(one.paragraph.narrow) < _SHORT_PARAGRAPH:
            yield one.paragraph.narrow, "due_carried"
    if part.row is not None:
        yield part.row.before, "due_carried"
    yield context.headings, "due_of_heading"


def _last_date(text: str, dates: PlanDates, words: Vocabulary, *, behind: bool = False) -> int | None:
    """The last date in a text that lies ahead; what only compares (比2020年) is none."""
    found = sorted(_dates(single_width(text), dates, words))
    if not found:
        return None
    return found[0][1] if behind else found[-1][1]


def _dates(text: str, dates: PlanDates, words: Vocabulary) -> Iterator[tuple[int, int]]:
    for one in words.pattern("dates.years").finditer(text):
        last = int(one["last"] if len(one["last"]) == 4 else one["first"][:2] + one["last"])
        if dates.now is None or last >= dates.now:
            yield one.end(), last
    for one in words.pattern("dates.year").finditer(text):
        if _names(one, text, words) and (dates.now is None or int(one["year"]) >= dates.now):
            yield one.end(), int(one["year"])
    named = words.pattern("dates.plan_as_name")
    ends = [one for one in _plan_ends(text, words) if not named.match(text, one[0])]
    yield from (one for one in ends if dates.now is None or one[1] >= dates.now)
    for one in words.pattern("dates.within").finditer(text):
        count = numeral_value(next(filter(None, one.groups())), words) or _spelled(one.groups(), words)
        if count is not None and dates.now is not None:
            yield one.end(), dates.now + int(count)
    if dates.now is not None:
        yield from ((one.end(), dates.now) for one in words.pattern("dates.this_year").finditer(text))
        yield from ((one.end(), dates.now + 1) for one in words.pattern("dates.next_year").finditer(text))
    if dates.last is not None:
        yield from ((one.end(), dates.last) for one in words.pattern("dates.whole_period").finditer(text))


def _spelled(groups: tuple[str | None, ...], words: Vocabulary) -> int | None:
    name = next(filter(None, groups)).lower()
    found = words.table("numerals.spelled").get(name)
    return None if found is None else int(found)
