"""From paths to figures: which files there are, who reads each, and everything that is wrong with any of them."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from countyplan.diagnostics import Code, Diagnostic, Place, in_order
from countyplan.plan import Plan
from countyplan.source import decode
from countyplan.submission.csv_reader import read_csv
from countyplan.submission.entry import Entry, ReportedFigure, understand
from countyplan.submission.fields import FIELD_NAMES
from countyplan.submission.yaml_reader import read_yaml

MAX_BYTES = 20_000_000

Reader = Callable[[str, str], tuple[list[Entry], list[Diagnostic]]]

READERS: dict[str, Reader] = {
    ".yaml": read_yaml,
    ".yml": read_yaml,
    ".csv": read_csv,
    ".tsv": read_csv,
}


@dataclass(frozen=True, slots=True)
class InputFile:
    """A file that was read, and the SHA-256 of its bytes."""

    name: str
    sha256: str


@dataclass(frozen=True, slots=True)
class Submissions:
    """What all files report: the usable figures, the areas they speak of, and every finding."""

    figures: tuple[ReportedFigure, ...]
    areas: frozenset[str]
    files: tuple[InputFile, ...]
    diagnostics: tuple[Diagnostic, ...]


def read_submissions(paths: Iterable[Path], plan: Plan) -> Submissions:
    """Every figure in `paths` (files, or folders with files of a known kind), however many of them cannot be used."""
    found: list[Diagnostic] = []
    figures: list[ReportedFigure] = []
    areas: set[str] = set()
    files: list[InputFile] = []
    names = _telling_names(plan)
    for path in _files(paths, found):
        data = _bytes(path, found)
        if data is None:
            continue
        files.append(InputFile(path.as_posix(), hashlib.sha256(data).hexdigest()))
        for entry in _entries(path, data, names, found):
            understood = understand(entry, plan)
            found += understood.diagnostics
            areas |= {understood.area} - {None} if understood.area else set()
            figures += [understood.figure] if understood.figure else []
    return Submissions(tuple(figures), frozenset(areas), tuple(files), in_order(found))


def _telling_names(plan: Plan) -> frozenset[str]:
    """Words whose presence shows that a file was decoded rightly: Chinese names of areas, indicators and fields."""
    names = plan.area_names.written() | plan.indicator_names.written() | FIELD_NAMES.written()
    return frozenset(name for name in names if not name.isascii())


def _files(paths: Iterable[Path], found: list[Diagnostic]) -> Iterator[Path]:
    seen: set[Path] = set()
    for path in paths:
        for file in _expanded(path, found):
            if file.resolve() not in seen:
                seen.add(file.resolve())
                yield file


def _expanded(path: Path, found: list[Diagnostic]) -> list[Path]:
    if path.is_dir():
        inside = sorted(file for file in path.rglob("*") if file.suffix.lower() in READERS and file.is_file())
        if not inside:
            found.append(Diagnostic(Code.NOTHING_TO_READ, Place(path.as_posix()), {"formats": " ".join(READERS)}))
        return inside
    if not path.exists():
        found.append(Diagnostic(Code.NO_SUCH_FILE, Place(path.as_posix())))
        return []
    if path.suffix.lower() not in READERS:
        words = {"suffix": path.suffix, "formats": " ".join(READERS)}
        found.append(Diagnostic(Code.FORMAT_NOT_READ, Place(path.as_posix()), words))
        return []
    return [path]


def _bytes(path: Path, found: list[Diagnostic]) -> bytes | None:
    place = Place(path.as_posix())
    try:
        with path.open("rb") as opened:
            data = opened.read(MAX_BYTES + 1)
    except OSError as error:
        found.append(Diagnostic(Code.CANNOT_OPEN, place, {"detail": error.strerror or ""}))
        return None
    if len(data) > MAX_BYTES:
        found.append(Diagnostic(Code.TOO_LARGE, place, {"limit": str(MAX_BYTES // 1_000_000)}))
        return None
    return data


def _entries(path: Path, data: bytes, names: frozenset[str], found: list[Diagnostic]) -> list[Entry]:
    file = path.as_posix()
    text = decode(data, file, names)
    if isinstance(text, Diagnostic):
        found.append(text)
        return []
    entries, diagnostics = READERS[path.suffix.lower()](text, file)
    found += diagnostics
    return entries
