"""From paths to figures: which files there are, who reads each, and everything that is wrong with any of them."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Sequence
from pathlib import Path

from countyplan.dataclass import dataclass
from countyplan.diagnostics import Code, Diagnostic
from countyplan.limits import MEGABYTE, Limits
from countyplan.plan import Plan
from countyplan.quantity.unit import reading_in
from countyplan.source.file import read_bytes, too_large
from countyplan.submission.gathered import Gathered, InputFile, Submissions
from countyplan.submission.open.files import STANDARD_INPUT, find_files, nothing_in
from countyplan.submission.open.opener import LazyOpener
from countyplan.submission.readers import READERS, Source, read_file
from countyplan.submission.words.fields import reading_headers_of

__all__ = ["Input", "InputFile", "Submissions", "read_submissions"]

_LIMITS = Limits()


@dataclass(frozen=True, slots=True)
class Input:
    """How input that does not say so itself is to be read: its encoding, and the suffix and bytes of standard input.

    `standard_input` holds all of it, or more than `limits` allow.
    """

    encoding: str | None = None
    suffix: str = ".yaml"
    standard_input: bytes = b""
    limits: Limits = _LIMITS


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
    reading = Gathered(plan, found=files.diagnostics)
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
            reading.take(read_file(source, suffix), source, named=path in paths)
    if not reading.files and any(one.code is Code.OWN_REPORT for one in reading.found):
        reading.found += [nothing_in(path, READERS) for path in paths if path.is_dir()]
    evidence = reading.evidence()
    reading.leave_out(evidence, named={path.as_posix() for path in paths})
    reading.found += files.not_read(evidence)
    return reading.submissions()


def _bytes_of(path: Path, how: Input) -> bytes | Diagnostic:
    if path != STANDARD_INPUT:
        return read_bytes(path, how.limits)
    data = how.standard_input
    return too_large(path, how.limits) if len(data) > how.limits.size * MEGABYTE else data
