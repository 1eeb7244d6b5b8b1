"""Numbers in what the data itself says: names of indicators and areas, and our readings. They have to be the text's."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal
from itertools import pairwise

from countyplan.plan.draft.draft import Draft
from countyplan.plan.draft.targets import DraftReading
from countyplan.plantext.audit.audit_model import Finding, FindingKind
from countyplan.plantext.number import Form
from countyplan.plantext.outline import Clause
from countyplan.plantext.structure import Figure, Role, figures_in
from countyplan.plantext.vocabulary import Vocabulary
from countyplan.quantity.width import single_width

_Amount = tuple[Decimal | None, str]


def check_names(draft: Draft, clauses: tuple[Clause, ...], words: Vocabulary) -> Iterator[Finding]:
    """Numbers in names that stand neither in the clause (of an indicator) nor in the text (of an area)."""
    by_number: dict[int | str | None, Clause] = {clause.number: clause for clause in clauses}
    for indicator in draft.targets.indicators:
        if (clause := by_number.get(indicator.clause)) is not None:
            known = _amounts_of([clause], words)
            text = _bare(clause.text, words)
            names = [
                one
                for one in (indicator.name, *indicator.aliases)
                if one and _bare(single_width(one), words) not in text
            ]
            yield from _unknown(indicator.id, names, known, clause.number, words)
    whole = _amounts_of(clauses, words)
    for area in draft.targets.areas:
        yield from _unknown(area.id, [area.name, *area.aliases], whole, None, words)
    total = draft.targets.total
    yield from _unknown(total.name or "", [total.name, *total.aliases], whole, None, words)


def _unknown(
    of: str, names: Iterable[str | None], known: set[_Amount], clause: int | str | None, words: Vocabulary
) -> Iterator[Finding]:
    for name in filter(None, names):
        for figure in _counting(name, words):
            if _amount(figure) not in known:
                about = {"target": of, "name": name, "number": figure.number.text}
                yield Finding(FindingKind.NUMBER_NOT_IN_CLAUSE, clause, about)


def check_readings(draft: Draft, clauses: tuple[Clause, ...], words: Vocabulary) -> Iterator[Finding]:
    """Numbers in our readings that are neither of the clauses that they are about, nor the plan's years, nor a tolerance.

    The number of a law's article is not the plan's, and is left alone.
    """
    whole = _amounts_of(clauses, words) | _years_of(draft, words)
    for reading in draft.readings:
        about = _clauses_of(reading, draft)
        known = _amounts_of([one for one in clauses if one.number in about], words) | _years_of(draft, words)
        tolerances = {
            one.tolerance * 100
            for one in draft.targets.indicators
            if reading.id in one.readings and one.tolerance is not None
        }
        told = _told(reading)
        figures = list(_counting(told, words))
        for figure in figures:
            allowed = known if figure.number.form is Form.DIGITS else whole
            if _amount(figure) not in allowed and figure.number.value not in tolerances:
                yield _odd(reading, figure.number.text)
        if reading.on == "tolerance" and not tolerances <= {one.number.value for one in figures}:
            yield _odd(reading, "/".join(map(str, tolerances)))
        yield from _misquoted(reading, told, clauses, words)


def _misquoted(reading: DraftReading, told: str, clauses: tuple[Clause, ...], words: Vocabulary) -> Iterator[Finding]:
    """Quotations with a number in them that the text does not hold, and ranges that are none."""
    text = _bare("".join(part.paragraph.narrow for clause in clauses for part in clause.parts), words)
    for quotation in words.pattern("quotes").finditer(told):
        for stretch in words.pattern("left_out").split(quotation[0]):
            if figures_in(stretch, words) and _bare(stretch, words) not in text:
                yield _odd(reading, quotation[0])
    for low, high in pairwise(figures_in(told, words)):
        joined = words.pattern("joins").fullmatch(told[low.end : high.start].strip())
        if joined and (low.number.value or 0) >= (high.number.value or 0):
            yield _odd(reading, told[low.start : high.end])


def _bare(text: str, words: Vocabulary) -> str:
    return "".join(words.pattern("quotation_marks").sub("", text).split())


def _odd(reading: DraftReading, number: str) -> Finding:
    return Finding(FindingKind.READING_NUMBER, None, {"reading": reading.id, "number": number})


def _counting(text: str, words: Vocabulary) -> Iterator[Figure]:
    """The numbers of a name or a reading that count something: no part of a word, no article of a law, no bare 亿."""
    scales = set(words.table("numerals.scales"))
    for figure in figures_in(single_width(text), words):
        if figure.role not in {Role.WORD, Role.DOCUMENT, Role.HEADING, Role.NAME} and not scales >= set(
            figure.number.text
        ):
            yield figure


def _years_of(draft: Draft, words: Vocabulary) -> set[_Amount]:
    """The plan's first and last year, and how many they are."""
    plan = draft.targets.plan
    if not isinstance(plan.first, int) or not isinstance(plan.last, int):
        return set()
    count = Decimal(plan.last - plan.first + 1)
    units = ["", *words.words("dates.year_units")]
    return {(Decimal(plan.first), ""), (Decimal(plan.last), ""), *((count, unit) for unit in units)}


def _told(reading: DraftReading) -> str:
    return single_width(f"{reading.text or ''}\n{reading.because or ''}")


def _clauses_of(reading: DraftReading, draft: Draft) -> set[int | str | None]:
    """The clauses of the targets that rely on a reading; a reading of commitments is about all of them."""
    used = {one.clause for one in draft.targets.indicators if reading.id in one.readings}
    return used or {one.number for one in draft.targets.clauses}


def _amounts_of(clauses: Iterable[Clause], words: Vocabulary) -> set[_Amount]:
    return {
        _amount(figure)
        for clause in clauses
        for part in clause.parts
        for figure in figures_in(part.paragraph.narrow, words)
        if figure.role is not Role.HEADING
    }


def _amount(figure: Figure) -> _Amount:
    return figure.number.value, "".join(figure.unit.split())
