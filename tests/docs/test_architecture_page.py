"""The page names every room and every dependency, and no file that is not there."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

ROOT = Path(__file__).parents[2]
SOURCE = ROOT / "src" / "countyplan"
PAGE = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8")
ROOMS, _, DEPENDENCIES = PAGE.partition("## 依赖")


def test_every_room_is_named() -> None:
    rooms = {path.name for path in SOURCE.iterdir() if (path / "__init__.py").is_file()}
    assert {room for room in rooms if f"`{room}/`" not in ROOMS} == set()


def test_every_dependency_has_its_reason_and_no_other() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    needed = [*project["dependencies"], *project["optional-dependencies"]["pdf"]]
    names = {re.split(r"[<>=\[;]", one)[0] for one in needed}
    assert set(re.findall(r"^\| `([\w-]+)`", DEPENDENCIES, re.MULTILINE)) == names
    assert all(line.count("|") == 6 for line in DEPENDENCIES.splitlines() if line.startswith("| `"))


def test_every_file_that_is_named_is_there() -> None:
    named = re.findall(r"`([\w/]+/[\w.]*\.(?:py|yaml|j2))`", PAGE)
    assert len(named) > 25
    assert [name for name in named if not (SOURCE / name).is_file()] == []
