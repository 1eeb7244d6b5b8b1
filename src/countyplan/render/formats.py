"""The registry: which renderer writes which format. A new format is a module and a line here."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from importlib import import_module
from io import BytesIO
from typing import TYPE_CHECKING, Any, TypeVar

from countyplan.render.format import Format, ListingFormat

if TYPE_CHECKING:
    from countyplan.report.case.case import Cases
    from countyplan.report.divided.index import Index
    from countyplan.report.findings import Findings
    from countyplan.report.listing import Listing
    from countyplan.report.meeting.paper import Paper
    from countyplan.report.notice.notice_model import Notice
    from countyplan.report.report_model import Report

_Told = TypeVar("_Told")


def _later(room: str, name: str) -> Callable[..., Any]:
    """What `name` in `room` writes; it is loaded once it is asked to, since one run writes few formats."""

    def write(*told: Any) -> Any:
        return getattr(import_module(f"countyplan.render.{room}"), name)(*told)

    return write


# What sets a document of pages.
_WORD, _PDF = ("docx.page", "DocumentPage"), ("pdf.page", "PdfPage")


def _set(name: str, page: tuple[str, str]) -> Callable[[Any], bytes]:
    """What `write_{name}` writes onto pages of one kind, in the language of what it tells."""
    return lambda told: _later(f"paged.{name}", f"write_{name}")(told, _later(*page)(told.texts))


def _encoded(write: Callable[[_Told], str]) -> Callable[[_Told], bytes]:
    return _in_pieces(lambda told: [write(told)])


def _in_pieces(write: Callable[[_Told], Iterable[str]]) -> Callable[[_Told], bytes]:
    def joined(told: _Told) -> bytes:
        whole = BytesIO()
        for piece in write(told):
            # A file name that is no text holds surrogates, which UTF-8 has no place for.
            whole.write(piece.encode("utf-8", "backslashreplace"))
        return whole.getvalue()

    return joined


def _of_cases(write: Callable[[Cases], str]) -> Callable[[Report | Findings], bytes]:
    return _encoded(lambda told: write(told.cases))


# What tells cases tells those of a report and those of findings alike.
_CASES: Mapping[Format, Callable[[Report | Findings], bytes]] = {
    Format.GITHUB: _of_cases(_later("service.github", "github_commands")),
    Format.GITLAB: _of_cases(_later("service.gitlab", "code_quality")),
    Format.JUNIT: _of_cases(_later("service.junit", "junit_xml")),
    Format.SARIF: _of_cases(_later("service.sarif", "sarif_log")),
}


DOCUMENTS: Mapping[Format, Callable[[Report], bytes]] = {
    Format.JSON: _in_pieces(_later("data.json", "report_pieces")),
    Format.JSONL: _in_pieces(_later("data.jsonl", "report_lines")),
    Format.MARKDOWN: _encoded(_later("markdown.report", "report_markdown")),
    Format.CSV: _encoded(_later("data.csv", "report_csv")),
    Format.HTML: _later("html", "report_html"),
    **_CASES,
    Format.DOCX: _set("report", _WORD),
    Format.XLSX: _later("xlsx.report", "report_xlsx"),
    Format.PDF: _set("report", _PDF),
}

FINDINGS: Mapping[Format, Callable[[Findings], bytes]] = {
    Format.JSON: _encoded(_later("data.json", "findings_json")),
    Format.JSONL: _encoded(_later("data.jsonl", "findings_jsonl")),
    Format.MARKDOWN: _encoded(_later("markdown.listing", "findings_markdown")),
    Format.CSV: _encoded(_later("data.csv", "findings_csv")),
    **_CASES,
}

LISTINGS: Mapping[ListingFormat, Callable[[Listing], str]] = {
    ListingFormat.JSON: _later("data.json", "listing_json"),
    ListingFormat.MARKDOWN: _later("markdown.listing", "listing_markdown"),
    ListingFormat.CSV: _later("data.csv", "listing_csv"),
}

# The joint meeting's paper.
PAPERS: Mapping[Format, Callable[[Paper], bytes]] = {
    Format.DOCX: _set("paper", _WORD),
    Format.PDF: _set("paper", _PDF),
    Format.MARKDOWN: _encoded(_later("markdown.paper", "paper_markdown")),
}

# Requests that go out.
NOTICES: Mapping[Format, Callable[[Notice], bytes]] = {
    Format.DOCX: _set("notice", _WORD),
    Format.XLSX: _later("notice.xlsx", "notice_xlsx"),
    Format.PDF: _set("notice", _PDF),
}

# The list of the sheets of a divided report; where a format has no renderer for it, it is written in Markdown.
INDEXES: Mapping[Format, Callable[[Index], bytes]] = {
    Format.JSON: _encoded(_later("data.json", "index_json")),
    Format.MARKDOWN: _encoded(_later("markdown.report", "index_markdown")),
    Format.CSV: _encoded(_later("data.csv", "index_csv")),
    Format.DOCX: _set("index", _WORD),
    Format.PDF: _set("index", _PDF),
    Format.XLSX: _later("xlsx.index", "index_xlsx"),
    Format.HTML: _later("html", "index_html"),
}

# The summary of a step.
REPORT_IN_SHORT: Callable[[Report], str] = _later("service.summary", "report_summary")
FINDINGS_IN_SHORT: Callable[[Findings], str] = _later("service.summary", "findings_summary")
