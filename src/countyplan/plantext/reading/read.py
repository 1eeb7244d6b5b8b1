"""Which reader reads which file."""

from __future__ import annotations

import io
import sys
from collections.abc import Callable, Mapping
from pathlib import Path

from countyplan.diagnostics import Code, Diagnostic, Place, UnusableError
from countyplan.limits import MEGABYTE, Limits
from countyplan.plantext.reading.document import Document, Paragraph
from countyplan.plantext.reading.plain import markdown_paragraphs, plain_paragraphs, wrapped_paragraphs
from countyplan.plantext.vocabulary import telling_words
from countyplan.source.decode import decode
from countyplan.source.file import read_bytes, too_large

STANDARD_INPUT = "-"


def read_document(path: Path) -> Document | Diagnostic:
    """The text of a file, or of standard input for `-`, or why there is none."""
    name = path.as_posix()
    data = _standard_input() if str(path) == STANDARD_INPUT else read_bytes(path)
    if isinstance(data, Diagnostic):
        return data
    try:
        paragraphs = _reader(path, data)(data, name)
    except UnusableError as error:
        return error.diagnostic
    if not any(paragraph.text.strip() for paragraph in paragraphs):
        return Diagnostic(Code.EMPTY, Place(name))
    return Document(name, tuple(paragraphs))


def _standard_input() -> bytes | Diagnostic:
    limits = Limits()
    most = limits.size * MEGABYTE
    data = sys.stdin.buffer.read(most + 1)
    return too_large(Path(STANDARD_INPUT), limits) if len(data) > most else data


def _plain(data: bytes, name: str) -> list[Paragraph]:
    return plain_paragraphs(_text(data, name))


def _markdown(data: bytes, name: str) -> list[Paragraph]:
    return markdown_paragraphs(_text(data, name))


def _html(data: bytes, name: str) -> list[Paragraph]:
    from countyplan.plantext.reading.html import html_paragraphs

    return html_paragraphs(_text(data, name))


def _docx(data: bytes, name: str) -> list[Paragraph]:
    from countyplan.plantext.reading.docx import docx_paragraphs

    paragraphs = docx_paragraphs(data)
    if paragraphs is None:
        raise UnusableError(Diagnostic(Code.CANNOT_OPEN, Place(name), {"detail": f"not a {Path(name).suffix} file"}))
    return paragraphs


def _pdf(data: bytes, name: str) -> list[Paragraph]:
    from countyplan.plantext.reading.read import pdf_text

    text = pdf_text(data)
    if text is None:
        raise UnusableError(Diagnostic(Code.CANNOT_OPEN, Place(name), {"detail": f"not a {Path(name).suffix} file"}))
    return wrapped_paragraphs(text)


_READERS: Mapping[str, Callable[[bytes, str], list[Paragraph]]] = {
    ".md": _markdown,
    ".markdown": _markdown,
    ".html": _html,
    ".htm": _html,
    ".docx": _docx,
    ".pdf": _pdf,
}
_SIGNATURES: tuple[tuple[bytes, str], ...] = ((b"%PDF-", ".pdf"), (b"PK\x03\x04", ".docx"))


def _reader(path: Path, data: bytes) -> Callable[[bytes, str], list[Paragraph]]:
    """By what the file begins with, and else by its name."""
    told = next((suffix for mark, suffix in _SIGNATURES if data.startswith(mark)), path.suffix.lower())
    return _READERS.get(told, _plain)


def _text(data: bytes, name: str) -> str:
    text = decode(data, name, telling_words())
    if isinstance(text, Diagnostic) and text.code is Code.ENCODING_AMBIGUOUS:
        # Running text that is valid UTF-8 throughout is UTF-8: no page of GB18030 is so by chance.
        text = data.decode("utf-8")
    if isinstance(text, Diagnostic):
        raise UnusableError(text)
    return text.replace("\r\n", "\n").replace("\r", "\n")


def pdf_text(data: bytes) -> str | None:
    """The text of all pages; None where it cannot be taken out. Raises ModuleNotFoundError without the extra `pdf`."""
    from pypdf import PdfReader
    from pypdf.errors import PyPdfError

    try:
        return "\n".join(page.extract_text() for page in PdfReader(io.BytesIO(data)).pages)
    except (PyPdfError, ValueError, KeyError):
        return None
