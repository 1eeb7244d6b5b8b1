"""Who reads a file: a reader for each suffix, given its bytes, if they are of that kind.

What reads tables is heavy and loaded with the first of them, since most submissions are none.
"""

from __future__ import annotations

from collections.abc import Mapping

from countyplan.diagnostics import Code, Diagnostic, Place
from countyplan.submission.open.content import Content, content_of
from countyplan.submission.readers.csv import of_csv
from countyplan.submission.readers.office import OFFICE, of_office
from countyplan.submission.readers.source import Read, Reader, Source
from countyplan.submission.readers.tree import of_json, of_yaml

__all__ = ["READERS", "Read", "Source", "read_file"]

READERS: Mapping[str, Reader] = {
    ".yaml": of_yaml,
    ".yml": of_yaml,
    ".json": of_json,
    ".csv": of_csv,
    ".tsv": of_csv,
    **dict.fromkeys(OFFICE, of_office),
}


def read_file(source: Source) -> Read:
    """A file by the reader for its suffix, if its bytes are of that kind."""
    if not source.data:
        return Read(diagnostics=[Diagnostic(Code.EMPTY, Place(source.file))])
    content = content_of(source.data)
    if content is Content.OFFICE:
        return of_office(source)
    if content is Content.TEXT and source.suffix not in OFFICE:
        return READERS[source.suffix](source)
    from countyplan.submission.open.workbook_reader import content_differs

    return Read(diagnostics=[content_differs(source.file, source.suffix, f"content.{content.name.lower()}")])
