"""Findings in words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import field
from typing import Final, overload

from countyplan.dataclass import dataclass
from countyplan.diagnostics import Diagnostic, Place, Severity, entry, message, wording_of
from countyplan.language import Texts
from countyplan.report.words.waiver import ShownWaiver, shown_waiver
from countyplan.waivers.load import Waiver


@dataclass(frozen=True, slots=True)
class Excuses:
    """What is said beside findings: which of them a waiver excuses, and which are known already."""

    waived: Mapping[Diagnostic, Waiver] = field(default_factory=dict)
    known: frozenset[Diagnostic] = frozenset()


@dataclass(slots=True, unsafe_hash=True)
class Problem:
    """A finding that is ready to be shown; it is put into words once somebody asks for them."""

    finding: Final[Diagnostic]
    texts: Final[Texts]
    waiver: Final[ShownWaiver | None] = None
    known: Final[bool] = False

    @property
    def place(self) -> Place:
        """Where it stands."""
        return self.finding.place

    @property
    def code(self) -> str:
        """Its stable code."""
        return self.finding.code.value

    @property
    def severity(self) -> Severity:
        """How much it weighs."""
        return self.finding.severity

    @property
    def severity_text(self) -> str:
        """The same as a word."""
        return self.texts.say(f"severity.{self.severity}")

    @property
    def message_and_hint(self) -> tuple[str, str]:
        """What is wrong and what to do."""
        return message(self.finding.code, self.finding.words, self.texts)

    @property
    def message(self) -> str:
        """What is wrong."""
        return self.message_and_hint[0]

    @property
    def hint(self) -> str:
        """What to do."""
        return self.message_and_hint[1]

    @property
    def notes(self) -> tuple[str, ...]:
        """What excuses it: a waiver, or that it is known."""
        waiver = () if self.waiver is None else (self.waiver.text,)
        return (*waiver, self.texts.say("known.text")) if self.known else waiver

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
    title = wording_of(one.code, texts).title
    return texts.say("finding.short", code=one.code, title=title, place=one.place)


def findings_in_words(found: Sequence[Diagnostic], texts: Texts) -> str:
    """What findings are about, for a page that is sent: without codes and places, which stand in the last annex."""
    return texts.join(list(dict.fromkeys(wording_of(one.code, texts).title for one in found)))


def problems(diagnostics: Sequence[Diagnostic], texts: Texts, excuses: Excuses | None = None) -> Sequence[Problem]:
    """The findings in one language, in the order given."""
    return _Problems(diagnostics, texts, excuses or Excuses()) if diagnostics else ()


@dataclass(frozen=True, slots=True)
class _Problems(Sequence[Problem]):
    """Findings of which each is made ready when it is looked at, so that many of them take no room."""

    diagnostics: Sequence[Diagnostic]
    texts: Texts
    excuses: Excuses

    def __len__(self) -> int:
        return len(self.diagnostics)

    def __iter__(self) -> Iterator[Problem]:
        return map(self._shown, self.diagnostics)

    @overload
    def __getitem__(self, at: int) -> Problem: ...

    @overload
    def __getitem__(self, at: slice) -> Sequence[Problem]: ...

    def __getitem__(self, at: int | slice) -> Problem | Sequence[Problem]:
        if isinstance(at, slice):
            return problems(self.diagnostics[at], self.texts, self.excuses)
        return self._shown(self.diagnostics[at])

    def _shown(self, one: Diagnostic) -> Problem:
        excuses = self.excuses
        if not excuses.waived and not excuses.known:
            return Problem(one, self.texts)
        return Problem(one, self.texts, shown_waiver(excuses.waived.get(one), self.texts), one in excuses.known)


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
    light = {code for code in {one.finding.code for one in found} if entry(code).severity is Severity.INFO}
    severe = [one for one in found if one.finding.code not in light]
    told = sorted(severe, key=lambda one: (bool(one.notes), one.severity is not Severity.ERROR))[:most]
    left_out = len(severe) - len(told)
    lines = tuple(_line(one, texts) for one in told)
    return lines, texts.say("brief.findings_left_out", count=left_out) if left_out else ""


def _line(one: Problem, texts: Texts) -> str:
    said = texts.say("sentence.separator").join([one.message, *one.notes])
    return texts.say("brief.finding", place=one.place, severity=one.severity_text, code=one.code, message=said)


def counts_by_severity(shown: Sequence[Problem], texts: Texts) -> str:
    """How many findings there are of each weight that any has, and how many of them are excused or known."""
    told = _told(_weighed(shown), texts)
    return told + _apart(shown, texts) if told else texts.say("brief.findings_none")


def findings_told(shown: Sequence[Problem], texts: Texts) -> str:
    """The same in sentences, and what became of the figures that they are about."""
    severities = _weighed(shown)
    told = _told(severities, texts)
    if not told:
        return texts.say("brief.findings_none")
    sentences = [texts.say("brief.findings_count", counts=told + _apart(shown, texts))]
    if severities[Severity.ERROR]:
        sentences.append(texts.say("brief.findings_refused"))
    if severities[Severity.WARNING]:
        sentences.append(texts.say("brief.findings_used"))
    return texts.say("sentence.separator").join(sentences)


def _weighed(shown: Sequence[Problem]) -> Counter[Severity]:
    codes = Counter(one.finding.code for one in shown)
    severities = Counter[Severity]()
    for code, count in codes.items():
        severities[entry(code).severity] += count
    return severities


def _told(severities: Counter[Severity], texts: Texts) -> str:
    return texts.join(texts.say(f"brief.findings.{one}", count=severities[one]) for one in Severity if severities[one])


def _apart(shown: Sequence[Problem], texts: Texts) -> str:
    """How many are excused or known, in brackets; empty where none is."""
    said = Counter((one.waiver is not None, one.known) for one in shown)
    waived = sum(count for (excused, _), count in said.items() if excused)
    known = sum(count for (_, known_already), count in said.items() if known_already)
    apart = [texts.say(f"count.{name}", count=count) for name, count in (("waived", waived), ("known", known)) if count]
    return texts.say("count.of_them", counts=texts.join(apart)) if apart else ""
