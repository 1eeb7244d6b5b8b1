"""Who reads a file: a reader for each suffix, given its bytes, if they are of that kind.

What reads tables is heavy and loaded with the first of them, since most submissions are none.
"""

from __future__ import annotations

from collections.abc import Mapping

from countyplan.diagnostics import Code, Diagnostic, Place
from countyplan.submission.open.content import Content, content_of
from countyplan.submission.readers.csv import of_csv
from countyplan.submission.readers.office import of_document, of_workbook, opened
from countyplan.submission.readers.source import Read, Reader, Source
from countyplan.submission.readers.tree import of_json, of_yaml

__all__ = ["READERS", "Read", "Source", "read_file"]

_OFFICE: Mapping[str, Reader] = {
    **{suffix: of_workbook(suffix) for suffix in (".xlsx", ".xls", ".ods", ".xlsm", ".et")},
    ".docx": of_document,
}
READERS: Mapping[str, Reader] = {
    ".yaml": of_yaml,
    ".yml": of_yaml,
    ".json": of_json,
    ".csv": of_csv,
    ".tsv": of_csv,
    **_OFFICE,
}


def read_file(source: Source, suffix: str) -> Read:
    """A file by the reader for its suffix, if its bytes are of that kind."""
    if not source.data:
        return Read(diagnostics=[Diagnostic(Code.EMPTY, Place(source.file))])
    content = content_of(source.data)
    wanted = Content.OFFICE if suffix in _OFFICE else Content.TEXT
    if content is wanted:
        return READERS[suffix](source)
    if content is not Content.OFFICE:
        from countyplan.submission.open.workbook_reader import content_differs

        return Read(diagnostics=[content_differs(source.file, suffix, f"content.{content.name.lower()}")])
    return opened(source, suffix, frozenset())
