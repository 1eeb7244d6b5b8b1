"""From verdicts to the report: every count, sum, order and wording is decided here and in what this calls."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from countyplan.assess import Assessment
from countyplan.dataclass import dataclass
from countyplan.language import Texts
from countyplan.quantity import Period
from countyplan.report.commitments.part import build_commitments
from countyplan.report.late import Late
from countyplan.report.overview.changes import build_changes, change_of
from countyplan.report.overview.counting import counts_of
from countyplan.report.overview.league import build_levels
from countyplan.report.overview.overview_model import Changes
from countyplan.report.report_model import Report
from countyplan.report.row.row import row_with
from countyplan.report.row.row_model import Detail, Row
from countyplan.report.row.verdict_words import VerdictWords
from countyplan.report.whole.pages import on_pages
from countyplan.report.whole.provenance import made_from, provenance
from countyplan.report.whole.request import Request
from countyplan.report.words.answering import units_told_to
from countyplan.report.words.problem import problems
from countyplan.report.words.waiver import ShownWaiver, shown_waiver

if TYPE_CHECKING:
    from countyplan.report.projects.part import Projects


class _Report(Late, Report):
    """A report of which what only pages show is worked out when it is asked for: rows for machines need none of it."""

    __slots__ = ("_later",)


def build_report(request: Request, texts: Texts) -> Report:
    """The report in the language of `texts`: every count, sum, order and wording is decided here."""
    plan, assessments = request.plan, request.assessments
    texts = texts.of(plan)
    judged = [(one, _row(request, one, texts)) for one in assessments]
    asked = [(one, row) for one, row in judged if request.only is None or one.status in request.only]
    rows = tuple(row for _, row in asked)
    not_shown = len(assessments) - len(asked)
    counts = counts_of(assessments, texts)
    told = {
        "texts": texts,
        "plan_id": plan.identity.id,
        "plan_title": plan.identity.title,
        "plan_language": plan.identity.language,
        "as_of": str(request.as_of),
        "counts": counts,
        "rows": rows,
        "not_shown": not_shown,
        "left_out": texts.say("report.rows_not_shown", count=not_shown) if not_shown else "",
        "problems": problems(request.diagnostics, texts, request.excuses),
        "provenance": provenance(request, texts),
        "made_from": made_from(request, texts),
        "changes": _changes(request, judged, rows, texts),
        "group": None,
        "levels": build_levels(plan, assessments, texts),
        "commitments": build_commitments(plan, request.commitments, texts),
        "projects": _projects(request, texts),
        "index": "",
    }
    return _Report.told(told, lambda report: on_pages(request, judged, asked, report, texts))


def _row(request: Request, one: Assessment, texts: Texts) -> Row:
    plan, said = request.plan, VerdictWords(request.plan, texts, one)
    waiver = shown_waiver(request.excused.waiver_of(one.target), texts)
    told: dict[str, object] = {"waiver": waiver, "detail": _Later(said, waiver, request.as_of)}
    told["change"] = None if request.earlier is None else change_of(said, request.earlier)
    if request.told_to:
        told["units"], told["part"] = units_told_to(plan, one.target, request.told_to, texts)
    return row_with(said, **told)


@dataclass(slots=True)
class _Later:
    """What only a page with room for it shows of a row, worked out when it is first asked for."""

    said: VerdictWords
    waiver: ShownWaiver | None
    as_of: Period
    made: Detail | None = None

    def __call__(self) -> Detail:
        if self.made is None:
            from countyplan.report.explanation.explanation import reasoning
            from countyplan.report.row.chart import build_chart, tell_facts

            row = row_with(self.said, waiver=self.waiver, change=None)
            facts = tell_facts(self.said, row)
            self.made = Detail(facts, reasoning(self.said, row, self.as_of), build_chart(self.said, facts))
        return self.made


def _changes(
    request: Request, judged: Sequence[tuple[Assessment, Row]], shown: Sequence[Row], texts: Texts
) -> Changes | None:
    """The changes of all rows counted, with the lines of those that are shown; None where there was no period before.

    Where the plan is set against another version of it, those that the version brings are told instead.
    """
    if request.against is not None:
        from countyplan.report.overview.against import build_against

        return build_against(request.plan, judged, request.against, texts)
    if not judged or request.earlier is None:
        return None
    return build_changes(request.plan, [row for _, row in judged], shown, request.earlier, texts)


def _projects(request: Request, texts: Texts) -> Projects | None:
    if not request.ledger.lists:
        return None
    from countyplan.report.projects.part import build_projects

    return build_projects(request.plan, request.ledger, request.as_of, texts)
