"""Fonts, sizes and styles: in Chinese those of an official document, in English plain ones.

A Chinese document names the fonts that every Windows has (仿宋, 黑体, 楷体). The title's, 方正小标宋, comes with many
offices; where it is lacking the font table names 华文中宋, which comes with Word.
"""

from __future__ import annotations

from collections.abc import Mapping

from docx.document import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.shared import Mm, Pt, RGBColor
from docx.styles.style import ParagraphStyle

from countyplan.dataclass import dataclass
from countyplan.language import Language


@dataclass(frozen=True, slots=True)
class Face:
    """A font for Latin letters and digits, one for Chinese, and a size in points."""

    latin: str
    chinese: str
    size: float
    bold: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """The faces of a language's documents, and how its body is set.

    `line` is the exact distance of the body's lines, 0 for that of the font; `indent` that of a paragraph's first line.
    Both are in points. `tag` names the language to a spelling checker.
    """

    title: Face
    heading: Face
    subheading: Face
    body: Face
    table: Face
    table_head: Face
    annex: Face
    annex_head: Face
    line: float
    indent: float
    tag: str


_ROMAN = "Times New Roman"
LOOKS: Mapping[Language, Look] = {
    Language.ZH: Look(
        title=Face(_ROMAN, "方正小标宋简体", 22),
        heading=Face(_ROMAN, "黑体", 14),
        subheading=Face(_ROMAN, "楷体", 14),
        body=Face(_ROMAN, "仿宋", 14),
        table=Face(_ROMAN, "仿宋", 9),
        table_head=Face(_ROMAN, "黑体", 9),
        annex=Face(_ROMAN, "仿宋", 7.5),
        annex_head=Face(_ROMAN, "黑体", 7.5),
        line=24,
        indent=28,
        tag="zh-CN",
    ),
    Language.EN: Look(
        title=Face("Arial", "黑体", 18, bold=True),
        heading=Face("Arial", "黑体", 13, bold=True),
        subheading=Face("Arial", "黑体", 11, bold=True),
        body=Face(_ROMAN, "宋体", 11),
        table=Face(_ROMAN, "宋体", 9),
        table_head=Face("Arial", "黑体", 8.5, bold=True),
        annex=Face(_ROMAN, "宋体", 7.5),
        annex_head=Face("Arial", "黑体", 7, bold=True),
        line=0,
        indent=0,
        tag="en-GB",
    ),
}
TABLE, TABLE_HEAD, ANNEX, ANNEX_HEAD = "Table Text", "Table Head", "Annex Text", "Annex Head"
_ALTERNATIVES = {"方正小标宋简体": "华文中宋", "仿宋": "FangSong", "黑体": "SimHei", "楷体": "KaiTi", "宋体": "SimSun"}
_WORD_2013 = "15"  # and later; below that Word opens a document as an old one
TITLE_INDENT = Mm(5)
_LATIN = "en-GB"
_CHINESE = 0x86  # the charset GB 2312 of a font


def apply_look(document: Document, look: Look) -> None:
    """Let the document's own styles have the faces; what is written in one of them needs no formatting of its own."""
    _set_language(document)
    _set_font_table(document)
    body = _styled(document, "Normal", look.body)
    body.paragraph_format.space_after = Pt(0 if look.line else 6)
    body.paragraph_format.line_spacing = Pt(look.line) if look.line else 1.15
    title = _styled(document, "Title", look.title)
    title.paragraph_format.alignment = WD_ALIGN_PARAGRAPH.CENTER
    title.paragraph_format.space_after = Pt(6)
    title.paragraph_format.line_spacing = 1.2
    title.paragraph_format.left_indent = title.paragraph_format.right_indent = TITLE_INDENT
    for borders in title.element.xpath("./w:pPr/w:pBdr"):
        borders.getparent().remove(borders)
    for name, face, before in (("Heading 1", look.heading, 10), ("Heading 2", look.subheading, 6)):
        heading = _styled(document, name, face)
        heading.paragraph_format.space_before, heading.paragraph_format.space_after = Pt(before), Pt(4)
        heading.paragraph_format.keep_with_next = True
    own = {TABLE: look.table, TABLE_HEAD: look.table_head, ANNEX: look.annex, ANNEX_HEAD: look.annex_head}
    for name, face in own.items():
        document.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
        small = _styled(document, name, face)
        small.paragraph_format.line_spacing, small.paragraph_format.space_after = 1.0, Pt(0)


def _styled(document: Document, name: str, face: Face) -> ParagraphStyle:
    style = document.styles[name]
    if not isinstance(style, ParagraphStyle):
        raise TypeError(style)
    style.font.size, style.font.bold, style.font.color.rgb = Pt(face.size), face.bold, RGBColor(0, 0, 0)
    properties = style.element.get_or_add_rPr()
    for fonts in properties.xpath("./w:rFonts"):
        properties.remove(fonts)
    properties.insert(0, _fonts_of(face))
    return style


def _fonts_of(face: Face) -> BaseOxmlElement:
    """The properties of a run that give it the face's fonts."""
    latin = "".join(f' w:{name}="{face.latin}"' for name in ("ascii", "hAnsi", "cs"))
    return parse_xml(f'<w:rFonts {nsdecls("w")}{latin} w:eastAsia="{face.chinese}"/>')


def _set_language(document: Document) -> None:
    """Name the language of Latin letters and digits and that of Chinese.

    In a Chinese document the former are English all the same: LibreOffice breaks what it takes for Chinese anywhere, within
    a number too.
    """
    for language in document.styles.element.xpath("./w:docDefaults/w:rPrDefault/w:rPr/w:lang"):
        language.set(qn("w:val"), _LATIN)
        language.set(qn("w:eastAsia"), "zh-CN")
    for language in document.settings.element.xpath("./w:themeFontLang"):
        language.set(qn("w:eastAsia"), "zh-CN")
    for mode in document.settings.element.xpath("./w:compat/w:compatSetting[@w:name='compatibilityMode']"):
        mode.set(qn("w:val"), _WORD_2013)


def _set_font_table(document: Document) -> None:
    """Tell what a font may be replaced by where it is lacking."""
    fonts = "".join(
        f'<w:font w:name="{name}"><w:altName w:val="{other}"/><w:charset w:val="{_CHINESE:X}"/></w:font>'
        for name, other in _ALTERNATIVES.items()
    )
    table = f"<w:fonts {nsdecls('w')}>{fonts}</w:fonts>".encode()
    part = document.part
    for key in [key for key, rel in part.rels.items() if rel.reltype == RELATIONSHIP_TYPE.FONT_TABLE]:
        part.drop_rel(key)
    name = PackURI("/word/fontTable.xml")
    part.relate_to(Part(name, CONTENT_TYPE.WML_FONT_TABLE, table, part.package), RELATIONSHIP_TYPE.FONT_TABLE)
