"""Office files made part by part, as no office would write them."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping

from countyplan.limits import Limits
from countyplan.office.reading import Beyond, Broken, Opened, Outcome, open_office
from countyplan.office.sheet import Sheet

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
ODF = " ".join(
    f'xmlns:{short}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
    for short, name in (
        ("office", "office"),
        ("table", "table"),
        ("text", "text"),
        ("style", "style"),
        ("number", "datastyle"),
        ("draw", "drawing"),
    )
)
HEADER = "".join(
    f'<c r="{letter}1" t="inlineStr"><is><t>{name}</t></is></c>'
    for letter, name in zip("ABCD", ("县（市）", "报告期", "指标", "数值"), strict=True)
)
VALUES = (
    '<c r="A2" t="inlineStr"><is><t>桐庐县</t></is></c><c r="B2"><v>2024</v></c>'
    '<c r="C2" t="inlineStr"><is><t>地区生产总值</t></is></c><c r="D2"><v>484.4</v></c>'
)
ROWS = f'<row r="1">{HEADER}</row><row r="2">{VALUES}</row>'


def packed(parts: Mapping[str, str | bytes], level: int = zipfile.ZIP_DEFLATED) -> bytes:
    """A packed file of these parts."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", level) as package:
        for name, content in parts.items():
            package.writestr(name, content)
    return out.getvalue()


def xlsx(
    rows: str = ROWS,
    *,
    sheets: int = 1,
    before: str = "",
    after: str = "",
    parts: Mapping[str, str | bytes] | None = None,
    book: str = "",
) -> bytes:
    """An .xlsx of sheets that all hold these rows, with what stands before and after them, and parts of its own."""
    named = "".join(f'<sheet name="S{at}" sheetId="{at}" r:id="r{at}"/>' for at in range(1, sheets + 1))
    relations = "".join(
        f'<Relationship Id="r{at}" Type="{RELATIONS}/worksheet" Target="worksheets/sheet{at}.xml"/>'
        for at in range(1, sheets + 1)
    )
    sheet = f'<worksheet xmlns="{MAIN}">{before}<sheetData>{rows}</sheetData>{after}</worksheet>'
    return packed(
        {
            "_rels/.rels": f'<Relationships xmlns="{PACKAGE}"><Relationship Id="r" '
            f'Type="{RELATIONS}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
            "xl/workbook.xml": f'<workbook xmlns="{MAIN}" xmlns:r="{RELATIONS}">{book}<sheets>{named}</sheets></workbook>',
            "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{PACKAGE}">{relations}'
            f'<Relationship Id="t" Type="{RELATIONS}/sharedStrings" Target="sharedStrings.xml"/>'
            f'<Relationship Id="s" Type="{RELATIONS}/styles" Target="styles.xml"/></Relationships>',
            **{f"xl/worksheets/sheet{at}.xml": sheet for at in range(1, sheets + 1)},
            **(parts or {}),
        }
    )


def styles(*formats: str) -> dict[str, str]:
    """The part that holds number formats: cell style 1 is the first of them."""
    named = "".join(f'<numFmt numFmtId="{164 + at}" formatCode="{code}"/>' for at, code in enumerate(formats))
    used = "".join(f'<xf numFmtId="{164 + at}"/>' for at in range(len(formats)))
    return {
        "xl/styles.xml": f'<styleSheet xmlns="{MAIN}"><numFmts>{named}</numFmts>'
        f'<cellXfs><xf numFmtId="0"/>{used}</cellXfs></styleSheet>'
    }


def ods(tables: str, *, automatic: str = "") -> bytes:
    """An .ods of these tables."""
    return packed(
        {
            "mimetype": "application/vnd.oasis.opendocument.spreadsheet",
            "content.xml": f"<office:document-content {ODF}><office:automatic-styles>{automatic}"
            f"</office:automatic-styles><office:body><office:spreadsheet>{tables}</office:spreadsheet></office:body>"
            "</office:document-content>",
        }
    )


def docx(body: str) -> bytes:
    """A .docx with this body."""
    return packed({"word/document.xml": f'<w:document xmlns:w="{WORD}"><w:body>{body}</w:body></w:document>'})


def paragraph(text: str) -> str:
    return f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>"


def word_table(*rows: list[str]) -> str:
    """A table of a .docx; a cell that begins with an element brings its own properties."""
    return (
        "<w:tbl>"
        + "".join(
            "<w:tr>"
            + "".join(f"<w:tc>{cell if cell.startswith('<') else paragraph(cell)}</w:tc>" for cell in row)
            + "</w:tr>"
            for row in rows
        )
        + "</w:tbl>"
    )


def outcome(data: bytes, limits: Limits | None = None) -> Outcome:
    return open_office(data, limits or Limits())


def sheets(data: bytes, limits: Limits | None = None) -> list[Sheet]:
    found = outcome(data, limits)
    assert isinstance(found, Opened), found
    return found.sheets


def texts(data: bytes, limits: Limits | None = None) -> list[list[tuple[int, int, str]]]:
    """The cells of each sheet: row, column, text."""
    return [[(cell.row, cell.column, cell.text) for cell in sheet.cells] for sheet in sheets(data, limits)]


def refused(data: bytes, limits: Limits | None = None) -> str:
    """Why a file is not read."""
    match outcome(data, limits):
        case Broken(fault, _):
            return fault
        case Beyond(limit, _):
            return limit
        case Opened(kind, _):
            return f"read as {kind}"
