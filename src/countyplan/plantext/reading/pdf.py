"""The text layer of a PDF; a scan has none, and is not guessed at."""

from __future__ import annotations

import io


def pdf_text(data: bytes) -> str | None:
    """The text of all pages; None where it cannot be taken out. Raises ModuleNotFoundError without the extra `pdf`."""
    from pypdf import PdfReader
    from pypdf.errors import PyPdfError

    try:
        return "\n".join(page.extract_text() for page in PdfReader(io.BytesIO(data)).pages)
    except (PyPdfError, ValueError, KeyError):
        return None
