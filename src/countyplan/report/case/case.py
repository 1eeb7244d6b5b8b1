"""What a CI service is told: each target and each finding as a case, which passes, fails, is skipped or broken."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace
from enum import StrEnum
from hashlib import sha256

from countyplan.dataclass import dataclass
from countyplan.diagnostics import Diagnostic, Severity
from countyplan.diagnostics.fingerprint import fingerprint
from countyplan.language import Texts
from countyplan.report.words.spot import Spot

MOST_IN_SUMMARY = 100
_LENGTH = 32  # hexadecimal digits of a fingerprint


class Outcome(StrEnum):
    """`failed`: a target is at or over `--fail-on`. `error`: something could not be used. `skipped`: no verdict, or excused.

    So a run with a `failed` case exits with 1 and one with an `error` with 2; all other cases are `passed` or `skipped`.
    """

    PASSED = "passed"
    FAILED = "failed"
    ERROR = "error"
    SKIPPED = "skipped"


@dataclass(frozen=True, slots=True)
class Case:
    """A target, a finding, or a file without any finding.

    `severity` is None where there is nothing to look at. `group` and `name` identify the case among those of a run.
    `fingerprint` is the same wherever in its file the case stands and in whatever language it is told, and no two cases of a
    run share one. `excuse` says why a case that is otherwise to be looked at weighs nothing: a waiver, or that it is known.
    `rank` tells where it stands among cases of its severity: findings are 0, and verdicts follow from the most urgent on.
    """

    rule: str
    severity: Severity | None
    outcome: Outcome
    spot: Spot
    title: str
    message: str
    hint: str
    group: str
    name: str
    fingerprint: str
    excuse: str = ""
    rank: int = 0


@dataclass(frozen=True, slots=True)
class CaseRule:
    """What a case's rule means: a code of the catalogue or a verdict. `example` are lines under their labels."""

    id: str
    name: str
    severity: Severity
    title: str
    what: str
    help: str
    example: tuple[tuple[str, tuple[str, ...]], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Cases:
    """The cases of a run, findings first, with the rules of those that are to be looked at.

    `files` are the paths of what was read with their SHA-256. `gravest` are the first of the errors and then of the warnings,
    as many as a summary has room for, and `gravest_left_out` says how many there are beyond them.
    """

    all: tuple[Case, ...]
    rules: tuple[CaseRule, ...]
    files: tuple[tuple[str, str], ...]
    version: str
    language: str
    gravest: tuple[Case, ...]
    gravest_left_out: str

    @property
    def noted(self) -> tuple[Case, ...]:
        """The cases that are to be looked at."""
        return tuple(case for case in self.all if case.severity is not None)


def gather(
    cases: Sequence[Case],
    rules: Iterable[CaseRule],
    files: Iterable[tuple[str, str]],
    version: str,
    texts: Texts,
) -> Cases:
    """The cases of a run with what is told beside them."""
    by_weight = sorted(cases, key=lambda case: case.rank)
    grave = [case for severity in (Severity.ERROR, Severity.WARNING) for case in by_weight if case.severity is severity]
    left_out = max(0, len(grave) - MOST_IN_SUMMARY)
    return Cases(
        all=tuple(cases),
        rules=tuple(rules),
        files=tuple(files),
        version=version,
        language=texts.language.value,
        gravest=tuple(grave[:MOST_IN_SUMMARY]),
        gravest_left_out=texts.say("case.left_out", count=left_out) if left_out else "",
    )


def mark_of_finding(one: Diagnostic, path: str) -> str:
    """The fingerprint of a finding whose file is told as `path`: the same on every system and from every folder."""
    return fingerprint(one.moved(replace(one.place, file=path)))


def mark_of_words(*words: str) -> str:
    """The fingerprint of what is no finding, by words that do not depend on a language."""
    return sha256(json.dumps(words).encode("ascii")).hexdigest()[:_LENGTH]


def told_apart(marks: Iterable[str]) -> list[str]:
    """The fingerprints of a run; one that comes again is numbered."""
    seen: Counter[str] = Counter()
    apart = []
    for mark in marks:
        seen[mark] += 1
        apart.append(mark if seen[mark] == 1 else f"{mark}:{seen[mark]}")
    return apart
