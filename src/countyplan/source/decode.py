"""From bytes to text, by what the bytes say and not by luck.

The GBK bytes of some Chinese names are valid UTF-8, and their UTF-8 bytes are valid GB18030, so whichever is tried first
would go wrong silently. Both are tried, and the one that says names which the plan knows is taken.
"""

from __future__ import annotations

import codecs
from collections.abc import Collection
from contextlib import suppress

from countyplan.diagnostics import Code, Diagnostic, Place

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_CANDIDATES = ("utf-8", "gb18030")
_SHOWN = 24
_LOOKED_AT = 4096
# Every so many characters of a table one is a comma, a digit or a line's end.
_MOST_BETWEEN = 40


def decode(data: bytes, file: str, names: Collection[str]) -> str | Diagnostic:
    """The text of `data`, or why it has none.

    `names` are words that the text is expected to hold some of; they decide where the bytes can be read in two ways.
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            text = _read(data.removeprefix(mark), encoding)
            return undecodable(data, file) if text is None else text
    if (wide := _unmarked_utf16(data)) is not None:
        return wide
    readings = {encoding: text for encoding in _CANDIDATES if (text := _read(data, encoding)) is not None}
    texts = list(dict.fromkeys(readings.values()))
    if not texts:
        return undecodable(data, file)
    if len(texts) == 1:
        return texts[0]
    telling = [text for text in texts if any(name in text for name in names)]
    if len(telling) == 1:
        return telling[0]
    return Diagnostic(Code.ENCODING_AMBIGUOUS, Place(file), {name: _sample(text) for name, text in _named(readings)})


def decode_as(data: bytes, file: str, encoding: str) -> str | Diagnostic:
    """The text of `data` in an encoding that was named, or where it is none."""
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        with suppress(UnicodeError):
            line, column, shown = _at(data, error.start, encoding)
            return Diagnostic(Code.ENCODING_NOT_NAMED, Place(file, line, column, excerpt=shown), {"encoding": encoding})
    except UnicodeError:
        # Not every encoding tells where it fails.
        pass
    return Diagnostic(Code.ENCODING_NOT_NAMED, Place(file), {"encoding": encoding})


def undecodable(data: bytes, file: str) -> Diagnostic:
    """That no encoding reads all of `data`: how far each comes, and what it makes of the line where the better one ends."""
    body = data.removeprefix(codecs.BOM_UTF8)
    ends = {encoding: _end(body, encoding) for encoding in _CANDIDATES}
    failing = {encoding: end for encoding, end in ends.items() if end < len(body)}
    better = max(failing, key=lambda encoding: failing[encoding])
    furthest = failing[better]
    begun = body.rfind(b"\n", 0, furthest) + 1
    line = body[begun:].partition(b"\n")[0]
    words: dict[str, str] = {}
    for encoding, end in ends.items():
        name = encoding.replace("-", "")
        words[name] = _sample(line.decode(encoding, "replace").rstrip("\r"))
        at = _at(body, end, encoding)[:2] if end < len(body) else None
        words[f"{name}_line"], words[f"{name}_column"] = map(str, at or ("-", "-"))
    number, column, shown = _at(body, furthest, better)
    return Diagnostic(Code.UNDECODABLE, Place(file, number, column, excerpt=shown), words)


def is_unmarked_utf16(data: bytes) -> bool:
    """Whether it is text of two bytes a character that does not say so: every second byte of what is ASCII is a NUL."""
    return _unmarked_utf16(data) is not None


def _unmarked_utf16(data: bytes) -> str | None:
    start = data[:_LOOKED_AT]
    if len(start) < 4:
        return None
    even, odd = start[::2].count(0), start[1::2].count(0)
    if min(even, odd) or max(even, odd) * _MOST_BETWEEN < len(start) // 2:
        return None
    return _read(data, "utf-16-le" if odd else "utf-16-be")


def _read(data: bytes, encoding: str) -> str | None:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError:
        return None


def _end(data: bytes, encoding: str) -> int:
    """How many bytes can be read."""
    try:
        data.decode(encoding)
    except UnicodeDecodeError as error:
        return error.start
    return len(data)


def _at(data: bytes, at: int, encoding: str) -> tuple[int, int, str]:
    """The line and column, from 1, of a byte up to which the encoding reads all, and that line with what it cannot read."""
    before = data[:at].decode(encoding, "replace")
    column = len(before) - before.rfind("\n")
    rest = data[at : at + _LOOKED_AT].decode(encoding, "replace").partition("\n")[0].rstrip("\r")
    return before.count("\n") + 1, column, before[len(before) - column + 1 :] + rest


def _named(readings: dict[str, str]) -> list[tuple[str, str]]:
    return [(encoding.replace("-", ""), text) for encoding, text in readings.items()]


def _sample(text: str) -> str:
    first = next((at for at, char in enumerate(text) if not char.isascii()), 0)
    return text[first : first + _SHOWN]
