"""The way over the years agrees with the verdict and the step that it spells out."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from itertools import pairwise

import pytest

from countyplan.assess import Assessment, Mark, Path, Status, path_of
from countyplan.assess.rule.comparator import aim
from countyplan.plan import Comparator, Kind
from countyplan.quantity import Period
from tests.assess.case_plan import Ask, MilestoneCase, assessed, reported, total_ask

START = Period.of_year(2022)
GDP = Ask(kind=Kind.LEVEL, comparator=Comparator.AT_LEAST, goal=Decimal(600), unit="亿元")
SHARE = Ask(kind=Kind.RATIO, comparator=Comparator.AT_LEAST, goal=Decimal(95), unit="%", high=Decimal(100))
SHRINKS = Ask(kind=Kind.RATIO, comparator=Comparator.AT_MOST, goal=Decimal("1.55"), unit="")
SPENT = Ask(kind=Kind.CUMULATIVE, comparator=Comparator.AT_LEAST, goal=Decimal(363), unit="亿元")
COUNTED = Ask(kind=Kind.COUNT, comparator=Comparator.AT_LEAST, goal=Decimal(4), unit="条")


def way(assessment: Assessment) -> Path:
    path = path_of(assessment, START)
    assert path is not None
    return path


def values(marks: tuple[Mark, ...]) -> dict[str, Decimal]:
    return {str(Period.ending(mark.at)): mark.value for mark in marks}


@pytest.mark.parametrize(
    ("ask", "before", "now"),
    [(GDP, "420", "470"), (SHARE, "80", "84"), (SHRINKS, "1.70", "1.66"), (SPENT, None, "120"), (GDP, "420", "410")],
)
def test_every_way_ends_where_the_verdict_says(ask: Ask, before: str | None, now: str) -> None:
    earlier = [] if before is None else [reported("2022", before)]
    seen = assessed(ask, [*earlier, reported("2024", now)])
    path = way(seen)
    assert seen.pace is not None
    assert seen.pace.expected is not None
    assert seen.step is not None
    goal = aim(seen.target, Decimal(now))
    assert values(path.line)["2024"] == pytest.approx(seen.pace.expected, rel=Decimal("1e-30"))
    assert values(path.line)["2027"] == values(path.step)["2027"] == goal
    assert values(path.step)["2024"] == values(path.projection)["2024"] == Decimal(now)
    assert values(path.projection)["2027"] == seen.step.projection
    assert list(values(path.line)) == ["2022", "2023", "2024", "2025", "2026", "2027"]


def test_the_step_adds_each_year_what_the_verdict_says() -> None:
    seen = assessed(SHARE, [reported("2022", "80"), reported("2024", "84")])
    assert seen.step is not None
    years = list(values(way(seen).step).values())
    steps = [after - before for before, after in pairwise(years)]
    assert steps == pytest.approx([seen.step.per_year] * 3)


def test_growth_bends_and_a_share_does_not() -> None:
    growth = values(way(assessed(GDP, [reported("2022", "420"), reported("2024", "470")])).line)
    assert growth["2023"] == pytest.approx(Decimal(420) * (Decimal(600) / 420) ** (Decimal(1) / 5))
    share = values(way(assessed(SHARE, [reported("2022", "80"), reported("2024", "84")])).line)
    assert share == {"2022": 80, "2023": 83, "2024": 86, "2025": 89, "2026": 92, "2027": 95}


def test_a_projection_stops_at_what_is_possible_and_stays_there() -> None:
    fast = values(way(assessed(SHARE, [reported("2022", "80"), reported("2024", "94")])).projection)
    assert fast == {"2024": 94, "2025": 100, "2026": 100, "2027": 100}


def test_growth_goes_on_at_its_rate() -> None:
    path = way(assessed(GDP, [reported("2022", "420"), reported("2024", "508.2")]))
    # 420 x 1.1 x 1.1 = 508.2, and on from there: x 1.1 = 559.02, x 1.1 = 614.922, x 1.1 = 676.4142.
    assert {at: round(one, 4) for at, one in values(path.projection).items()} == {
        "2024": Decimal("508.2"),
        "2025": Decimal("559.02"),
        "2026": Decimal("614.922"),
        "2027": Decimal("676.4142"),
    }


def test_a_way_from_an_old_figure_begins_at_its_own_date() -> None:
    path = way(assessed(SHARE, [reported("2022", "80"), reported("2023", "84")], "2024"))
    assert list(values(path.step)) == ["2023", "2024", "2025", "2026", "2027"]
    assert list(values(path.projection)) == ["2023", "2024", "2025", "2026", "2027"]


def test_a_way_within_a_year_begins_at_its_month() -> None:
    path = way(assessed(SPENT, [reported("2024-06", "100")]))
    assert list(values(path.step)) == ["2024-06", "2024", "2025", "2026", "2027"]
    assert next(iter(values(path.line))) == "2022"


def test_a_milestone_bends_the_line() -> None:
    figures = [reported("2022", "80"), reported("2024", "84")]
    path = way(assessed(SHARE, figures, milestones=[MilestoneCase(year=2024, goal=Decimal(83))]))
    assert values(path.line)["2024"] == 83
    assert values(path.line)["2027"] == 95


def test_a_count_has_no_line_and_no_projection() -> None:
    path = way(assessed(COUNTED, [reported("2022", "1"), reported("2024", "2")]))
    assert (path.line, path.projection) == ((), ())
    assert values(path.step)["2027"] == 4


def test_what_was_met_keeps_its_line_and_has_no_step() -> None:
    seen = assessed(SHARE, [reported("2022", "80"), reported("2023", "90"), reported("2024", "96")])
    path = way(seen)
    assert seen.status is Status.MET
    assert [str(one.period) for one in path.reported] == ["2022", "2023", "2024"]
    assert values(path.line)["2027"] == 95
    assert (path.step, path.projection) == ((), ())


def test_about_so_much_is_reached_where_it_begins_to_be_met() -> None:
    about = Ask(
        kind=Kind.CUMULATIVE, comparator=Comparator.ABOUT, goal=Decimal(30), unit="个", tolerance=Decimal("0.1")
    )
    path = way(assessed(about, [reported("2024", "9")]))
    assert values(path.line)["2027"] == values(path.step)["2027"] == 27
    assert values(path.projection)["2027"] == Decimal("22.5")


def test_a_baseline_that_met_the_goal_leads_nowhere() -> None:
    assert way(assessed(SHARE, [reported("2022", "97"), reported("2024", "94")])).line == ()


def test_growth_from_nothing_has_no_line() -> None:
    assert way(assessed(GDP, [reported("2022", "0"), reported("2024", "5")])).line == ()


def test_a_total_that_lacks_counties_shows_what_is_known() -> None:
    path = way(assessed(total_ask("150"), [reported("2024", "60")]))
    assert [one.value for one in path.reported] == [60]


def test_without_a_figure_that_compares_there_is_no_way() -> None:
    assert path_of(assessed(SHARE, []), START) is None
    half_a_year = replace(reported("2024-06", "210"), partial=True)
    assert path_of(assessed(GDP, [half_a_year]), START) is None


def test_without_a_baseline_a_share_has_a_step_and_no_line() -> None:
    path = way(assessed(SHARE, [reported("2024", "84")]))
    assert (path.begun, path.line, path.projection) == (None, (), ())
    # (95 - 84) ÷ 3 a year.
    assert values(path.step)["2025"] == Decimal(84) + Decimal(11) / 3


def test_a_part_of_a_year_is_no_mark_on_the_way() -> None:
    quarter = replace(reported("2024-Q2", "210", line=3), partial=True)
    path = way(assessed(GDP, [reported("2022", "420"), reported("2023", "450", line=2), quarter]))
    assert [(str(one.period), one.value) for one in path.reported] == [
        ("2022", Decimal(420)),
        ("2023", Decimal(450)),
    ]
