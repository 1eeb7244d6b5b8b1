"""Which verdicts fail a run."""

from __future__ import annotations

from decimal import Decimal

import pytest

from countyplan.assess import Assessment, FailOn, Status, fails
from countyplan.plan import Comparator, Firmness, Kind
from tests.assess.case_plan import Ask, target_of

FAILING = {
    FailOn.MISSED: {Status.MISSED},
    FailOn.FAR_BEHIND: {Status.MISSED, Status.REVERSING, Status.FAR_BEHIND},
    FailOn.BEHIND: {Status.MISSED, Status.REVERSING, Status.FAR_BEHIND, Status.BEHIND},
    FailOn.MISSING: {Status.MISSED, Status.REVERSING, Status.FAR_BEHIND, Status.BEHIND, Status.MISSING},
    FailOn.NEVER: set(),
}


def assessment(status: Status, firmness: Firmness = Firmness.FIRM) -> Assessment:
    ask = Ask(kind=Kind.RATIO, comparator=Comparator.AT_LEAST, goal=Decimal(98), unit="%", firmness=firmness)
    return Assessment(target_of(ask), status)


@pytest.mark.parametrize("fail_on", FailOn)
def test_each_word_takes_in_those_before_it(fail_on: FailOn) -> None:
    assert {status for status in Status if fails([assessment(status)], fail_on)} == FAILING[fail_on]


@pytest.mark.parametrize("status", Status)
@pytest.mark.parametrize("fail_on", FailOn)
def test_an_aspiration_never_fails(status: Status, fail_on: FailOn) -> None:
    assert not fails([assessment(status, Firmness.ASPIRATIONAL)], fail_on)


def test_one_failure_among_many_fails() -> None:
    good = [assessment(Status.MET), assessment(Status.MISSED, Firmness.ASPIRATIONAL), assessment(Status.NO_PACE)]
    assert not fails([], FailOn.MISSING)
    assert not fails(good, FailOn.MISSING)
    assert fails([*good, assessment(Status.MISSED)], FailOn.MISSED)
