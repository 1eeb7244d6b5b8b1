"""`countyplan report` where there is nothing to report on: no empty document takes the place of a good one."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.conftest import Run

WRONG = "area: 桐庐县\nperiod: 2024\nfigures:\n  GDP: 三亿\n"
SILENT = "area: 桐庐县\nperiod: 2024\nfigures:\n  GDP: —\n"


@pytest.fixture
def sent(run: Run, tmp_path: Path) -> Run:
    """The command beside good documents and submissions of which nothing can be used."""
    (tmp_path / "gap.md").write_text("good", encoding="utf-8")
    (tmp_path / "sheets").mkdir()
    (tmp_path / "sheets" / "01-桐庐县.md").write_text("good", encoding="utf-8")
    (tmp_path / "empty").mkdir()
    (tmp_path / "unread").mkdir()
    (tmp_path / "unread" / "broken.xlsx").write_bytes(b"\0")
    (tmp_path / "wrong.yaml").write_text(WRONG, encoding="utf-8")
    (tmp_path / "waivers.yaml").write_text("waivers: []\n", encoding="utf-8")
    return run


@pytest.mark.parametrize("where", [("-o", "gap.md"), ("--by", "area", "-o", "sheets"), ("-o", "new/gap.html")])
@pytest.mark.parametrize(
    ("paths", "code"),
    [
        (("nope",), "CP001"),
        (("empty",), "CP002"),
        (("unread",), "CP129"),
        (("wrong.yaml",), "CP105"),
        (("wrong.yaml", "nope"), "CP001"),
        (("waivers.yaml",), ""),
    ],
)
def test_nothing_is_written_and_what_is_wrong_is_told(
    sent: Run, tmp_path: Path, paths: tuple[str, ...], code: str, where: tuple[str, ...]
) -> None:
    before = {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()}
    result = sent("report", *paths, *where)
    assert result.exit_code == 2
    assert f"error {code}" in result.stderr or not code
    assert f"没有写入 {where[-1]}" in result.stderr
    assert "已写入" not in result.stderr
    assert {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()} == before


def test_check_tells_the_cause_first_and_makes_no_report_of_nothing(sent: Run) -> None:
    result = sent("check", "nope")
    assert result.exit_code == 2
    lines = result.stdout.splitlines()
    assert lines[0].startswith("没有可用的数据")
    assert "CP001" in lines[1]
    assert lines[-1].startswith("结论：没有可用的数据")
    assert not [line for line in lines if "滞后" in line or "未报送" in line]


def test_a_county_that_reports_nothing_is_a_result(sent: Run, tmp_path: Path) -> None:
    (tmp_path / "silent.yaml").write_text(SILENT, encoding="utf-8")
    assert sent("report", "silent.yaml", "-o", "gap.md").exit_code == 0
    assert "未报送" in (tmp_path / "gap.md").read_text(encoding="utf-8")
    assert sent("report", "silent.yaml", "nope", "good.yaml", "-o", "gap.md").exit_code == 2
    assert "470.2" in (tmp_path / "gap.md").read_text(encoding="utf-8")
