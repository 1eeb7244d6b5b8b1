"""A target's numbers, each under its name, and its way as a chart: what is to be drawn, and the same in words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal

from countyplan.assess import Mark, Path, path_of
from countyplan.language import Texts
from countyplan.quantity import Period, plain_digits
from countyplan.quantity.told import DrawnIn, drawn_in
from countyplan.report.row.chart_model import Chart, Point, YearLine
from countyplan.report.row.row import projected
from countyplan.report.row.row_model import Fact, Row
from countyplan.report.row.verdict_words import VerdictWords
from countyplan.report.words import numbers

_YEAR = 12


def tell_facts(said: VerdictWords, row: Row) -> tuple[Fact, ...]:
    """What is known of a target, in the order in which it is read; what is not known is left out."""
    return tuple(Fact(name, said.texts.say(f"fact.{name}"), text) for name, text in _texts(said, row) if text)


def _texts(said: VerdictWords, row: Row) -> Iterator[tuple[str, str]]:
    assessment, texts, target = said.assessment, said.texts, said.target
    figure, baseline = assessment.figure, assessment.baseline
    due = target.indicator.due
    yield "goal", texts.say("fact.by_the_end_of", value=row.goal, year=due)
    yield "value", "" if figure is None else said.dated(figure)
    yield "expected", row.expected
    yield "baseline", "" if baseline is None else said.dated(baseline)
    yield "gap", row.gap
    yield "schedule", row.schedule
    yield "step", texts.say("clause.separator").join([one for one in (row.step, row.step_times) if one])
    projection = projected(said, assessment.step)
    yield "projection", projection and texts.say("fact.by_the_end_of", value=projection, year=due)


def build_chart(said: VerdictWords, facts: Iterable[Fact]) -> Chart | None:
    """The chart of one target; None where there is no figure that compares with its goal."""
    assessment, texts, start = said.assessment, said.texts, said.plan.baseline
    path = path_of(assessment, start)
    figure, target = assessment.figure, assessment.target
    if path is None or figure is None:
        return None
    pace, end = assessment.pace, figure.period.end
    shown = drawn_in(max(figure.value, target.goal, key=abs), target.unit, texts)
    first = min(start.end, path.reported[0].period.end, path.begun.at if path.begun else end)
    last = max(target.due.end, end)
    return Chart(
        figure=_point(Mark(end, figure.value), shown),
        goal=target.goal * shown.times,
        high=None if target.high is None else target.high * shown.times,
        due=_years(target.due.end),
        whole=target.indicator.kind.manner.whole,
        from_zero=target.indicator.kind.manner.from_zero,
        begun=None if path.begun is None else _point(path.begun, shown),
        expected=None if pace is None or pace.expected is None else _point(Mark(end, pace.expected), shown),
        reported=_points((Mark(one.period.end, one.value) for one in path.reported), shown),
        line=_points(path.line, shown),
        projection=_points(path.projection, shown),
        step=_points(path.step, shown),
        years=tuple(range((first - _YEAR) // _YEAR, (last - 1) // _YEAR + 1)),
        unit=shown.unit,
        thousands=texts.say("number.thousands"),
        figure_text=said.value(),
        goal_text=texts.say("chart.fact", label=texts.say("fact.goal"), text=said.goal_alone()),
        now_text=texts.say("chart.now", facts=_told(facts, texts)),
        way_text=texts.say("chart.way", reported=texts.join([said.dated(one) for one in path.reported])),
        table=tuple(_year_lines(target.goal, path, shown)),
    )


def _told(facts: Iterable[Fact], texts: Texts) -> str:
    said = [texts.say("chart.fact", label=fact.label, text=fact.text) for fact in facts]
    return texts.say("clause.separator").join(said)


def _year_lines(goal: Decimal, path: Path, shown: DrawnIn) -> Iterator[YearLine]:
    """A line for each period that a figure or one of the ways has a mark for."""
    figures = {one.period.end: one for one in path.reported}
    ways = [{mark.at: mark.value for mark in way} for way in (path.line, path.step, path.projection)]
    for end in sorted({*figures, *(end for way in ways for end in way)}):
        reported = figures.get(end)
        value = "" if reported is None else _scaled(numbers.digits(reported.value, goal), shown)
        line, step, projection = (
            "" if end not in way else _scaled(numbers.computed(way[end], goal), shown) for way in ways
        )
        period = Period.ending(end) if reported is None else reported.period
        yield YearLine(str(period), value, line, step, projection)


def _scaled(number: str, shown: DrawnIn) -> str:
    """A number that was rounded in the plan's unit, in what the chart is drawn in."""
    return number if shown.times == 1 else plain_digits((Decimal(number) * shown.times).normalize())


def _points(marks: Iterable[Mark], shown: DrawnIn) -> tuple[Point, ...]:
    return tuple(_point(mark, shown) for mark in marks)


def _point(mark: Mark, shown: DrawnIn) -> Point:
    return Point(_years(mark.at), mark.value * shown.times)


def _years(end: int) -> Decimal:
    """The end of a month in decimal years, so that the end of 2024 is 2024."""
    return Decimal(end - _YEAR) / Decimal(_YEAR)
