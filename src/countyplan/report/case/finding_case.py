"""Findings as cases, and the files that have none."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import PurePath

from countyplan.diagnostics import Code, Diagnostic, Severity, entry, wording_of
from countyplan.language import Texts
from countyplan.report.case.case import Case, CaseRule, Outcome, mark_of_finding, mark_of_words, told_apart
from countyplan.report.words.meaning import meaning
from countyplan.report.words.problem import Excuses, Problem, problems
from countyplan.report.words.spot import Spot, spot_of

_GROUP = "countyplan.findings"
_CLEAN = "clean"


def finding_cases(diagnostics: Sequence[Diagnostic], folder: PurePath, texts: Texts, excuses: Excuses) -> list[Case]:
    """A case for each finding; one that leaves a figure unused is an error, the others pass with a word to look at.

    What a waiver excuses or is known already is skipped and only noted.
    """
    spots = [spot_of(one.place, folder) for one in diagnostics]
    marks = told_apart(mark_of_finding(one, spot.path) for one, spot in zip(diagnostics, spots, strict=True))
    told = problems(diagnostics, texts, excuses)
    return [
        _case(problem, spot, mark, name, texts)
        for problem, spot, mark, name in zip(told, spots, marks, _names(told, spots), strict=True)
    ]


def clean_cases(files: Iterable[str], found: Sequence[Case], texts: Texts) -> list[Case]:
    """A passing case for each file, by its path, that no finding is about."""
    with_findings = {case.spot.path for case in found}
    return [_clean(path, texts) for path in files if path not in with_findings]


def finding_rules(diagnostics: Iterable[Diagnostic], texts: Texts, *, with_examples: bool) -> list[CaseRule]:
    """What the codes of these findings mean, each once, by their numbers; the examples are of the plan that ships."""
    return [_rule(code, texts, with_examples) for code in sorted({one.code for one in diagnostics})]


def _case(problem: Problem, spot: Spot, mark: str, name: str, texts: Texts) -> Case:
    title = wording_of(Code(problem.code), texts).title
    excuse = texts.say("clause.separator").join(problem.notes)
    return Case(
        rule=problem.code,
        severity=Severity.INFO if excuse else problem.severity,
        outcome=_outcome(problem),
        spot=spot,
        title=" ".join(filter(None, (problem.code, title, spot.cell))),
        message=problem.message,
        hint=problem.hint,
        group=_GROUP,
        name=name,
        fingerprint=mark,
        excuse=excuse,
    )


def _outcome(problem: Problem) -> Outcome:
    if problem.notes:
        return Outcome.SKIPPED
    return Outcome.ERROR if problem.severity is Severity.ERROR else Outcome.PASSED


def _names(told: Sequence[Problem], spots: Sequence[Spot]) -> list[str]:
    """A name for each, by place and code; what comes again there is numbered."""
    seen: Counter[str] = Counter()
    names = []
    for problem, spot in zip(told, spots, strict=True):
        name = f"{spot}: {problem.code}"
        seen[name] += 1
        names.append(f"{name} ({seen[name]})" if seen[name] > 1 else name)
    return names


def _clean(path: str, texts: Texts) -> Case:
    return Case(
        rule=_CLEAN,
        severity=None,
        outcome=Outcome.PASSED,
        spot=Spot(path),
        title=path,
        message=texts.say("report.diagnostics_none"),
        hint="",
        group=_GROUP,
        name=path,
        fingerprint=mark_of_words(_CLEAN, path),
    )


def _rule(code: Code, texts: Texts, with_example: bool) -> CaseRule:
    told = meaning(code, texts)
    return CaseRule(
        id=code.value,
        name="".join(word.capitalize() for word in code.name.split("_")),
        severity=entry(code).severity,
        title=told.machine["title"],
        what=told.machine["message"],
        help=told.machine["hint"],
        example=told.example if with_example else (),
    )
