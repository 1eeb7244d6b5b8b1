"""`report --for request`: a folder of requests, and what is refused before anything is read."""

from __future__ import annotations

from pathlib import Path

import pytest
from pypdf import PdfReader

from tests.cli.conftest import Run

ILLUSTRATIVE = str(Path(__file__).parents[3] / "examples" / "illustrative")


def test_each_unit_gets_a_request(run: Run, tmp_path: Path) -> None:
    done = run("report", ILLUSTRATIVE, "--for", "request", "--unit", "health", "--unit", "桐庐县政府", "-o", "out")
    assert done.exit_code == 0
    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == ["19-市卫健委.docx", "26-桐庐县政府.docx"]
    assert "2份督办单" in done.stderr
    # What was sent back unfilled is no fault, and what nobody filled in reports nothing.
    again = run("check", "out")
    assert again.exit_code == 0, again.stdout


def test_a_request_to_be_signed_is_written_as_pdf(run: Run, tmp_path: Path) -> None:
    done = run("report", ILLUSTRATIVE, "--for", "request", "--unit", "health", "--format", "pdf", "-o", "out")
    assert done.exit_code == 0, done.stderr
    [written] = (tmp_path / "out").iterdir()
    assert written.name == "19-市卫健委.pdf"
    told = "".join("".join(page.extract_text().split()) for page in PdfReader(written).pages)
    assert "督办单" in told
    # An only annex has no number.
    assert "附件回执：市卫健委" in told


@pytest.mark.parametrize(
    "words",
    [
        ["--format", "html", "-o", "out"],
        ["--by", "area", "-o", "out"],
        ["--reply-by", "下周", "-o", "out"],
        ["-o", "out.docx"],
    ],
)
def test_what_no_request_can_be_is_refused(run: Run, tmp_path: Path, words: list[str]) -> None:
    done = run("report", ILLUSTRATIVE, "--for", "request", *words)
    assert done.exit_code == 2
    assert not [path for path in tmp_path.iterdir() if path.name.startswith("out")]


def test_where_nothing_is_to_be_asked_nothing_is_written(run: Run, tmp_path: Path) -> None:
    done = run("report", ILLUSTRATIVE, "--for", "request", "--clause", "2", "--unit", "health", "-o", "out")
    assert done.exit_code == 2
    assert not [path for path in tmp_path.iterdir() if path.name.startswith("out")]
