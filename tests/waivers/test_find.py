from __future__ import annotations

from pathlib import Path

import pytest

from countyplan.waivers.load import waiver_files


@pytest.fixture
def sent(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    for name in ("a.yaml", "waivers.yaml", "inner/b.csv", "inner/waivers.yaml", "bare/c.csv"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.touch()
    return tmp_path


@pytest.mark.parametrize(
    ("paths", "found"),
    [
        (["."], ["inner/waivers.yaml", "waivers.yaml"]),
        (["a.yaml"], ["waivers.yaml"]),
        (["inner/b.csv", "inner"], ["inner/waivers.yaml"]),
        (["inner/b.csv", "."], ["inner/waivers.yaml", "waivers.yaml"]),
        (["waivers.yaml"], ["waivers.yaml"]),
        (["bare", "bare/c.csv"], []),
        (["-"], []),
        (["nowhere.yaml"], []),
        (["x" * 5000], []),
    ],
)
def test_waivers_lie_in_a_folder_or_below_it_or_beside_a_file(sent: Path, paths: list[str], found: list[str]) -> None:
    assert sent.is_dir()
    assert sorted(path.as_posix() for path in waiver_files(Path(path) for path in paths)) == found


def test_each_file_comes_once_however_it_is_named(sent: Path) -> None:
    assert len(waiver_files([Path(), sent, sent / "a.yaml", Path("inner/../a.yaml")])) == 2


def test_a_folder_of_that_name_is_no_file_of_waivers(sent: Path) -> None:
    (sent / "bare" / "waivers.yaml").mkdir()
    assert waiver_files([Path("bare"), Path("bare/c.csv")]) == ()
