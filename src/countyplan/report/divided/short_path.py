"""Files named for whoever has only the document: as seen from the folder that all submissions lie in."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import replace
from os.path import commonpath
from pathlib import PurePath

from countyplan.assess import Assessment
from countyplan.commitments import CommitmentStanding
from countyplan.dataclass import dataclass
from countyplan.diagnostics import Amount, Diagnostic, Listed, Named, Place, Term, Terms
from countyplan.figures import Figure, Restatement
from countyplan.report.whole.request import Request
from countyplan.report.words.spot import relative_path
from countyplan.submission import ReportedFigure
from countyplan.waivers.load import Waiver


def with_short_paths(request: Request) -> Request:
    """`request` with short paths wherever it tells one; those of files that lie elsewhere stay."""
    names = _Names.of(request)
    diagnostics = {one: names.diagnostic(one) for one in request.diagnostics}
    excused, earlier = request.excused, request.earlier
    return replace(
        request,
        assessments=[names.assessment(one) for one in request.assessments],
        restatements=[names.restatement(one) for one in request.restatements],
        diagnostics=[diagnostics[one] for one in request.diagnostics],
        files=[replace(file, name=names.path(file.name)) for file in request.files],
        earlier=earlier and replace(earlier, assessments=[names.assessment(one) for one in earlier.assessments]),
        excused=replace(
            excused,
            targets={target: names.waiver(waiver) for target, waiver in excused.targets.items()},
            findings={names.diagnostic(one): names.waiver(waiver) for one, waiver in excused.findings.items()},
        ),
        known=frozenset(names.diagnostic(one) for one in request.known),
        commitments=[names.commitment(one) for one in request.commitments],
    )


@dataclass(frozen=True, slots=True)
class _Names:
    """A short path for each that is told, and how they are put into a text."""

    path: Callable[[str], str]
    text: Callable[[str], str]

    @classmethod
    def of(cls, request: Request) -> _Names:
        folder = _common_folder([file.name for file in request.files])
        told = {*(file.name for file in request.files), *(one.file for one in request.diagnostics)}

        def path(name: str) -> str:
            return name if folder is None else relative_path(name, folder)

        short = {name: path(name) for name in told if path(name) != name}
        return cls(path, lambda text: _replaced(text, short))

    def place(self, place: Place) -> Place:
        return replace(place, file=self.path(place.file))

    def diagnostic(self, one: Diagnostic) -> Diagnostic:
        return replace(one.moved(self.place(one.place)), words=self._words(one.words))

    def restatement(self, one: Restatement) -> Restatement:
        return Restatement(self._reported(one.old), self._reported(one.new))

    def waiver(self, one: Waiver) -> Waiver:
        return replace(one, place=self.place(one.place))

    def commitment(self, one: CommitmentStanding) -> CommitmentStanding:
        reported = one.reported
        return replace(one, reported=reported and replace(reported, place=self.place(reported.place)))

    def assessment(self, one: Assessment) -> Assessment:
        parts = one.parts
        return replace(
            one,
            figure=one.figure and self._figure(one.figure),
            baseline=one.baseline and self._figure(one.baseline),
            remarks={remark: self._words(words) for remark, words in one.remarks.items()},
            parts=parts and replace(parts, own=parts.own and self._figure(parts.own)),
            refused=tuple(self.diagnostic(each) for each in one.refused),
            doubts=tuple(self.diagnostic(each) for each in one.doubts),
            series=tuple(map(self._figure, one.series)),
        )

    def _figure(self, figure: Figure) -> Figure:
        if isinstance(figure, ReportedFigure):
            return self._reported(figure)
        return replace(figure, sources=tuple(map(self._reported, figure.sources)))

    def _reported(self, one: ReportedFigure) -> ReportedFigure:
        return replace(one, at=self.place(one.place))

    def _words(self, words: Mapping[str, str]) -> Mapping[str, str]:
        return {name: self._word(word) for name, word in words.items()}

    def _word(self, word: str) -> str:
        """A word that each language has its own for names no file, nor does a name of the plan's or an amount."""
        if isinstance(word, Term | Terms | Named | Amount):
            return word
        return Listed(self.text(word), self.text(word.english)) if isinstance(word, Listed) else self.text(word)


def _common_folder(files: list[str]) -> PurePath | None:
    """The folder that all files lie in, None where there is none."""
    try:
        return PurePath(commonpath([PurePath(file).parent for file in files]))
    except ValueError:  # no file, or some named from the root and some not
        return None


def _replaced(text: str, short: Mapping[str, str]) -> str:
    """The longest name first, since one may begin or end like another."""
    if not short:
        return text
    names = "|".join(re.escape(name) for name in sorted(short, key=len, reverse=True))
    return re.sub(names, lambda found: short[found[0]], text)
