"""Files as they are on the disk after a run: who may read them, and all of them or none."""

from __future__ import annotations

import os
import stat
import sys
from pathlib import Path

import pytest

from countyplan.cli.out.files.writing import write_files
from countyplan.language import Language, Texts
from tests.cli.conftest import Run

TEXTS = Texts(Language.ZH)

if sys.platform != "win32":

    def mode(path: Path) -> int:
        return stat.S_IMODE(path.stat().st_mode)

    @pytest.mark.parametrize("kept", [0o600, 0o640, 0o664])
    def test_a_file_that_is_replaced_keeps_its_mode(run: Run, tmp_path: Path, kept: int) -> None:
        for name in ("gap.md", "gap.json"):
            (tmp_path / name).write_text("old", encoding="utf-8")
            (tmp_path / name).chmod(kept)
        assert run("check", "good.yaml", "-o", "gap.md", "-o", "json=gap.json").exit_code == 0
        assert (tmp_path / "gap.md").read_text(encoding="utf-8") != "old"
        assert (mode(tmp_path / "gap.md"), mode(tmp_path / "gap.json")) == (kept, kept)

    @pytest.mark.parametrize(("mask", "expected"), [(0o022, 0o644), (0o077, 0o600), (0o002, 0o664)])
    def test_a_new_file_is_for_whom_new_files_are(run: Run, tmp_path: Path, mask: int, expected: int) -> None:
        before = os.umask(mask)
        try:
            assert run("report", "good.yaml", "-o", "gap.md").exit_code == 0
            assert os.umask(mask) == mask
        finally:
            os.umask(before)
        assert mode(tmp_path / "gap.md") == expected


@pytest.mark.parametrize("ended", [KeyboardInterrupt, MemoryError])
@pytest.mark.parametrize("after", [0, 1, 2])
def test_an_interrupt_leaves_all_as_they_were(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, ended: type[BaseException], after: int
) -> None:
    (tmp_path / "a").write_text("old", encoding="utf-8")
    (tmp_path / "c").write_text("old", encoding="utf-8")
    replace, replaced = Path.replace, list[Path]()

    def interrupted(self: Path, target: Path) -> Path:
        replaced.append(self)
        if len(replaced) == after + 1:
            raise ended
        return replace(self, target)

    monkeypatch.setattr(Path, "replace", interrupted)
    with pytest.raises(ended):
        write_files({tmp_path / name: b"new" for name in "abc"}, TEXTS)
    assert {path.name: path.read_text(encoding="utf-8") for path in tmp_path.iterdir()} == {"a": "old", "c": "old"}
