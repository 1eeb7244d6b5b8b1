"""The registry: which renderer writes which format. A new format is a module and a line here."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from countyplan.render.csv import listing_csv, report_csv
from countyplan.render.format import Format
from countyplan.render.json import listing_json, report_json
from countyplan.render.markdown import listing_markdown, report_markdown
from countyplan.report import Listing, Report


def _encoded(write: Callable[[Report], str]) -> Callable[[Report], bytes]:
    return lambda report: write(report).encode("utf-8")


DOCUMENTS: Mapping[Format, Callable[[Report], bytes]] = {
    Format.JSON: _encoded(report_json),
    Format.MARKDOWN: _encoded(report_markdown),
    Format.CSV: _encoded(report_csv),
}

LISTINGS: Mapping[Format, Callable[[Listing], str]] = {
    Format.JSON: listing_json,
    Format.MARKDOWN: listing_markdown,
    Format.CSV: listing_csv,
}
