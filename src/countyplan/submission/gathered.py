"""What all files come to: what each reader made of its file is added up here, and what only serves as evidence left out."""

from __future__ import annotations

import hashlib
from collections.abc import Collection
from dataclasses import field
from pathlib import Path
from typing import TYPE_CHECKING

from countyplan.dataclass import dataclass
from countyplan.diagnostics import Code, Diagnostic, Place, in_order
from countyplan.submission.entry import understand
from countyplan.submission.filed import Filing
from countyplan.submission.open.files import real_path
from countyplan.submission.readers.crossed import crossed_told_once
from countyplan.submission.readers.source import Read, Source
from countyplan.submission.record.commitment import ReportedCommitment, understand_commitment, without_conflicts
from countyplan.submission.record.proof import ProofKind, path_beside
from countyplan.submission.reported import ReportedFigure

if TYPE_CHECKING:
    from countyplan.submission.ledger import Project
    from countyplan.submission.table.table_reading import Note


@dataclass(frozen=True, slots=True)
class InputFile:
    """A file that was read, the SHA-256 of its bytes, and what each sheet or document says of who filled it in and when."""

    name: str
    sha256: str
    filings: tuple[Filing, ...] = ()


@dataclass(frozen=True, slots=True)
class Submissions:
    """What all files report: the usable figures, the areas they speak of, every finding, and how tables were understood."""

    figures: tuple[ReportedFigure, ...]
    areas: frozenset[str]
    files: tuple[InputFile, ...]
    diagnostics: tuple[Diagnostic, ...]
    notes: tuple[Note, ...] = ()
    commitments: tuple[ReportedCommitment, ...] = ()
    projects: tuple[Project, ...] = ()


@dataclass(slots=True)
class Gathered:
    """What has been read so far."""

    found: list[Diagnostic] = field(default_factory=list)
    figures: list[ReportedFigure] = field(default_factory=list)
    areas: set[str] = field(default_factory=set)
    files: list[InputFile] = field(default_factory=list)
    notes: list[Note] = field(default_factory=list)
    promised: list[ReportedCommitment] = field(default_factory=list)
    projects: list[Project] = field(default_factory=list)

    def take(self, read: Read, source: Source, *, named: bool) -> None:
        """Add what a file comes to; a report of this program counts only where it is named itself."""
        if read.own_report and not named:
            self.found.append(Diagnostic(Code.OWN_REPORT, Place(source.file)))
            return
        filings = tuple(one for one in dict.fromkeys(read.filings) if one != Filing())
        self.files.append(InputFile(source.file, hashlib.sha256(source.data).hexdigest(), filings))
        found = list(read.diagnostics)
        self.notes += read.notes
        self.projects += read.projects
        self.areas |= read.areas
        self.figures += read.figures
        for entry in read.entries:
            understood = understand(entry, source.plan)
            source.documents.learn(entry, understood)
            found += understood.diagnostics
            self.areas |= {understood.area} if understood.area else set()
            self.figures += [understood.figure] if understood.figure else []
        self.found += crossed_told_once(found, source.plan)
        for record in read.records:
            told = understand_commitment(record, source.plan)
            self.found += told.diagnostics
            self.areas |= {told.area} if told.area else set()
            self.promised += [told.reported] if told.reported else []

    def add(self, later: Gathered) -> None:
        """Add what was read after this."""
        self.found += later.found
        self.figures += later.figures
        self.areas |= later.areas
        self.files += later.files
        self.notes += later.notes
        self.promised += later.promised
        self.projects += later.projects

    def evidence(self) -> frozenset[str]:
        """The real paths of the files that a submission names as evidence."""
        named = (
            path_beside(proof.text, one.place.file)
            for one in self.promised
            for proof in one.proofs
            if proof.kind is ProofKind.FILE
        )
        return frozenset(real_path(path) for path in named if path is not None)

    def leave_out(self, evidence: Collection[str], named: Collection[str]) -> None:
        """Forget the files that only serve as evidence: they report nothing, and nothing is wrong with them for that.

        One that is `named` itself is to be read whatever it serves as.
        """
        reporting = {one.file for one in self.figures} | {one.place.file for one in self.promised}
        reporting |= {one.place.file for one in self.projects}
        idle = {
            file.name
            for file in self.files
            if file.name not in reporting and file.name not in named and real_path(Path(file.name)) in evidence
        }
        self.files = [file for file in self.files if file.name not in idle]
        self.found = [one for one in self.found if one.file not in idle]

    def submissions(self) -> Submissions:
        """All of it."""
        kept, conflicts = without_conflicts(self.promised)
        return Submissions(
            figures=tuple(self.figures),
            areas=frozenset(self.areas),
            files=tuple(self.files),
            diagnostics=in_order([*self.found, *conflicts]),
            notes=tuple(self.notes),
            commitments=tuple(kept),
            projects=tuple(self.projects),
        )
