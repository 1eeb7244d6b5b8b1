"""From paths to figures: which files there are, who reads each, and everything that is wrong with any of them."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import field
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from countyplan.dataclass import dataclass
from countyplan.diagnostics import Code, Diagnostic, Place, in_order
from countyplan.limits import MEGABYTE, Limits
from countyplan.plan import Plan
from countyplan.quantity.unit import reading_in
from countyplan.source import decode
from countyplan.source.decode import decode_as
from countyplan.source.file import read_bytes, too_large
from countyplan.submission.cell import Entry
from countyplan.submission.entry import ReportedFigure, understand
from countyplan.submission.filed import Filing
from countyplan.submission.open.content import Content, content_of
from countyplan.submission.open.files import (
    SCHEMA_SUFFIX,
    STANDARD_INPUT,
    WAIVERS,
    find_files,
    nothing_in,
    real_path,
)
from countyplan.submission.opener import LazyOpener
from countyplan.submission.own_report import is_own_document, is_own_json, is_own_table
from countyplan.submission.record.commitment import ReportedCommitment, understand_commitment, without_conflicts
from countyplan.submission.record.proof import ProofKind, path_beside
from countyplan.submission.record.record import Record
from countyplan.submission.words.fields import FIELD_NAMES, reading_headers_of
from countyplan.submission.yaml_reader import read_json, read_yaml

if TYPE_CHECKING:
    from countyplan.office.content import OfficeKind
    from countyplan.submission.grid import Grid
    from countyplan.submission.ledger import Project
    from countyplan.submission.table.table_reading import Note

__all__ = [
    "READERS",
    "SCHEMA_SUFFIX",
    "STANDARD_INPUT",
    "WAIVERS",
    "Input",
    "InputFile",
    "Submissions",
    "read_submissions",
]

_LIMITS = Limits()
# A DOS program ends a text with this mark, and may fill up what is behind it.
_DOS_END = "\x1a"
_FILLS_UP = f" \t\r\n\0{_DOS_END}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """A file to be read: its bytes, what it is called, how its text is encoded, if that was said, and who opens it."""

    data: bytes
    file: str
    plan: Plan
    opener: LazyOpener
    limits: Limits
    encoding: str | None = None


@dataclass(frozen=True, slots=True)
class Read:
    """What a reader makes of a file: entries, findings, how a table was understood, and if this program wrote it.

    `figures` are those that it has understood itself.
    """

    entries: list[Entry] = field(default_factory=list)
    diagnostics: list[Diagnostic] = field(default_factory=list)
    notes: list[Note] = field(default_factory=list)
    own_report: bool = False
    records: list[Record] = field(default_factory=list)
    filings: list[Filing] = field(default_factory=list)
    projects: list[Project] = field(default_factory=list)
    areas: set[str] = field(default_factory=set)
    figures: list[ReportedFigure] = field(default_factory=list)


Reader = Callable[[Source], Read]


@dataclass(frozen=True, slots=True)
class InputFile:
    """A file that was read, the SHA-256 of its bytes, and what each sheet or document says of who filled it in and when."""

    name: str
    sha256: str
    filings: tuple[Filing, ...] = ()


@dataclass(frozen=True, slots=True)
class Input:
    """How input that does not say so itself is to be read: its encoding, and the suffix and bytes of standard input.

    `standard_input` holds all of it, or more than `limits` allow.
    """

    encoding: str | None = None
    suffix: str = ".yaml"
    standard_input: bytes = b""
    limits: Limits = _LIMITS


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


def read_submissions(
    paths: Iterable[Path],
    plan: Plan,
    how: Input | None = None,
    along: Callable[[Sequence[Path]], Iterable[Path]] = iter,
    *,
    apart: Collection[Path] = (),
) -> Submissions:
    """Every figure in `paths` (files, or folders with files of a known kind), however many of them cannot be used.

    `along` goes through the files and gives back each, so that who reads can be seen to get on. `apart` are files that are
    no submissions although they may lie among them. A report of this program that lies in a folder is none either.
    """
    with reading_in(plan.measures), reading_headers_of(plan):
        return _read_all(list(paths), plan, how or Input(), along, apart)


def _read_all(
    paths: list[Path],
    plan: Plan,
    how: Input,
    along: Callable[[Sequence[Path]], Iterable[Path]],
    apart: Collection[Path],
) -> Submissions:
    files = find_files(paths, READERS, apart)
    reading = _Reading(plan, found=files.diagnostics)
    with LazyOpener(how.limits) as opener:
        for path in along(files.paths):
            data = _bytes_of(path, how)
            if isinstance(data, Diagnostic):
                reading.found.append(data)
                continue
            suffix = how.suffix if path == STANDARD_INPUT else path.suffix.lower()
            source = Source(
                data=data, file=path.as_posix(), plan=plan, opener=opener, limits=how.limits, encoding=how.encoding
            )
            reading.take(_read(source, suffix), source, named=path in paths)
    if not reading.files and any(one.code is Code.OWN_REPORT for one in reading.found):
        reading.found += [nothing_in(path, READERS) for path in paths if path.is_dir()]
    evidence = reading.evidence()
    reading.leave_out(evidence, named={path.as_posix() for path in paths})
    reading.found += files.not_read(evidence)
    return reading.submissions()


@dataclass(slots=True)
class _Reading:
    """What has been read so far."""

    plan: Plan
    found: list[Diagnostic]
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
        self.found += read.diagnostics
        self.notes += read.notes
        self.projects += read.projects
        self.areas |= read.areas
        self.figures += read.figures
        for entry in read.entries:
            understood = understand(entry, self.plan)
            self.found += understood.diagnostics
            self.areas |= {understood.area} if understood.area else set()
            self.figures += [understood.figure] if understood.figure else []
        for record in read.records:
            told = understand_commitment(record, self.plan)
            self.found += told.diagnostics
            self.areas |= {told.area} if told.area else set()
            self.promised += [told.reported] if told.reported else []

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
        reporting = {one.place.file for one in self.figures} | {one.place.file for one in self.promised}
        reporting |= {one.place.file for one in self.projects}
        idle = {
            file.name
            for file in self.files
            if file.name not in reporting and file.name not in named and real_path(Path(file.name)) in evidence
        }
        self.files = [file for file in self.files if file.name not in idle]
        self.found = [one for one in self.found if one.place.file not in idle]

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


def _bytes_of(path: Path, how: Input) -> bytes | Diagnostic:
    if path != STANDARD_INPUT:
        return read_bytes(path, how.limits)
    data = how.standard_input
    return too_large(path, how.limits) if len(data) > how.limits.size * MEGABYTE else data


def _read(source: Source, suffix: str) -> Read:
    """A file by the reader for its suffix, if its bytes are of that kind."""
    if not source.data:
        return Read(diagnostics=[Diagnostic(Code.EMPTY, Place(source.file))])
    content = content_of(source.data)
    wanted = Content.OFFICE if suffix in _OFFICE else Content.TEXT
    if content is wanted:
        return READERS[suffix](source)
    if content is not Content.OFFICE:
        from countyplan.submission.open.workbook_reader import content_differs

        return Read(diagnostics=[content_differs(source.file, suffix, f"content.{content.name.lower()}")])
    return _office(source, suffix, frozenset())


def _text_of(source: Source) -> str | Diagnostic:
    if source.encoding is None:
        text = decode(source.data, source.file, _telling_names(source.plan))
    else:
        text = decode_as(source.data, source.file, source.encoding)
    return text if isinstance(text, Diagnostic) else _without_dos_end(text)


def _without_dos_end(text: str) -> str:
    kept = text.rstrip(_FILLS_UP)
    return f"{kept}\n" if _DOS_END in text[len(kept) :] else text


@lru_cache(maxsize=4)
def _telling_names(plan: Plan) -> frozenset[str]:
    """Words whose presence shows that a file was decoded rightly: Chinese names of areas, indicators, fields and units."""
    names = {*plan.area_names.written(), *plan.indicator_names.written(), *FIELD_NAMES.written(), *plan.measures.names}
    return frozenset(name for name in names if not name.isascii())


_ReadTree: TypeAlias = Callable[[str, str, Limits, list[Record], list[Filing]], tuple[list[Entry], list[Diagnostic]]]


def _yaml(source: Source) -> Read:
    return _tree(source, read_yaml)


def _json(source: Source) -> Read:
    return _tree(source, read_json)


def _tree(source: Source, read: _ReadTree) -> Read:
    own_report = is_own_json(source.data)
    text = _text_of(source)
    if isinstance(text, Diagnostic):
        return Read(diagnostics=[text], own_report=own_report)
    records: list[Record] = []
    filings: list[Filing] = []
    entries, diagnostics = read(text, source.file, source.limits, records, filings)
    return Read(entries, diagnostics, own_report=own_report, records=records, filings=filings)


def _csv(source: Source) -> Read:
    from countyplan.submission.open.csv_reader import read_csv

    text = _text_of(source)
    plain = None if isinstance(text, Diagnostic) else _plain_table(text, source)
    if plain is not None:
        return plain
    grid = text if isinstance(text, Diagnostic) else read_csv(text, source.file, source.plan, source.limits)
    if isinstance(grid, Diagnostic):
        return Read(diagnostics=[grid])
    return _tables([grid], source)


def _plain_table(text: str, source: Source) -> Read | None:
    """A long table of plain rows; None for any other."""
    from countyplan.submission.plain_table import Careful, read_plain

    notes: list[Note] = []

    def carefully(grid: Grid) -> Careful:
        read = _tables([grid], source)
        notes.extend(read.notes)
        # What is told of the table, of who filled it in, or of a row as such, stands for no other row.
        told = [*read.diagnostics, *read.records, *read.projects, *(one for one in read.filings if one != Filing())]
        as_such = read.own_report or any(one.place.line != 1 for one in notes)
        return Careful(None if told or as_such else read.entries)

    read = read_plain(text, source.file, source.plan, source.limits.cells, carefully)
    if read is None:
        return None
    return Read([], read.diagnostics, notes, filings=[Filing()], figures=read.figures, areas=read.areas)


def _office(source: Source, suffix: str, wanted: frozenset[OfficeKind]) -> Read:
    from countyplan.office.content import OfficeKind
    from countyplan.submission.open.workbook_reader import grids_of

    outcome = source.opener.open(source.data)
    opened = grids_of(outcome, source.file, suffix, wanted, source.limits)
    if isinstance(opened, Diagnostic):
        return Read(diagnostics=[opened])
    kind, grids = opened
    read = _tables(grids, source, own_report=is_own_document(outcome))
    if kind is OfficeKind.XLS:
        read.diagnostics.insert(0, Diagnostic(Code.XLS_HIDES, Place(source.file)))
    return read


def _tables(grids: list[Grid], source: Source, *, own_report: bool = False) -> Read:
    """What the sheets of a file report: those with a record a row, and those with figures."""
    from countyplan.submission.filing import dated, dated_records, without_filing
    from countyplan.submission.ledger.reader import read_ledger
    from countyplan.submission.record.table import read_records
    from countyplan.submission.table.tables import read_tables

    if is_own_table(grids):
        return Read(diagnostics=[Diagnostic(Code.REPORT_NAMED, Place(source.file))], own_report=True)
    sheets = [without_filing(grid, source.plan) for grid in grids]
    read = Read(own_report=own_report, filings=[sheet.filing for sheet in sheets])
    read.notes.extend(note for sheet in sheets for note in sheet.notes)
    of_figures = []
    for sheet in sheets:
        listed = read_ledger(sheet.grid, source.plan, source.file)
        # A list that names no county beside sheets that do is one that only explains.
        if listed is not None and (listed.projects or len(grids) == 1):
            read.projects.extend(listed.projects)
            read.areas.update(listed.areas)
            read.diagnostics.extend(listed.diagnostics)
            continue
        found = read_records(sheet.grid, source.plan, source.file)
        if found is None:
            of_figures.append(sheet.grid)
        else:
            read.records.extend(dated_records(found.records, sheets))
            read.diagnostics.extend(found.diagnostics)
    reading = read_tables(of_figures, source.file, source.plan)
    # A sheet that only explains is no fault of a file that reports something else.
    if reading.understood or len(of_figures) == len(grids):
        read.entries.extend(dated(reading.entries, sheets))
        read.diagnostics.extend(reading.diagnostics)
        read.notes.extend(reading.notes)
    return read


def _workbook(suffix: str) -> Reader:
    def read(source: Source) -> Read:
        from countyplan.submission.open.workbook_reader import WORKBOOKS

        return _office(source, suffix, WORKBOOKS)

    return read


def _document(source: Source) -> Read:
    from countyplan.submission.open.workbook_reader import DOCUMENTS

    return _office(source, ".docx", DOCUMENTS)


_OFFICE: Mapping[str, Reader] = {
    **{suffix: _workbook(suffix) for suffix in (".xlsx", ".xls", ".ods", ".xlsm", ".et")},
    ".docx": _document,
}
READERS: Mapping[str, Reader] = {
    ".yaml": _yaml,
    ".yml": _yaml,
    ".json": _json,
    ".csv": _csv,
    ".tsv": _csv,
    **_OFFICE,
}
