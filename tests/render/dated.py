"""Reports as the command makes them, with a version and a day that stay, for tests of what renderers write."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from countyplan.cli.session import Asked, judge_all, request_of
from countyplan.language import Language, Texts
from countyplan.report import Report, Request, build_report
from tests.figures.reported import PLAN

EXAMPLES = Path(__file__).parents[2] / "examples"
ILLUSTRATIVE = EXAMPLES / "illustrative"
PUBLISHED = EXAMPLES / "published"


def request(
    path: Path, language: Language = Language.ZH, *, areas: str = "all", clauses: tuple[int, ...] = ()
) -> Request:
    """What a report on the submissions in `path` is made from; with no `areas` it is of those that they speak of."""
    asked = Asked([path], PLAN, Texts(language), None, [areas] if areas else None, None, list(clauses))
    return replace(request_of(judge_all(asked), asked), version="1.2.3", made_on="2026-01-01")


def made(path: Path, language: Language = Language.ZH, *, areas: str = "all", clauses: tuple[int, ...] = ()) -> Report:
    """The report itself."""
    return build_report(request(path, language, areas=areas, clauses=clauses), Texts(language))
