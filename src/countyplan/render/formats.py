"""The registry: which renderer writes which format. A new format is a module and a line here."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TypeVar

from countyplan.render.csv import index_csv, listing_csv, report_csv
from countyplan.render.format import Format
from countyplan.render.json import index_json, listing_json, report_json
from countyplan.render.markdown import index_markdown, listing_markdown, report_markdown
from countyplan.report import Index, Listing, Report

_Told = TypeVar("_Told", Report, Index)


def _encoded(write: Callable[[_Told], str]) -> Callable[[_Told], bytes]:
    return lambda told: write(told).encode("utf-8")


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

# The list of the sheets of a divided report; where a format has no renderer for it, it is written in Markdown.
INDEXES: Mapping[Format, Callable[[Index], bytes]] = {
    Format.JSON: _encoded(index_json),
    Format.MARKDOWN: _encoded(index_markdown),
    Format.CSV: _encoded(index_csv),
}
