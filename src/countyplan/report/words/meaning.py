"""What a code of the catalogue means, in words and by an example."""

from __future__ import annotations

import re
from collections.abc import Mapping

from countyplan.dataclass import dataclass
from countyplan.diagnostics import Code, entry, example, wording_of
from countyplan.language import Texts

_TO_BE_FILLED = re.compile(r"\{\w+\}")
# Of the forms of a word the one for several.
_FORMS = re.compile(r"\{\w+:[^{}|]*\|([^{}|]*)\}")


@dataclass(frozen=True, slots=True)
class Meaning:
    """A code's entry ready to be shown: sentences, and the lines of the example before and after under their labels.

    `machine` holds the same for machines.
    """

    title: str
    what: str
    do: str
    example: tuple[tuple[str, tuple[str, ...]], ...]
    machine: Mapping[str, str]


def meaning(code: Code, texts: Texts) -> Meaning:
    """The meaning of `code`; what a message is filled with in a finding is left open here."""
    found, shown = entry(code), example(code)
    said = wording_of(code, texts)
    message = _TO_BE_FILLED.sub("…", _FORMS.sub(r"\1", said.message))
    severity = texts.say(f"severity.{found.severity}")
    return Meaning(
        title=texts.say("diagnostic.title", code=code.value, severity=severity, title=said.title),
        what=texts.say("diagnostic.what", message=message),
        do=texts.say("diagnostic.do", help=said.help),
        example=(
            (texts.say("diagnostic.before"), tuple(shown.before.splitlines())),
            (texts.say("diagnostic.after"), tuple(shown.after.splitlines())),
        ),
        machine={
            "code": code.value,
            "severity": found.severity.value,
            "title": said.title,
            "message": message,
            "hint": said.help,
            "before": shown.before,
            "after": shown.after,
        },
    )
