"""Several processes read what one reads: figures, places, findings, files and areas, each in the same order."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import pytest

from countyplan.plan import load_plan, shipped_plan
from countyplan.submission import Input, read_submissions
from countyplan.submission.many import shares
from countyplan.submission.read import Counted

EXAMPLES = Path(__file__).parents[3] / "examples"
PLAN = load_plan(shipped_plan())[0]
# Broken files of every kind among sound ones, a workbook, lists of projects, and a file that is not there.
PATHS = [EXAMPLES / name for name in ("invalid", "illustrative", "ledger", "workbook/sent", "none.yaml")]


def test_every_figure_and_finding_is_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    alone = read_submissions(PATHS, PLAN)
    monkeypatch.setattr(shares, "_WORTHWHILE", 0)
    together = read_submissions(PATHS, PLAN, Input(processes=3))
    assert len(alone.figures) > 150
    assert len(alone.diagnostics) > 300
    assert together == alone
    assert [one.place.excerpt for one in together.diagnostics] == [one.place.excerpt for one in alone.diagnostics]


@pytest.mark.parametrize("processes", [1, 2])
def test_who_looks_sees_each_file_with_what_was_read_before_it(processes: int, monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[tuple[str, bool]] = []

    def along(files: Sequence[Path], counted: Callable[[], Counted]) -> Iterator[Path]:
        for file in files:
            yield file
            seen.append((file.name, counted().figures > 0))

    monkeypatch.setattr(shares, "_WORTHWHILE", 0)
    read = read_submissions([EXAMPLES / "illustrative"], PLAN, Input(processes=processes), along)
    assert [name for name, _ in seen] == [Path(file.name).name for file in read.files]
    assert all(some for _, some in seen[1:])
