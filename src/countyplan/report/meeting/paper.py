"""The paper put together from what was judged."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from countyplan.assess import GOOD, LAGGING, Assessment, Change, Status
from countyplan.dataclass import dataclass
from countyplan.language import Texts
from countyplan.report.commitments.part import build_commitments
from countyplan.report.divided.sheets import conclusion
from countyplan.report.meeting.decisions import Decision, decisions
from countyplan.report.overview.clause_lines import lines_of_area
from countyplan.report.overview.opening import any_judged
from countyplan.report.projects.part import projects_in
from countyplan.report.report_model import Report
from countyplan.report.row.row_model import Row
from countyplan.report.whole.build import build_report
from countyplan.report.whole.request import Request
from countyplan.report.words.names import area_name, day_told, period_end, period_name, plan_title
from countyplan.report.words.order import by_urgency

# On a page that is read out only so many changes are told; the others stand on the areas' pages.
MOST_CHANGES = 6
_TOLD_FIRST = (Change.WORSE, Change.BETTER)


@dataclass(frozen=True, slots=True, kw_only=True)
class AreaPage:
    """An area's page, or that of the totals: how it stands, what lags, what changed, commitments, projects, what lacks.

    `none_lagging` says that nothing lags; it is empty where something does, and where nothing can be judged. `urgent` are
    the commitments that need attention, each with how it stands and who answers for it.
    """

    heading: str
    conclusion: str
    lagging: tuple[Row, ...]
    none_lagging: str
    changes: tuple[str, ...]
    commitments: tuple[str, ...]
    urgent_headers: tuple[str, ...]
    urgent: tuple[tuple[str, ...], ...]
    projects: tuple[str, ...]
    missing: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Paper:
    """The meeting's paper. `report` is the whole, for the annexes."""

    texts: Texts
    title: tuple[str, ...]
    as_of: str
    only_source: str
    conclusion: tuple[str, ...]
    decisions: tuple[Decision, ...]
    changes_heading: str
    changes: tuple[str, ...]
    areas: tuple[AreaPage, ...]
    report: Report


def build_paper(request: Request, texts: Texts, by_when: str = "") -> Paper:
    """The paper on what was judged; what is decided is due on the day `by_when`, by default before the next meeting."""
    plan, texts = request.plan, texts.of(request.plan)
    report = build_report(request, texts)
    judged = list(zip(request.assessments, report.rows, strict=True))
    when = texts.say("meeting.by_day", day=day_told(by_when, texts)) if by_when else texts.say("meeting.by_next")
    return Paper(
        texts=texts,
        title=(texts.say("brief.title", plan=plan_title(plan, texts)), texts.say("meeting.kind")),
        as_of=texts.say("brief.as_of", as_of=period_end(request.as_of, texts)),
        only_source=report.brief.only_source,
        conclusion=tuple(_conclusion(request, report, texts)),
        decisions=decisions(plan, judged, request.commitments, when, texts),
        changes_heading=_changes_heading(request, texts),
        changes=tuple(_changes(report, texts)),
        areas=tuple(_pages(request, judged, texts)),
        report=report,
    )


def _conclusion(request: Request, report: Report, texts: Texts) -> Iterator[str]:
    """How the targets stand in short and in full, then how the commitments do."""
    yield report.brief.conclusion
    if any_judged(request.assessments):
        yield texts.say("meeting.conclusion", told=conclusion(request.assessments, texts))
    if report.commitments is not None:
        yield report.commitments.summary


def _changes_heading(request: Request, texts: Texts) -> str:
    if request.earlier is None:
        return texts.say("meeting.changes_none_heading")
    return texts.say("meeting.changes", since=period_name(request.earlier.as_of, texts))


def _changes(report: Report, texts: Texts) -> Iterator[str]:
    if report.changes is None:
        yield texts.say("meeting.changes_none")
        return
    yield report.changes.summary
    told = [row for kind in _TOLD_FIRST for row in report.rows if row.change is not None and row.change.kind == kind]
    yield from (changed(row, texts) for row in told[:MOST_CHANGES])
    if len(told) > MOST_CHANGES:
        yield texts.say("meeting.changes_left_out", count=len(told) - MOST_CHANGES)


def changed(row: Row, texts: Texts) -> str:
    """What became of a row, with its figures then and now."""
    if row.change is None:
        return ""
    figures = [one for one in (row.change.words().value_then, row.value_dated) if one]
    words = {"area": row.area, "indicator": row.indicator, "then": row.change.status_then, "now": row.status}
    return texts.say("meeting.changed", figures=texts.say("meeting.to").join(figures), **words)


def _standing(own: Sequence[Assessment], texts: Texts) -> str:
    told = conclusion(own, texts)
    return texts.say("meeting.area", total=len(own), told=told) if own else told


def _none_lagging(own: Sequence[Assessment], texts: Texts) -> str:
    if not any_judged(own) or any(one.status in LAGGING for one in own):
        return ""
    judged = all(one.status in GOOD for one in own)
    return texts.say("meeting.none_lagging" if judged else "meeting.none_lagging_judged")


def _changed(rows: Sequence[Row], texts: Texts) -> Iterator[str]:
    """What became better or worse, each with its figures, and how many were reported for the first time."""
    told = [(row, row.change.kind) for row in rows if row.change is not None]
    yield from (changed(row, texts) for kind in _TOLD_FIRST for row, its in told if its == kind)
    new = sum(kind == Change.NEW for _, kind in told)
    if new:
        yield texts.say("meeting.changes_new", count=new)


def _pages(request: Request, judged: Sequence[tuple[Assessment, Row]], texts: Texts) -> Iterator[AreaPage]:
    plan = request.plan
    for area in plan.tree.order:
        own = [(one, row) for one, row in judged if one.target.area == area]
        standings = [one for one in request.commitments if one.bound.area == area]
        if not own and not standings:
            continue
        rows = {id(one): row for one, row in own}
        told = [one for one, _ in own]
        promised = build_commitments(plan, standings, texts)
        missing = [(one, row) for one, row in own if one.status is Status.MISSING]
        yield AreaPage(
            heading=area_name(plan, area, texts),
            conclusion=_standing(told, texts),
            lagging=tuple(rows[id(one)] for one in by_urgency(told)),
            none_lagging=_none_lagging(told, texts),
            changes=tuple(_changed([row for _, row in own], texts)),
            commitments=() if promised is None else (promised.summary,),
            urgent_headers=() if promised is None else promised.attention_headers,
            urgent=() if promised is None else promised.attention_cells,
            projects=projects_in(plan, request.ledger, area, request.as_of, texts),
            missing=lines_of_area(plan, missing, texts),
        )
