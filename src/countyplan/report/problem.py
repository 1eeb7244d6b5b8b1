"""Findings in words."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from countyplan.diagnostics import Diagnostic, Place, Severity, message
from countyplan.language import Texts


@dataclass(frozen=True, slots=True)
class Problem:
    """A finding that is ready to be shown."""

    place: Place
    code: str
    severity: Severity
    severity_text: str
    message: str
    hint: str


def problems(diagnostics: Iterable[Diagnostic], texts: Texts) -> tuple[Problem, ...]:
    """The findings in one language, in the order given."""
    return tuple(_problem(one, texts) for one in diagnostics)


def _problem(one: Diagnostic, texts: Texts) -> Problem:
    said, hint = message(one.code, one.words, texts.language)
    return Problem(one.place, one.code.value, one.severity, texts.say(f"severity.{one.severity}"), said, hint)


def counts_by_severity(shown: Iterable[Problem], texts: Texts) -> str:
    """How many findings there are of each weight."""
    severities = [one.severity for one in shown]
    return texts.say(
        "report.diagnostics_count",
        errors=severities.count(Severity.ERROR),
        warnings=severities.count(Severity.WARNING),
        infos=severities.count(Severity.INFO),
    )
