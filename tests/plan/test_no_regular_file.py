"""What stands in a plan's folder under a file's name and is none: told with its code, and not waited for."""

from __future__ import annotations

import os
import socket
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from countyplan.diagnostics import Code
from countyplan.plan import load_plan
from countyplan.plan.beside.panels import PanelError, check_panels, panel_rows
from countyplan.plan.draft.draft import load_draft
from countyplan.plan.error import PlanError
from tests.plan.small_plan import told, write

PANELS = """panels:
  - indicator: road_quality
    file: panel.csv
    start_year: 2010
    end_year: 2020
    within: 8
    areas: 县
    areas_en: counties
    about: 虚构
    about_en: made up
    source: 虚构
    source_en: made up
"""


def a_socket(path: Path) -> None:
    # A socket's whole path may have only a hundred bytes, which a test's folder can have already.
    before = Path.cwd()
    os.chdir(path.parent)
    try:
        with socket.socket(socket.AF_UNIX) as opened:
            opened.bind(path.name)
    finally:
        os.chdir(before)


Make = Callable[[Path], None]
KINDS: list[tuple[Make, Code]] = [(Path.mkdir, Code.CANNOT_OPEN)]
if sys.platform != "win32":
    KINDS += [
        (os.mkfifo, Code.SPECIAL_FILE),
        (a_socket, Code.SPECIAL_FILE),
        (lambda path: path.symlink_to("/dev/zero"), Code.SPECIAL_FILE),
        (lambda path: path.symlink_to(path.name), Code.LINK_BROKEN),
        (lambda path: path.symlink_to("nowhere"), Code.LINK_BROKEN),
    ]
every_kind = pytest.mark.parametrize(("make", "code"), KINDS)


@every_kind
@pytest.mark.parametrize("name", ["targets", "responsibilities", "milestones", "commitments", "panels"])
def test_a_file_of_the_plan(name: str, make: Make, code: Code, tmp_path: Path) -> None:
    file = write(tmp_path) / f"{name}.yaml"
    file.unlink(missing_ok=True)
    make(file)
    assert told(tmp_path) == [(file.name, None, None, code)]


@every_kind
@pytest.mark.parametrize("name", ["targets", "responsibilities", "commitments"])
def test_a_file_of_a_plan_with_open_items(name: str, make: Make, code: Code, tmp_path: Path) -> None:
    file = write(tmp_path) / f"{name}.yaml"
    file.unlink(missing_ok=True)
    make(file)
    with pytest.raises(PlanError) as caught:
        load_draft(tmp_path)
    assert [(one.place.file, one.code) for one in caught.value.diagnostics] == [(file.as_posix(), code)]


@every_kind
def test_the_file_of_a_panel_is_told_where_it_is_named(make: Make, code: Code, tmp_path: Path) -> None:
    (write(tmp_path) / "panels.yaml").write_text(PANELS, encoding="utf-8")
    make(tmp_path / "panel.csv")
    assert told(tmp_path) == [("panels.yaml", 3, 11, code)]


def test_the_file_of_a_panel_that_is_replaced_after_the_plan_was_loaded(tmp_path: Path) -> None:
    (write(tmp_path) / "panels.yaml").write_text(PANELS, encoding="utf-8")
    panel = tmp_path / "panel.csv"
    panel.write_text("start,end\n1,2\n", encoding="utf-8")
    plan, found = load_plan(tmp_path)
    assert found == ()
    panel.unlink()
    panel.mkdir()
    with pytest.raises(PanelError):
        panel_rows(panel)
    assert [one.code for one in check_panels(plan.panels_file, tmp_path)] == [Code.CANNOT_OPEN]
