"""Documents that are no text: to a file, to a pipe, and never to a terminal."""

from __future__ import annotations

import io
import os
import subprocess
import sys
import zipfile
from pathlib import Path
from urllib.parse import unquote

import docx
import pytest
from docx.opc.constants import RELATIONSHIP_TYPE

from tests.cli.conftest import Run

EXAMPLES = Path(__file__).parents[3] / "examples"
ILLUSTRATIVE, WAIVED = str(EXAMPLES / "illustrative"), str(EXAMPLES / "waived")
FORMATS = ("docx", "xlsx")
MAIN_PART = {"docx": "word/document.xml", "xlsx": "xl/workbook.xml"}


@pytest.mark.parametrize("suffix", FORMATS)
@pytest.mark.parametrize("command", ["report", "check"])
def test_the_suffix_asks_for_a_document(run: Run, command: str, suffix: str, tmp_path: Path) -> None:
    done = run(command, WAIVED, "-o", f"new/gap.{suffix.upper()}")
    assert done.exit_code == 0, done.output
    with zipfile.ZipFile(tmp_path / "new" / f"gap.{suffix.upper()}") as packed:
        assert packed.testzip() is None
        assert "差距报告" in packed.read("docProps/core.xml").decode()
        assert MAIN_PART[suffix] in packed.namelist()


@pytest.mark.parametrize("suffix", FORMATS)
def test_the_same_input_gives_the_same_bytes(run: Run, suffix: str, tmp_path: Path) -> None:
    for name in ("one", "two"):
        assert run("report", WAIVED, "-o", f"{name}.{suffix}").exit_code == 0
    assert (tmp_path / f"one.{suffix}").read_bytes() == (tmp_path / f"two.{suffix}").read_bytes()


@pytest.mark.parametrize("suffix", FORMATS)
def test_a_pipe_gets_the_bytes(run: Run, suffix: str, tmp_path: Path) -> None:
    assert run("check", WAIVED, "-o", f"gap.{suffix}").exit_code == 0
    command = [sys.executable, "-m", "countyplan", "check", WAIVED, "--format", suffix]
    done = subprocess.run(command, capture_output=True, check=True)
    assert done.stdout == (tmp_path / f"gap.{suffix}").read_bytes()
    assert zipfile.is_zipfile(io.BytesIO(done.stdout))


def test_sheets_in_word_have_an_index_that_leads_to_them(run: Run, tmp_path: Path) -> None:
    done = run("report", ILLUSTRATIVE, "--by", "area", "--format", "docx", "-o", "sheets")
    assert done.exit_code == 0, done.output
    names = sorted(path.name for path in (tmp_path / "sheets").iterdir())
    index = docx.Document(str(tmp_path / "sheets" / "00-目录.docx"))
    links = [rel.target_ref for rel in index.part.rels.values() if rel.reltype == RELATIONSHIP_TYPE.HYPERLINK]
    assert names == ["00-目录.docx", *sorted(unquote(link) for link in links)]
    assert len(links) == 4
    rows = [[cell.text for cell in row.cells] for row in index.tables[0].rows]
    assert rows[0][:3] == ["县（市）", "目标数", "滞后"]
    assert ["桐庐县", "16", "5"] in [row[:3] for row in rows]
    assert rows[-1][1] == "53"


@pytest.mark.parametrize("name", ["targets", "units"])
def test_a_listing_is_no_such_document(run: Run, name: str, tmp_path: Path) -> None:
    for suffix in FORMATS:
        assert run(name, "--format", suffix).exit_code == 2
        done = run(name, "-o", f"list.{suffix}")
        assert done.exit_code == 2
        assert f".{suffix}" in done.stderr
        assert ".csv" in done.stderr
        assert not (tmp_path / f"list.{suffix}").exists()


if sys.platform != "win32":

    @pytest.mark.parametrize("suffix", FORMATS)
    def test_a_terminal_gets_a_sentence_instead(suffix: str) -> None:
        import pty  # noqa: PLC0415

        reader, terminal = pty.openpty()
        command = [sys.executable, "-m", "countyplan", "check", ILLUSTRATIVE, "--format", suffix, "--lang", "en"]
        done = subprocess.run(command, stdout=terminal, stderr=subprocess.PIPE, check=False)
        os.close(terminal)
        os.close(reader)
        assert done.returncode == 2
        assert f"A terminal cannot show {suffix}" in " ".join(done.stderr.decode().split())


def test_a_message_stays_in_words_where_paths_are_made_short(run: Run, tmp_path: Path) -> None:
    # Two folders, so that names are shortened; 建德市 has differences that no project of its list explains.
    done = run("report", str(EXAMPLES / "illustrative"), str(EXAMPLES / "ledger"), "-o", "a.docx")
    assert done.exit_code == 0, done.stderr
    document = docx.Document(str(tmp_path / "a.docx"))
    told = "\n".join(one.text for one in document.paragraphs)
    assert "projects.not_listed" not in told
    assert "请先核对：是否有项目未列入清单" in told
    headings = [one for one in document.paragraphs if one.text == "没有进展的项目（18个）"]
    assert [one._p.xpath("string(./w:pPr/w:numPr/w:numId/@w:val)") for one in headings] == ["0"]
