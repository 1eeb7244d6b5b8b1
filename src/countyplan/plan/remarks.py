"""What is worth knowing of a plan whose files are valid; none of it is a fault."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from countyplan.diagnostics import Code, Diagnostic, Place
from countyplan.diagnostics.term import Listed
from countyplan.language.texts import Language, neutral
from countyplan.plan.files.read import COMMITMENTS, RESPONSIBILITIES, TARGETS, read_tree
from countyplan.plan.whole.plan import Plan
from countyplan.source.yaml_tree import place_of

# Ours: so many names are told, and of all how many there are.
_NAMED = 3


def remarks_on(plan: Plan, folder: Path) -> tuple[Diagnostic, ...]:
    """Clauses that set nothing or name nobody, words for areas that lack, names in one language.

    `folder` holds the plan's files, where each is told to stand.
    """
    return (*_clauses(plan, folder), *_labels_lacking(plan, folder), *_in_one_language(plan, folder))


def _clauses(plan: Plan, folder: Path) -> Iterator[Diagnostic]:
    promised = {one.clause for one in plan.indicators} | {one.clause for one in plan.commitments_file.commitments}
    order = [clause.number for clause in plan.clauses]
    for code, clauses in (
        (Code.CLAUSE_IDLE, [one for one in order if one not in promised]),
        (Code.CLAUSE_NAMES_NOBODY, [one for one in order if not plan.responsible(one)]),
    ):
        if clauses:
            words = {"count": str(len(clauses)), "clauses": Listed.of(map(str, clauses))}
            yield Diagnostic(code, _place(folder, TARGETS, "clauses", order.index(clauses[0])), words)


def _labels_lacking(plan: Plan, folder: Path) -> Iterator[Diagnostic]:
    """What reports call areas in a language in which the plan does not say so, or not of several."""
    said = {language: plan.nouns(language) for language in Language}
    lacking = [f"{language}: {neutral(language).one}" for language, nouns in said.items() if nouns is None]
    alike = [
        nouns.one
        for language, nouns in said.items()
        if nouns is not None and nouns.one == nouns.several and neutral(language).one != neutral(language).several
    ]
    for code, words, key in ((Code.AREAS_NOT_CALLED, lacking, "areas"), (Code.PLURAL_LACKING, alike, "labels")):
        if words:
            yield Diagnostic(code, _place(folder, TARGETS, key), {"words": Listed.of(words)})


def _in_one_language(plan: Plan, folder: Path) -> Iterator[Diagnostic]:
    """For each file its names that are the same in both languages, but for abbreviations such as GDP."""
    targets = plan.targets_file
    for file, keyed in (
        (
            TARGETS,
            {
                "areas": [(one.name, one.name_en) for one in plan.areas],
                "clauses": [(one.title, one.title_en) for one in plan.clauses],
                "indicators": [(one.name, one.name_en) for one in targets.indicators],
                "components": [(one.name, one.name_en) for one in targets.components],
            },
        ),
        (RESPONSIBILITIES, {"units": [(one.name, one.name_en) for one in plan.units]}),
        (COMMITMENTS, {"commitments": [(one.name, one.name_en) for one in plan.commitments_file.commitments]}),
    ):
        alike = [
            (name, key, at)
            for key, pairs in keyed.items()
            for at, (name, other) in enumerate(pairs)
            if name == other and not name.isupper()
        ]
        if alike:
            names = list(dict.fromkeys(name for name, _, _ in alike))
            words = {"count": str(len(names)), "names": Listed.of(names[:_NAMED])}
            _, key, at = alike[0]
            yield Diagnostic(Code.NAMES_ALIKE, _place(folder, file, key, at), words)


def _place(folder: Path, file: str, *path: str | int) -> Place:
    tree = read_tree(folder / file, [])
    return Place((folder / file).as_posix()) if tree is None else place_of(tree, path)
