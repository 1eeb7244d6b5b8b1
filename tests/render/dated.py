"""Reports as the command makes them, with a version and a day that stay, for tests of what renderers write."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from countyplan.language import Language, Texts
from countyplan.plan.selection import Selection
from countyplan.report.report_model import Report
from countyplan.report.whole.build import build_report
from countyplan.report.whole.request import Request
from countyplan.run.asked import Asked
from countyplan.run.judged import judge_files
from countyplan.run.told import request_of
from tests.figures.reported import PLAN

EXAMPLES = Path(__file__).parents[2] / "examples"
ILLUSTRATIVE = EXAMPLES / "illustrative"
PUBLISHED = EXAMPLES / "published"


def request(path: Path, *, areas: str = "all", clauses: tuple[int, ...] = ()) -> Request:
    """What a report on the submissions in `path` is made from; with no `areas` it is of those that they speak of."""
    chosen = Selection.named(PLAN, areas=[areas] if areas else None, clauses=clauses or None)
    judged = judge_files(Asked(plan=PLAN, paths=(path,), selection=chosen, of_reporters=not areas))
    return replace(request_of(judged), version="1.2.3", made_on="2026-01-01")


def made(path: Path, language: Language = Language.ZH, *, areas: str = "all", clauses: tuple[int, ...] = ()) -> Report:
    """The report itself."""
    return build_report(request(path, areas=areas, clauses=clauses), Texts(language))
