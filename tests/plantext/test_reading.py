"""Texts out of every kind of file: wrapped lines, tables, pages, and what is no text."""

from __future__ import annotations

from pathlib import Path

from countyplan.diagnostics import Code, Diagnostic
from countyplan.plantext.reading.document import Document
from countyplan.plantext.reading.html import html_paragraphs
from countyplan.plantext.reading.plain import markdown_paragraphs, plain_paragraphs
from countyplan.plantext.reading.read import read_document

LINES = ["1. Homes", "By 2030 we will build at least 2,500 new affordable homes in the county."]


def as_pdf(lines: list[str]) -> bytes:
    """A page of a PDF with a text layer, as small as one can be."""
    shown = "".join(f"({line}) Tj 0 -20 Td " for line in lines)
    stream = f"BT /F1 12 Tf 40 700 Td {shown}ET"
    parts = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>",
        f"<< /Length {len(stream)} >>\nstream\n{stream}\nendstream",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ]
    body, places = "%PDF-1.4\n", []
    for at, part in enumerate(parts, 1):
        places.append(len(body))
        body += f"{at} 0 obj\n{part}\nendobj\n"
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    end = f"xref\n0 6\n0000000000 65535 f \n{table}trailer\n<< /Size 6 /Root 1 0 R >>\nstartxref\n{len(body)}\n%%EOF"
    return (body + end).encode("ascii")


def test_the_text_layer_of_a_pdf(tmp_path: Path) -> None:
    path = tmp_path / "plan.pdf"
    path.write_bytes(as_pdf(LINES))
    document = read_document(path)
    assert isinstance(document, Document)
    assert [one.text for one in document.paragraphs] == LINES


def test_a_broken_pdf_is_told(tmp_path: Path) -> None:
    path = tmp_path / "plan.pdf"
    path.write_bytes(b"%PDF-1.4\nand no more")
    found = read_document(path)
    assert isinstance(found, Diagnostic)
    assert found.code in {Code.CANNOT_OPEN, Code.EMPTY}


def test_lines_that_end_at_one_width_are_paragraphs_together() -> None:
    text = (
        "3. To reduce emissions of the county by 45 percent by the\n"
        "year 2030, and to plant trees on land of the county where\n"
        "no food is grown.\n"
        "4. To build homes for all who need them and cannot afford\n"
        "to buy them where they work or study or look after others\n"
        "whom they love.\n"
    )
    assert [one.text[:14] for one in plain_paragraphs(text)] == ["3. To reduce e", "4. To build ho"]


def test_a_table_in_markdown_has_cells() -> None:
    found = markdown_paragraphs("# 规划\n\n| 指标 | 2025年 |\n| --- | --- |\n| 森林覆盖率（%） | **38.5** |\n")
    assert [(one.text, one.cells, one.table, one.level) for one in found] == [
        ("规划", (), None, 1),
        ("指标\t2025年", ("指标", "2025年"), 1, None),
        ("森林覆盖率（%）\t38.5", ("森林覆盖率（%）", "38.5"), 1, None),
    ]


def test_a_web_page_has_paragraphs_headings_and_cells_and_no_script() -> None:
    page = "<h2>目标</h2><script>var x = 7;</script><p>到<b>2025年</b></p><table><tr><th>指标</th><td>70%</td></tr></table>"
    assert [(one.text, one.cells, one.level) for one in html_paragraphs(page)] == [
        ("目标", (), 2),
        ("到2025年", (), None),
        ("指标\t70%", ("指标", "70%"), None),
    ]
