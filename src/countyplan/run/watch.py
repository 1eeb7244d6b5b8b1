"""How whoever waits for a run sees it get on."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import TypeAlias

from countyplan.plan import Target
from countyplan.submission.read import Counted

Judging: TypeAlias = Callable[[Sequence[Target]], Iterable[Target]]


class Watch:
    """Goes through what a run goes through, and gives it back as it is; this one shows nothing of it."""

    def reading(self, files: Sequence[Path], _counted: Callable[[], Counted]) -> Iterable[Path]:
        """The files that are read; what is counted is that of those given back so far."""
        return files

    def judging(self, targets: Sequence[Target]) -> Iterable[Target]:
        """The targets that are judged."""
        return targets
