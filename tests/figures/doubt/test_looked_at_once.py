"""A figure that lies between the limits of what is usual is no slip: it is told the same where each is looked at closely."""

from __future__ import annotations

from decimal import Decimal

import pytest

from countyplan.figures.doubt import unlikely
from countyplan.figures.doubt.unlikely import slips
from countyplan.plan import Indicator
from countyplan.quantity import exact_arithmetic
from tests.figures.reported import PLAN, series

# At, just beside and far from each limit that is compared with: a goal, a tenth, a thousandth and a ten-thousandth of it,
# ten times and a thousand times it, and one.
_PARTS = [Decimal(one) for one in ("0.00001", "0.0001", "0.001", "0.01", "0.1", "0.5", "1", "2", "10", "100", "1000")]
_BESIDE = [Decimal(one) for one in ("-0.001", "0", "0.001")]


def values(goal: Decimal) -> list[str]:
    near = [goal * part + beside for part in _PARTS for beside in _BESIDE]
    return [f"{one:f}" for one in (*near, Decimal("0.999"), Decimal(1), Decimal("1.001"), Decimal(0), -goal)]


@pytest.mark.parametrize("indicator", PLAN.indicators, ids=lambda one: one.id)
@pytest.mark.parametrize("area", ["tonglu", "total"])
@pytest.mark.parametrize("when", ["2020", "2023", "2023-Q2", "2026"])
def test_what_is_usual_is_what_no_closer_look_tells(
    indicator: Indicator, area: str, when: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    bound = PLAN.bound_at(indicator.id, area)
    if bound is None:
        assert list(slips(series((when, "1")), indicator, area, PLAN)) == []
        return
    told = values(PLAN.targets_of(indicator.id)[bound][0].goal)
    with exact_arithmetic():
        quickly = [list(slips(series((when, value)), indicator, area, PLAN)) for value in told]
        monkeypatch.setattr(unlikely, "_usual", lambda _target: (Decimal("Infinity"), None))
        assert [list(slips(series((when, value)), indicator, area, PLAN)) for value in told] == quickly
