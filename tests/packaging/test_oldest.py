"""What `.ci/oldest` installs is what pyproject.toml allows at the least."""

from __future__ import annotations

import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


def test_every_dependency_has_a_lowest_version_that_is_tried() -> None:
    done = subprocess.run([sys.executable, ROOT / ".ci" / "lowest"], capture_output=True, text=True, check=True)
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    asked = [*project["dependencies"], *project["optional-dependencies"]["pdf"]]
    assert done.stdout.split() == [one.replace(">=", "==") for one in asked]
    assert ".ci/oldest" in (ROOT / ".ci" / "run").read_text(encoding="utf-8")


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_the_list_of_licences_names_what_is_installed(lang: str) -> None:
    words = [sys.executable, str(ROOT / ".ci" / "licences"), lang]
    done = subprocess.run(words, capture_output=True, text=True, encoding="utf-8", check=True)
    page = (ROOT / "docs" / lang / "reference" / "licences.md").read_text(encoding="utf-8")
    names = [line.split("|")[1].strip() for line in done.stdout.splitlines() if line.startswith("| ")]
    assert {"openpyxl", "lxml", "typer", "pypdf"} <= set(names)
    assert [name for name in names if f"| {name} |" not in page] == []
    assert "?" not in done.stdout.partition("| --- |")[2]
