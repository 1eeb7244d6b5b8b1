"""Tables whose header stands on every page and whose rows are not torn apart.

Their markup is written as text and read once: with a call for each property of each cell a long table takes seconds.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from urllib.parse import quote

from docx.document import Document
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.shared import Length
from markupsafe import escape

from countyplan.diagnostics import visible
from countyplan.render.paged.page import TableCell, TableRow
from countyplan.render.paged.widths import head_lines

_HEADER_COLOUR = "E7E6E6"
_CELL_MARGIN = 45  # twentieths of a point
_LINK_LOOK = '<w:rPr><w:color w:val="0563C1"/><w:u w:val="single"/></w:rPr>'
_BORDERS = "".join(
    f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="auto"/>'
    for side in ("top", "left", "bottom", "right", "insideH", "insideV")
)
_MARGINS = "".join(
    f'<w:{side} w:w="{width}" w:type="dxa"/>'
    for side, width in (
        ("top", _CELL_MARGIN // 3),
        ("left", _CELL_MARGIN),
        ("bottom", _CELL_MARGIN // 3),
        ("right", _CELL_MARGIN),
    )
)


def add_table(
    document: Document,
    headers: Sequence[str],
    widths: Sequence[Length],
    rows: Sequence[TableRow],
    styles: tuple[str, str],
) -> None:
    """A table at the document's end; `styles` are the names of those of its header and of its body."""
    head, body = (document.styles[name].style_id for name in styles)
    relate = document.part.relate_to
    size = document.styles[styles[0]].font.size.pt
    top = TableRow(
        tuple(
            TableCell(head_lines(header, width.pt / size), _HEADER_COLOUR, centred=True)
            for header, width in zip(headers, widths, strict=True)
        ),
        with_next=True,
    )
    twips = [width.twips for width in widths]
    markup = [_row(top, twips, head, relate, repeated=True)]
    markup += [_row(row, twips, head if row.band else body, relate) for row in rows]
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in twips)
    table = (
        f'<w:tbl {nsdecls("w", "r")}><w:tblPr><w:tblW w:w="{sum(twips)}" w:type="dxa"/><w:jc w:val="center"/>'
        f'<w:tblBorders>{_BORDERS}</w:tblBorders><w:tblLayout w:type="fixed"/><w:tblCellMar>{_MARGINS}</w:tblCellMar>'
        f"</w:tblPr><w:tblGrid>{grid}</w:tblGrid>{''.join(markup)}</w:tbl>"
    )
    document.element.body[-1].addprevious(parse_xml(table))


_Relate = Callable[..., str]


def _row(row: TableRow, widths: Sequence[int], style: str, relate: _Relate, *, repeated: bool = False) -> str:
    if row.band:
        band = TableCell(row.cells[0].lines, _HEADER_COLOUR)
        cells = _cell(band, sum(widths), style, relate, across=len(widths), kept=row.with_next)
    else:
        told = zip(row.cells, widths, strict=True)
        cells = "".join(_cell(cell, width, style, relate, kept=row.with_next) for cell, width in told)
    header = "<w:tblHeader/>" if repeated else ""
    return f"<w:tr><w:trPr><w:cantSplit/>{header}</w:trPr>{cells}</w:tr>"


def _cell(cell: TableCell, width: int, style: str, relate: _Relate, *, across: int = 1, kept: bool) -> str:
    span = f'<w:gridSpan w:val="{across}"/>' if across > 1 else ""
    side = "center" if cell.centred else "left"
    shade = f'<w:shd w:val="clear" w:color="auto" w:fill="{cell.colour}"/>' if cell.colour else ""
    look = f'<w:pStyle w:val="{style}"/>{"<w:keepNext/>" if kept else ""}<w:jc w:val="{side}"/>'
    key = relate(quote(cell.link), RELATIONSHIP_TYPE.HYPERLINK, is_external=True) if cell.link else ""
    lines = "".join(f"<w:p><w:pPr>{look}</w:pPr>{_run(line, key)}</w:p>" for line in cell.lines or ("",))
    properties = f'<w:tcW w:w="{width}" w:type="dxa"/>{span}{shade}<w:vAlign w:val="center"/>'
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{lines}</w:tc>"


def _run(line: str, key: str) -> str:
    text = f'<w:t xml:space="preserve">{escape(visible(line))}</w:t>'
    return f'<w:hyperlink r:id="{key}"><w:r>{_LINK_LOOK}{text}</w:r></w:hyperlink>' if key else f"<w:r>{text}</w:r>"
