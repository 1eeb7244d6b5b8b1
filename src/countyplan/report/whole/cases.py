"""What services for checks are told of a whole run."""

from __future__ import annotations

from collections.abc import Sequence

from countyplan.assess import Assessment
from countyplan.language import Texts
from countyplan.report.case.case import Cases, gather
from countyplan.report.case.finding_case import clean_cases, finding_cases, finding_rules
from countyplan.report.case.verdict_case import verdict_cases, verdict_rules
from countyplan.report.commitments.case import commitment_cases, commitment_rules
from countyplan.report.row.row_model import Row
from countyplan.report.whole.gate import failing_verdicts
from countyplan.report.whole.request import Request
from countyplan.report.words.spot import relative_path


def cases(request: Request, judged: Sequence[tuple[Assessment, Row]], texts: Texts) -> Cases:
    """Findings, files without any, verdicts and commitments."""
    files = [(relative_path(file.name, request.folder), file.sha256) for file in request.files]
    found = finding_cases(request.diagnostics, request.folder, texts, request.excuses)
    clean = clean_cases((path for path, _ in files), found, texts)
    named = [*(file.name for file in request.files), *(one.file for one in request.diagnostics)]
    failing = {one.target.key for one in failing_verdicts(request)}
    verdicts = verdict_cases(judged, named, request.folder, failing, texts)
    asked = [case for case in verdicts if request.only is None or case.rule in request.only]
    promised = [] if request.only else commitment_cases(request.plan, request.commitments, request.folder, texts)
    rules = [
        *finding_rules(request.diagnostics, texts, with_examples=request.plan.ships),
        *verdict_rules(request.plan, asked, texts),
        *commitment_rules(promised, texts),
    ]
    return gather([*found, *clean, *asked, *promised], rules, files, request.version, texts)
