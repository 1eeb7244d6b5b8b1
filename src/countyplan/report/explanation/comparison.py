"""What is compared with what, as questions and answers."""

from __future__ import annotations

from collections.abc import Iterator

from countyplan.assess import Status
from countyplan.assess.evidence import start_of
from countyplan.assess.rule.comparator import lower_tolerance, meets
from countyplan.figures import Figure
from countyplan.plan import Pacing
from countyplan.report.explanation.telling import Telling
from countyplan.report.words import numbers
from countyplan.report.words.names import period_end, period_name


def comparisons(told: Telling) -> Iterator[str]:
    """Whether the goal is met, whether its time has passed, and which limits the pace reaches."""
    figure, target, pace = told.assessment.figure, told.assessment.target, told.assessment.pace
    if figure is None:
        return
    if target.indicator.kind.manner.pacing is Pacing.KEPT:
        yield from _each_year(told, figure)
    else:
        yield _answer(told, _compared(told, figure), yes=meets(target, figure.value))
    if told.assessment.status in {Status.MET, Status.UNDECIDED}:
        return
    due_passed = told.as_of.end >= target.due.end
    yield _answer(told, told.texts.say("explain.due_passed", as_of=period_end(told.as_of, told.texts)), yes=due_passed)
    if due_passed or pace is None or pace.value is None:
        return
    cutoffs = told.plan.cutoffs
    for cutoff in (cutoffs.ahead, cutoffs.on_track, cutoffs.behind, cutoffs.far_behind):
        if cutoff is None:
            continue
        reached = pace.value.at_least(cutoff)
        yield _answer(told, told.texts.say("explain.cutoff", pace=told.row.pace, cutoff=cutoff), yes=reached)
        if reached:
            return


def _each_year(told: Telling, figure: Figure) -> Iterator[str]:
    """Each year that a band has to be kept in, to the figure that is judged."""
    target = told.assessment.target
    start = start_of(told.plan, target).end
    for one in (*told.assessment.series, figure):
        earlier = start < one.period.end < figure.period.end and not one.partial
        if earlier or (one is figure and figure.period.end > start):
            question = told.texts.say(
                "explain.in_year", year=period_name(one.period, told.texts), question=_compared(told, one)
            )
            yield _answer(told, question, yes=meets(target, one.value))


def _compared(told: Telling, figure: Figure) -> str:
    target = told.assessment.target
    return told.texts.say(
        f"compare.{target.indicator.comparator}",
        value=numbers.digits(figure.value, target.goal),
        goal=numbers.digits(target.goal),
        high="" if target.high is None else numbers.digits(target.high),
        limit=numbers.digits(lower_tolerance(target)),
        tolerance=target.indicator.tolerance,
    )


def _answer(told: Telling, question: str, *, yes: bool) -> str:
    return told.texts.say(
        "explain.comparison_line", question=question, answer=told.texts.say("answer.yes" if yes else "answer.no")
    )
