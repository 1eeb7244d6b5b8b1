"""SARIF 2.1.0, the OASIS standard for what analysis tools find."""

from __future__ import annotations

import json
import re
from urllib.parse import quote

from countyplan.diagnostics import Severity, unobeyed_json
from countyplan.render.markdown.marked import bullets, escape, fenced
from countyplan.report.case.case import Case, CaseRule, Cases, Outcome
from countyplan.report.words.spot import Spot

_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}
# In a message braces stand for arguments unless doubled (3.11.5), and `[text](target)` is a link (3.11.6).
_BRACES = str.maketrans({"{": "{{", "}": "}}"})
_LINK = re.compile(r"\[(?=[^\]]*\]\()")
_DRIVE = re.compile(r"[A-Za-z]:/")
_FIRST_LINE = 1


def sarif_log(cases: Cases) -> str:
    """A log of one run: a result for each case that is to be looked at, with the rules and files that they refer to."""
    files = dict(cases.files)
    paths = list(dict.fromkeys([*files, *(case.spot.path for case in cases.noted)]))
    run = {
        "tool": {
            "driver": {
                "name": "countyplan",
                "version": cases.version,
                "language": cases.language,
                "rules": [_rule(rule) for rule in cases.rules],
            }
        },
        "columnKind": "unicodeCodePoints",
        "artifacts": [_artifact(path, files.get(path)) for path in paths],
        "results": [_result(case, cases.rules, paths) for case in cases.noted],
    }
    log = {"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}
    return unobeyed_json(json.dumps(log, ensure_ascii=False, indent=2)) + "\n"


def _rule(rule: CaseRule) -> dict[str, object]:
    text, markdown = [rule.help], bullets([rule.what, rule.help])
    for label, lines in rule.example:
        text += ["", label, *lines]
        markdown += ["", escape(label), "", *fenced(lines)]
    return {
        "id": rule.id,
        "name": rule.name,
        "shortDescription": {"text": rule.title},
        "fullDescription": {"text": rule.what},
        "help": {"text": "\n".join(text), "markdown": "\n".join(markdown)},
        "defaultConfiguration": {"level": _LEVELS[rule.severity]},
    }


def _artifact(path: str, sha256: str | None) -> dict[str, object]:
    artifact: dict[str, object] = {"location": {"uri": _uri(path)}, "roles": ["analysisTarget"]}
    return artifact if sha256 is None else {**artifact, "hashes": {"sha-256": sha256}}


def _result(case: Case, rules: tuple[CaseRule, ...], paths: list[str]) -> dict[str, object]:
    weight: dict[str, object] = {"kind": "fail", "level": _LEVELS[case.severity or Severity.INFO]}
    if case.excuse:
        weight["suppressions"] = [{"kind": "external", "justification": case.excuse}]
    elif case.outcome is Outcome.SKIPPED:
        # It is neither kept nor broken: SARIF calls it open, and an open result has no level.
        weight = {"kind": "open", "level": "none"}
    return {
        "ruleId": case.rule,
        "ruleIndex": [rule.id for rule in rules].index(case.rule),
        **weight,
        "message": {"text": _text("\n".join(filter(None, (case.title, case.message, case.hint))))},
        "locations": [_location(case.spot, paths)],
        "partialFingerprints": {"countyplan/v1": case.fingerprint},
    }


def _location(spot: Spot, paths: list[str]) -> dict[str, object]:
    # GitHub's code scanning wants a line of every result; a workbook has none and its cell is named beside it.
    region = {"startLine": spot.line or _FIRST_LINE, "startColumn": spot.column, "endColumn": spot.end_column}
    location: dict[str, object] = {
        "physicalLocation": {
            "artifactLocation": {"uri": _uri(spot.path), "index": paths.index(spot.path)},
            "region": {name: number for name, number in region.items() if number is not None},
        }
    }
    if spot.cell is not None:
        location["logicalLocations"] = [{"fullyQualifiedName": spot.cell, "kind": "cell"}]
    return location


def _text(text: str) -> str:
    return _LINK.sub(r"\\[", text.translate(_BRACES))


def _uri(path: str) -> str:
    if drive := _DRIVE.match(path):
        return f"file:///{drive[0]}{_quoted(path[drive.end() :])}"
    return f"file://{_quoted(path)}" if path.startswith("/") else _quoted(path)


def _quoted(path: str) -> str:
    return quote(path.encode("utf-8", "surrogatepass"))
