"""Which files there are to read: those that are named, and those in folders that are named, and what is passed over."""

from __future__ import annotations

import os
import stat
from collections.abc import Collection, Iterable, Iterator
from dataclasses import field
from pathlib import Path

from countyplan.dataclass import dataclass
from countyplan.diagnostics import Code, Diagnostic, Listed, Place
from countyplan.source.file import cannot_open, mode_of

STANDARD_INPUT = Path("-")
# What lies beside submissions under this name is read for what it excuses, and never as one of them.
WAIVERS = "waivers.yaml"
SCHEMA_SUFFIX = ".schema.json"
_MISNAMED = frozenset({"waivers.yaml", "waivers.yml", "waivers.json", "waiver.yaml", "waiver.yml", "waiver.json"})
_LOCK = "~$"  # begins the name of what an office keeps beside a file that is open
_NAMED_AT_MOST = 5


@dataclass(slots=True)
class Files:
    """The files to be read, what was found on the way, and what else lies in each folder, which is not read."""

    paths: list[Path] = field(default_factory=list)
    diagnostics: list[Diagnostic] = field(default_factory=list)
    others: dict[Path, list[Path]] = field(default_factory=dict)

    def not_read(self, evidence: Collection[str]) -> Iterator[Diagnostic]:
        """What is passed over in each folder, in one line; a file that serves as `evidence` (real paths) has its use."""
        for folder, files in self.others.items():
            names = sorted(file.relative_to(folder).as_posix() for file in files if real_path(file) not in evidence)
            if names:
                shown = names[:_NAMED_AT_MOST] + ["…"] * (len(names) > _NAMED_AT_MOST)
                words = {"count": str(len(names)), "names": Listed.of(shown)}
                yield Diagnostic(Code.NOT_READ, Place(folder.as_posix()), words)


def find_files(paths: Iterable[Path], suffixes: Collection[str], apart: Collection[Path]) -> Files:
    """Each file of a kind that is read once, in the same order however the paths were given, without those `apart`."""
    files = Files()
    left_out = {real_path(path) for path in apart}
    every = [file for path in paths for file in _expanded(path, suffixes, left_out, files)]
    named: dict[str, Path] = {}
    for file in sorted(every, key=Path.as_posix):
        if (real := real_path(file)) not in left_out:
            named.setdefault(real, file)
    misnamed = [file for file in named.values() if file.name.casefold() in _MISNAMED]
    files.diagnostics += [
        Diagnostic(Code.WAIVERS_MISNAMED, Place(file.as_posix()), {"right": WAIVERS}) for file in misnamed
    ]
    files.paths = [file for file in named.values() if file not in misnamed]
    return files


def nothing_in(folder: Path, suffixes: Collection[str]) -> Diagnostic:
    """That a folder holds no submission."""
    return Diagnostic(Code.NOTHING_TO_READ, Place(folder.as_posix()), {"formats": " ".join(suffixes)})


def real_path(path: Path) -> str:
    """Where a path leads to in the end, by which a file is known however it is named."""
    return os.path.realpath(path) if path != STANDARD_INPUT else str(path)


def _expanded(path: Path, suffixes: Collection[str], left_out: set[str], files: Files) -> list[Path]:
    if path == STANDARD_INPUT:
        return [path]
    found = files.diagnostics
    mode = mode_of(path)
    if isinstance(mode, Diagnostic):
        found.append(mode)
    elif stat.S_ISDIR(mode):
        return _inside(path, suffixes, left_out, files)
    elif path.suffix.lower() not in suffixes:
        words = {"suffix": path.suffix, "formats": " ".join(suffixes)}
        found.append(Diagnostic(Code.FORMAT_NOT_READ, Place(path.as_posix()), words))
    elif path.name != WAIVERS:
        return [path]
    return []


def _inside(folder: Path, suffixes: Collection[str], left_out: set[str], files: Files) -> list[Path]:
    """The submissions in a folder and its folders; what else lies there is kept apart, what cannot be read is told each."""
    found = files.diagnostics
    told = len(found)
    submissions: list[Path] = []
    others: list[Path] = []
    for file in _walked(folder, found):
        if file.name == WAIVERS or file.name.endswith(SCHEMA_SUFFIX) or (left_out and real_path(file) in left_out):
            continue
        (submissions if file.suffix.lower() in suffixes else others).append(file)
    files.others[folder] = others
    if not submissions and not any(one.severity == "error" for one in found[told:]):
        found.append(nothing_in(folder, suffixes))
    return submissions


def _walked(folder: Path, found: list[Diagnostic]) -> Iterator[Path]:
    """Every file in a folder and its folders that is not hidden. A folder that is only linked to is told, not entered."""
    waiting = [folder]
    while waiting:
        at = waiting.pop()
        try:
            inside = sorted(at.iterdir())
        except OSError as error:
            found.append(cannot_open(at, error))
            continue
        for path in inside:
            if path.name.startswith((".", _LOCK)):
                continue
            mode = mode_of(path)
            if isinstance(mode, Diagnostic):
                found.append(mode)
            elif not stat.S_ISDIR(mode):
                # What is no file is told where it would be read, and is one of the others else.
                yield path
            elif path.is_symlink():
                found.append(Diagnostic(Code.LINKED_FOLDER, Place(path.as_posix())))
            else:
                waiting.append(path)
