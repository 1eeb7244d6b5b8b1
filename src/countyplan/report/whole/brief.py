"""The report in short: the counts in sentences, what lags by area, who answers for it, what cannot be judged."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from countyplan.assess import Assessment, Status
from countyplan.language import Texts
from countyplan.plan import TOTAL, Firmness, Plan
from countyplan.report.overview.clause_lines import lines_by_clause
from countyplan.report.overview.counting import count_table, counted, counts_of
from countyplan.report.overview.opening import nothing_usable, opening, standing_told
from countyplan.report.overview.overview_model import AreaStanding, Brief
from countyplan.report.row.row_model import Row
from countyplan.report.whole.grounds import only_source
from countyplan.report.whole.heading import time_told, waived
from countyplan.report.whole.request import Request
from countyplan.report.words.names import area_name, day_told, level_heading, period_end, plan_title
from countyplan.report.words.order import by_urgency
from countyplan.report.words.problem import Problem, findings_told, gravest

_MOST_FINDINGS = 8
_UNSETTLED = (Status.NO_PACE, Status.UNDECIDED)


def build_brief(
    request: Request, judged: Sequence[tuple[Assessment, Row]], found: Sequence[Problem], texts: Texts
) -> Brief:
    """The brief on what was judged, in the language of `texts`."""
    plan, assessments = request.plan, [assessment for assessment, _ in judged]
    findings, left_out = gravest(found, _MOST_FINDINGS, texts)
    areas = tuple(_areas(plan, judged, texts))
    return Brief(
        title=(texts.say("brief.title", plan=plan_title(plan, texts)), texts.say("brief.kind")),
        as_of=texts.say("brief.as_of", as_of=period_end(request.as_of, texts)),
        only_source="".join(only_source(plan, assessments, texts)),
        waived="".join(texts.say("sentence.closed", text=line) for line in waived(request, texts)),
        made_on=day_told(request.made_on, texts),
        conclusion=opening(assessments, areas, request.as_of, found, texts),
        overview=tuple(_overview(request, assessments, texts)),
        total=len(judged),
        counts=count_table(areas, len(judged), counts_of(assessments, texts), texts),
        areas=areas,
        answering=lines_by_clause(plan, _lagging(judged), texts, reasons=False) if plan.units else (),
        unsettled=lines_by_clause(plan, [pair for pair in judged if pair[0].status in _UNSETTLED], texts),
        findings_count=findings_told(found, texts),
        findings=findings,
        findings_left_out=left_out,
    )


def _overview(request: Request, assessments: Sequence[Assessment], texts: Texts) -> Iterator[str]:
    yield texts.say(
        "brief.scope",
        plan=plan_title(request.plan, texts),
        as_of=period_end(request.as_of, texts),
        files=len(request.files),
        time=time_told(request, texts),
    )
    if not assessments or nothing_usable(assessments):
        return
    yield texts.say("sentence.separator").join(_by_firmness(assessments, texts))


def _by_firmness(assessments: Sequence[Assessment], texts: Texts) -> Iterator[str]:
    for firmness in Firmness:
        of_it = [one for one in assessments if one.target.indicator.firmness is firmness]
        if of_it:
            label = texts.say(f"firmness.{firmness}")
            told = counted(counts_of(of_it, texts), texts)
            yield texts.say("brief.of_firmness", firmness=label, count=len(of_it), told=told)


def _areas(plan: Plan, judged: Sequence[tuple[Assessment, Row]], texts: Texts) -> Iterator[AreaStanding]:
    by_area: dict[str, list[tuple[Assessment, Row]]] = defaultdict(list)
    for pair in judged:
        by_area[pair[0].target.area].append(pair)
    for area, level in _in_order(plan, texts):
        if own := by_area.get(area):
            lagging = tuple(row for _, row in _lagging(own))
            name = area_name(plan, area, texts)
            told = (
                texts.say("brief.area", area=name, total=len(own), lagging=len(lagging))
                if lagging
                else texts.say("brief.area_none", area=name, told=standing_told([one for one, _ in own], texts))
            )
            heading = texts.say("brief.area_of_level", level=level, told=told) if level else told
            counts = counts_of((assessment for assessment, _ in own), texts)
            yield AreaStanding(
                area=name,
                of_all=area == TOTAL,
                level=level,
                heading=heading,
                total=len(own),
                counts=counts,
                lagging=lagging,
            )


def _in_order(plan: Plan, texts: Texts) -> Iterator[tuple[str, str]]:
    """Every area with what its level is called: from the top down, or where there are no levels the total as the last."""
    levels = plan.tree.levels
    if not levels:
        yield from ((area, "") for area in plan.tree.order)
    for level in levels:
        name = level_heading(plan, level, texts, of_one=True)
        yield from ((area, name) for area in level.areas)


def _lagging(judged: Sequence[tuple[Assessment, Row]]) -> list[tuple[Assessment, Row]]:
    """What lags, the most urgent first."""
    pairs = {id(pair[0]): pair for pair in judged}
    return [pairs[id(one)] for one in by_urgency(assessment for assessment, _ in judged)]
