"""What of a report only pages show, each part worked out when it is first asked for."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cache, partial
from itertools import groupby
from typing import TYPE_CHECKING, TypeAlias

from countyplan.assess import Assessment, Missing, Status
from countyplan.language import Texts
from countyplan.plan import Plan
from countyplan.report.overview.clause_lines import lines_by_clause
from countyplan.report.overview.counting import count_told
from countyplan.report.overview.crowd import WORST, build_crowd
from countyplan.report.overview.league import build_league
from countyplan.report.overview.matrix import build_matrix
from countyplan.report.overview.opening import any_judged
from countyplan.report.overview.overview_model import Count, Crowd
from countyplan.report.report_model import Report, Section
from countyplan.report.row.row_model import Row
from countyplan.report.row.source_lines import source_lines
from countyplan.report.whole.brief import build_brief
from countyplan.report.whole.gate import conclusion, failing_lines
from countyplan.report.whole.grounds import cutoffs, only_source, readings, restatement
from countyplan.report.whole.heading import gate_note, gone, heading
from countyplan.report.whole.request import Request
from countyplan.report.words.names import clause_heading, plan_title, units_line
from countyplan.report.words.order import MOST_URGENT, by_urgency
from countyplan.report.words.problem import counts_by_severity

if TYPE_CHECKING:
    from countyplan.report.case.case import Cases

Judged: TypeAlias = tuple[Assessment, Row]


def on_pages(
    request: Request, judged: list[Judged], asked: list[Judged], report: Report, texts: Texts
) -> Mapping[str, Callable[[], object]]:
    """What a `report` tells on pages alone."""
    plan, assessments, of_asked = request.plan, request.assessments, [one for one, _ in asked]
    shown = [(one, row) for one, row in asked if one.status is not Status.MISSING]
    missing = [(one, row) for one, row in asked if one.status is Status.MISSING]

    def crowd() -> Crowd | None:
        # Who asked for some of the rows gets them.
        if request.only:
            return None
        lines = 0 if report.changes is None else len(report.changes.lines)
        return build_crowd(report.brief.areas, len(asked), lines, texts)

    def attention() -> tuple[Row, ...]:
        row_of = {id(one): row for one, row in asked}
        most = MOST_URGENT if report.crowd is None else WORST
        return tuple(row_of[id(one)] for one in by_urgency(of_asked)[:most])

    def attention_none() -> str:
        if report.not_shown or not assessments:
            return ""
        return texts.say("report.attention_none" if any_judged(assessments) else "report.attention_unknown")

    return {
        "title": lambda: texts.say("report.title", plan=plan_title(plan, texts)),
        "heading": lambda: (*heading(request, texts), *only_source(plan, assessments, texts)),
        "gate_note": lambda: "".join(gate_note(request, texts)),
        "time": lambda: gone(request),
        "attention_heading": lambda: texts.say("report.attention"),
        "attention": attention,
        "attention_none": attention_none,
        "sections": lambda: _sections(plan, shown, texts),
        "missing_heading": lambda: _missing_heading([one for one, _ in missing], texts),
        "missing": lambda: lines_by_clause(plan, missing, texts),
        "missing_count": lambda: len(missing),
        "restatements": lambda: tuple(restatement(plan, one, texts) for one in request.restatements),
        "readings": lambda: readings(plan, of_asked, texts),
        "cutoffs": lambda: cutoffs(plan, texts) if assessments else "",
        "sources": lambda: source_lines(plan, of_asked, texts),
        "problem_counts": lambda: counts_by_severity(report.problems, texts),
        "gather_cases": lambda: cache(partial(_cases, request, judged, texts)),
        "brief": lambda: build_brief(request, judged, report.problems, texts),
        "conclusion": lambda: conclusion(request, texts),
        "overview": lambda: _overview(report.counts, len(assessments), texts),
        "lead": lambda: report.brief.conclusion,
        "nothing": lambda: texts.say("report.nothing") if request.of_nothing else "",
        "failing": lambda: failing_lines(request, judged, texts),
        "league": lambda: build_league(plan, assessments, texts),
        "matrix": lambda: build_matrix(plan, asked, texts),
        "crowd": crowd,
    }


def _missing_heading(missing: Sequence[Assessment], texts: Texts) -> str:
    """What stands above the targets without a figure: how many there are, and how many were reported and not used."""
    not_used = sum(one.missing is Missing.NOT_USED for one in missing)
    if not_used == len(missing) > 0:
        return texts.say("report.not_used", count=not_used)
    key = "report.missing_or_not_used" if not_used else "report.missing"
    return texts.say(key, count=len(missing), not_used=not_used)


def _cases(request: Request, judged: Sequence[tuple[Assessment, Row]], texts: Texts) -> Cases:
    from countyplan.report.whole.cases import cases

    return cases(request, judged, texts)


def _overview(counts: Iterable[Count], total: int, texts: Texts) -> str:
    """The counts in a sentence."""
    told = [count_told(count, texts) for count in counts if count.number]
    return texts.say("report.overview", total=total, counts=texts.join(told)) if told else texts.say("report.no_rows")


def _sections(plan: Plan, shown: list[tuple[Assessment, Row]], texts: Texts) -> tuple[Section, ...]:
    by_clause = groupby(
        sorted(shown, key=lambda pair: plan.clause_order[pair[0].target.indicator.clause]),
        key=lambda pair: pair[0].target.indicator.clause,
    )
    return tuple(
        Section(clause_heading(plan, clause, texts), units_line(plan, clause, texts), tuple(row for _, row in pairs))
        for clause, pairs in by_clause
    )
