"""Nothing that is set around the tests, in a file above them or in the environment, reaches them.

They reckon as a run does: what begins a run by itself is tested in `test_arithmetic.py`.
"""

from __future__ import annotations

import os
from collections.abc import Iterator

import pytest

from countyplan.quantity import exact_arithmetic


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
