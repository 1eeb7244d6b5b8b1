"""What is installed to try the program with: the least that pyproject.toml allows, and what development is done with."""

from __future__ import annotations

import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from packaging.version import Version

ROOT = Path(__file__).parents[2]


def test_every_dependency_has_a_lowest_version_that_is_tried() -> None:
    done = subprocess.run([sys.executable, ROOT / ".ci" / "lowest"], capture_output=True, text=True, check=True)
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    asked = [*project["dependencies"], *project["optional-dependencies"]["pdf"]]
    assert done.stdout.split() == [one.replace(">=", "==") for one in asked]
    run = (ROOT / ".ci" / "run").read_text(encoding="utf-8").splitlines()
    assert {".ci/versions oldest", ".ci/pythons"} <= set(run)


def test_what_development_is_done_with_is_locked_and_meets_what_is_asked_for() -> None:
    _, *lock = (ROOT / "requirements-dev.lock").read_text(encoding="utf-8").splitlines()
    assert lock == sorted(lock)
    locked = {name: Version(version) for name, _, version in (line.partition("==") for line in lock)}
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    extras = project["optional-dependencies"]
    asked = [Requirement(one) for one in (*project["dependencies"], *extras["pdf"], *extras["dev"])]
    others = [one for one in asked if one.name != project["name"]]
    assert [one.name for one in others if locked[canonicalize_name(one.name)] not in one.specifier] == []


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_the_list_of_licences_names_what_is_installed(lang: str) -> None:
    words = [sys.executable, str(ROOT / ".ci" / "licences"), lang]
    done = subprocess.run(words, capture_output=True, text=True, encoding="utf-8", check=True)
    page = (ROOT / "docs" / lang / "reference" / "licences.md").read_text(encoding="utf-8")
    names = [line.split("|")[1].strip() for line in done.stdout.splitlines() if line.startswith("| ")]
    assert {"openpyxl", "lxml", "typer", "pypdf"} <= set(names)
    assert [name for name in names if f"| {name} |" not in page] == []
    assert "?" not in done.stdout.partition("| --- |")[2]
