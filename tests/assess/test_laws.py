"""What holds for every figure: the laws of the judging."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from countyplan.assess import Assessment, Pace, Remark, Status
from countyplan.assess.rule.comparator import falling, gap, meets
from countyplan.plan import TOTAL, Comparator, Kind, Plan
from countyplan.submission import Basis, ReportedFigure
from tests.assess.case_plan import (
    COUNTIES,
    Ask,
    MilestoneCase,
    assessed,
    judged,
    make_plan,
    reported,
    target_of,
    total_ask,
)

RANK = (Status.REVERSING, Status.FAR_BEHIND, Status.BEHIND, Status.ON_TRACK, Status.AHEAD, Status.MET)
RISING = (Comparator.AT_LEAST, Comparator.MORE_THAN, Comparator.ABOUT)
FALLING = (Comparator.AT_MOST, Comparator.LESS_THAN, Comparator.BETWEEN)
ONE_SIDED = (Comparator.AT_LEAST, Comparator.MORE_THAN, Comparator.AT_MOST, Comparator.LESS_THAN)
CLOSE = Decimal("1e-20")

amounts = st.decimals(min_value=1, max_value=1000, places=1)
any_amounts = st.decimals(min_value=-200, max_value=200, places=1)
years = st.integers(2023, 2026)
quarters = st.builds("{}-Q{}".format, years, st.integers(1, 4))


# What is about every year cannot be judged by one figure; it has laws of its own.
OF_ONE_FIGURE = tuple(kind for kind in Kind if not kind.manner.every_year)


@st.composite
def asks(draw: st.DrawFn, kinds: Sequence[Kind] = OF_ONE_FIGURE) -> Ask:
    """A target of any kind that a plan may hold."""
    kind = draw(st.sampled_from(kinds))
    possible = {Kind.CUMULATIVE: RISING, Kind.RANK: FALLING}.get(kind, tuple(Comparator))
    comparator = draw(st.sampled_from(possible))
    goals = amounts if kind in {Kind.LEVEL, Kind.CUMULATIVE} or comparator is Comparator.ABOUT else any_amounts
    goal: Decimal | tuple[Decimal, Decimal] = draw(goals)
    if comparator is Comparator.BETWEEN:
        low, high = sorted((draw(goals), draw(goals)))
        goal = (low, high)
    tolerance = Decimal("0.1") if comparator is Comparator.ABOUT else None
    return Ask(kind=kind, comparator=comparator, goal=goal, unit="个", tolerance=tolerance, low=None)


@st.composite
def many_figures(draw: st.DrawFn) -> list[ReportedFigure]:
    """Figures of several counties, years, bases and files, with contradictions among them."""
    several = st.tuples(
        st.sampled_from((*COUNTIES, TOTAL)),
        st.integers(2021, 2028),
        st.integers(0, 60),
        st.sampled_from((Basis.CUMULATIVE, Basis.ANNUAL)),
        st.sampled_from(("a.yaml", "b.yaml")),
    )
    return [
        reported(str(year), value, area=area, basis=basis, file=file, line=line)
        for line, (area, year, value, basis, file) in enumerate(draw(st.lists(several, max_size=12)), start=1)
    ]


def outcome(one: Assessment) -> tuple[object, ...]:
    """What a verdict says, apart from where it was read."""
    parts = one.parts
    return (
        one.status,
        one.figure and (one.figure.value, one.figure.half_digit, one.figure.period),
        one.gap,
        one.pace,
        one.no_pace,
        one.step,
        one.borderline,
        set(one.remarks),
        parts and (dict(parts.reported).keys(), set(parts.lacking), parts.needed),
    )


def undoubted(one: Assessment) -> Assessment:
    """Without the doubts in the rows that it rests on: those of earlier years are part of a sum, and not of a newer total."""
    return replace(
        one, remarks={remark: words for remark, words in one.remarks.items() if remark is not Remark.FIGURE_ODD}
    )


def reordered(plan: Plan, order: Sequence[int]) -> Plan:
    """The same plan with its counties in another order."""
    areas = tuple(plan.areas[at] for at in order)
    return replace(plan, targets_file=plan.targets_file.model_copy(update={"areas": areas}))


@given(many_figures(), st.data(), st.sampled_from((TOTAL, "tonglu")), st.sampled_from(("2024", "2027", None)))
@settings(deadline=None)
def test_order_of_figures_changes_nothing(
    figures: list[ReportedFigure], data: st.DataObject, area: str, as_of: str | None
) -> None:
    plan = make_plan(total_ask("150").model_copy(update={"area": area}))
    shuffled = data.draw(st.permutations(figures))
    assert judged(plan, figures, as_of) == judged(plan, shuffled, as_of)


@given(many_figures(), st.sampled_from((TOTAL, "tonglu")))
@settings(deadline=None)
def test_names_of_files_change_no_verdict(figures: list[ReportedFigure], area: str) -> None:
    plan = make_plan(total_ask("150").model_copy(update={"area": area}))
    renamed = [
        replace(one, at=replace(one.place, file=f"z{one.place.file}"), document=f"z{one.document}")
        if one.place.file == "a.yaml"
        else one
        for one in figures
    ]
    (before,), (after,) = judged(plan, figures).assessments, judged(plan, renamed).assessments
    assert outcome(before) == outcome(after)


@given(many_figures(), st.permutations(range(len(COUNTIES))), st.booleans(), st.sampled_from(("2024", "2027", None)))
@settings(deadline=None)
def test_order_of_counties_changes_nothing(
    figures: list[ReportedFigure], order: list[int], carry: bool, as_of: str | None
) -> None:
    plan = make_plan(total_ask("150"))
    (before,) = judged(plan, figures, as_of, carry_forward=carry).assessments
    (after,) = judged(reordered(plan, order), figures, as_of, carry_forward=carry).assessments
    assert outcome(before) == outcome(after)


def better(ask: Ask, one: Decimal, other: Decimal) -> bool:
    """Whether `other` stands better to the goal than `one`, or as well."""
    if ask.comparator is Comparator.BETWEEN:
        target = target_of(ask)
        same_side = meets(target, other) or (one < target.goal) == (other < target.goal)
        return same_side and gap(target, other) <= gap(target, one)
    return other <= one if falling(target_of(ask)) else other >= one


@given(asks(tuple(kind for kind in OF_ONE_FIGURE if kind is not Kind.COUNT)), st.data(), quarters)
@settings(deadline=None)
def test_a_better_figure_never_worsens_a_verdict(ask: Ask, data: st.DataObject, when: str) -> None:
    values = amounts if ask.kind is Kind.LEVEL else any_amounts
    baseline, first, second = data.draw(values), data.draw(values), data.draw(values)
    worse, improved = (first, second) if better(ask, first, second) else (second, first)
    assume(better(ask, worse, improved))
    start = [] if ask.kind is Kind.CUMULATIVE else [reported("2022", baseline)]
    before = assessed(ask, [*start, reported(when, worse, line=2)])
    after = assessed(ask, [*start, reported(when, improved, line=2)])
    if Status.NO_PACE not in {before.status, after.status}:
        assert RANK.index(before.status) <= RANK.index(after.status)


@given(
    st.tuples(st.sampled_from((Kind.CUMULATIVE, Kind.RATIO, Kind.LEVEL)), st.sampled_from(ONE_SIDED)),
    st.lists(amounts, min_size=3, max_size=3, unique=True).map(sorted),
    st.booleans(),
    st.tuples(amounts, amounts).map(sorted),
    years,
)
@settings(deadline=None)
def test_a_better_figure_never_worsens_a_verdict_on_a_milestone(
    asked: tuple[Kind, Comparator], way: list[Decimal], beyond: bool, values: list[Decimal], year: int
) -> None:
    kind, comparator = asked if asked[0] is not Kind.CUMULATIVE else (Kind.CUMULATIVE, Comparator.AT_LEAST)
    shrinks = comparator in {Comparator.AT_MOST, Comparator.LESS_THAN}
    baseline, near, far = reversed(way) if shrinks else way
    goal, milestone = (near, far) if beyond else (far, near)
    ask = Ask(kind=kind, comparator=comparator, goal=goal, unit="亿元")
    dated = [MilestoneCase(year=year, goal=milestone)]
    start = [] if kind is Kind.CUMULATIVE else [reported("2022", baseline)]
    worse, improved = reversed(values) if shrinks else values
    before = assessed(ask, [*start, reported(str(year), worse, line=2)], milestones=dated)
    after = assessed(ask, [*start, reported(str(year), improved, line=2)], milestones=dated)
    assert RANK.index(before.status) <= RANK.index(after.status)


@given(asks(), any_amounts, any_amounts)
@settings(deadline=None)
def test_a_better_figure_at_the_due_date_never_misses_what_a_worse_one_met(
    ask: Ask, first: Decimal, second: Decimal
) -> None:
    worse, improved = (first, second) if better(ask, first, second) else (second, first)
    assume(better(ask, worse, improved))
    before, after = (assessed(ask, [reported("2027", value)]).status for value in (worse, improved))
    assert {before, after} <= {Status.MET, Status.MISSED}
    assert after is Status.MET or before is Status.MISSED


def pace_of(ask: Ask, figures: list[ReportedFigure]) -> Pace:
    """The pace, which has to be there."""
    pace = assessed(ask, figures).pace
    assert pace is not None
    return pace


@given(st.sampled_from(ONE_SIDED), st.sampled_from((Kind.RATIO, Kind.HOLD)), any_amounts, any_amounts, quarters)
@settings(deadline=None)
def test_pace_of_a_share_is_0_at_the_baseline_and_1_on_the_line(
    comparator: Comparator, kind: Kind, baseline: Decimal, goal: Decimal, when: str
) -> None:
    ask = Ask(kind=kind, comparator=comparator, goal=goal, unit="%", low=None)
    assume(baseline != goal and not meets(target_of(ask), baseline))
    start, standing = reported("2022", baseline), reported(when, baseline, line=2)
    resting = pace_of(ask, [start, standing])
    assert resting.value is not None
    assert resting.value.value == 0
    assert resting.status is Status.FAR_BEHIND
    tau = Decimal(standing.period.end - start.period.end) / 60
    on_line = baseline + (goal - baseline) * tau
    if not meets(target_of(ask), on_line):
        moving = pace_of(ask, [start, reported(when, on_line, line=2)])
        assert moving.value is not None
        assert moving.value.part == moving.value.over
        assert moving.expected == on_line


@given(st.sampled_from((Comparator.AT_LEAST, Comparator.MORE_THAN)), amounts, quarters)
@settings(deadline=None)
def test_pace_of_a_cumulative_figure_is_0_at_zero_and_1_on_the_line(
    comparator: Comparator, goal: Decimal, when: str
) -> None:
    ask = Ask(kind=Kind.CUMULATIVE, comparator=comparator, goal=goal, unit="亿元")
    none = reported(when, 0)
    resting = pace_of(ask, [none])
    assert resting.value is not None
    assert resting.value.value == 0
    due = goal * Decimal(none.period.end - (2022 * 12 + 12)) / 60
    if not meets(target_of(ask), due):
        moving = pace_of(ask, [reported(when, due)])
        assert moving.value is not None
        assert moving.value.part == moving.value.over


@given(st.sampled_from(ONE_SIDED), amounts, amounts, quarters)
@settings(deadline=None)
def test_pace_of_a_level_is_0_at_the_baseline_and_1_on_the_curve(
    comparator: Comparator, baseline: Decimal, goal: Decimal, when: str
) -> None:
    ask = Ask(kind=Kind.LEVEL, comparator=comparator, goal=goal, unit="亿元")
    assume(baseline != goal and not meets(target_of(ask), baseline))
    start, standing = reported("2022", baseline), reported(when, baseline, line=2)
    resting = pace_of(ask, [start, standing])
    assert resting.value is not None
    assert resting.value.value == 0
    tau = Decimal(standing.period.end - start.period.end) / 60
    on_curve = baseline * (goal / baseline) ** tau
    if tau < 1:
        moving = pace_of(ask, [start, reported(when, on_curve, line=2)])
        assert moving.value is not None
        assert abs(moving.value.value - 1) < CLOSE


@given(asks((Kind.CUMULATIVE,)), st.lists(st.integers(0, 60), min_size=1, max_size=5))
@settings(deadline=None)
def test_splitting_a_running_total_into_years_changes_nothing(ask: Ask, by_year: list[int]) -> None:
    running = [
        reported(str(2023 + at), sum(by_year[: at + 1]), basis=Basis.CUMULATIVE, line=at) for at in range(len(by_year))
    ]
    annual = [reported(str(2023 + at), amount, basis=Basis.ANNUAL, line=at) for at, amount in enumerate(by_year)]
    before, after = assessed(ask, running), assessed(ask, annual)
    assert outcome(undoubted(before)) == outcome(undoubted(after))
    assert before.status is not Status.MISSING


@given(st.permutations(range(3)), st.tuples(*[st.integers(0, 100)] * 3), st.sampled_from(("2025", "2027")))
@settings(deadline=None)
def test_a_total_is_the_sum_of_its_parts_whoever_brings_them(
    order: list[int], values: tuple[int, int, int], when: str
) -> None:
    ask = total_ask("150")
    parts = [
        reported(when, value, area=area, line=at) for at, (area, value) in enumerate(zip(COUNTIES, values, strict=True))
    ]
    dealt = [reported(when, values[of], area=COUNTIES[at], line=at) for at, of in enumerate(order)]
    before, after = assessed(ask, parts), assessed(ask, dealt)
    assert before.figure is not None
    assert before.figure.value == sum(values)
    assert outcome(before) == outcome(after)
    assert (before.status is Status.MET) == (sum(values) > 150)


@given(asks(), any_amounts, st.booleans())
@settings(deadline=None)
def test_meeting_a_goal_is_lacking_nothing_except_on_a_strict_limit(ask: Ask, value: Decimal, at_limit: bool) -> None:
    target = target_of(ask)
    value = target.goal if at_limit else value
    strict = ask.comparator in {Comparator.MORE_THAN, Comparator.LESS_THAN}
    lacks_nothing = gap(target, value) == 0 and not (strict and value == target.goal)
    assert meets(target, value) == lacks_nothing
    assert gap(target, value) >= 0


rates = st.decimals(min_value=-20, max_value=20, places=1)


@given(
    st.lists(rates, min_size=1, max_size=4), st.integers(0, 3), rates, st.decimals(min_value=1, max_value=15, places=1)
)
@settings(deadline=None)
def test_a_better_year_never_worsens_an_average_nor_what_it_leaves_to_do(
    by_year: list[Decimal], at: int, other: Decimal, goal: Decimal
) -> None:
    at %= len(by_year)
    ask = Ask(kind=Kind.GROWTH_RATE, comparator=Comparator.AT_LEAST, goal=goal, unit="%", low=None)
    worse, improved = ([*by_year[:at], one, *by_year[at + 1 :]] for one in sorted((by_year[at], other)))
    before, after = (
        assessed(ask, [reported(str(2023 + year), rate, line=year) for year, rate in enumerate(each)])
        for each in (worse, improved)
    )
    assert RANK.index(before.status) <= RANK.index(after.status)
    assert before.step is not None
    assert after.step is not None
    assert before.step.per_year is not None
    assert after.step.per_year is not None
    assert before.step.per_year >= after.step.per_year
    whole = 5 - len(by_year)
    averages = [rate / 100 for rate in improved] + [after.step.per_year] * whole
    grown = Decimal(1)
    for rate in averages:
        grown *= 1 + rate
    assert abs(grown - (1 + goal / 100) ** 5) < CLOSE
