"""Findings in words."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from countyplan.diagnostics import Diagnostic, Place, Severity, entry, message
from countyplan.language import Texts
from countyplan.report.words.waiver import ShownWaiver, shown_waiver
from countyplan.waivers import Waiver


@dataclass(frozen=True, slots=True)
class Excuses:
    """What is said beside findings: which of them a waiver excuses, and which are known already."""

    waived: Mapping[Diagnostic, Waiver] = field(default_factory=dict)
    known: frozenset[Diagnostic] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """A finding that is ready to be shown. `notes` say what excuses it: a waiver, or that it is known."""

    place: Place
    code: str
    severity: Severity
    severity_text: str
    message: str
    hint: str
    waiver: ShownWaiver | None
    known: bool
    notes: tuple[str, ...]

    @property
    def excerpt(self) -> str | None:
        """The line that it is about, or the cells of a sheet's row; None where nothing could be read."""
        return self.place.excerpt

    @property
    def length(self) -> int:
        """How many characters of `excerpt` are meant, from the place's column on."""
        return self.place.length


def finding_text(one: Diagnostic, texts: Texts) -> str:
    """A finding in short: its code, what it is about, and its place."""
    title = entry(one.code).wordings[texts.language].title
    return texts.say("finding.short", code=one.code, title=title, place=one.place)


def problems(diagnostics: Iterable[Diagnostic], texts: Texts, excuses: Excuses | None = None) -> tuple[Problem, ...]:
    """The findings in one language, in the order given."""
    excuses = excuses or Excuses()
    return tuple(_problem(one, texts, excuses) for one in diagnostics)


def _problem(one: Diagnostic, texts: Texts, excuses: Excuses) -> Problem:
    said, hint = message(one.code, one.words, texts.language)
    severity = texts.say(f"severity.{one.severity}")
    waiver, known = shown_waiver(excuses.waived.get(one), texts), one in excuses.known
    notes = (*([waiver.text] if waiver else []), *([texts.say("known.text")] if known else []))
    return Problem(
        place=one.place,
        code=one.code.value,
        severity=one.severity,
        severity_text=severity,
        message=said,
        hint=hint,
        waiver=waiver,
        known=known,
        notes=notes,
    )


def limited(found: Sequence[Problem], most: int | None, texts: Texts) -> tuple[Sequence[Problem], str]:
    """At most `most` findings (all if None), and a sentence on how many are left out, empty if none is.

    The first ones are kept, and what nothing excuses before what a waiver does or what is known.
    """
    left_out = 0 if most is None else max(0, len(found) - most)
    kept = sorted(sorted(range(len(found)), key=lambda at: bool(found[at].notes))[:most])
    return [found[at] for at in kept], texts.say("report.diagnostics_left_out", count=left_out) if left_out else ""


def gravest(found: Sequence[Problem], most: int, texts: Texts) -> tuple[tuple[str, ...], str]:
    """What has to be looked at in at most so many lines, and a sentence on how many more there are.

    What nothing excuses comes first, and errors before warnings.
    """
    severe = [one for severity in (Severity.ERROR, Severity.WARNING) for one in found if one.severity is severity]
    told = sorted(severe, key=lambda one: bool(one.notes))[:most]
    left_out = len(severe) - len(told)
    lines = tuple(_line(one, texts) for one in told)
    return lines, texts.say("brief.findings_left_out", count=left_out) if left_out else ""


def _line(one: Problem, texts: Texts) -> str:
    said = texts.say("sentence.separator").join([one.message, *one.notes])
    return texts.say("brief.finding", place=one.place, severity=one.severity_text, code=one.code, message=said)


def counts_by_severity(shown: Sequence[Problem], texts: Texts) -> str:
    """How many findings there are of each weight, and how many of them are excused or known."""
    severities = [one.severity for one in shown]
    counted = texts.say(
        "report.diagnostics_count",
        errors=severities.count(Severity.ERROR),
        warnings=severities.count(Severity.WARNING),
        infos=severities.count(Severity.INFO),
    )
    waived, known = sum(one.waiver is not None for one in shown), sum(one.known for one in shown)
    apart = [texts.say(f"count.{name}", count=count) for name, count in (("waived", waived), ("known", known)) if count]
    return counted + texts.say("count.of_them", counts=texts.join(apart)) if apart else counted
