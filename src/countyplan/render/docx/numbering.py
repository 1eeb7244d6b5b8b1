"""Headings numbered as the language does, by the document itself, so that they stay right when one is moved."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from docx.document import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.text.paragraph import Paragraph

from countyplan.language import Language

_HEADINGS, _ANNEXES = 98, 99  # above the numbers of the lists that every document has

# How the numbers of each level are counted and written, and what stands behind them.
_OF_HEADINGS: Mapping[Language, tuple[str, Sequence[str], str]] = {
    Language.ZH: ("chineseCountingThousand", ("%1、", "（%2）"), "nothing"),
    Language.EN: ("decimal", ("%1.", "%1.%2"), "space"),
}
_OF_ANNEXES: Mapping[Language, str] = {Language.ZH: "附件%1　", Language.EN: "Annex %1: "}
_OF_ONLY_ANNEX: Mapping[Language, str] = {Language.ZH: "附件　", Language.EN: "Annex: "}


def number_headings(document: Document, language: Language) -> None:
    """Let headings of both levels be numbered, and annexes count for themselves."""
    form, texts, gap = _OF_HEADINGS[language]
    headings = "".join(
        _level(at, form, text, gap, f'<w:pStyle w:val="Heading{at + 1}"/>') for at, text in enumerate(texts)
    )
    _define(document, _HEADINGS, headings)
    _define(document, _ANNEXES, _level(0, "decimal", _OF_ANNEXES[language], "nothing"))
    for at in range(len(texts)):
        number = document.styles[f"Heading {at + 1}"].element.get_or_add_pPr().get_or_add_numPr()
        number.get_or_add_numId().val, number.get_or_add_ilvl().val = _HEADINGS, at


def number_annex(heading: Paragraph) -> None:
    """Let a heading be that of the next annex."""
    heading._p.get_or_add_pPr().get_or_add_numPr().get_or_add_numId().val = _ANNEXES


def leave_only_annex_unnumbered(document: Document, language: Language) -> None:
    """Let an annex that is the only one be called so without a number."""
    if len(document.element.body.xpath(f"./w:p[w:pPr/w:numPr/w:numId/@w:val='{_ANNEXES}']")) == 1:
        abstract = f"./w:abstractNum[@w:abstractNumId='{_ANNEXES}']"
        (text,) = document.part.numbering_part.element.xpath(f"{abstract}/w:lvl/w:lvlText")
        text.set(qn("w:val"), _OF_ONLY_ANNEX[language])


def leave_only_headings_unnumbered(document: Document) -> None:
    """Let a heading of the second level that is the only one within the one above it have no number."""
    within: list[Paragraph] = []
    for paragraph in [*(one for one in document.paragraphs if _level_of(one)), None]:
        if paragraph is not None and _level_of(paragraph) > 1:
            within.append(paragraph)
            continue
        if len(within) == 1:
            unnumber(within[0])
        within.clear()


def _level_of(paragraph: Paragraph) -> int:
    """The level of a heading; 0 of what is none."""
    style = "" if paragraph.style is None else paragraph.style.style_id
    return {"Heading1": 1, "Heading2": 2}.get(style, 0)


def unnumber(heading: Paragraph) -> None:
    """Let a heading have no number."""
    heading._p.get_or_add_pPr().get_or_add_numPr().get_or_add_numId().val = 0


def _level(at: int, form: str, text: str, gap: str, style: str = "") -> str:
    return (
        f'<w:lvl w:ilvl="{at}"><w:start w:val="1"/><w:numFmt w:val="{form}"/>{style}<w:suff w:val="{gap}"/>'
        f'<w:lvlText w:val="{text}"/><w:lvlJc w:val="left"/><w:pPr><w:ind w:left="0" w:firstLine="0"/></w:pPr></w:lvl>'
    )


def _define(document: Document, number: int, levels: str) -> None:
    numbering = document.part.numbering_part.element
    abstract = f'<w:abstractNum {nsdecls("w")} w:abstractNumId="{number}"><w:multiLevelType w:val="multilevel"/>'
    # What is counted is defined before what counts it.
    numbering.insert(0, parse_xml(f"{abstract}{levels}</w:abstractNum>"))
    numbering.append(parse_xml(f'<w:num {nsdecls("w")} w:numId="{number}"><w:abstractNumId w:val="{number}"/></w:num>'))
