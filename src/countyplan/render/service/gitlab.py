"""GitLab's Code Quality report, as its documentation lays it down."""

from __future__ import annotations

import json

from countyplan.diagnostics import Severity, unobeyed_json
from countyplan.report.case.case import Case, Cases

_SEVERITIES = {Severity.ERROR: "critical", Severity.WARNING: "major", Severity.INFO: "info"}
_FIRST_LINE = 1


def code_quality(cases: Cases) -> str:
    """A violation for each case that is to be looked at."""
    return unobeyed_json(json.dumps([_violation(case) for case in cases.noted], ensure_ascii=False, indent=2)) + "\n"


def _violation(case: Case) -> dict[str, object]:
    return {
        "description": " — ".join(filter(None, (case.title, case.message, case.hint, case.excuse))),
        "check_name": case.rule,
        "fingerprint": case.fingerprint,
        "severity": _SEVERITIES[case.severity or Severity.INFO],
        # GitLab refuses a violation without a line; what has none, like a workbook, is shown at the file's beginning.
        "location": {"path": case.spot.path, "lines": {"begin": case.spot.line or _FIRST_LINE}},
    }
