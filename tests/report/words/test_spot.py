from __future__ import annotations

from pathlib import PurePath, PurePosixPath, PureWindowsPath

import pytest

from countyplan.diagnostics import Place
from countyplan.report.words.spot import Spot, relative_path, spot_of

HERE = PurePosixPath("/home/ci/plan")
WINDOWS = PureWindowsPath(r"C:\ci\plan")


@pytest.mark.parametrize(
    ("file", "folder", "path"),
    [
        ("a.yaml", HERE, "a.yaml"),
        ("./b/a.yaml", HERE, "b/a.yaml"),
        ("/home/ci/plan/b/a.yaml", HERE, "b/a.yaml"),
        ("/home/ci/a.yaml", HERE, "/home/ci/a.yaml"),
        ("../a.yaml", HERE, "../a.yaml"),
        (r"b\a.yaml", HERE, r"b\a.yaml"),
        (r"b\a.yaml", WINDOWS, "b/a.yaml"),
        (r"c:\CI\plan\b\a.yaml", WINDOWS, "b/a.yaml"),
        (r"D:\a.yaml", WINDOWS, "D:/a.yaml"),
    ],
)
def test_a_path_is_seen_from_the_folder_with_forward_slashes(file: str, folder: PurePath, path: str) -> None:
    assert relative_path(file, folder) == path


def test_a_place_in_a_text_has_its_line_and_columns() -> None:
    assert spot_of(Place("a.yaml", 4, 11, length=5), HERE) == Spot("a.yaml", 4, 11, 16)
    assert spot_of(Place("a.yaml", 4), HERE) == Spot("a.yaml", 4)
    assert spot_of(Place("a.yaml"), HERE) == Spot("a.yaml")


def test_a_row_of_a_sheet_is_no_line() -> None:
    assert spot_of(Place("a.xlsx", 7, 3, "Sheet1!C7"), HERE) == Spot("a.xlsx", cell="Sheet1!C7")


@pytest.mark.parametrize(
    ("spot", "said"),
    [
        (Spot("a.yaml", 4, 11, 16), "a.yaml:4:11"),
        (Spot("a.yaml"), "a.yaml"),
        (Spot("a.xlsx", cell="S!C7"), "a.xlsx!S!C7"),
    ],
)
def test_a_spot_is_said_like_a_place(spot: Spot, said: str) -> None:
    assert str(spot) == said
