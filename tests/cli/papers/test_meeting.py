"""`report --for meeting`: a page to be read out, a page for each county, annexes."""

from __future__ import annotations

import io
from pathlib import Path

import docx
import pytest

from tests.cli.conftest import Run

ILLUSTRATIVE = str(Path(__file__).parents[3] / "examples" / "illustrative")


def paper(run: Run, folder: Path, *words: str) -> str:
    done = run("report", ILLUSTRATIVE, "--for", "meeting", "-o", "m.md", "--force", *words)
    assert done.exit_code == 0, done.stderr
    return (folder / "m.md").read_text(encoding="utf-8")


def test_it_decides_at_most_five_things_each_with_who_and_by_when(run: Run, tmp_path: Path) -> None:
    text = paper(run, tmp_path, "--reply-by", "2025-03-31")
    part = text.split("## 请会议议定的事项")[1].split("## ")[0]
    rows = [line for line in part.splitlines() if line.startswith("| ") and "---" not in line][1:]
    assert 1 <= len(rows) <= 5
    assert all(row.endswith("| 2025年3月31日前 |") for row in rows)
    cells = [row.strip("| ").split(" | ") for row in rows]
    assert all(cell[2] for cell in cells)
    assert rows[0].startswith("| 1. ")
    assert "须关注的承诺" in part
    assert "下次联席会议前" in paper(run, tmp_path)


def test_it_tells_what_changed_with_the_figures_then_and_now(run: Run, tmp_path: Path) -> None:
    text = paper(run, tmp_path)
    assert "## 与上次（2023年）相比" in text
    part = text.split("## 与上次（2023年）相比")[1].split("## ")[0]
    assert "（2023年），现为" in part
    assert "## 与上次（2022年）相比" in paper(run, tmp_path, "--since", "2022")


def test_each_county_has_a_page_and_the_report_is_the_annex(run: Run, tmp_path: Path) -> None:
    text = paper(run, tmp_path)
    order = [text.index(f"\n## {name}") for name in ("结论", "桐庐县", "淳安县", "建德市", "三县（市）合计")]
    assert order == sorted(order)
    assert text.index("差距报告") > order[-1]


def test_it_is_written_in_english_too(run: Run, tmp_path: Path) -> None:
    text = paper(run, tmp_path, "--lang", "en")
    assert "## To be decided" in text
    assert "before the next meeting" in text


def test_as_a_document_the_first_page_is_one_section(run: Run, tmp_path: Path) -> None:
    done = run("report", ILLUSTRATIVE, "--for", "meeting", "-o", "m.docx")
    assert done.exit_code == 0
    document = docx.Document(io.BytesIO((tmp_path / "m.docx").read_bytes()))
    headings = [
        one.text for one in document.paragraphs if str(one.style.name if one.style else "").startswith("Heading 1")
    ]
    assert headings[:3] == ["结论", "请会议议定的事项", "与上次（2023年）相比"]
    assert headings[3:7] == ["桐庐县", "淳安县", "建德市", "三县（市）合计"]
    assert len(document.tables[0].rows) <= 6


def test_a_first_report_says_that_there_is_nothing_to_compare_with(run: Run, tmp_path: Path) -> None:
    assert run("report", "good.yaml", "--for", "meeting", "-o", "m.md").exit_code == 0
    text = (tmp_path / "m.md").read_text(encoding="utf-8")
    assert "没有更早一期的数据可比" in text
    assert "未报送：目标51项" in text


@pytest.mark.parametrize(
    "words",
    [
        ("--by", "unit", "-o", "x"),
        ("-o", "m.xlsx"),
        ("-o", "m.md", "--reply-by", "明天"),
        ("-o", "m.md", "--since", "去年"),
    ],
)
def test_what_cannot_be_asked_of_it_is_refused(run: Run, words: tuple[str, ...]) -> None:
    assert run("report", ILLUSTRATIVE, "--for", "meeting", *words).exit_code == 2


def test_what_is_sent_names_no_folder_and_no_hash(run: Run, tmp_path: Path) -> None:
    run("report", ILLUSTRATIVE, "--for", "meeting", "-o", "m.docx")
    run("report", ILLUSTRATIVE, "--by", "unit", "--unit", "桐庐县政府", "--format", "docx", "-o", "sheets")
    for path in (tmp_path / "m.docx", tmp_path / "sheets" / "26-桐庐县政府.docx"):
        document = docx.Document(str(path))
        cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
        told = "\n".join([*(paragraph.text for paragraph in document.paragraphs), *cells])
        assert "tonglu-2024.yaml" in told
        assert "SHA-256" not in told
        assert "illustrative/" not in told


def test_where_nothing_was_reported_nothing_is_said_not_to_lag(run: Run, tmp_path: Path) -> None:
    """An area of which no target can be judged gets no all-clear, and its own page does not repeat its name."""
    (tmp_path / "old.csv").write_text("县（市）,报告期,指标,数值\n桐庐县,2022,地区生产总值,452.3亿元\n", "utf-8")
    assert run("report", "old.csv", "--as-of", "2024", "--for", "meeting", "-o", "m.md").exit_code == 0
    text = (tmp_path / "m.md").read_text(encoding="utf-8")
    county = text.split("\n## 桐庐县\n")[1].split("\n## ")[0]
    assert "目标16项：未报送16项。" in county
    assert "滞后" not in county
    assert "- 地区生产总值：只有基期或更早的数据，此后未报送\n- 城乡居民收入倍差\n" in county


def test_a_lone_area_goes_on_below_what_is_read_out(run: Run, tmp_path: Path) -> None:
    sections = []
    for words in (("good.yaml", "--area", "桐庐县"), (ILLUSTRATIVE,)):
        assert run("report", *words, "--for", "meeting", "-o", "m.docx", "--force").exit_code == 0
        sections.append(len(docx.Document(str(tmp_path / "m.docx")).sections))
    # What is read out, all targets on their side, and the other annexes; with several areas a page for each of the four.
    assert sections == [3, 3 + 4]
