"""Requests that go out as files."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from countyplan.render.format import Format
from countyplan.report.notice import Notice


def _docx(notice: Notice) -> bytes:
    from countyplan.render.docx.documents import notice_docx  # noqa: PLC0415 -- python-docx is heavy

    return notice_docx(notice)


def _xlsx(notice: Notice) -> bytes:
    from countyplan.render.notice.xlsx import notice_xlsx  # noqa: PLC0415 -- openpyxl is heavy

    return notice_xlsx(notice)


def _pdf(notice: Notice) -> bytes:
    from countyplan.render.pdf.documents import notice_pdf  # noqa: PLC0415 -- typst is heavy

    return notice_pdf(notice)


NOTICES: Mapping[Format, Callable[[Notice], bytes]] = {Format.DOCX: _docx, Format.XLSX: _xlsx, Format.PDF: _pdf}
