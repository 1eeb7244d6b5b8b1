"""Opens office files; all that it takes is loaded with the first of them, since most submissions are text."""

from __future__ import annotations

from types import TracebackType
from typing import TYPE_CHECKING

from countyplan.limits import Limits

if TYPE_CHECKING:
    from countyplan.office.client import Opener
    from countyplan.office.reading import Outcome


class LazyOpener:
    """An `Opener` that is made when it is first needed."""

    def __init__(self, limits: Limits) -> None:
        self._limits = limits
        self._opener: Opener | None = None

    def __enter__(self) -> LazyOpener:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        if self._opener is not None:
            self._opener.close()

    def open(self, data: bytes) -> Outcome:
        """What the file holds, or that it brought the process that opens it to an end."""
        if self._opener is None:
            from countyplan.office.client import Opener

            self._opener = Opener(self._limits)
        return self._opener.open(data)
