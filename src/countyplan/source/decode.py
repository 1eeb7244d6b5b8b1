"""From bytes to text, by what the bytes say and not by luck.

The GBK bytes of 桐庐 are valid UTF-8, and the UTF-8 bytes of 桐庐 are valid GB18030, so whichever is tried first would go
wrong silently. Both are tried, and the one that says names which the plan knows is taken.
"""

from __future__ import annotations

import codecs
from collections.abc import Collection

from countyplan.diagnostics import Code, Diagnostic, Place

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_CANDIDATES = ("utf-8", "gb18030")
_SHOWN = 24


def decode(data: bytes, file: str, names: Collection[str]) -> str | Diagnostic:
    """The text of `data`, or why it has none.

    `names` are words that the text is expected to hold some of; they decide where the bytes can be read in two ways.
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            text = _read(data, encoding)
            return _undecodable(file) if text is None else text
    readings = {encoding: text for encoding in _CANDIDATES if (text := _read(data, encoding)) is not None}
    texts = list(dict.fromkeys(readings.values()))
    if not texts:
        return _undecodable(file)
    if len(texts) == 1:
        return texts[0]
    telling = [text for text in texts if any(name in text for name in names)]
    if len(telling) == 1:
        return telling[0]
    return Diagnostic(Code.ENCODING_AMBIGUOUS, Place(file), {name: _sample(text) for name, text in _named(readings)})


def _read(data: bytes, encoding: str) -> str | None:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError:
        return None


def _undecodable(file: str) -> Diagnostic:
    return Diagnostic(Code.UNDECODABLE, Place(file))


def _named(readings: dict[str, str]) -> list[tuple[str, str]]:
    return [(encoding.replace("-", ""), text) for encoding, text in readings.items()]


def _sample(text: str) -> str:
    first = next((at for at, char in enumerate(text) if not char.isascii()), 0)
    return text[first : first + _SHOWN]
