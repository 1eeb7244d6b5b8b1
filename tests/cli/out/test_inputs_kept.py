"""What a run has read stays as it was, whatever the run is told to write."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from tests.cli.conftest import GOOD, Run

ROWS = "县（市）,报告期,指标,数值\n桐庐县,2024,GDP,470.2\n"


@pytest.fixture
def sent(run: Run, tmp_path: Path) -> Path:  # noqa: ARG001 -- it makes the folder the current one
    """A folder with submissions, one of which cannot be read at all."""
    folder = tmp_path / "sent"
    folder.mkdir()
    (folder / "total.csv").write_text(ROWS, encoding="utf-8")
    (folder / "01-桐庐县.csv").write_text(ROWS, encoding="utf-8")
    (folder / "broken.csv").write_bytes(b"\0")
    (folder / "waivers.yaml").write_text("waivers: []\n", encoding="utf-8")
    return folder


def contents(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@pytest.mark.parametrize(
    ("words", "option"),
    [
        (("report", "sent", "-o", "sent/total.csv"), "--output"),
        (("report", "sent/total.csv", "-o", "sent/../sent/total.csv"), "--output"),
        (("report", "sent/total.csv", "-o", "new/../sent/total.csv"), "--output"),
        (("report", "sent", "-o", "sent/broken.csv"), "--output"),
        (("report", "sent", "--by", "area", "--format", "csv", "-o", "sent"), "--output"),
        (("check", "sent", "-o", "sent/total.csv"), "--output"),
        (("check", "sent", "-o", "json=gap.json", "-o", "csv=sent/total.csv"), "--output"),
        (("check", "sent", "-o", "sent/waivers.yaml"), "--output"),
        (("check", "sent", "--baseline", "known.yaml", "-o", "known.yaml"), "--output"),
        (("validate", "sent", "-o", "sent/total.csv"), "--output"),
        (("validate", "sent", "--write-baseline", "sent/total.csv"), "--write-baseline"),
        (("validate", "sent/total.csv", "--write-baseline", "sent/total.csv"), "--write-baseline"),
        (("validate", "good.yaml", "-o", "json=gap.json", "--write-baseline", "good.yaml"), "--write-baseline"),
    ],
)
def test_an_input_is_not_written_over(
    run: Run, sent: Path, tmp_path: Path, words: tuple[str, ...], option: str
) -> None:
    assert sent.is_dir()
    (tmp_path / "known.yaml").write_text("baseline: 1\nfindings: []\n", encoding="utf-8")
    before = contents(tmp_path)
    result = run(*words)
    assert result.exit_code == 2
    assert result.stdout == ""
    assert "是本次读取的文件" in result.stderr.replace("\n", "")
    assert option in result.stderr
    assert contents(tmp_path) == before


if sys.platform != "win32":

    @pytest.mark.parametrize(("read", "written"), [("good.yaml", "link.json"), ("link.json", "good.yaml")])
    def test_a_link_leads_to_the_same_file(run: Run, tmp_path: Path, read: str, written: str) -> None:
        (tmp_path / "link.json").symlink_to("good.yaml")
        result = run("check", read, "-o", f"json={written}")
        assert result.exit_code == 2
        assert (tmp_path / "good.yaml").read_text(encoding="utf-8") == GOOD


def test_a_file_beside_the_submissions_is_written(run: Run, sent: Path) -> None:
    assert run("check", "sent/total.csv", "-o", "sent/gap.md").exit_code == 0
    assert (sent / "gap.md").is_file()
