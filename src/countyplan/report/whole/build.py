"""From verdicts to the report: every count, sum, order and wording is decided here and in what this calls."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache, partial
from itertools import groupby
from typing import TYPE_CHECKING

from countyplan.assess import Assessment, Missing, Status
from countyplan.dataclass import dataclass
from countyplan.language import Texts
from countyplan.plan import Plan
from countyplan.quantity import Period
from countyplan.report.commitments.part import build_commitments
from countyplan.report.overview.brief import build_brief
from countyplan.report.overview.changes import build_changes, change_of
from countyplan.report.overview.clause_lines import lines_by_clause
from countyplan.report.overview.counting import counts_of
from countyplan.report.overview.crowd import WORST, build_crowd
from countyplan.report.overview.league import build_league, build_levels
from countyplan.report.overview.matrix import build_matrix
from countyplan.report.overview.opening import nothing_urgent
from countyplan.report.overview.overview_model import Changes, Count
from countyplan.report.report_model import Report, Section
from countyplan.report.row.row import row_with
from countyplan.report.row.row_model import Detail, Row
from countyplan.report.row.source_lines import source_lines
from countyplan.report.row.verdict_words import VerdictWords
from countyplan.report.whole.gate import conclusion, failing_lines
from countyplan.report.whole.grounds import cutoffs, only_source, readings, restatement
from countyplan.report.whole.heading import gate_note, gone, heading, stand
from countyplan.report.whole.provenance import made_from, provenance
from countyplan.report.whole.request import Request
from countyplan.report.words.answering import units_told_to
from countyplan.report.words.names import clause_heading, plan_title, units_line
from countyplan.report.words.order import MOST_URGENT, most_urgent
from countyplan.report.words.problem import counts_by_severity, problems
from countyplan.report.words.waiver import ShownWaiver, shown_waiver

if TYPE_CHECKING:
    from countyplan.report.case.case import Cases
    from countyplan.report.projects import Projects


def build_report(request: Request, texts: Texts) -> Report:
    """The report in the language of `texts`: every count, sum, order and wording is decided here."""
    plan, assessments = request.plan, request.assessments
    texts = texts.of(plan)
    judged = [(one, _row(request, one, texts)) for one in assessments]
    asked = [(one, row) for one, row in judged if request.only is None or one.status in request.only]
    of_asked = [one for one, _ in asked]
    row_of = {id(one): row for one, row in asked}
    rows = tuple(row for _, row in asked)
    shown = [(one, row) for one, row in asked if one.status is not Status.MISSING]
    missing = [(one, row) for one, row in asked if one.status is Status.MISSING]
    not_shown = len(assessments) - len(asked)
    found = problems(request.diagnostics, texts, request.excuses)
    counts = counts_of(assessments, texts)
    title = plan_title(plan, texts)
    brief = build_brief(stand(request, texts), judged, found, texts)
    changes = _changes(request, judged, rows, texts)
    lines = 0 if changes is None else len(changes.lines)
    # Who asked for some of the rows gets them.
    crowd = None if request.only else build_crowd(brief.areas, len(rows), lines, texts)
    return Report(
        texts=texts,
        plan_id=plan.identity.id,
        plan_title=plan.identity.title,
        plan_language=plan.identity.language,
        title=texts.say("report.title", plan=title),
        heading=(*heading(request, texts), *only_source(request.plan, assessments, texts)),
        gate_note="".join(gate_note(request, texts)),
        as_of=str(request.as_of),
        time=gone(request),
        counts=counts,
        rows=rows,
        not_shown=not_shown,
        left_out=texts.say("report.rows_not_shown", count=not_shown) if not_shown else "",
        attention_heading=texts.say("report.attention"),
        attention=tuple(row_of[id(one)] for one in most_urgent(of_asked, MOST_URGENT if crowd is None else WORST)),
        attention_none="" if not_shown or not assessments else nothing_urgent(assessments, texts),
        sections=_sections(plan, shown, texts),
        missing_heading=missing_heading([one for one, _ in missing], texts),
        missing=lines_by_clause(plan, missing, texts),
        missing_count=len(missing),
        restatements=tuple(restatement(plan, one, texts) for one in request.restatements),
        readings=readings(plan, of_asked, texts),
        cutoffs=cutoffs(plan, texts) if assessments else "",
        sources=source_lines(plan, of_asked, texts),
        problems=found,
        problem_counts=counts_by_severity(found, texts),
        provenance=provenance(request, texts),
        made_from=made_from(request, texts),
        changes=changes,
        group=None,
        gather_cases=cache(partial(_cases, request, judged, texts)),
        brief=brief,
        conclusion=conclusion(request, texts),
        overview=_overview(counts, len(assessments), texts),
        lead=brief.conclusion,
        nothing=texts.say("report.nothing") if request.of_nothing else "",
        failing=failing_lines(request, judged, texts),
        levels=build_levels(plan, assessments, texts),
        league=build_league(plan, assessments, texts),
        matrix=build_matrix(plan, asked, texts),
        commitments=build_commitments(plan, request.commitments, texts),
        crowd=crowd,
        projects=_projects(request, texts),
    )


def missing_heading(missing: Sequence[Assessment], texts: Texts) -> str:
    """What stands above the targets without a figure: how many there are, and how many were reported and not used."""
    not_used = sum(one.missing is Missing.NOT_USED for one in missing)
    if not_used == len(missing) > 0:
        return texts.say("report.not_used", count=not_used)
    key = "report.missing_or_not_used" if not_used else "report.missing"
    return texts.say(key, count=len(missing), not_used=not_used)


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
            from countyplan.report.row.chart import build_chart
            from countyplan.report.whole.facts import tell_facts

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


def _cases(request: Request, judged: Sequence[tuple[Assessment, Row]], texts: Texts) -> Cases:
    from countyplan.report.whole.cases import cases

    return cases(request, judged, texts)


def _projects(request: Request, texts: Texts) -> Projects | None:
    if not request.ledger.lists:
        return None
    from countyplan.report.projects import build_projects

    return build_projects(request.plan, request.ledger, request.as_of, texts)


def _overview(counts: Iterable[Count], total: int, texts: Texts) -> str:
    """The counts in a sentence."""
    told = [
        texts.say("report.overview_count", label=count.label, number=count.number) + count.note
        for count in counts
        if count.number
    ]
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
