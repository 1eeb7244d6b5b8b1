"""The same fields as in JSON, an object a line: meta, then assessments and diagnostics, and the summary last."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping

from countyplan.diagnostics import unobeyed_json
from countyplan.render.data.json import findings_data
from countyplan.render.data.report_data import report_data
from countyplan.report.findings import Findings
from countyplan.report.report_model import Report

_LISTS = {"assessments": "assessment", "commitments": "commitment", "diagnostics": "diagnostic"}
_LAST = ("summary", "doubtful", "not_used", "changes", "not_shown")


def report_lines(report: Report) -> Iterator[str]:
    """The whole report, line by line."""
    return _lines(report_data(report))


def findings_jsonl(findings: Findings) -> str:
    """Findings alone."""
    return "".join(_lines(findings_data(findings)))


def _lines(data: Mapping[str, object]) -> Iterator[str]:
    yield _line("meta", {name: value for name, value in data.items() if name not in {*_LISTS, *_LAST}})
    for name, kind in _LISTS.items():
        rows = data.get(name)
        if isinstance(rows, Iterable):
            yield from (_line(kind, row) for row in rows)
    yield _line("summary", {name: data[name] for name in _LAST if name in data})


def _line(kind: str, fields: Mapping[str, object]) -> str:
    return unobeyed_json(json.dumps({"type": kind, **fields}, ensure_ascii=False, default=list)) + "\n"
