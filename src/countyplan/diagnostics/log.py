r"""Text in the log of a CI service, which obeys some of what it prints.

GitHub Actions obeys a line that begins with two colons, and `##[` wherever it stands (actions/runner, `ActionCommand.cs`),
Azure Pipelines `##vso[`, TeamCity `##teamcity[`. GitLab's sections need an escape and a carriage return, which `visible`
writes out.
"""

from __future__ import annotations

import re

from countyplan.pattern import pattern

_ANYWHERE = pattern(r"##(?=\w*\[)")
# What JSON need not code, and terminals obey: the upper controls, and marks that turn text around.
_CONTROLS = pattern("[\x7f-\x9f\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]")
_AT_THE_START = pattern(r"^([^\S\n]*)::", re.MULTILINE)


def unobeyed(text: str) -> str:
    r"""`text` with what a log would obey written out, two colons as `\x3a:`."""
    text = unobeyed_within(text)
    return _AT_THE_START.sub(r"\1\\x3a:", text) if "::" in text else text


def unobeyed_within(text: str) -> str:
    r"""The same within a line that is a command itself: `##[` as `#\x23[`; what stands at its start is the caller's."""
    return _ANYWHERE.sub(r"#\\x23", text) if "##" in text else text


def unobeyed_json(text: str) -> str:
    """The same for a document in JSON, which says the same with it; what a terminal would obey is coded too."""
    if not text.replace("\n", "").isprintable():
        text = _CONTROLS.sub(lambda found: f"\\u{ord(found[0]):04x}", text)
    return text.replace("##", "#\\u0023")


def unobeyed_xml(text: str) -> str:
    """The same for a document in XML or HTML that holds neither scripts nor comments."""
    return _AT_THE_START.sub(r"\1&#58;:", text.replace("##", "#&#35;"))
