"""The command as a user runs it, in a folder of its own."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from countyplan.cli.app import app

Run = Callable[..., Result]

GOOD = """area: 桐庐县
period: 2024
figures:
  地区生产总值: 470.2
  常住人口城镇化率: {value: 72.1, unit: "%", source: 县统计公报}
"""


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    monkeypatch.chdir(tmp_path)
    for name in ("LC_ALL", "LC_MESSAGES", "LANG", "FORCE_COLOR", "GITHUB_STEP_SUMMARY"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("COLUMNS", "120")
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1767225600")  # 2026-01-01
    (tmp_path / "good.yaml").write_text(GOOD, encoding="utf-8")

    def runner(*words: str) -> Result:
        return CliRunner().invoke(app, list(words))

    return runner
