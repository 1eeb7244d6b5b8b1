"""The page names every room and every dependency, and no file that is not there."""

from __future__ import annotations

import re
import tomllib
from itertools import chain

import pytest

from tests.docs.pages import LANGUAGES, ROOT, page

SOURCE = ROOT / "src" / "countyplan"
PAGE = "explanation/architecture.md"
pytestmark = pytest.mark.parametrize("language", LANGUAGES)


def parts(language: str) -> tuple[str, str]:
    """What stands before the last heading, and behind it."""
    rooms, _, dependencies = page(PAGE, language).rpartition("\n## ")
    return rooms, dependencies


def test_every_room_is_named(language: str) -> None:
    rooms = {path.name for path in SOURCE.iterdir() if (path / "__init__.py").is_file()}
    assert {room for room in rooms if f"`{room}/`" not in parts(language)[0]} == set()


@pytest.mark.parametrize("large", ["cli", "render", "report", "submission", "plan"])
def test_every_room_within_a_large_one_is_named_beside_it(language: str, large: str) -> None:
    inner = {path.name for path in (SOURCE / large).iterdir() if (path / "__init__.py").is_file()}
    (line,) = [
        one for one in parts(language)[0].splitlines() if one.startswith(f"| `{large}/` |") and one.count("/`") > 2
    ]
    assert {room for room in inner if f"`{room}/`" not in line} == set()


def test_every_dependency_has_its_reason_and_no_other(language: str) -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    needed = [*project["dependencies"], *chain.from_iterable(project["optional-dependencies"].values())]
    names = {re.split(r"[<>=\[;]", one)[0] for one in needed} - {project["name"]}
    dependencies = parts(language)[1]
    assert set(re.findall(r"^\| `([\w-]+)`", dependencies, re.MULTILINE)) == names
    assert all(line.count("|") == 6 for line in dependencies.splitlines() if line.startswith("| `"))


def test_every_file_that_is_named_is_there(language: str) -> None:
    named = re.findall(r"`([\w/]+/[\w.]*\.(?:py|yaml|j2))`", page(PAGE, language))
    assert len(named) > 25
    assert [name for name in named if not (SOURCE / name).is_file()] == []
