"""Findings in words."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
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

    @property
    def excerpt(self) -> str | None:
        """The line that it is about, or the cells of a sheet's row; None where nothing could be read."""
        return self.place.excerpt

    @property
    def length(self) -> int:
        """How many characters of `excerpt` are meant, from the place's column on."""
        return self.place.length


def problems(diagnostics: Iterable[Diagnostic], texts: Texts) -> tuple[Problem, ...]:
    """The findings in one language, in the order given."""
    return tuple(_problem(one, texts) for one in diagnostics)


def _problem(one: Diagnostic, texts: Texts) -> Problem:
    said, hint = message(one.code, one.words, texts.language)
    return Problem(one.place, one.code.value, one.severity, texts.say(f"severity.{one.severity}"), said, hint)


def limited(found: Sequence[Problem], most: int | None, texts: Texts) -> tuple[Sequence[Problem], str]:
    """The first `most` findings (all if None), and a sentence on how many are left out, empty if none is."""
    left_out = 0 if most is None else max(0, len(found) - most)
    return found[:most], texts.say("report.diagnostics_left_out", count=left_out) if left_out else ""


def counts_by_severity(shown: Iterable[Problem], texts: Texts) -> str:
    """How many findings there are of each weight."""
    severities = [one.severity for one in shown]
    return texts.say(
        "report.diagnostics_count",
        errors=severities.count(Severity.ERROR),
        warnings=severities.count(Severity.WARNING),
        infos=severities.count(Severity.INFO),
    )
