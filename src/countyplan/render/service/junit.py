"""JUnit XML: a test case for each target and each finding, in the form that Jenkins and GitLab read."""

from __future__ import annotations

import re
from collections.abc import Sequence
from xml.etree import ElementTree as ET

from countyplan.diagnostics import unobeyed_xml, visible
from countyplan.report.case.case import Case, Cases, Outcome

# What XML 1.0 has no place for and `visible` leaves: the two that are no characters.
_NO_CHARACTERS = re.compile("[\ufffe\uffff]")
_ELEMENTS = {Outcome.FAILED: "failure", Outcome.ERROR: "error", Outcome.SKIPPED: "skipped"}


def junit_xml(cases: Cases) -> str:
    """A suite for each group of cases."""
    root = ET.Element("testsuites", {"name": "countyplan", **_numbers(cases.all, "tests", "failures", "errors")})
    for group in dict.fromkeys(case.group for case in cases.all):
        of_group = [case for case in cases.all if case.group == group]
        suite = ET.SubElement(root, "testsuite", {"name": group, **_numbers(of_group)})
        for case in of_group:
            _add(suite, case)
    ET.indent(root)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{unobeyed_xml(ET.tostring(root, encoding="unicode"))}\n'


def _add(suite: ET.Element, case: Case) -> None:
    named = {"classname": case.group, "name": case.name, "file": case.spot.path, "line": case.spot.line}
    element = ET.SubElement(suite, "testcase", {key: _legal(str(one)) for key, one in named.items() if one is not None})
    lines = "\n".join(_legal(line) for line in (case.title, case.message, case.hint, case.excuse) if line)
    told = _ELEMENTS.get(case.outcome)
    if told is None:
        ET.SubElement(element, "system-out").text = lines
    else:
        ET.SubElement(element, told, {"type": case.rule, "message": _legal(case.excuse or case.message)}).text = lines


def _numbers(cases: Sequence[Case], *names: str) -> dict[str, str]:
    outcomes = [case.outcome for case in cases]
    numbers = {
        "tests": len(cases),
        "failures": outcomes.count(Outcome.FAILED),
        "errors": outcomes.count(Outcome.ERROR),
        "skipped": outcomes.count(Outcome.SKIPPED),
    }
    return {name: str(numbers[name]) for name in names or numbers}


def _legal(text: str) -> str:
    """`text` on one line, with what XML cannot hold written out."""
    return _NO_CHARACTERS.sub(lambda found: f"\\u{ord(found[0]):04x}", visible(text))
