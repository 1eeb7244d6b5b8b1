"""Nothing that lies among the submissions is passed over without a word, and nothing is waited for."""

from __future__ import annotations

import os
import socket
from pathlib import Path

import pytest

from countyplan.diagnostics import Code
from countyplan.source import file as source_file
from countyplan.source.file import read_documents
from countyplan.submission import read_submissions
from countyplan.submission.open import files
from tests.submission.reading import PLAN, values

CSV = "area,period,indicator,value\n桐庐县,2024,gdp,484.4\n"


def found(folder: Path) -> list[tuple[str, Code]]:
    """What is told of a folder: places seen from it, and codes."""
    submissions = read_submissions([folder], PLAN)
    return [(os.path.relpath(one.place.file, folder), one.code) for one in submissions.diagnostics]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    inside = tmp_path / "in"
    inside.mkdir()
    (inside / "a.csv").write_text(CSV, encoding="utf-8")
    return inside


def test_a_folder_that_may_not_be_read_is_an_error(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (folder / "sub").mkdir()
    (folder / "sub" / "b.csv").write_text(CSV.replace("桐庐", "淳安"), encoding="utf-8")
    listed = Path.iterdir

    def refuse(path: Path) -> object:
        if path.name == "sub":
            raise PermissionError(13, "Permission denied")
        return listed(path)

    monkeypatch.setattr(Path, "iterdir", refuse)
    assert found(folder) == [("sub", Code.CANNOT_OPEN)]
    assert values(read_submissions([folder], PLAN)) == {"gdp": "484.4"}


def test_links_that_lead_nowhere_round_or_to_folders_are_errors(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "other").mkdir()
    (folder / "gone.csv").symlink_to(tmp_path / "nowhere.csv")
    (folder / "loop").symlink_to("loop")
    (folder / "linked").symlink_to(tmp_path / "other")
    (folder / "up").symlink_to("..")
    assert found(folder) == [
        ("gone.csv", Code.LINK_BROKEN),
        ("linked", Code.LINKED_FOLDER),
        ("loop", Code.LINK_BROKEN),
        ("up", Code.LINKED_FOLDER),
    ]


def test_a_folder_of_links_alone_does_not_also_hold_nothing(tmp_path: Path) -> None:
    (tmp_path / "gone.csv").symlink_to("nowhere.csv")
    assert found(tmp_path) == [("gone.csv", Code.LINK_BROKEN)]


def test_a_pipe_and_a_socket_are_told_and_not_waited_for(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    os.mkfifo(folder / "b.yaml")
    os.mkfifo(folder / "pipe")
    monkeypatch.chdir(folder)
    with socket.socket(socket.AF_UNIX) as open_socket:
        open_socket.bind("c.json")
        assert found(folder) == [
            (".", Code.NOT_READ),
            ("b.yaml", Code.SPECIAL_FILE),
            ("c.json", Code.SPECIAL_FILE),
        ]
    [named] = read_submissions([folder / "b.yaml"], PLAN).diagnostics
    assert named.code is Code.SPECIAL_FILE
    assert read_documents(folder / "b.yaml")[1][0].code is Code.SPECIAL_FILE
    assert read_documents(Path(os.devnull))[1][0].code is Code.EMPTY


def test_what_is_of_another_kind_is_told_in_one_line(folder: Path) -> None:
    (folder / "b").mkdir()
    for name in ("公报.pdf", "b/old.wps", "b/x.doc", "notes.txt", "y.wps", "z.png", "Thumbs.db"):
        (folder / name).write_bytes(b"x")
    for name in (".hidden.pdf", "~$a.xlsx", "plan.schema.json", "waivers.yaml"):
        (folder / name).write_bytes(b"x")
    [others] = read_submissions([folder], PLAN).diagnostics
    assert (others.code, others.severity, others.place.file) == (Code.NOT_READ, "info", folder.as_posix())
    assert dict(others.words) == {"count": "7", "names": "Thumbs.db; b/old.wps; b/x.doc; notes.txt; y.wps; …"}


def test_a_name_that_is_too_long_is_told_in_the_language_of_the_message(tmp_path: Path) -> None:
    [told] = read_submissions([tmp_path / ("长" * 200 + ".yaml")], PLAN).diagnostics
    assert told.code is Code.CANNOT_OPEN
    assert "名称太长" in told.message("zh")
    assert "too long" in told.message("en")


def test_a_reason_that_is_not_common_is_told_as_the_system_says_it() -> None:
    told = source_file.cannot_open(Path("a.yaml"), OSError(5, "Input/output error"))
    assert told.words == {"detail": "Input/output error"}


def test_no_text_lies_twice_under_two_names(folder: Path) -> None:
    (folder / "b.csv").symlink_to("a.csv")
    assert [path.name for path in files.find_files([folder], [".csv"], []).paths] == ["a.csv"]
    assert files.find_files([folder], [".csv"], [folder / "a.csv"]).paths == []
