"""Reads files one by one, in this process or in one apart."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from countyplan.dataclass import dataclass
from countyplan.diagnostics import Diagnostic
from countyplan.limits import MEGABYTE, Limits
from countyplan.plan import Plan
from countyplan.quantity import exact_arithmetic
from countyplan.quantity.unit import reading_in
from countyplan.source.file import read_bytes, too_large
from countyplan.submission.gathered import Gathered
from countyplan.submission.open.files import STANDARD_INPUT
from countyplan.submission.plain.document import PlainDocuments
from countyplan.submission.readers import Source, read_file
from countyplan.submission.readers.source import opener_within
from countyplan.submission.words.fields import reading_headers_of

if TYPE_CHECKING:
    from countyplan.office.client import Opener

_LIMITS = Limits()


@dataclass(frozen=True, slots=True)
class Input:
    """How input that does not say so itself is to be read: its encoding, and the suffix and bytes of standard input.

    `standard_input` holds all of it, or more than `limits` allow. So many `processes` may read files side by side.
    """

    encoding: str | None = None
    suffix: str = ".yaml"
    standard_input: bytes = b""
    limits: Limits = _LIMITS
    processes: int = 1


@dataclass(frozen=True, slots=True)
class FileReader:
    """Reads files under a plan; those that are `named` themselves are read whatever they are."""

    plan: Plan
    how: Input
    named: frozenset[Path]

    def __call__(self, paths: Sequence[Path]) -> Gathered:
        """What some files come to, in their order."""
        part = Gathered()
        with exact_arithmetic(), self.opened() as read:
            for path in paths:
                read(path, part)
        return part

    @contextmanager
    def opened(self) -> Iterator[Callable[[Path, Gathered], None]]:
        """What reads a file into what has been read before it, as long as this is open."""
        with reading_in(self.plan.measures), reading_headers_of(self.plan), ExitStack() as stack:
            opener, documents = opener_within(stack, self.how.limits), PlainDocuments(self.plan)
            yield lambda path, reading: self._read(path, reading, opener, documents)

    def _read(self, path: Path, reading: Gathered, opener: Callable[[], Opener], documents: PlainDocuments) -> None:
        how, data = self.how, self._bytes_of(path)
        if isinstance(data, Diagnostic):
            reading.found.append(data)
            return
        source = Source(
            data=data,
            file=path.as_posix(),
            suffix=how.suffix if path == STANDARD_INPUT else path.suffix.lower(),
            plan=self.plan,
            opener=opener,
            limits=how.limits,
            documents=documents,
            encoding=how.encoding,
        )
        reading.take(read_file(source), source, named=path in self.named)

    def _bytes_of(self, path: Path) -> bytes | Diagnostic:
        if path != STANDARD_INPUT:
            return read_bytes(path, self.how.limits)
        data = self.how.standard_input
        return too_large(path, self.how.limits) if len(data) > self.how.limits.size * MEGABYTE else data
