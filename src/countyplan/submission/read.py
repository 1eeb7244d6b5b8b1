"""From paths to figures: which files there are, who reads each, and everything that is wrong with any of them."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from os.path import realpath
from pathlib import Path

from countyplan.diagnostics import Code, Diagnostic, Place, Term, in_order
from countyplan.plan import Plan
from countyplan.quantity.unit import unit_names
from countyplan.source import decode
from countyplan.source.file import read_bytes
from countyplan.submission.cell import Entry
from countyplan.submission.entry import ReportedFigure, understand
from countyplan.submission.open.content import Content, content_of
from countyplan.submission.open.csv_reader import read_csv
from countyplan.submission.open.workbook_reader import read_workbook
from countyplan.submission.own_report import is_own_json, is_own_table
from countyplan.submission.table.table_reader import Note
from countyplan.submission.table.tables import read_tables
from countyplan.submission.words.fields import FIELD_NAMES
from countyplan.submission.yaml_reader import read_yaml

STANDARD_INPUT = Path("-")
# What lies beside submissions under this name is read for what it excuses, and never as one of them.
WAIVERS = "waivers.yaml"
_MISNAMED = frozenset({"waivers.yaml", "waivers.yml", "waivers.json", "waiver.yaml", "waiver.yml", "waiver.json"})


@dataclass(frozen=True, slots=True)
class Source:
    """A file to be read: its bytes, what it is called, and how its text is encoded, if that was said."""

    data: bytes
    file: str
    plan: Plan
    encoding: str | None = None


@dataclass(frozen=True, slots=True)
class Read:
    """What a reader makes of a file: entries, findings, how a table was understood, and if this program wrote it."""

    entries: list[Entry] = field(default_factory=list)
    diagnostics: list[Diagnostic] = field(default_factory=list)
    notes: list[Note] = field(default_factory=list)
    own_report: bool = False


Reader = Callable[[Source], Read]


@dataclass(frozen=True, slots=True)
class InputFile:
    """A file that was read, and the SHA-256 of its bytes."""

    name: str
    sha256: str


@dataclass(frozen=True, slots=True)
class Input:
    """How input that does not say so itself is to be read: its encoding, and the suffix and bytes of standard input."""

    encoding: str | None = None
    suffix: str = ".yaml"
    standard_input: bytes = b""


@dataclass(frozen=True, slots=True)
class Submissions:
    """What all files report: the usable figures, the areas they speak of, every finding, and how tables were understood."""

    figures: tuple[ReportedFigure, ...]
    areas: frozenset[str]
    files: tuple[InputFile, ...]
    diagnostics: tuple[Diagnostic, ...]
    notes: tuple[Note, ...] = ()


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
    how, paths = how or Input(), list(paths)
    named = set(paths)
    found: list[Diagnostic] = []
    figures: list[ReportedFigure] = []
    areas: set[str] = set()
    files: list[InputFile] = []
    notes: list[Note] = []
    for path in along(_files(paths, apart, found)):
        data = how.standard_input if path == STANDARD_INPUT else read_bytes(path)
        if isinstance(data, Diagnostic):
            found.append(data)
            continue
        suffix = how.suffix if path == STANDARD_INPUT else path.suffix.lower()
        read = _read(Source(data, path.as_posix(), plan, how.encoding), suffix)
        if read.own_report and path not in named:
            found.append(Diagnostic(Code.OWN_REPORT, Place(path.as_posix())))
            continue
        files.append(InputFile(path.as_posix(), hashlib.sha256(data).hexdigest()))
        found += read.diagnostics
        notes += read.notes
        for entry in read.entries:
            understood = understand(entry, plan)
            found += understood.diagnostics
            areas |= {understood.area} if understood.area else set()
            figures += [understood.figure] if understood.figure else []
    if not files and any(one.code is Code.OWN_REPORT for one in found):
        found += [_nothing_in(path) for path in paths if path.is_dir()]
    return Submissions(tuple(figures), frozenset(areas), tuple(files), in_order(found), tuple(notes))


def _read(source: Source, suffix: str) -> Read:
    """A file by the reader for its suffix, if its bytes are of that kind."""
    if not source.data:
        return Read(diagnostics=[Diagnostic(Code.EMPTY, Place(source.file))])
    content = content_of(source.data)
    wanted = _CONTENTS.get(suffix, frozenset({Content.TEXT}))
    if content not in wanted:
        words = {"suffix": suffix, "content": Term(f"content.{content.name.lower()}")}
        return Read(diagnostics=[Diagnostic(Code.CONTENT_DIFFERS, Place(source.file), words)])
    return READERS[suffix](source)


def _text_of(source: Source) -> str | Diagnostic:
    if source.encoding is None:
        return decode(source.data, source.file, _telling_names(source.plan))
    try:
        return source.data.decode(source.encoding)
    except UnicodeError:
        return Diagnostic(Code.UNDECODABLE, Place(source.file))


def _telling_names(plan: Plan) -> frozenset[str]:
    """Words whose presence shows that a file was decoded rightly: Chinese names of areas, indicators, fields and units."""
    names = {*plan.area_names.written(), *plan.indicator_names.written(), *FIELD_NAMES.written(), *unit_names()}
    return frozenset(name for name in names if not name.isascii())


def _yaml(source: Source) -> Read:
    own_report = is_own_json(source.data)
    text = _text_of(source)
    if isinstance(text, Diagnostic):
        return Read(diagnostics=[text], own_report=own_report)
    entries, diagnostics = read_yaml(text, source.file)
    return Read(entries, diagnostics, own_report=own_report)


def _csv(source: Source) -> Read:
    text = _text_of(source)
    grid = text if isinstance(text, Diagnostic) else read_csv(text, source.file, source.plan)
    if isinstance(grid, Diagnostic):
        return Read(diagnostics=[grid])
    reading = read_tables([grid], source.file, source.plan)
    return Read(reading.entries, reading.diagnostics, reading.notes, is_own_table([grid]))


def _workbook(source: Source) -> Read:
    grids = read_workbook(source.data, source.file)
    if isinstance(grids, Diagnostic):
        return Read(diagnostics=[grids])
    reading = read_tables(grids, source.file, source.plan)
    hides = [Diagnostic(Code.XLS_HIDES, Place(source.file))] if content_of(source.data) is Content.XLS else []
    return Read(reading.entries, [*hides, *reading.diagnostics], reading.notes, is_own_table(grids))


SCHEMA_SUFFIX = ".schema.json"
READERS: Mapping[str, Reader] = {
    ".yaml": _yaml,
    ".yml": _yaml,
    ".json": _yaml,
    ".csv": _csv,
    ".tsv": _csv,
    ".xlsx": _workbook,
    ".xls": _workbook,
    ".ods": _workbook,
}
_WORKBOOKS = frozenset({Content.XLSX, Content.XLS, Content.ODS, Content.ZIP})
_CONTENTS = {".xlsx": _WORKBOOKS, ".xls": _WORKBOOKS, ".ods": _WORKBOOKS}


def _files(paths: Iterable[Path], apart: Collection[Path], found: list[Diagnostic]) -> list[Path]:
    """Each file once, in the same order however the paths were given."""
    every = [file for path in paths for file in ([path] if path == STANDARD_INPUT else _expanded(path, found))]
    left_out = {realpath(path) for path in apart}
    named: dict[str, Path] = {}
    for file in sorted(every, key=Path.as_posix):
        if realpath(file) not in left_out:
            named.setdefault(realpath(file), file)
    misnamed = [file for file in named.values() if file.name.casefold() in _MISNAMED]
    found += [Diagnostic(Code.WAIVERS_MISNAMED, Place(file.as_posix()), {"right": WAIVERS}) for file in misnamed]
    return [file for file in named.values() if file not in misnamed]


def _is_submission(file: Path) -> bool:
    """Whether a file in a folder is read: no mark of an open workbook, and nothing that only tells of submissions."""
    tells = file.name == WAIVERS or file.name.endswith(SCHEMA_SUFFIX)
    return file.suffix.lower() in READERS and not file.name.startswith("~$") and not tells


def _nothing_in(folder: Path) -> Diagnostic:
    return Diagnostic(Code.NOTHING_TO_READ, Place(folder.as_posix()), {"formats": " ".join(READERS)})


def _is_hidden(inside: Path) -> bool:
    """Whether a file, seen from the folder that is read, is hidden: it holds the settings of some program."""
    return any(part.startswith(".") for part in inside.parts)


def _expanded(path: Path, found: list[Diagnostic]) -> list[Path]:
    try:
        is_folder, exists = path.is_dir(), path.exists()
    except OSError as error:
        found.append(Diagnostic(Code.CANNOT_OPEN, Place(path.as_posix()), {"detail": error.strerror or ""}))
        return []
    if is_folder:
        inside = [
            file
            for file in path.rglob("*")
            if _is_submission(file) and not _is_hidden(file.relative_to(path)) and file.is_file()
        ]
        if not inside:
            found.append(_nothing_in(path))
        return inside
    if not exists:
        found.append(Diagnostic(Code.NO_SUCH_FILE, Place(path.as_posix())))
        return []
    if path.name == WAIVERS:
        return []
    if path.suffix.lower() not in READERS:
        words = {"suffix": path.suffix, "formats": " ".join(READERS)}
        found.append(Diagnostic(Code.FORMAT_NOT_READ, Place(path.as_posix()), words))
        return []
    return [path]
