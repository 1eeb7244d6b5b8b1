from __future__ import annotations

from itertools import pairwise, product

import pytest

from countyplan.assess import LAGGING, Assessment, Change, Status, change
from countyplan.assess.status import improvement
from countyplan.plan import Target
from tests.figures.reported import PLAN, figure

TARGET: Target = PLAN.targets[0]
WITH_A_PLACE = ["missed", "reversing", "far_behind", "behind", "on_track", "ahead", "met"]
BARE = Assessment(TARGET, Status.MISSING)


def judged(status: Status, period: str = "2024") -> Assessment:
    return Assessment(TARGET, status, figure("470", period))


@pytest.mark.parametrize(("worse", "better"), list(pairwise(WITH_A_PLACE)))
def test_each_verdict_is_worse_than_the_next_in_the_order(worse: str, better: str) -> None:
    assert change(judged(Status(worse)), judged(Status(better)), PLAN.baseline) is Change.BETTER
    assert change(judged(Status(better)), judged(Status(worse)), PLAN.baseline) is Change.WORSE


@pytest.mark.parametrize(
    ("other", "found"), [("missed", Change.WORSE), ("met", Change.BETTER), ("behind", Change.NOT_COMPARABLE)]
)
def test_a_figure_without_a_pace_is_set_only_against_the_two_ends(other: str, found: Change) -> None:
    assert change(judged(Status.NO_PACE), judged(Status(other)), PLAN.baseline) is found


@pytest.mark.parametrize(("uncertain", "other"), list(product(["undecided", "missing"], [*WITH_A_PLACE, "no_pace"])))
def test_what_is_not_certain_is_neither_better_nor_worse(uncertain: str, other: str) -> None:
    assert improvement(Status(uncertain), Status(other)) is None
    assert improvement(Status(other), Status(uncertain)) is None


@pytest.mark.parametrize(("then", "now"), list(product(Status, Status)))
def test_the_way_back_undoes_the_way(then: Status, now: Status) -> None:
    there, back = improvement(then, now), improvement(now, then)
    assert (there is None) == (back is None)
    assert (there or 0) == -(back or 0)
    assert (there == 0) == (then is now)


@pytest.mark.parametrize("then", [BARE, judged(Status.NO_PACE, "2022"), judged(Status.UNDECIDED, "2022")])
@pytest.mark.parametrize("now", [Status.BEHIND, Status.REVERSING, Status.NO_PACE])
def test_the_first_figure_since_the_baseline_is_new_where_no_verdict_can_be_set_against_it(
    then: Assessment, now: Status
) -> None:
    assert change(then, judged(now), PLAN.baseline) is Change.NEW


@pytest.mark.parametrize("now", ["reversing", "far_behind", "behind", "on_track", "ahead", "no_pace", "missed"])
def test_to_fall_from_met_is_worse_also_with_the_first_figure_since_the_baseline(now: str) -> None:
    assert change(judged(Status.MET, "2022"), judged(Status(now)), PLAN.baseline) is Change.WORSE


def test_the_first_figure_that_meets_a_goal_is_better_than_one_without_a_pace_and_the_same_as_one_that_met_it() -> None:
    assert change(judged(Status.NO_PACE, "2022"), judged(Status.MET), PLAN.baseline) is Change.BETTER
    assert change(judged(Status.MET, "2022"), judged(Status.MET), PLAN.baseline) is Change.SAME
    assert change(BARE, judged(Status.MET), PLAN.baseline) is Change.NEW


def test_what_was_silent_and_is_silent_is_the_same() -> None:
    assert change(BARE, BARE, PLAN.baseline) is Change.SAME
    assert change(judged(Status.MET), BARE, PLAN.baseline) is Change.NOT_COMPARABLE


def test_lagging_is_whatever_is_worse_than_on_track() -> None:
    worse = {one for one in Status if (improvement(one, Status.ON_TRACK) or 0) > 0}
    assert set(LAGGING) == worse
