"""A packed file and its parts, none of which is unpacked before the sizes of all are known."""

from __future__ import annotations

import io
import zipfile
import zlib
from enum import StrEnum
from types import TracebackType

from countyplan.limits import MEGABYTE
from countyplan.office.sheet import Limit, LimitError

_ENCRYPTED = 0x1


class Fault(StrEnum):
    """Why an office file cannot be read."""

    PACKING = "packing"
    PART_LACKING = "part_lacking"
    MARKUP = "markup"
    CELL = "cell"
    STREAM = "stream"
    PASSWORD = "password"
    ENDED = "ended"


class BrokenError(Exception):
    """An office file cannot be read; `part` is what of it cannot, if that is known."""

    def __init__(self, fault: Fault, part: str = "") -> None:
        super().__init__(fault)
        self.fault = fault
        self.part = part


class Package:
    """The parts of a packed file by name; where a program wrote a backslash between folders they are found all the same."""

    def __init__(self, data: bytes, unpacked: int) -> None:
        """Look at the directory; `unpacked` is how many megabytes all parts may have."""
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
        except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError) as error:
            raise BrokenError(Fault.PACKING) from error
        self._parts: dict[str, zipfile.ZipInfo] = {}
        for about in self._zip.infolist():
            name = about.orig_filename.replace("\\", "/").removeprefix("/").casefold()
            if self._parts.setdefault(name, about) is not about:
                # Which of two parts of one name counts, programs do not agree on.
                raise BrokenError(Fault.PACKING, name)
        if sum(about.file_size for about in self._zip.infolist()) > unpacked * MEGABYTE:
            raise LimitError(Limit.UNPACKED)

    def __enter__(self) -> Package:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self._zip.close()

    def __contains__(self, name: str) -> bool:
        return name.casefold() in self._parts

    def read(self, name: str) -> bytes:
        """The bytes of a part."""
        about = self._parts.get(name.casefold())
        if about is None:
            raise BrokenError(Fault.PART_LACKING, name)
        if about.flag_bits & _ENCRYPTED:
            raise BrokenError(Fault.PASSWORD, name)
        try:
            # No more is unpacked than the directory says, and less or other than that is an error.
            return self._zip.read(about)
        except (
            zipfile.BadZipFile,
            zlib.error,
            OSError,
            EOFError,
            ValueError,
            NotImplementedError,
            RuntimeError,
        ) as error:
            raise BrokenError(Fault.PACKING, name) from error
