"""The paragraphs and tables of a Word document, in order."""

from __future__ import annotations

import io
import re
import zipfile

from countyplan.plantext.reading.document import Paragraph

_LEVEL = re.compile(r"(?:Heading|heading)\s*(\d)")


def docx_paragraphs(data: bytes) -> list[Paragraph] | None:
    """What the document says, a block after the other; None where the file is no Word document.

    A paragraph that Word numbers by itself holds no mark in its text, and none is invented.
    """
    from docx import Document
    from docx.opc.exceptions import PackageNotFoundError
    from docx.table import Table

    try:
        opened = Document(io.BytesIO(data))
    except (PackageNotFoundError, KeyError, ValueError, zipfile.BadZipFile):
        return None
    found: list[Paragraph] = []
    table = 0
    for block in opened.iter_inner_content():
        if isinstance(block, Table):
            table += 1
            for row in block.rows:
                cells = tuple(" ".join(cell.text.split()) for cell in row.cells)
                found.append(Paragraph("\t".join(cells), len(found) + 1, cells, table))
        elif text := block.text.strip():
            level = _LEVEL.match(block.style.name or "") if block.style is not None else None
            found.append(Paragraph(text, len(found) + 1, level=int(level[1]) if level else None))
    return found
