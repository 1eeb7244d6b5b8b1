"""Nothing that is set around the tests, in a file above them or in the environment, reaches them.

They reckon as a run does: what begins a run by itself is tested in `test_arithmetic.py`. What takes long and comes out
the same each time is made once: the shipped plan, which nothing changes, and the commands that the application is made of.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from typer.main import get_command

from countyplan.diagnostics import Diagnostic
from countyplan.plan import Plan, load_plan, shipped_plan
from countyplan.quantity import exact_arithmetic

load_shipped = cache(load_plan)


def load_once(folder: Path) -> tuple[Plan, tuple[Diagnostic, ...]]:
    return (load_shipped if folder == shipped_plan() else load_plan)(folder)


# Now, before any other module takes these names.
made_once = pytest.MonkeyPatch()
made_once.setattr("countyplan.plan.load_plan", load_once)
made_once.setattr("countyplan.plan.load.load_plan", load_once)
made_once.setattr("typer.testing._get_command", cache(get_command))


@pytest.fixture(autouse=True)
def nothing_set(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in list(os.environ):
        if name.startswith("COUNTYPLAN_"):
            monkeypatch.delenv(name)
    monkeypatch.setenv("COUNTYPLAN_CONFIG", os.devnull)


@pytest.fixture(autouse=True)
def exact() -> Iterator[None]:
    with exact_arithmetic():
        yield
