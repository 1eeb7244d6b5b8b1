"""From verdicts to the report."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal
from functools import cache, partial
from itertools import groupby
from pathlib import PurePath

from countyplan.assess import Assessment, FailOn, Missing, Status, is_failing
from countyplan.commitments import CommitmentStanding
from countyplan.diagnostics import Diagnostic, Severity
from countyplan.figures import Restatement
from countyplan.language import Texts
from countyplan.ledger import Ledger
from countyplan.plan import TOTAL, Plan
from countyplan.quantity import Period, plain_digits
from countyplan.report.case.case import Cases, gather
from countyplan.report.case.finding_case import clean_cases, finding_cases, finding_rules
from countyplan.report.case.verdict_case import verdict_cases, verdict_rules
from countyplan.report.commitments.case import commitment_cases, commitment_rules
from countyplan.report.commitments.part import build_commitments
from countyplan.report.explanation.explanation import reasoning
from countyplan.report.model import Changes, Count, Filed, MadeFrom, Report, Section
from countyplan.report.overview.against import Against, build_against
from countyplan.report.overview.brief import Stand, build_brief
from countyplan.report.overview.changes import Earlier, build_changes, with_change
from countyplan.report.overview.clause_lines import lines_by_clause
from countyplan.report.overview.conclusion import Weighed, conclude
from countyplan.report.overview.counting import counts_of
from countyplan.report.overview.crowd import WORST, build_crowd
from countyplan.report.overview.matrix import build_matrix
from countyplan.report.projects import build_projects
from countyplan.report.row.chart import build_chart
from countyplan.report.row.facts import tell_facts
from countyplan.report.row.hardness import hardness
from countyplan.report.row.row import build_row
from countyplan.report.row.row_model import Detail, Row
from countyplan.report.row.source_lines import source_lines
from countyplan.report.row.verdict_words import VerdictWords
from countyplan.report.words import numbers
from countyplan.report.words.filed import filed_text
from countyplan.report.words.names import area_name, clause_heading, indicator_name, plan_title, units_line
from countyplan.report.words.order import MOST_URGENT, most_urgent
from countyplan.report.words.problem import Excuses, counts_by_severity, problems
from countyplan.report.words.spot import relative_path
from countyplan.report.words.waiver import shown_waiver
from countyplan.submission import InputFile
from countyplan.waivers import Excused


@dataclass(frozen=True, slots=True)
class Request:
    """What a report is made from.

    Only rows with a status in `only` are shown, if it is given; what is counted and what fails does not depend on it.
    Paths are told as seen from `folder`.
    """

    plan: Plan
    as_of: Period
    assessments: Sequence[Assessment]
    restatements: Sequence[Restatement]
    diagnostics: Sequence[Diagnostic]
    files: Sequence[InputFile]
    version: str
    made_on: str
    folder: PurePath
    earlier: Earlier | None = None
    excused: Excused = field(default_factory=Excused)
    known: frozenset[Diagnostic] = frozenset()
    fail_on: FailOn = FailOn.MISSED
    only: frozenset[Status] | None = None
    commitments: Sequence[CommitmentStanding] = ()
    ledger: Ledger = field(default_factory=Ledger)
    against: Against | None = None


def build_report(request: Request, texts: Texts) -> Report:
    """The report in the language of `texts`: every count, sum, order and wording is decided here."""
    plan, assessments = request.plan, request.assessments
    judged = [(one, _row(request, one, texts)) for one in assessments]
    asked = [(one, row) for one, row in judged if request.only is None or one.status in request.only]
    of_asked = [one for one, _ in asked]
    row_of = {id(one): row for one, row in asked}
    rows = tuple(row for _, row in asked)
    shown = [(one, row) for one, row in asked if one.status is not Status.MISSING]
    missing = [(one, row) for one, row in asked if one.status is Status.MISSING]
    not_shown = len(assessments) - len(asked)
    found = problems(request.diagnostics, texts, _excuses(request))
    counts = counts_of(assessments, texts)
    title = plan_title(plan, texts)
    brief = build_brief(_stand(request, texts), judged, found, texts)
    changes = _changes(request, judged, rows, texts)
    lines = 0 if changes is None else len(changes.lines)
    # Who asked for some of the rows gets them.
    crowd = None if request.only else build_crowd(brief.areas, len(rows), lines, texts)
    return Report(
        texts=texts,
        plan_id=plan.identity.id,
        plan_title=plan.identity.title,
        title=texts.say("report.title", plan=title),
        heading=(*_heading(request, texts), *_only_source(assessments, texts)),
        gate_note="".join(_gate_note(request, texts)),
        as_of=str(request.as_of),
        time=_gone(request),
        counts=counts,
        rows=rows,
        not_shown=not_shown,
        left_out=texts.say("report.rows_not_shown", count=not_shown) if not_shown else "",
        attention_heading=texts.say("report.attention"),
        attention=tuple(row_of[id(one)] for one in most_urgent(of_asked, MOST_URGENT if crowd is None else WORST)),
        sections=_sections(plan, shown, texts),
        missing_heading=missing_heading([one for one, _ in missing], texts),
        missing=lines_by_clause(plan, missing, texts),
        missing_count=len(missing),
        restatements=tuple(_restatement(plan, one, texts) for one in request.restatements),
        readings=_readings(plan, of_asked, texts),
        cutoffs=_cutoffs(plan, texts) if assessments else "",
        sources=source_lines(plan, of_asked, texts),
        problems=found,
        problem_counts=counts_by_severity(found, texts),
        provenance=_provenance(request, texts),
        made_from=_made_from(request, texts),
        changes=changes,
        group=None,
        gather_cases=cache(partial(_cases, request, judged, texts)),
        brief=brief,
        conclusion=_conclusion(request, texts),
        overview=_overview(counts, len(assessments), texts),
        matrix=build_matrix(plan, asked, texts),
        commitments=build_commitments(plan, request.commitments, texts),
        crowd=crowd,
        projects=build_projects(plan, request.ledger, request.as_of, texts),
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
    row = build_row(plan, one, texts, shown_waiver(request.excused.waiver_of(one.target), texts))
    detail = cache(partial(_detail, said, row, request.as_of))
    row = replace(row, detail=detail, hardness=partial(hardness, said))
    return row if request.earlier is None else with_change(plan, row, one, request.earlier, texts)


def _detail(said: VerdictWords, row: Row, as_of: Period) -> Detail:
    facts = tell_facts(said, row)
    return Detail(facts, reasoning(said, row, as_of), build_chart(said, facts))


def _changes(
    request: Request, judged: Sequence[tuple[Assessment, Row]], shown: Sequence[Row], texts: Texts
) -> Changes | None:
    """The changes of all rows counted, with the lines of those that are shown; None where there was no period before.

    Where the plan is set against another version of it, those that the version brings are told instead.
    """
    if request.against is not None:
        return build_against(request.plan, judged, request.against, texts)
    if not judged or request.earlier is None:
        return None
    lines = build_changes(request.plan, shown, request.earlier, texts).lines
    return replace(build_changes(request.plan, [row for _, row in judged], request.earlier, texts), lines=lines)


def _elapsed(plan: Plan, period: Period) -> Decimal:
    return Decimal(max(0, period.end - plan.baseline.end))


def _gone(request: Request) -> Decimal:
    """How much of the plan's time has gone, as a part of one."""
    plan = request.plan
    return _elapsed(plan, request.as_of) / _elapsed(plan, Period.of_year(plan.identity.last))


def _time(request: Request, texts: Texts) -> str:
    gone, identity = _gone(request), request.plan.identity
    return texts.say(
        "report.time" if gone <= 1 else "report.time_over",
        percent=numbers.percent(gone, texts),
        start=identity.baseline,
        end=identity.last,
    )


def _stand(request: Request, texts: Texts) -> Stand:
    return Stand(
        plan=request.plan,
        as_of=request.as_of,
        time=_time(request, texts),
        files=len(request.files),
        made_on=request.made_on,
        only_source="".join(_only_source(request.assessments, texts)),
        waived="".join(_waived(request, texts)),
    )


def _heading(request: Request, texts: Texts) -> tuple[str, ...]:
    plan = request.plan
    areas = {one.target.area for one in request.assessments}
    named = [area_name(plan, area, texts) for area in (*plan.area_ids, TOTAL) if area in areas]
    more = [texts.say("report.scope_more", count=len(named) - WORST)] if len(named) > WORST else []
    scope = [texts.say("report.scope", areas=texts.join([*named[:WORST], *more]))] if named else []
    return (
        texts.say("clause.separator").join([texts.say("report.as_of", as_of=request.as_of), _time(request, texts)]),
        texts.say("clause.separator").join(
            [
                *scope,
                texts.say("report.rows", count=len(request.assessments)),
                texts.say("report.files", count=len(request.files)),
            ]
        ),
        *_waived(request, texts),
    )


def _waived(request: Request, texts: Texts) -> Iterator[str]:
    waived = [one for one in request.assessments if request.excused.waiver_of(one.target)]
    if waived:
        yield texts.say("report.waived", count=len(waived))


def _gate_note(request: Request, texts: Texts) -> Iterator[str]:
    if any(request.excused.waiver_of(one.target) for one in request.assessments):
        yield texts.say("report.waived_gate")


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


def _restatement(plan: Plan, one: Restatement, texts: Texts) -> str:
    return texts.say(
        "report.restatement",
        area=area_name(plan, one.new.area, texts),
        indicator=indicator_name(plan.measured[one.new.indicator], texts),
        period=one.new.period,
        old=plain_digits(one.old.value),
        old_place=one.old.place,
        new=plain_digits(one.new.value),
        new_place=one.new.place,
    )


def _readings(plan: Plan, assessments: Iterable[Assessment], texts: Texts) -> tuple[str, ...]:
    users: dict[str, dict[str, None]] = {}
    for one in assessments:
        for reading in one.target.indicator.readings:
            users.setdefault(reading, {})[indicator_name(one.target.indicator, texts)] = None
    return tuple(
        texts.say(
            "report.reading",
            text=texts.choose(reading.text, reading.text_en),
            indicators=texts.join(list(users[reading.id])),
        )
        for reading in plan.targets_file.readings
        if reading.id in users
    )


def _cutoffs(plan: Plan, texts: Texts) -> str:
    cutoffs = plan.cutoffs
    ahead = "" if cutoffs.ahead is None else texts.say("report.cutoff_ahead", ahead=cutoffs.ahead)
    return texts.say(
        "report.cutoffs",
        ahead=ahead,
        on_track=cutoffs.on_track,
        behind=cutoffs.behind,
        far_behind=cutoffs.far_behind,
        source=texts.choose(cutoffs.source, cutoffs.source_en or cutoffs.source),
    )


def _only_source(assessments: Iterable[Assessment], texts: Texts) -> tuple[str, ...]:
    """The source, where all figures name one and the same: made-up figures so say it before anything is read."""
    figures = [figure for one in assessments for figure in (one.figure, one.baseline) if figure is not None]
    named = {source.source for figure in figures for source in figure.sources}
    return (texts.say("report.only_source", source=named.pop()),) if len(named) == 1 and all(named) else ()


def _provenance(request: Request, texts: Texts) -> tuple[str, ...]:
    identity = request.plan.identity
    made = texts.say(
        "report.provenance",
        version=request.version,
        plan=identity.id,
        plan_version=identity.version,
        as_of=request.as_of,
        made_on=request.made_on,
    )
    separator = texts.say("clause.separator")
    files = (
        [texts.say("report.provenance_file", name=file.name, sha256=file.sha256), filed_text(file.filings, texts)]
        for file in request.files
    )
    return (made, *(separator.join(filter(None, told)) for told in files))


def _made_from(request: Request, texts: Texts) -> MadeFrom:
    files = tuple((file.name, file.sha256) for file in request.files)
    filed = tuple(Filed(file.filings, filed_text(file.filings, texts)) for file in request.files)
    return MadeFrom(request.version, str(request.plan.identity.version), request.made_on, files, filed)


def _excuses(request: Request) -> Excuses:
    return Excuses(request.excused.findings, request.known)


def _conclusion(request: Request, texts: Texts) -> str:
    errors = [one for one in request.diagnostics if one.severity is Severity.ERROR]
    unexcused = [one for one in errors if one not in request.excused.findings and one not in request.known]
    failing = [one for one in request.excused.answerable(request.assessments) if is_failing(one, request.fail_on)]
    weighed = Weighed(request.fail_on, failing, unexcused, len(unexcused) < len(errors))
    return conclude(request.plan, request.assessments, weighed, texts)


def _cases(request: Request, judged: Sequence[tuple[Assessment, Row]], texts: Texts) -> Cases:
    files = [(relative_path(file.name, request.folder), file.sha256) for file in request.files]
    found = finding_cases(request.diagnostics, request.folder, texts, _excuses(request))
    clean = clean_cases((path for path, _ in files), found, texts)
    named = [*(file.name for file in request.files), *(one.place.file for one in request.diagnostics)]
    answerable = request.excused.answerable(request.assessments)
    failing = {one.target for one in answerable if is_failing(one, request.fail_on)}
    verdicts = verdict_cases(judged, named, request.folder, failing, texts)
    asked = [case for case in verdicts if request.only is None or case.rule in request.only]
    promised = [] if request.only else commitment_cases(request.plan, request.commitments, request.folder, texts)
    rules = [
        *finding_rules(request.diagnostics, texts),
        *verdict_rules(request.plan, asked, texts),
        *commitment_rules(promised, texts),
    ]
    return gather([*found, *clean, *asked, *promised], rules, files, request.version, texts)
