"""How files are shared out: in their order, by their size, and not at all where it would not pay."""

from __future__ import annotations

from pathlib import Path

import pytest

from countyplan.submission.many import shares
from countyplan.submission.many.shares import shares_of


@pytest.fixture
def files(tmp_path: Path) -> list[Path]:
    """Ten files of ten bytes each."""
    made = [tmp_path / f"{at}.yaml" for at in range(10)]
    for path in made:
        path.write_bytes(b"0123456789")
    return made


def test_few_bytes_are_one_share(files: list[Path]) -> None:
    assert shares_of(files, 2) == [files]


def test_one_process_reads_all(files: list[Path], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shares, "_WORTHWHILE", 0)
    assert shares_of(files, 1) == [files]


def test_shares_follow_each_other_and_are_about_as_large(files: list[Path], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shares, "_WORTHWHILE", 100)
    monkeypatch.setattr(shares, "_SHARES", 2)
    # 100 bytes in two times two shares: one is full once it holds 25 bytes.
    assert shares_of(files, 2) == [files[:3], files[3:6], files[6:9], files[9:]]


def test_a_file_that_is_not_there_has_no_size(files: list[Path], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shares, "_WORTHWHILE", 101)
    assert shares_of([*files, files[0].with_name("none.yaml")], 2) == [[*files, files[0].with_name("none.yaml")]]
