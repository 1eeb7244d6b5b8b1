"""Nothing that is set around the tests, in a file above them or in the environment, reaches them."""

from __future__ import annotations

import os

import pytest


@pytest.fixture(autouse=True)
def nothing_set(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in list(os.environ):
        if name.startswith("COUNTYPLAN_"):
            monkeypatch.delenv(name)
    monkeypatch.setenv("COUNTYPLAN_CONFIG", os.devnull)
