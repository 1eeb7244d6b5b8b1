"""What `validate` tells: the findings about the submissions, without a verdict."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from functools import cache, partial
from pathlib import PurePath

from countyplan.dataclass import dataclass
from countyplan.diagnostics import Diagnostic, Severity
from countyplan.language import Texts
from countyplan.report.case.case import Cases, gather
from countyplan.report.case.finding_case import clean_cases, finding_cases, finding_rules
from countyplan.report.words.problem import Excuses, Problem, counts_by_severity, problems
from countyplan.report.words.spot import relative_path
from countyplan.submission import InputFile


@dataclass(frozen=True, slots=True, kw_only=True)
class Findings:
    """The findings that are shown and how many there are in all.

    `files` and `figures` count what was read and can be used, `counts` the findings by severity, shown or not; `counted`
    says all of it in a sentence. `not_shown` counts those that were not asked for, and `left_out` says so, or is empty.
    """

    texts: Texts
    problems: Sequence[Problem]
    files: int
    figures: int
    counts: tuple[tuple[str, int], ...]
    counted: str
    not_shown: int
    left_out: str
    gather_cases: Callable[[], Cases]

    @property
    def cases(self) -> Cases:
        """What services for checks are told of it, gathered once one of them is."""
        return self.gather_cases()


@dataclass(frozen=True, slots=True, kw_only=True)
class FindingsRequest:
    """What the findings are told of: `figures` can be used; only findings of the severities `only` are shown, if any."""

    diagnostics: Sequence[Diagnostic]
    files: Sequence[InputFile]
    figures: int
    version: str
    folder: PurePath
    excuses: Excuses
    only: frozenset[Severity] | None = None
    of_shipped_plan: bool = False

    def shows(self, diagnostic: Diagnostic) -> bool:
        """Whether a finding is among those that are asked for."""
        return self.only is None or diagnostic.severity in self.only


def build_findings(request: FindingsRequest, texts: Texts) -> Findings:
    """The findings in the language of `texts`."""
    every = problems(request.diagnostics, texts, request.excuses)
    shown = [one for one in request.diagnostics if request.shows(one)]
    severities = Counter(one.severity for one in request.diagnostics)
    not_shown = len(every) - len(shown)
    counted = texts.say("validate.done", files=len(request.files), figures=request.figures)
    return Findings(
        texts=texts,
        problems=problems(shown, texts, request.excuses),
        files=len(request.files),
        figures=request.figures,
        counts=tuple((one.value, severities[one]) for one in Severity),
        counted=texts.say("sentence.separator").join([counted, counts_by_severity(every, texts)]),
        not_shown=not_shown,
        left_out=texts.say("report.findings_not_shown", count=not_shown) if not_shown else "",
        gather_cases=cache(partial(_cases, request, shown, texts)),
    )


def _cases(request: FindingsRequest, shown: Sequence[Diagnostic], texts: Texts) -> Cases:
    files = [(relative_path(file.name, request.folder), file.sha256) for file in request.files]
    every = finding_cases(request.diagnostics, request.folder, texts, request.excuses)
    clean = clean_cases((path for path, _ in files), every, texts)
    found = [case for case, one in zip(every, request.diagnostics, strict=True) if request.shows(one)]
    rules = finding_rules(shown, texts, with_examples=request.of_shipped_plan)
    return gather([*found, *clean], rules, files, request.version, texts)
