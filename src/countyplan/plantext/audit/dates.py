"""Which years a text allows for a goal's due date, and whether the plan's own dates stand in it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from countyplan.plan.draft.draft import Draft
from countyplan.plantext.audit.audit_model import Finding, FindingKind, Span
from countyplan.plantext.number import numeral_value
from countyplan.plantext.outline import Clause
from countyplan.plantext.vocabulary import Vocabulary, day_of, years_of


def years_for(draft: Draft, clause: Clause, span: Span, is_read: bool, words: Vocabulary) -> frozenset[int]:
    """The years that a goal at `span` may be due in: the last one named before its end, or the end of a period.

    `is_read` tells that the data names a reading for the date; then, and where the clause names no year, the plan's last
    year will do. Empty where the text says nothing at all.
    """
    before = "\n".join(
        part.paragraph.narrow[: span.end] if part.at == span.at else part.paragraph.narrow
        for part in clause.parts
        if part.at <= span.at
    )
    named = [int(found["year"]) for found in words.pattern("dates.year").finditer(before)]
    allowed = {named[-1]} if named else set()
    allowed |= set(period_ends(before, words))
    headings = " ".join(one.title for one in clause.headings)
    allowed |= {int(found["year"]) for found in words.pattern("dates.year").finditer(headings)}
    last = draft.targets.plan.last
    if isinstance(last, int) and (is_read or not allowed):
        allowed.add(last)
    issued = draft.targets.plan.issued
    if issued is not None and issued[:4].isdecimal():
        year = int(issued[:4])
        for found in words.pattern("dates.within").finditer(before):
            count = numeral_value(next(filter(None, found.groups())), words)
            allowed |= {year + int(count)} if count is not None else set()
        allowed |= {year} if words.pattern("dates.this_year").search(before + headings) else set()
    return frozenset(allowed)


def period_ends(text: str, words: Vocabulary) -> Iterator[int]:
    """The last years of the named periods in a text: “十五五” ends in 2030."""
    ends = words.table("dates.plan_ends_at")
    for found in words.pattern("dates.plan").finditer(text):
        if found["plan"] in ends:
            yield int(ends[found["plan"]])


def check_dates(draft: Draft, text: str, words: Vocabulary) -> Iterator[Finding]:
    """The plan's first and last year, its baseline and its date of issue against the text."""
    plan = draft.targets.plan
    if isinstance(plan.first, int) and isinstance(plan.last, int):
        ranges = {years_of(found) for found in words.pattern("dates.years").finditer(text)}
        years = (plan.first, plan.last)
        if ranges and years not in ranges and not set(years) & set(period_ends(text, words)):
            written = "/".join(f"{first}-{last}" for first, last in sorted(ranges))
            yield _differs("years", f"{plan.first}-{plan.last}", written)
        named = {int(found["year"]) for found in words.pattern("dates.year").finditer(text)}
        if isinstance(plan.baseline, int) and plan.baseline not in {
            plan.first - 1,
            *(one for one in named if one < plan.first),
        }:
            yield _differs("baseline", str(plan.baseline), str(plan.first - 1))
    dates = {_date_of(found): found for found in words.pattern("dates.full").finditer(text)}
    if plan.issued is not None and dates and not any(_may_be(plan.issued, one) for one in dates.values()):
        yield _differs("issued", plan.issued, "/".join(dates))


def _date_of(found: re.Match[str]) -> str:
    """A date as the text tells it: as a day where it names one in digits, else in its own words."""
    return day_of(found) or " ".join(found.group().split())


def _may_be(issued: str, found: re.Match[str]) -> bool:
    """Whether a date of the text is this day; one without a day in digits is if the year is the same."""
    day = day_of(found)
    return issued == day if day else issued.startswith(found["year"])


def _differs(what: str, data: str, text: str) -> Finding:
    return Finding(FindingKind.IDENTITY_DIFFERS, None, {"what": what, "data": data, "text": text})
