"""A document that is written from top to bottom: its pages, headings, paragraphs and page numbers."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from datetime import datetime
from itertools import accumulate

import docx
from docx.enum.section import WD_ORIENT, WD_SECTION
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_TAB_ALIGNMENT
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.section import Section
from docx.shared import Length, Mm, Pt
from docx.text.paragraph import Paragraph

from countyplan.diagnostics import visible
from countyplan.language import Texts
from countyplan.render.docx.chart import add_counts, add_paths
from countyplan.render.docx.look import ANNEX, ANNEX_HEAD, LOOKS, TABLE, TABLE_HEAD, TITLE_INDENT, apply_look
from countyplan.render.docx.numbering import (
    leave_only_annex_unnumbered,
    leave_only_headings_unnumbered,
    number_annex,
    number_headings,
    unnumber,
)
from countyplan.render.docx.packed import packed
from countyplan.render.docx.table import add_table
from countyplan.render.paged.page import PathPicture, TableRow
from countyplan.render.paged.title import title_lines
from countyplan.render.paged.widths import fitted, overfull, text_width, torn
from countyplan.report.overview.overview_model import CountTable

_LONGEST_PROPERTY = 255  # characters that Word allows
_SHORT = 4  # rows of a table, its head among them, that are not parted from what follows
_HELD = 8  # paragraphs and rows of a table, on the page of the end of a letter, of a run of pages or of the document
_HELD_LINES = 24  # that they fill at most, about: rows that are too many for a page part where they should not
_LETTER = 180  # twentieths of a point: the size of text in a table
_A4 = (Mm(210), Mm(297))
_UPRIGHT = (Mm(30), Mm(25), Mm(28), Mm(25))  # top, right, bottom, left
_LYING = (Mm(16), Mm(15), Mm(16), Mm(15))


class DocumentPage:
    """A document in one language; text is written as it is, on one line, with what cannot be seen written out."""

    def __init__(self, texts: Texts) -> None:
        self._texts = texts
        self.look = LOOKS[texts.language]
        self.document = docx.Document()
        apply_look(self.document, self.look)
        number_headings(self.document, texts.language)
        self._set_page(self.document.sections[0], _A4, _UPRIGHT)
        self._number_pages(self.document.sections[0])

    @property
    def width(self) -> Length:
        """The width between the margins."""
        section = self.document.sections[-1]
        return Length(_known(section.page_width) - _known(section.left_margin) - _known(section.right_margin))

    def title(self, lines: Iterable[str], whole: str = "") -> None:
        """The title, each of its lines on one of its own."""
        paragraph = self.document.add_paragraph(style="Title")
        room = (self.width - 2 * TITLE_INDENT) / Pt(self.look.title.size)
        for at, line in enumerate(title_lines(lines, room, self._texts, whole)):
            if at:
                paragraph.add_run().add_break()
            paragraph.add_run(line)

    def subtitle(self, text: str) -> None:
        """A line below the title."""
        self.document.add_paragraph(visible(text)).alignment = WD_ALIGN_PARAGRAPH.CENTER

    def plain(self, text: str) -> None:
        """A line that begins at the margin, as whom a letter is to does."""
        self.document.add_paragraph(visible(text))

    def heading(self, text: str, level: int = 1) -> None:
        """A numbered heading."""
        self.document.add_heading(visible(text), level)

    def subheading(self, text: str) -> None:
        """A heading within an annex, which has no number."""
        unnumber(self.document.add_heading(visible(text), 2))

    def annex(self, text: str) -> None:
        """The heading of an annex, numbered for itself."""
        number_annex(self.document.add_heading(visible(text), 1))

    def paragraphs(self, texts: Iterable[str]) -> None:
        """Paragraphs of the body."""
        for text in texts:
            paragraph = self.document.add_paragraph(visible(text))
            paragraph.paragraph_format.first_line_indent = Pt(self.look.indent)
            if self.look.indent:  # what has no blanks is set flush; between words it would tear gaps
                paragraph.alignment = WD_ALIGN_PARAGRAPH.JUSTIFY

    def small(self, texts: Iterable[str]) -> None:
        """Paragraphs in the size of a table."""
        for text in texts:
            paragraph = self.document.add_paragraph(visible(text), TABLE)
            paragraph.paragraph_format.line_spacing = 1.1
            paragraph.paragraph_format.space_after = Pt(2)

    def fine(self, texts: Iterable[str]) -> None:
        """Paragraphs in the smallest size, for what is only looked up."""
        for text in texts:
            self.document.add_paragraph(visible(text), ANNEX).paragraph_format.space_after = Pt(2)

    def table(
        self, headers: Sequence[str], shares: Sequence[float], rows: Iterable[TableRow], *, compact: bool = False
    ) -> None:
        """A table; `shares` are the columns' parts of the width between the margins, as far as text has room."""
        told = list(rows)
        room = self.width.pt / self.look.table.size
        compact = compact or not self.holds(headers, told) or torn(headers, shares, told, room)
        size = (self.look.annex if compact else self.look.table).size
        widths = fitted(headers, shares, told, self.width.pt / size)
        styles = (ANNEX_HEAD, ANNEX) if compact else (TABLE_HEAD, TABLE)
        add_table(self.document, headers, [Pt(width * size) for width in widths], told, styles)

    def holds(self, headers: Sequence[str], rows: Sequence[TableRow]) -> bool:
        """Whether a table's words have room between the margins in the size of a table."""
        return not overfull(headers, rows, self.width.pt / self.look.table.size)

    def counts(self, table: CountTable) -> None:
        """A chart that the program which opens the document draws."""
        add_counts(self.document, table, self.width)

    def paths(self, pictures: Sequence[PathPicture]) -> None:
        """Charts, two side by side, the first on the page of a short table before them."""
        rows = self.document.element.body.xpath("./w:tbl[last()]/w:tr")
        for row in rows[-1:] if len(rows) <= _SHORT else []:
            _keep_with_next(row)
        add_paths(self.document, pictures, self.width)

    def gap(self) -> None:
        """A little room."""
        self.document.add_paragraph(style=ANNEX)

    def signed(self, lines: Sequence[str], day: str) -> None:
        """How a letter ends, on the page of what stands before it."""
        # LibreOffice parts paragraphs that are to stay together, but not the lines of one.
        closing = self.document.add_paragraph()
        for at, line in enumerate(lines):
            closing.add_run(visible(line))
            if at < len(lines) - 1:
                closing.add_run().add_break()
        closing.add_run(f"\t{visible(day)}")
        form = closing.paragraph_format
        form.keep_together = True
        form.left_indent, form.space_before = Pt(self.look.indent), Pt(self.look.body.size / 2)
        form.tab_stops.add_tab_stop(self.width, WD_TAB_ALIGNMENT.RIGHT)
        self._hold_together()

    def _hold_together(self) -> None:
        """Let the last paragraphs and rows of a table share a page, so that the last page has more than a line or two."""
        units: list[BaseOxmlElement] = []
        for block in reversed(self.document.element.body[-_HELD - 1 : -1]):
            if block.xpath("./w:pPr/w:sectPr"):
                break
            units[:0] = block.xpath("./w:tr") or [block]
        heights = list(accumulate(map(_lines, reversed(units[-_HELD:]))))
        held = max(2, sum(lines <= _HELD_LINES for lines in heights))
        for unit in units[-held:-1]:
            _keep_with_next(unit)

    def turn(self, *, lying: bool) -> None:
        """Go on on a new page, which lies on its side or stands upright; before anything is written begin on one."""
        body = self.document.element.body
        section = self.document.sections[0]
        if len(body) > 1:
            self._hold_together()
            section = self.document.add_section(WD_SECTION.NEW_PAGE)
            # The paragraph that ends a section needs no line, which might not fit on its page.
            Paragraph(body[-2], self.document).paragraph_format.line_spacing = Pt(1)
        section.orientation = WD_ORIENT.LANDSCAPE if lying else WD_ORIENT.PORTRAIT
        self._set_page(section, _A4[::-1] if lying else _A4, _LYING if lying else _UPRIGHT)

    def _set_page(self, section: Section, size: tuple[Length, ...], margins: tuple[Length, ...]) -> None:
        section.page_width, section.page_height = size
        section.top_margin, section.right_margin, section.bottom_margin, section.left_margin = margins
        section.footer_distance = Length(margins[2] // 2)

    def _number_pages(self, section: Section) -> None:
        paragraph = section.footer.paragraphs[0]
        paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
        paragraph.add_run("— ")
        _add_field(paragraph, "PAGE")
        paragraph.add_run(" —")

    def written(self, title: str, author: str, day: str) -> bytes:
        """The document's bytes, the same for the same content; `day` (ISO 8601) is its own date."""
        self._hold_together()
        leave_only_annex_unnumbered(self.document, self._texts.language)
        leave_only_headings_unnumbered(self.document)
        properties = self.document.core_properties
        properties.title = visible(title)[:_LONGEST_PROPERTY]
        properties.author = properties.last_modified_by = author
        properties.created = properties.modified = datetime.fromisoformat(day)
        properties.comments, properties.language = "", self.look.tag
        package = self.document.part.package
        if package is None:
            raise TypeError(package)
        # It shows an empty page that is none of ours.
        for key in [key for key, rel in package.rels.items() if rel.reltype == RELATIONSHIP_TYPE.THUMBNAIL]:
            del package.rels[key]
        return packed(package)


def _known(length: Length | None) -> Length:
    if length is None:
        raise TypeError(length)
    return length


def _lines(unit: BaseOxmlElement) -> int:
    """About how many lines a row of a table fills; a paragraph counts as one, for eight of them leave room on any page."""
    cells = [("".join(cell.itertext()), cell.xpath("./w:tcPr/w:tcW/@w:w")) for cell in unit.xpath("./w:tc")]
    return (
        max((math.ceil(text_width(text) * _LETTER / int(width[0])) for text, width in cells if width), default=0) or 1
    )


def _keep_with_next(unit: BaseOxmlElement) -> None:
    """Let a paragraph, or a row of a table, stay on the page of what comes after it."""
    for paragraph in unit.xpath("descendant-or-self::w:p"):
        paragraph.get_or_add_pPr().get_or_add_keepNext()


def _add_field(paragraph: Paragraph, code: str) -> None:
    paragraph._p.append(
        parse_xml(f'<w:fldSimple {nsdecls("w")} w:instr="{code}"><w:r><w:t>1</w:t></w:r></w:fldSimple>')
    )
