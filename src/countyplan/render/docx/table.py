"""Tables whose header stands on every page and whose rows are not torn apart."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from urllib.parse import quote

from docx.enum.table import WD_CELL_VERTICAL_ALIGNMENT, WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Length, RGBColor
from docx.table import Table, _Cell, _Row
from docx.text.paragraph import Paragraph
from docx.text.run import Run

from countyplan.dataclass import dataclass
from countyplan.diagnostics import visible
from countyplan.render.docx.look import ANNEX, ANNEX_HEAD, TABLE, TABLE_HEAD
from countyplan.render.docx.page import DocumentPage

_LINK_COLOUR = RGBColor(5, 99, 193)
_HEADER_COLOUR = "E7E6E6"
_CELL_MARGIN = 45  # twentieths of a point
_CENTRE, _LEFT = WD_ALIGN_PARAGRAPH.CENTER, WD_ALIGN_PARAGRAPH.LEFT


@dataclass(frozen=True, slots=True)
class TableCell:
    """Paragraphs in a cell, the colour behind them if there is one, and whether they stand in the middle.

    With a `link` they lead to the file of that name beside the document.
    """

    lines: tuple[str, ...]
    colour: str = ""
    centred: bool = False
    link: str = ""

    @classmethod
    def of(cls, text: str, *, centred: bool = False, colour: str = "") -> TableCell:
        """A cell of one paragraph."""
        return cls((text,), colour, centred)


class TableGrid:
    """A table that is written row by row; `shares` are the columns' parts of the width between the margins."""

    def __init__(
        self, page: DocumentPage, headers: Sequence[str], shares: Sequence[float], *, compact: bool = False
    ) -> None:
        # By its id: python-docx looks a style's name up among all styles, for every paragraph.
        styles = page.document.styles
        self._body, self._head = (
            styles[name].style_id for name in ((ANNEX, ANNEX_HEAD) if compact else (TABLE, TABLE_HEAD))
        )
        self._widths = [Length(int(page.width * share / sum(shares))) for share in shares]
        self._table = _new_table(page, self._widths)
        row = self._row([TableCell.of(header, centred=True, colour=_HEADER_COLOUR) for header in headers], self._head)
        row._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))
        _keep(row)

    def row(self, cells: Iterable[TableCell], *, with_next: bool = False) -> None:
        """A row; one that stays `with_next` is on the same page as the row below it."""
        row = self._row(list(cells), self._body)
        if with_next:
            _keep(row)

    def rows(self, rows: Sequence[Sequence[TableCell]]) -> None:
        """Rows, of which neither the first nor the last stands alone at a page's end or beginning."""
        for at, cells in enumerate(rows):
            self.row(cells, with_next=at in {0, len(rows) - 2} and at < len(rows) - 1)

    def band(self, text: str) -> None:
        """A line across all columns, on the same page as the row below it."""
        empty = [TableCell(())] * (len(self._widths) - 1)
        row = self._row([TableCell.of(text, colour=_HEADER_COLOUR), *empty], self._head)
        row.cells[0].merge(row.cells[-1])
        _keep(row)

    def _row(self, cells: Sequence[TableCell], style: str) -> _Row:
        row: _Row = self._table.add_row()
        row._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))
        for place, held, width in zip(row.cells, cells, self._widths, strict=True):
            place.width = width
            _fill(place, held, style)
        return row


def _new_table(page: DocumentPage, widths: Sequence[Length]) -> Table:
    table: Table = page.document.add_table(0, len(widths), "Table Grid")
    table.autofit = False
    table.alignment = WD_TABLE_ALIGNMENT.CENTER
    for column, width in zip(table.columns, widths, strict=True):
        column.width = width
    margins = {"top": _CELL_MARGIN // 3, "left": _CELL_MARGIN, "bottom": _CELL_MARGIN // 3, "right": _CELL_MARGIN}
    sides = "".join(f'<w:{side} w:w="{width}" w:type="dxa"/>' for side, width in margins.items())
    properties = table._tbl.tblPr
    # The order of a table's properties is fixed, and its look is the last of them.
    properties.insert(len(properties) - 1, parse_xml(f"<w:tblCellMar {nsdecls('w')}>{sides}</w:tblCellMar>"))
    return table


def _fill(place: _Cell, held: TableCell, style: str) -> None:
    if held.colour:
        attributes = {qn("w:val"): "clear", qn("w:color"): "auto", qn("w:fill"): held.colour}
        place._tc.get_or_add_tcPr().append(OxmlElement("w:shd", attributes))
    place.vertical_alignment = WD_CELL_VERTICAL_ALIGNMENT.CENTER
    first = place.paragraphs[0]
    first._p.style = style
    for at, line in enumerate(held.lines):
        paragraph = place.add_paragraph() if at else first
        paragraph._p.style = style
        run = paragraph.add_run(visible(line))
        if held.link:
            _lead(paragraph, run, held.link)
        paragraph.alignment = _CENTRE if held.centred else _LEFT


def _lead(paragraph: Paragraph, run: Run, file: str) -> None:
    """Let a run lead to a file, and look as if it did."""
    run.font.underline, run.font.color.rgb = True, _LINK_COLOUR
    key = paragraph.part.relate_to(quote(file), RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
    link = parse_xml(f'<w:hyperlink {nsdecls("w", "r")} r:id="{key}"/>')
    run._r.addprevious(link)
    link.append(run._r)


def _keep(row: _Row) -> None:
    for cell in row.cells:
        for paragraph in cell.paragraphs:
            paragraph.paragraph_format.keep_with_next = True
