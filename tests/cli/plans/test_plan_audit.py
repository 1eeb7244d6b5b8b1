"""`plan audit` as users run it: every format, every kind of file, and what it says of a text that differs."""

from __future__ import annotations

import io
import json
import subprocess
import sys
from pathlib import Path

import docx
import pytest

from tests.cli.conftest import Run
from tests.plantext.small import TEXT, write_small_plan
from tests.render.markup import read


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return write_small_plan(tmp_path)


def as_html(text: str) -> str:
    lines = "".join(f"<p>{line}</p>\n" for line in text.splitlines())
    return f"<html><head><title>x</title><style>p {{ margin: 7px }}</style></head><body>{lines}</body></html>"


def as_docx(text: str) -> bytes:
    document = docx.Document()
    for line in text.splitlines():
        document.add_paragraph(line)
    data = io.BytesIO()
    document.save(data)
    return data.getvalue()


@pytest.mark.parametrize("suffix", [".txt", ".md", ".html", ".docx", ".gbk.txt"])
def test_every_kind_of_file_reads_alike(run: Run, folder: Path, suffix: str) -> None:
    path = folder / f"plan{suffix}"
    if suffix == ".docx":
        path.write_bytes(as_docx(TEXT))
    else:
        path.write_text(as_html(TEXT) if suffix == ".html" else TEXT, encoding="gbk" if "gbk" in suffix else "utf-8")
    result = run("plan", "audit", path.name, "--plan", ".")
    assert result.exit_code == 0, result.output
    assert "没有未决事项" in result.stdout
    # How each number is accounted for: only the ways that occur are counted.
    assert "、标题或日期" in result.stdout
    assert "没有着落" not in result.stdout


def test_standard_input_is_a_text(folder: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "countyplan", "plan", "audit", "-", "--plan", str(folder), "--format", "json"],
        input=TEXT.replace("600", "601").replace("６００", "６０１").encode(),
        capture_output=True,
        check=False,
    )
    assert done.returncode == 1
    data = json.loads(done.stdout)
    assert [one["kind"] for one in data["findings"]] == ["wording_lacking", "unaccounted"]
    assert data["findings"][0]["words"]["target"] == "gdp"


@pytest.mark.usefixtures("folder")
def test_the_json_holds_every_number(run: Run) -> None:
    data = json.loads(run("plan", "audit", "text.txt", "--plan", ".", "--format", "json").stdout)
    assert data["clean"] is True
    assert data["summary"]["target"] == 14
    assert data["summary"]["open"] == 0
    (goal,) = (one for one in data["numbers"] if one["number"] == "６００")
    assert (goal["clause"], goal["line"], goal["state"], goal["by"]) == (1, 4, "target", ["gdp"])
    (name,) = (one for one in data["numbers"] if one["context"].startswith("党的二十大") or "二十大" in one["context"])
    assert (name["state"], name["why"]) == ("not_target", "届次")
    assert data["silent_clauses"] == [4]


def test_the_page_marks_the_text_itself(run: Run, folder: Path) -> None:
    (folder / "changed.txt").write_text(TEXT.replace("30个", "31<b>个"), encoding="utf-8")
    assert run("plan", "audit", "changed.txt", "--plan", ".", "-o", "page.html").exit_code == 1
    page = (folder / "page.html").read_text(encoding="utf-8")
    assert '<mark class="number is-target" title="地区生产总值">６００</mark>亿元' in page
    assert (
        '<mark class="number is-open" title="没有着落">31<span class="unseen" lang="zh-Hans"> 没有着落</span></mark>'
        "&lt;b&gt;个" in page
    )
    assert "<script" not in page


def test_markdown_lists_what_is_open_first(run: Run, folder: Path) -> None:
    (folder / "changed.txt").write_text(TEXT.replace("市教育局、市建委", "市建委、市教育局"), encoding="utf-8")
    text = run("plan", "audit", "changed.txt", "--plan", ".", "--format", "markdown").stdout
    assert "责任单位不同：数据是“市教育局、市建委”，原文是“市建委、市教育局”。" in text
    assert "| 7 | 一半 | 目标 | 学校达标比例 |" in text


@pytest.mark.usefixtures("folder")
def test_it_speaks_english(run: Run) -> None:
    result = run("plan", "audit", "text.txt", "--plan", ".", "--lang", "en")
    assert "All 30 numbers are accounted for" in result.stdout
    assert "  4: ６００  target: GDP  | " in result.stdout


@pytest.mark.parametrize(
    ("language", "headings"),
    [
        ("zh", "（各条之前） 一、总体要求 （一）发展目标 二、重点任务 （二）建设项目 （三）社会事业 （四）组织实施"),
        (
            "en",
            "(before the clauses)|一、总体要求|Clause 1: Goals|二、重点任务|Clause 2: Projects|"
            "Clause 3: Social|Clause 4: Organisation",
        ),
    ],
)
def test_numbers_stand_below_the_headings_of_the_text(run: Run, folder: Path, language: str, headings: str) -> None:
    path = folder / "text.txt"
    assert run("plan", "audit", str(path), "--plan", ".", "--lang", language, "-o", "page.html").exit_code == 0
    page = read((folder / "page.html").read_bytes())
    assert [one.text for one in page.all("h3")] == headings.split("|" if "|" in headings else " ")
    [about] = page.one("header").all("p")
    assert "text.txt" in about.text
    assert "/" not in about.text


def test_a_text_that_is_no_word_document_is_told(run: Run, folder: Path) -> None:
    (folder / "broken.docx").write_bytes(b"PK\x03\x04 and no more")
    result = run("plan", "audit", "broken.docx", "--plan", ".")
    assert (result.exit_code, "CP004" in result.stderr) == (2, True)


def test_an_empty_text_is_told(run: Run, folder: Path) -> None:
    (folder / "empty.txt").write_text("\n \n", encoding="utf-8")
    assert run("plan", "audit", "empty.txt", "--plan", ".").exit_code == 2
