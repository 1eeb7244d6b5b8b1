"""What is worth knowing of a plan whose files are valid."""

from __future__ import annotations

from collections.abc import Iterator

from countyplan.language import Language, Texts
from countyplan.language.texts import neutral
from countyplan.plan import Plan
from countyplan.report.words.names import clause_marks

_NAMED = 3


def remarks_on(plan: Plan, texts: Texts) -> Iterator[str]:
    """Clauses that set nothing or name nobody, words for areas that lack, names in one language; none of it is a fault."""
    promised = {one.clause for one in plan.indicators} | {one.clause for one in plan.commitments_file.commitments}
    order = [clause.number for clause in plan.clauses]
    if idle := [one for one in order if one not in promised]:
        yield texts.say("plan.clauses_idle", count=len(idle), clauses=clause_marks(plan, idle, texts))
    if unnamed := [one for one in order if not plan.responsible(one)]:
        yield texts.say("plan.clauses_unnamed", count=len(unnamed), clauses=clause_marks(plan, unnamed, texts))
    yield from _labels_lacking(plan, texts)
    if single := _in_one_language(plan):
        names = texts.join(single[:_NAMED])
        key = "plan.names_single" if len(single) <= _NAMED else "plan.names_single_and_more"
        yield texts.say(key, count=len(single), names=names)


def _labels_lacking(plan: Plan, texts: Texts) -> Iterator[str]:
    """What reports call areas in a language in which the plan does not say so, or not of several."""
    said = {language: plan.nouns(language) for language in Language}
    if lacking := [f"{language}: {neutral(language).one}" for language, nouns in said.items() if nouns is None]:
        yield texts.say("plan.labels_lacking", words=texts.join(lacking))
    alike = [
        nouns.one
        for language, nouns in said.items()
        if nouns is not None and nouns.one == nouns.several and neutral(language).one != neutral(language).several
    ]
    if alike:
        yield texts.say("plan.plural_lacking", words=texts.join(alike))


def _in_one_language(plan: Plan) -> list[str]:
    """Names that are the same in both languages, but for abbreviations such as GDP."""
    pairs = [
        *((one.name, one.name_en) for one in plan.areas),
        *((one.name, one.name_en) for one in plan.measured.values()),
        *((one.name, one.name_en) for one in plan.units),
        *((one.title, one.title_en) for one in plan.clauses),
        *((one.name, one.name_en) for one in plan.commitments_file.commitments),
    ]
    return [*dict.fromkeys(name for name, other in pairs if name == other and not name.isupper())]
