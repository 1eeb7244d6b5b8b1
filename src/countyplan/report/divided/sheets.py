"""The report on what falls to one unit, area or clause, as it is sent to those who answer for it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import TypeVar

from countyplan.assess import GOOD, LAGGING, Assessment, Remark, Status
from countyplan.choice import By
from countyplan.language import Texts
from countyplan.plan import TOTAL, Plan
from countyplan.plan.files.values import ClauseId
from countyplan.plan.selection import rests_on
from countyplan.report.commitments.part import Commitments, build_commitments
from countyplan.report.divided.grouping import Remit
from countyplan.report.divided.parts import by_part, leading_first, parts_line
from countyplan.report.divided.portions import Portions
from countyplan.report.overview.clause_lines import lines_by_clause
from countyplan.report.overview.counting import count_told, counts_of
from countyplan.report.overview.opening import any_judged
from countyplan.report.overview.overview_model import ClauseRows, Count
from countyplan.report.report_model import Report, Section
from countyplan.report.row.row import build_row
from countyplan.report.row.row_model import Row
from countyplan.report.whole.build import build_report
from countyplan.report.whole.heading import heading
from countyplan.report.whole.request import Request
from countyplan.report.words.names import area_name, clause_heading, clause_marks, period_end, period_name, plan_title
from countyplan.report.words.order import by_urgency

Told = TypeVar("Told")
Clause = TypeVar("Clause", Section, ClauseRows)

_UNKNOWN = (Status.NO_PACE, Status.UNDECIDED, Status.MISSING)


def build_sheet(request: Request, remit: Remit, texts: Texts, portions: Portions | None = None) -> Report:
    """The report on the targets of `remit` alone; everything that is behind comes first, and only it is to be attended to.

    `portions` are those of `request` for groups of its kind, which whoever makes many sheets looks up once.
    """
    plan = request.plan
    portions = portions or Portions(request, By(remit.group.by))
    own, texts = _restricted(request, remit, portions), texts.of(plan, plan.level_of(remit.governed))
    report = build_report(own, texts)
    lagging = leading_first(own.plan, by_urgency(own.assessments), remit.ids)
    # Who has no target is told of commitments alone.
    kind = "promised" if not own.assessments and own.commitments else "targets"
    # What is addressed to nobody makes nothing known to anybody: it tells how things stand.
    kind = kind if remit.addressees else f"{kind}_unaddressed"
    name = remit.group.name if remit.group.by != By.CLAUSE else texts.say("sheet.title_clause", name=remit.group.name)
    title = texts.say(f"sheet.title.{kind}", name=name)
    without_targets = texts.say("sheet.only_commitments" if own.commitments else "sheet.nothing")
    told = tuple(_heading(portions, own, remit, texts))
    unplaced = tuple(_unplaced(portions, report, texts))
    late = list(_late(portions, own, remit, texts))
    if late:
        unreported = [(one, row) for one, row in zip(own.assessments, report.rows, strict=True)]
        unreported = [(one, row) for one, row in unreported if one.status is Status.MISSING]
        report = replace(
            report,
            missing_heading=texts.join(
                [*([report.missing_heading] if unreported else []), texts.say("sheet.late", count=len(late))]
            ),
            missing=lines_by_clause(own.plan, [*unreported, *late], texts),
        )
    files = tuple(file for file, used in _by_file(report.made_from.files, own) if used)
    if remit.ids:
        report = by_part(own.plan, report, [one.target for one in own.assessments], remit.ids, texts)
    report = _with_main_targets(own.plan, remit, report, texts)
    return replace(
        report,
        title=title,
        heading=(*told, *heading(own, texts, len(files)), *report.heading[len(heading(own, texts)) :], *unplaced),
        lead="",
        attention_heading=texts.say("sheet.attention", count=len(lagging)),
        attention=tuple(report.rows[own.assessments.index(one)] for one in lagging),
        group=remit.group,
        commitments=_promised(own, remit, texts),
        # Hashes are in the index, which stays with who made the sheets.
        provenance=(
            *([texts.say("brief.made_from_files", names=texts.join([name for name, _ in files]))] if files else []),
            report.brief.made_on,
        ),
        made_from=replace(
            report.made_from,
            files=files,
            filed=tuple(told for told, used in _by_file(report.made_from.filed, own) if used),
        ),
        brief=replace(
            report.brief,
            title=(title,),
            addressee=texts.say("notice.to", name=texts.join(remit.addressees)) if remit.addressees else "",
            opening=texts.say(
                f"sheet.opening.{kind}",
                plan=plan_title(own.plan, texts),
                as_of=period_end(own.as_of, texts),
            ),
            closing=(texts.say("sheet.closing"), texts.say("sheet.seal")) if remit.addressees else (),
            conclusion=report.brief.conclusion if own.assessments else without_targets,
            overview=tuple(
                texts.say("sentence.closed", text=line) for line in (*_scope(portions, own, remit, texts), *unplaced)
            ),
        ),
    )


def _promised(own: Request, remit: Remit, texts: Texts) -> Commitments | None:
    promised = build_commitments(own.plan, own.commitments, texts, detailed=True, own=remit.ids)
    if promised is None or own.assessments:
        return promised
    return replace(promised, note=texts.say("commitments.note_alone"))


def _with_main_targets(plan: Plan, remit: Remit, report: Report, texts: Texts) -> Report:
    """`report` with what an area's government answers for as a whole under its own heading, and why it stands there."""
    whole = plan.responsibilities.for_the_whole
    if whole is None or not remit.governed or remit.group.by != By.UNIT:
        return report
    heads = {clause_heading(plan, clause, texts) for clause in whole.answers if plan.answering_for_the_whole(clause)}
    reason = texts.say("sheet.whole", clause=clause_heading(plan, whole.clause, texts))

    def told(one: Clause) -> Clause:
        if one.heading not in heads:
            return one
        return replace(one, heading=texts.say("sheet.whole_heading", clause=one.heading), units=reason)

    clauses = tuple(told(clause) for clause in report.matrix.clauses)
    return replace(
        report, sections=tuple(told(one) for one in report.sections), matrix=replace(report.matrix, clauses=clauses)
    )


def _restricted(request: Request, remit: Remit, portions: Portions) -> Request:
    """What bears on the remit: its targets, and what is known about the figures that they rest on."""
    assessments = portions.assessments(remit.group.id)
    rested = {figure for one in assessments for figure in rests_on(request.plan, one.target)}
    return replace(
        request,
        assessments=assessments,
        told_to=remit.ids,
        commitments=portions.commitments(remit.group.id),
        # A list is its area's: others who answer for a clause are not told of every project.
        ledger=request.ledger.of_areas({remit.governed}),
        restatements=portions.restatements(rested),
        diagnostics=portions.diagnostics(rested),
    )


def _by_file(told: Iterable[Told], own: Request) -> Iterator[tuple[Told, bool]]:
    """What is told of each file, and whether anything in the sheet comes from it."""
    figures = [
        figure
        for one in own.assessments
        for figure in (*one.series, one.figure, one.baseline, None if one.parts is None else one.parts.own)
        if figure is not None
    ]
    places = [
        *(source.place for figure in figures for source in figure.sources),
        *(one.place for one in own.diagnostics),
        *(reported.place for one in own.restatements for reported in (one.old, one.new)),
        *(one.reported.place for one in own.commitments if one.reported is not None),
    ]
    used = {place.file for place in places}
    return ((line, file.name in used) for line, file in zip(told, own.files, strict=True))


def _heading(portions: Portions, own: Request, remit: Remit, texts: Texts) -> Iterator[str]:
    plan = own.plan
    if remit.addressees:
        yield texts.say("sheet.to", addressees=texts.join(remit.addressees))
    yield texts.say("sheet.conclusion", told=conclusion(own.assessments, texts))
    if remit.ids and (parts := parts_line(plan, own.assessments, remit, texts)):
        yield parts
    if (promised := build_commitments(own.plan, own.commitments, texts)) is not None:
        yield promised.summary
    yield from _besides(portions, own, remit, texts)
    yield texts.say("sheet.under", plan=plan_title(plan, texts))
    if remit.clauses:
        yield _clauses(own, remit.clauses, texts)
    yield from _due(own.assessments, texts)


def _scope(portions: Portions, own: Request, remit: Remit, texts: Texts) -> Iterator[str]:
    """What a document says below its conclusion: for what the unit answers, in what part, and by when."""
    if remit.clauses:
        yield _clauses(own, remit.clauses, texts)
    if remit.ids and (parts := parts_line(own.plan, own.assessments, remit, texts)):
        yield parts
    yield from _besides(portions, own, remit, texts)
    yield from _due(own.assessments, texts)


def _besides(portions: Portions, own: Request, remit: Remit, texts: Texts) -> Iterator[str]:
    """What an area's government is told besides: its main targets, those that no unit is named for, what is left out."""
    yield from _main_targets(own, remit, texts)
    yield from _unassigned(portions, own.plan, remit, texts)
    if remit.left_out:
        yield texts.say("sheet.left_out", area=remit.left_out, total=area_name(own.plan, TOTAL, texts))


def _main_targets(own: Request, remit: Remit, texts: Texts) -> Iterator[str]:
    """How the targets stand that an area's government answers for as a whole, because their clause names nobody."""
    plan, whole = own.plan, own.plan.responsibilities.for_the_whole
    if whole is None or not remit.governed or remit.group.by != By.UNIT:
        return
    for clause in whole.answers:
        of_clause = [one for one in own.assessments if one.target.indicator.clause == clause]
        if of_clause and plan.answering_for_the_whole(clause):
            yield texts.say(
                "sheet.main_targets",
                count=len(of_clause),
                clause=clause_heading(plan, clause, texts),
                by=clause_heading(plan, whole.clause, texts),
                told=conclusion(of_clause, texts),
            )


def _unassigned(portions: Portions, plan: Plan, remit: Remit, texts: Texts) -> Iterator[str]:
    """How the targets of an area stand that its government's sheet lacks, because the plan names no unit for them."""
    lacking = [one for one in portions.of_area(remit.governed) if not remit.takes(plan, one.target)]
    for clause in sorted({one.target.indicator.clause for one in lacking}, key=plan.clause_order.__getitem__):
        of_clause = [one for one in lacking if one.target.indicator.clause == clause]
        if not plan.responsible(clause):
            yield texts.say(
                "sheet.unassigned",
                area=area_name(plan, remit.governed, texts),
                count=len(of_clause),
                clause=clause_heading(plan, clause, texts),
                told=conclusion(of_clause, texts),
            )


def _late(portions: Portions, own: Request, remit: Remit, texts: Texts) -> Iterator[tuple[Assessment, Row]]:
    """What an area did not report though its target is judged: by an earlier figure, or as a part of a total."""
    plan = own.plan
    for one in own.assessments:
        earlier = one.figure if Remark.FIGURE_EARLIER in one.remarks and one.target.area == remit.governed else None
        if earlier is not None:
            as_of, taken = period_name(own.as_of, texts), period_name(earlier.period, texts)
            reason = texts.say("sheet.late_figure", as_of=as_of, period=taken)
            yield one, replace(build_row(plan, one, texts), account=reason)
    for one in portions.lacking(remit.governed):
        reason = texts.say("sheet.late_part", area=area_name(plan, remit.governed, texts))
        yield one, replace(build_row(plan, one, texts), account=reason)


def _unplaced(portions: Portions, report: Report, texts: Texts) -> Iterator[str]:
    """Where something is missing, that what was refused and belongs to no target may be why; a misspelt name is such."""
    if report.missing_count and portions.unplaced:
        yield texts.say("sheet.unplaced", count=portions.unplaced)


def _clauses(own: Request, named: Sequence[ClauseId], texts: Texts) -> str:
    """The clauses that a unit answers for; beside those that set targets the others are told by their marks alone.

    They are those that are `named` as its own, and those that name it in the wording of a commitment.
    """
    plan = own.plan
    promising = {one.bound.commitment.clause for one in own.commitments}
    clauses = sorted({*named, *promising}, key=plan.clause_order.__getitem__)
    setting = {target.indicator.clause for target in plan.targets}
    told = [number for number in clauses if number in setting] or clauses
    headings = texts.say("sheet.between_clauses").join(clause_heading(plan, number, texts) for number in told)
    said = texts.say("sheet.clauses", clauses=headings)
    others = [number for number in clauses if number not in told]
    if not others:
        return said
    return texts.say("clause.separator").join(
        [said, texts.say("sheet.other_clauses", marks=clause_marks(plan, others, texts))]
    )


def conclusion(assessments: Sequence[Assessment], texts: Texts) -> str:
    """How many targets are behind and how, or that none is as far as is known; then how many have each other status.

    Where none can be judged nothing is said to be behind or not; where the plan sets no target in numbers what is promised
    is told instead.
    """
    if not assessments:
        return texts.say("sheet.no_target")
    counts = {Status(one.status): one for one in counts_of(assessments, texts)}
    lagging = _counted(LAGGING, counts, texts)
    told = lagging
    if len(lagging) > 1:
        number = sum(counts[status].number for status in LAGGING)
        told = [texts.say("sheet.lagging", count=number, parts=texts.join(lagging))]
    elif not lagging and any_judged(assessments):
        known = not any(counts[status].number for status in _UNKNOWN)
        told = [texts.say("sheet.none_lagging" if known else "sheet.none_lagging_reported")]
    return texts.say("clause.separator").join([*told, *_counted((*_UNKNOWN, *GOOD), counts, texts)])


def _counted(statuses: Iterable[Status], counts: Mapping[Status, Count], texts: Texts) -> list[str]:
    return [count_told(counts[status], texts) for status in statuses if counts[status].number]


def _due(assessments: Sequence[Assessment], texts: Texts) -> Iterator[str]:
    """How many of the targets that are not met are due by when."""
    dues = Counter(one.target.indicator.due for one in assessments if one.status is not Status.MET)
    told = [texts.say("sheet.due_count", due=texts.say("due", year=year), count=dues[year]) for year in sorted(dues)]
    if told:
        yield texts.say("sheet.due", told=texts.join(told))
