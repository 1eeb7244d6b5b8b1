"""The registry: which renderer writes which format. A new format is a module and a line here."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TypeVar

from countyplan.render.data.csv import findings_csv, index_csv, listing_csv, report_csv
from countyplan.render.data.json import findings_json, index_json, listing_json, report_json
from countyplan.render.data.jsonl import findings_jsonl, report_jsonl
from countyplan.render.format import Format, ListingFormat
from countyplan.render.html import index_html, report_html
from countyplan.render.markdown import findings_markdown, index_markdown, listing_markdown, report_markdown
from countyplan.render.paper.markdown import paper_markdown
from countyplan.render.service.github import github_commands
from countyplan.render.service.gitlab import code_quality
from countyplan.render.service.junit import junit_xml
from countyplan.render.service.sarif import sarif_log
from countyplan.report import Cases, Findings, Index, Listing, Report
from countyplan.report.meeting import Paper

_Told = TypeVar("_Told")


def _encoded(write: Callable[[_Told], str]) -> Callable[[_Told], bytes]:
    # A file name that is no text holds surrogates, which UTF-8 has no place for.
    return lambda told: write(told).encode("utf-8", "backslashreplace")


def _of_cases(write: Callable[[Cases], str]) -> Callable[[Report | Findings], bytes]:
    return _encoded(lambda told: write(told.cases))


# What tells cases tells those of a report and those of findings alike.
_CASES: Mapping[Format, Callable[[Report | Findings], bytes]] = {
    Format.GITHUB: _of_cases(github_commands),
    Format.GITLAB: _of_cases(code_quality),
    Format.JUNIT: _of_cases(junit_xml),
    Format.SARIF: _of_cases(sarif_log),
}


def _docx(report: Report) -> bytes:
    from countyplan.render.docx.report import report_docx

    return report_docx(report)


def _index_docx(index: Index) -> bytes:
    from countyplan.render.docx.index import index_docx

    return index_docx(index)


def _xlsx(report: Report) -> bytes:
    from countyplan.render.xlsx.report import report_xlsx

    return report_xlsx(report)


def _paper_docx(paper: Paper) -> bytes:
    from countyplan.render.paper.docx import paper_docx

    return paper_docx(paper)


DOCUMENTS: Mapping[Format, Callable[[Report], bytes]] = {
    Format.JSON: _encoded(report_json),
    Format.JSONL: _encoded(report_jsonl),
    Format.MARKDOWN: _encoded(report_markdown),
    Format.CSV: _encoded(report_csv),
    Format.HTML: report_html,
    **_CASES,
    Format.DOCX: _docx,
    Format.XLSX: _xlsx,
}

FINDINGS: Mapping[Format, Callable[[Findings], bytes]] = {
    Format.JSON: _encoded(findings_json),
    Format.JSONL: _encoded(findings_jsonl),
    Format.MARKDOWN: _encoded(findings_markdown),
    Format.CSV: _encoded(findings_csv),
    **_CASES,
}

LISTINGS: Mapping[ListingFormat, Callable[[Listing], str]] = {
    ListingFormat.JSON: listing_json,
    ListingFormat.MARKDOWN: listing_markdown,
    ListingFormat.CSV: listing_csv,
}

# The joint meeting's paper.
PAPERS: Mapping[Format, Callable[[Paper], bytes]] = {
    Format.DOCX: _paper_docx,
    Format.MARKDOWN: _encoded(paper_markdown),
}

# The list of the sheets of a divided report; where a format has no renderer for it, it is written in Markdown.
INDEXES: Mapping[Format, Callable[[Index], bytes]] = {
    Format.JSON: _encoded(index_json),
    Format.MARKDOWN: _encoded(index_markdown),
    Format.CSV: _encoded(index_csv),
    Format.DOCX: _index_docx,
    Format.HTML: index_html,
}
