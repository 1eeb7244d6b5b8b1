"""The text of a file, in the encoding that it shows or that was said."""

from __future__ import annotations

from functools import lru_cache

from countyplan.diagnostics import Diagnostic
from countyplan.plan import Plan
from countyplan.source import decode
from countyplan.source.decode import decode_as
from countyplan.submission.readers.source import Source
from countyplan.submission.words.fields import FIELD_NAMES, own_names

# A DOS program ends a text with this mark, and may fill up what is behind it.
_DOS_END = "\x1a"
_FILLS_UP = f" \t\r\n\0{_DOS_END}"


def text_of(source: Source) -> str | Diagnostic:
    """The text, without what a DOS program puts behind its end, or why it cannot be told."""
    if source.encoding is None:
        text = decode(source.data, source.file, _telling_names(source.plan))
    else:
        text = decode_as(source.data, source.file, source.encoding)
    return text if isinstance(text, Diagnostic) else _without_dos_end(text)


def _without_dos_end(text: str) -> str:
    if _DOS_END not in text:
        return text
    kept = text.rstrip(_FILLS_UP)
    return f"{kept}\n" if _DOS_END in text[len(kept) :] else text


@lru_cache(maxsize=4)
def _telling_names(plan: Plan) -> frozenset[str]:
    """Words whose presence shows that a file was decoded rightly: Chinese names of areas, indicators, fields and units."""
    headers = {*FIELD_NAMES.written(), *(name for names in own_names(plan).values() for name in names)}
    names = {*plan.area_names.written(), *plan.indicator_names.written(), *headers, *plan.measures.names}
    return frozenset(name for name in names if not name.isascii())
