"""What hands that write Chinese put where YAML wants something else: `area：名称`, `area:名称`, wide spaces, tabs.

All of it can also be part of a text, so a slip counts only where the parser stumbles and no longer does once it is mended,
or where a reader needs keys and finds none.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from countyplan.dataclass import dataclass
from countyplan.diagnostics import Code, Diagnostic, Place, Term

_INDENT = re.compile("[ \t\u3000\xa0]*")
_KEY = re.compile(
    "[ \t\u3000\xa0]*(?:- +)*[^\\s:：#\"'\\[\\]{},&*!|>%@`-][^:：#\"'\\[\\]{}]*?(?P<colon>：|:(?=[^ \t/\r\n]))"
)
_FLOW = re.compile(r"\{[^{}]*\}")
_BLOCK = re.compile(r"[:-][ \t]+[|>][-+0-9]*[ \t]*$")
# How a slip is to be mended; a wide space takes up two columns, and a tab is taken for one level.
_MENDED = {"wide_colon": ": ", "tight_colon": ": ", "wide_comma": ", ", "tab": "  ", "wide_space": "  "}
_INDENTING = {"\t": "tab", "\u3000": "wide_space", "\xa0": "wide_space"}
# Inside braces a full-width colon ends a key, and a comma stands before one.
_IN_BRACES = (
    (re.compile("[{,，][^{},，:：]*(?P<sign>：)"), "wide_colon"),
    (re.compile("(?P<sign>，)(?=[^{},，:：]*[:：])"), "wide_comma"),
)
# What is looked into, so that a text made to take long takes none: longer ones are told the parser's first error only,
# and beyond so many slips, or errors one after the other, nothing more is told.
_LONGEST = 100_000
_MOST_SLIPS = 1000
_MOST_ERRORS = 5

ErrorLine = Callable[[str], int | None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Slip:
    """One character, or a row of those that indent, and what it is: a key of `slip.…`; `line` and `column` count from 0."""

    file: str
    line: int
    column: int
    length: int
    kind: str
    text: str
    in_braces: bool = False

    @property
    def diagnostic(self) -> Diagnostic:
        """The finding."""
        place = Place(self.file, self.line + 1, self.column + 1, excerpt=self.text, length=self.length)
        return Diagnostic(Code.YAML_SLIP, place, {"slip": Term(f"slip.{self.kind}")})


def slips_in(lines: Sequence[str], file: str) -> list[Slip]:
    """Everything in the lines of a file that may be a slip, but for the texts that `|` and `>` begin."""
    found: list[Slip] = []
    block: int | None = None
    for at, line in enumerate(lines):
        indent = len(line) - len(line.lstrip())
        if not line.strip() or (block is not None and indent > block):
            continue
        block = indent if _BLOCK.search(line) else None
        found += _of_line(line, file, at)
    return found


def _of_line(line: str, file: str, number: int) -> Iterator[Slip]:
    if line.lstrip().startswith("#"):
        return
    indent = _INDENT.match(line)
    wrong = [at for at in range(indent.end() if indent else 0) if line[at] in _INDENTING]
    if wrong:
        yield Slip(
            file=file,
            line=number,
            column=wrong[0],
            length=wrong[-1] - wrong[0] + 1,
            kind=_INDENTING[line[wrong[0]]],
            text=line,
        )
    if key := _KEY.match(line):
        yield Slip(
            file=file,
            line=number,
            column=key.start("colon"),
            length=1,
            kind="wide_colon" if key["colon"] == "：" else "tight_colon",
            text=line,
        )
    for braces in _FLOW.finditer(line):
        for pattern, kind in _IN_BRACES:
            for sign in pattern.finditer(line, braces.start(), braces.end()):
                yield Slip(
                    file=file, line=number, column=sign.start("sign"), length=1, kind=kind, text=line, in_braces=True
                )


def causes(lines: Sequence[str], file: str, line: int, error_line: ErrorLine) -> tuple[list[Slip], str | None]:
    """The slips that the parser stumbles over, first at `line`, and the text without them if it then stumbles still.

    `error_line` tells the line of the first error in a text, or None. None for the text: nothing else is wrong.
    """
    text = "\n".join(lines)
    slips = slips_in(lines, file)[:_MOST_SLIPS] if len(text) <= _LONGEST else []
    keys = [one for one in slips if not one.in_braces]
    if keys and error_line(_mended(lines, keys)) is None:
        return keys, None
    told: list[Slip] = []
    for _ in range(_MOST_ERRORS):
        known = {*told}
        before = [one for one in slips if one.line <= line and one not in known]
        last = [one for one in before if one.line == before[-1].line]
        for tried in filter(None, (last, [one for one in before if not one.in_braces], before)):
            mended = _mended(lines, [*told, *tried])
            later = error_line(mended)
            if later is None or later > line:
                told += tried
                break
        else:
            # An indent by anything but spaces is wrong whatever else is.
            told += [one for one in before if one.line == line and one.kind in _INDENTING.values()]
            return told, None if told and told[-1].line == line else _mended(lines, told)
        if later is None:
            return told, None
        line, text = later, mended
    return told, text


def _mended(lines: Sequence[str], slips: Sequence[Slip]) -> str:
    mended = list(lines)
    for slip in sorted(slips, key=lambda one: (one.line, -one.column)):
        line = mended[slip.line]
        mended[slip.line] = line[: slip.column] + _MENDED[slip.kind] * slip.length + line[slip.column + slip.length :]
    return "\n".join(mended)
