"""Every worked case, from what a county types to the verdict."""

from __future__ import annotations

from collections import defaultdict
from decimal import Decimal
from functools import cache
from pathlib import Path

import pytest
import yaml
from pydantic import Field, ValidationError, model_validator

from countyplan.assess import Assessment, Missing, NoPace, Pace, Remark, Rule, Status, Step, judge
from countyplan.assess.judge import Assessed
from countyplan.diagnostics import Code
from countyplan.figures import collect
from countyplan.quantity import round_half_even
from countyplan.quantity.exact import decimal_places
from tests.assess.case_plan import TODAY, Ask, FigureCase, MilestoneCase, Strict, make_plan, period, submit

CASES = Path(__file__).with_name("worked_cases.yaml")


class StepCase(Strict):
    """The step from here, to the digits that are written. `rate` is true where it is a yearly rate of growth."""

    per_year: Decimal | None = None
    amount: Decimal | None = None
    rate: bool = False
    so_far: Decimal | None = None
    times: Decimal | None = None
    projection: Decimal | None = None


class ExpectCase(Strict):
    """The verdict. What is left out of pace, no_pace, borderline and remarks must not be there; the rest is not looked at."""

    status: Status
    pace: Decimal | None = None
    no_pace: NoPace | None = None
    borderline: dict[str, tuple[Status, ...]] = Field(default_factory=dict)
    remarks: tuple[Remark, ...] = ()
    words: dict[Remark, dict[str, str]] = Field(default_factory=dict)
    rule: Rule | None = None
    straight: Decimal | None = None
    due_by_now: Decimal | None = None
    points_ahead: Decimal | None = None
    gap: Decimal | None = None
    step: StepCase | None = None
    no_step: bool = False
    missing: Missing | None = None
    chance: Decimal | None = None
    lacking: tuple[str, ...] | None = None
    needed: Decimal | None = None
    findings: tuple[Code, ...] | None = None

    @model_validator(mode="before")
    @classmethod
    def _says_something(cls, data: object) -> object:
        if not data:
            raise ValueError("expect says nothing")
        return data


class WorkedCase(Strict):
    """A target, its figures, the verdict, and the sum done by hand."""

    name: str = Field(min_length=1)
    target: Ask
    figures: dict[str, tuple[FigureCase, ...]]
    as_of: str
    milestone: MilestoneCase | None = None
    carry_forward: bool = False
    expect: ExpectCase
    arithmetic: str = Field(min_length=1)


def load(text: str) -> list[WorkedCase]:
    """The cases in `text`; every scalar is taken as it is typed."""
    return [WorkedCase.model_validate(one) for one in yaml.load(text, yaml.BaseLoader)]


@cache
def _all() -> list[WorkedCase]:
    return load(CASES.read_text(encoding="utf-8"))


def run(case: WorkedCase, folder: Path) -> Assessed:
    """The verdict on a case, through the same rooms as a real submission."""
    plan = make_plan(case.target, [] if case.milestone is None else [case.milestone])
    submissions = submit(folder, plan, case.figures)
    figures = collect(submissions, plan, period(case.as_of), TODAY)
    return judge(plan, figures, plan.targets, carry_forward=case.carry_forward)


@pytest.mark.parametrize("case", _all(), ids=lambda case: case.name)
def test_worked_case(case: WorkedCase, tmp_path: Path) -> None:
    judgement = run(case, tmp_path)
    (seen,) = judgement.assessments
    expect = case.expect
    assert seen.status is expect.status
    assert seen.no_pace is expect.no_pace
    assert seen.missing is expect.missing
    if expect.chance is not None:
        (chance,) = (one.chance for one in seen.borderline if one.chance is not None)
        _check_number(expect.chance, chance)
    assert _borderline(seen) == {why: set(several) for why, several in expect.borderline.items()}
    assert set(seen.remarks) == set(expect.remarks)
    for remark, words in expect.words.items():
        assert seen.remarks[remark] == words
    _check_pace(expect, seen.pace)
    _check_step(expect, seen.step)
    if expect.gap is not None:
        assert seen.gap == expect.gap
    if expect.lacking is not None:
        assert seen.parts is not None
        assert seen.parts.lacking == expect.lacking
    if expect.needed is not None:
        assert seen.parts is not None
        assert seen.parts.needed == expect.needed
    if expect.findings is not None:
        assert {one.code for one in judgement.diagnostics} == set(expect.findings)


def _borderline(seen: Assessment) -> dict[str, set[Status]]:
    kinds: dict[str, set[Status]] = defaultdict(set)
    for one in seen.borderline:
        kinds[one.why].add(one.status)
    return dict(kinds)


def _check_pace(expect: ExpectCase, pace: Pace | None) -> None:
    value = None if pace is None or pace.value is None else pace.value.value
    _check_number(expect.pace, value)
    if expect.rule is not None:
        assert pace is not None
        assert pace.rule is expect.rule
    if expect.straight is not None:
        assert pace is not None
        assert pace.straight is not None
        _check_number(expect.straight, pace.straight.value)
    if expect.due_by_now is not None:
        assert pace is not None
        _check_number(expect.due_by_now, pace.expected)
    if expect.points_ahead is not None:
        assert pace is not None
        assert pace.progress is not None
        _check_number(expect.points_ahead, 100 * (pace.progress.value - pace.time.value))


def _check_step(expect: ExpectCase, step: Step | None) -> None:
    if expect.no_step:
        assert step is None
    if expect.step is not None:
        assert step is not None
        assert step.is_rate is expect.step.rate
        _check_number(expect.step.per_year, step.per_year)
        if expect.step.amount is not None:
            assert step.amount == expect.step.amount
        _check_number(expect.step.so_far, step.so_far)
        _check_number(expect.step.times, step.times)
        _check_number(expect.step.projection, step.projection)


def _check_number(expected: Decimal | None, seen: Decimal | None) -> None:
    """Both are there or neither, and they agree to the digits that the expected one is written with."""
    if expected is None or seen is None:
        assert seen is expected
    else:
        assert round_half_even(seen, decimal_places(expected)) == expected


def test_names_of_cases_are_unique() -> None:
    names = [case.name for case in _all()]
    assert len(names) == len(set(names))


def test_every_verdict_and_every_reason_without_a_pace_has_a_case() -> None:
    assert {case.expect.status for case in _all()} == set(Status)
    # What a goal that comes of another figure lacks stands in test_relative.py.
    of_two_figures = {NoPace.RELATIVE, NoPace.OTHER_LACKING}
    assert {case.expect.no_pace for case in _all()} == {None, *NoPace} - of_two_figures


CASE = """
- name: a case
  target: {kind: cumulative, comparator: at_least, goal: 10, unit: 个}
  figures: {}
  as_of: 2024
  expect: {status: missing}
  arithmetic: nothing reported
"""


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("as_of: 2024", "as_of: 2024\n  asof: 2024"),
        ("unit: 个", "unit: 个, goals: 3"),
        ("{status: missing}", "{status: missing, verdict: met}"),
        ("{status: missing}", "{}"),
        ("{status: missing}", ""),
        ("  expect: {status: missing}\n", ""),
        ("figures: {}", "figures: {tonglu: [{period: 2024, value: 1, source: none}]}"),
        ("arithmetic: nothing reported", "arithmetic: ''"),
    ],
)
def test_a_case_that_says_too_much_or_nothing_is_an_error(old: str, new: str) -> None:
    assert [case.name for case in load(CASE)] == ["a case"]
    assert old in CASE
    with pytest.raises(ValidationError):
        load(CASE.replace(old, new))
