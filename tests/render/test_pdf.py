from __future__ import annotations

import io
from functools import cache
from pathlib import Path

import pytest
from pypdf import PdfReader

from countyplan.choice import By
from countyplan.diagnostics import visible
from countyplan.language import Language, Texts
from countyplan.render.format import Format
from countyplan.render.formats import DOCUMENTS
from countyplan.render.paged.page import TableCell, TableRow
from countyplan.render.pdf.page import PdfPage
from tests.render.made import EXAMPLES, HOSTILE, example, hostile_report, report_on
from tests.report.divided.test_sheets import sheets


@cache
def pages(language: Language = Language.ZH) -> list[str]:
    reader = PdfReader(io.BytesIO(DOCUMENTS[Format.PDF](example("illustrative/tonglu-2024.yaml", language))))
    return ["".join(page.extract_text().split()) for page in reader.pages]


def test_the_first_page_has_the_conclusion_and_the_last_what_it_was_made_from() -> None:
    report = example("illustrative/tonglu-2024.yaml")
    first, last = pages()[0], pages()[-1]
    assert "".join(report.brief.conclusion.split()) in first
    assert "SHA-256" in last
    assert not any("SHA-256" in page for page in pages()[:-2])


@pytest.mark.parametrize("language", Language)
def test_every_row_is_in_it(language: Language) -> None:
    report, told = example("illustrative/tonglu-2024.yaml", language), "".join(pages(language))
    assert all("".join(f"{row.indicator}{row.area}".split()) in told for row in report.rows)


def test_the_same_report_gives_the_same_bytes() -> None:
    report = report_on([EXAMPLES / "illustrative"], clauses=[1])
    assert DOCUMENTS[Format.PDF](report) == DOCUMENTS[Format.PDF](report)


@pytest.mark.parametrize("text", ["#panic()", "$x^2$ *b* _i_ @ref <label> \\ //", HOSTILE[6]])
def test_text_never_becomes_markup(text: str, tmp_path: Path) -> None:
    report = hostile_report(text, tmp_path)
    told = "".join(
        "".join(page.extract_text().split()) for page in PdfReader(io.BytesIO(DOCUMENTS[Format.PDF](report))).pages
    )
    assert "".join(visible(report.brief.title[0]).split()) in told


def test_the_goal_and_the_last_figure_are_told_within_the_chart_of_a_path() -> None:
    report = report_on([EXAMPLES / "illustrative"], clauses=[2])
    charts = [row.chart for area in report.brief.areas for row in area.lagging if row.chart is not None]
    assert len(charts) > 5
    reader = PdfReader(io.BytesIO(DOCUMENTS[Format.PDF](report)))
    told = "".join("".join(page.extract_text().split()) for page in reader.pages)
    assert all("".join(f"{text}".split()) in told for chart in charts for text in (chart.goal_text, chart.figure_text))


# One ended by its table of commitments and one text, one by two annexes of texts: each had a last page of two lines or three.
@pytest.mark.parametrize(("unit", "at_least"), [("culture_tourism", 6), ("human_resources", 10)])
def test_no_line_or_two_ends_a_sheet(unit: str, at_least: int) -> None:
    last = PdfReader(io.BytesIO(DOCUMENTS[Format.PDF](sheets(By.UNIT)[unit]))).pages[-1].extract_text()
    assert len([line for line in last.splitlines() if line.strip()]) >= at_least


def test_a_last_row_that_is_longer_than_a_page_loses_nothing() -> None:
    page = PdfPage(Texts(Language.ZH))
    names = [f"甲{at:04}县" for at in range(3_000)]
    page.table(["县"], [1], [TableRow((TableCell.of("、".join(names)),))])
    page.small(["数据来源"])
    read = PdfReader(io.BytesIO(page.written("名单", "本办", "2026-11-28")))
    told = ["".join(one.extract_text().split()) for one in read.pages]
    assert [name for name in names if name not in "".join(told)] == []
    # 21,000 characters at 9 points are some 400 lines, and a page has room for 60: none runs on beyond its foot.
    assert max(len(one) for one in told) < 6_000


@pytest.mark.parametrize("rows", [1, 2, 9, 30])
def test_no_line_or_two_ends_a_run_of_pages(rows: int) -> None:
    runs = []
    for texts in range(1, 7):
        page = PdfPage(Texts(Language.ZH))
        # The first page has room for all of this and for two texts or three more.
        page.small([f"上文{at}" for at in range(40 - rows * 4 // 5)])
        page.table(["序号"], [1], [TableRow((TableCell.of(f"行{at}"),)) for at in range(rows)])
        page.small([f"下文{at}" for at in range(texts)])
        page.turn(lying=True)
        page.small(["附件"])
        read = PdfReader(io.BytesIO(page.written("名单", "本办", "2026-11-28")))
        runs.append([len(one.extract_text().splitlines()) for one in read.pages[:-1]])
    assert {len(run) for run in runs} == {1, 2}
    # Eight texts and rows, and the number of the page.
    assert all(run[-1] >= 9 for run in runs), runs


# The table's last rows, which are kept together, have a head of their own only where they begin a page.
@pytest.mark.parametrize("lying", [False, True])
@pytest.mark.parametrize("rows", [2, 3, 9, 24, 40])
def test_the_head_of_a_table_stands_once_on_a_page(rows: int, *, lying: bool) -> None:
    page = PdfPage(Texts(Language.ZH))
    page.turn(lying=lying)
    page.table(["序号"], [1], [TableRow((TableCell.of(f"行{at}"),)) for at in range(rows)])
    for _ in range(6):
        page.small(["下文"])
    read = PdfReader(io.BytesIO(page.written("名单", "本办", "2026-11-28")))
    told = [text for text in (one.extract_text() for one in read.pages) if "行" in text]
    assert [text.count("序号") for text in told] == [1] * len(told)


def test_high_rows_are_not_all_held_on_the_page_of_the_signature() -> None:
    page = PdfPage(Texts(Language.ZH))
    # Some 60 lines fill a page. Of seven rows of ten lines two are held, and a third has no room on the page before.
    high = TableCell.of("甲" * 48)
    page.table(["一", "二"], [1, 9], [TableRow((high, TableCell.of(f"行{at}"))) for at in range(7)])
    page.signed(["盖章"], "2026年11月28日")
    first, last = (
        one.extract_text() for one in PdfReader(io.BytesIO(page.written("名单", "本办", "2026-11-28"))).pages
    )
    assert (first.count("行"), last.count("行")) == (4, 3)


@pytest.mark.parametrize(("inner", "numbered"), [(1, 0), (2, 2)])
def test_a_heading_that_is_alone_within_another_has_no_number(inner: int, numbered: int) -> None:
    page = PdfPage(Texts(Language.ZH))
    for _ in range(2):
        page.heading("进展")
        for at in range(inner):
            page.heading(f"地区{at}", 2)
            page.small(["说明"])
    (read,) = PdfReader(io.BytesIO(page.written("名单", "本办", "2026-11-28"))).pages
    told = "".join(read.extract_text().split())
    assert (told.count("（一）") + told.count("（二）"), told.count("地区")) == (numbered * 2, inner * 2)
    assert "二、进展" in told
