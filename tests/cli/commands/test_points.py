"""`template milestones`: the form for yearly work points, and for a county's action plan."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.conftest import Run


@pytest.mark.parametrize(("words", "first"), [((), "milestones:"), (("桐庐县",), "area: tonglu")])
def test_the_form_is_written(run: Run, tmp_path: Path, words: tuple[str, ...], first: str) -> None:
    done = run("template", "milestones", *words, "-o", "points.yaml")
    assert done.exit_code == 0, done.stderr
    lines = (tmp_path / "points.yaml").read_text(encoding="utf-8").splitlines()
    assert next(line for line in lines if line and not line.startswith("#")) == first


@pytest.mark.parametrize("words", [("-o", "points.xlsx"), ("富阳区", "-o", "points.yaml")])
def test_what_no_form_can_be_is_refused(run: Run, tmp_path: Path, words: tuple[str, ...]) -> None:
    assert run("template", "milestones", *words).exit_code == 2
    assert not list(tmp_path.glob("points.*"))
