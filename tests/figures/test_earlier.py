from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import event, given, settings
from hypothesis import strategies as st

from countyplan.diagnostics import Place
from countyplan.figures import Figures, as_known_at, collect, earlier, known_at, period_before
from countyplan.figures.settle import key_of
from countyplan.quantity import exact_arithmetic
from countyplan.submission import Basis, ReportedFigure, Submissions
from tests.figures.reported import PLAN, TODAY, period, reported, values


def submitted(*figures: ReportedFigure) -> Submissions:
    return Submissions(figures, frozenset(one.area for one in figures), (), ())


def known(submissions: Submissions, when: str) -> list[str]:
    return sorted(one.written for one in known_at(submissions, period(when)).figures)


@pytest.mark.parametrize(
    ("reported_for", "as_of", "before"),
    [
        (("2022", "2023", "2024"), "2024", "2023"),
        (("2023", "2024-Q2", "2024"), "2024", "2024-Q2"),
        (("2023", "2024", "2025"), "2024", "2023"),
        # Before the plan began there was no way to be judged.
        (("2020", "2022", "2024"), "2024", None),
        (("2024",), "2024", None),
        ((), "2024", None),
    ],
)
def test_the_period_before_is_the_latest_of_the_plan_with_a_figure(
    reported_for: tuple[str, ...], as_of: str, before: str | None
) -> None:
    found = period_before(submitted(*(reported("1", when) for when in reported_for)), PLAN, period(as_of))
    assert (None if found is None else str(found)) == before


def test_later_periods_were_not_known() -> None:
    assert known(submitted(reported("1", "2023"), reported("2", "2024", file="b.yaml")), "2023") == ["1"]


def test_a_revision_told_by_a_later_submission_was_not_known() -> None:
    first = reported("1", "2023", file="2023.yaml")
    later = [reported("2", "2023", file="2024.csv"), reported("3", "2024", file="2024.csv")]
    assert known(submitted(first, *later), "2023") == ["1"]
    assert known(submitted(first, *later), "2024") == ["1", "2", "3"]


def test_a_table_continued_from_year_to_year_keeps_its_earlier_years() -> None:
    table = [reported("1", "2023", file="all.csv"), reported("2", "2024", file="all.csv")]
    assert known(submitted(*table), "2023") == ["1"]


def test_the_revision_of_one_figure_leaves_the_others_of_its_file_alone() -> None:
    first = reported("1", "2023", file="2023.yaml")
    others = [
        reported("2", "2023", file="2024.csv"),
        reported("50", "2023", indicator="urbanisation_rate", file="2024.csv"),
        reported("3", "2024", file="2024.csv"),
    ]
    assert known(submitted(first, *others), "2023") == ["1", "50"]


def test_a_figure_of_that_period_counts_as_first_reported_though_the_revision_holds_no_later_period() -> None:
    first = reported("430", "2023", file="a.yaml", submitted="2024-02-01")
    revised = reported("452", "2023", file="b.yaml", submitted="2025-02-01")
    now = reported("484.4", "2024", file="c.yaml")
    for order in ((first, revised, now), (now, revised, first)):
        assert known(submitted(*order), "2023") == ["430"]


def test_the_revision_of_an_earlier_period_was_known_if_it_came_before_the_later_figures() -> None:
    first = reported("420", "2022", file="a.yaml", submitted="2023-02-01")
    revised = reported("425", "2022", file="b.yaml", submitted="2024-01-31")
    judged = reported("430", "2023", file="c.yaml", submitted="2024-02-01")
    now = reported("484.4", "2024", file="d.yaml", submitted="2025-02-01")
    again = reported("428", "2022", file="e.yaml", submitted="2025-02-01")
    assert known(submitted(first, revised, judged, now, again), "2023") == ["420", "425", "430"]


def test_of_several_later_submissions_the_first_tells_what_was_reported() -> None:
    files = [[reported(value, "2023", file=file), reported("9", file[:4], file=file)] for value, file in
             (("1", "2024.csv"), ("2", "2025.csv"))]  # fmt: skip
    assert known(submitted(*files[1], *files[0]), "2023") == ["1"]


def test_of_reports_that_came_together_none_is_the_first() -> None:
    both = reported("1", "2023", file="a.yaml"), reported("2", "2023", file="b.yaml")
    assert known(submitted(*both, reported("3", "2024", file="c.yaml")), "2023") == ["1", "2"]


def test_what_was_foreseen_makes_no_period_before_and_was_not_known() -> None:
    foreseen = replace(reported("1", "2023"), estimate=True)
    both = submitted(foreseen, reported("2", "2024", line=2))
    assert period_before(both, PLAN, period("2024")) is None
    assert known(both, "2023") == []


def test_an_undated_revision_in_a_submission_that_holds_later_periods_was_not_known() -> None:
    first, judged = reported("420", "2022"), reported("430", "2023", file="b.yaml")
    later = reported("425", "2022", file="d.csv"), reported("484.4", "2024", file="d.csv", line=2)
    assert known(submitted(first, judged, *later), "2023") == ["420", "430"]


def test_a_figure_that_only_later_submissions_hold_is_kept_as_the_first_of_them_has_it() -> None:
    later = [
        reported("425", "2022", file="c.csv"),
        reported("484.4", "2024", file="c.csv", line=2),
        reported("426", "2022", file="d.csv"),
        reported("500", "2025", file="d.csv", line=2),
    ]
    assert known(submitted(reported("430", "2023"), *later), "2023") == ["425", "430"]


def test_a_time_is_over_when_figures_from_after_it_first_come_in_and_not_before() -> None:
    judged = reported("430", "2023", file="b.yaml", submitted="2024-02-01")
    # The revision came after the figures of 2023 itself, and before any of 2024; the other one after those.
    revised = reported("425", "2022", file="c.yaml", submitted="2024-03-01")
    again = reported("426", "2022", file="e.yaml", submitted="2025-06-01")
    later = [
        reported("484.4", "2024", file="d.yaml", submitted="2025-02-01"),
        reported("500", "2025", file="f.yaml", submitted="2026-02-01"),
    ]
    first = reported("420", "2022", submitted="2023-02-01")
    assert known(submitted(first, judged, revised, again, *later), "2023") == ["420", "425", "430"]


def test_what_has_no_date_is_no_later_than_what_has_one() -> None:
    later = reported("484.4", "2024", file="b.yaml", submitted="2025-02-01")
    assert known(submitted(reported("430", "2023"), later), "2023") == ["430"]


PERIODS = (
    "2021",
    "2022",
    "2023-Q2",
    "2023-09",
    "2023",
    "2024-Q1",
    "2024-Q3",
    "2024",
    "2025-06",
    "2025",
    "2026",
    "2028",
)
REPORTS = st.builds(
    lambda value, when, indicator, area, file, basis, submitted, estimate: replace(
        reported(
            value,
            when,
            indicator=indicator,
            area=area,
            file=file,
            basis=None if basis is None or not PLAN.measured[indicator].adds_up else basis,
            submitted=submitted,
        ),
        estimate=estimate,
    ),
    value=st.sampled_from(["0", "1", "1.6", "40", "72.1", "100.5", "470", "48000", "-3"]),
    when=st.sampled_from(PERIODS),
    indicator=st.sampled_from([*PLAN.measured]),
    area=st.sampled_from(["tonglu", "chunan", "jiande", "total"]),
    file=st.sampled_from(["a.yaml", "b.yaml"]),
    basis=st.sampled_from([None, Basis.CUMULATIVE, Basis.ANNUAL]),
    submitted=st.sampled_from([None, None, None, "2025-02-01"]),
    estimate=st.sampled_from([False] * 30 + [True]),
)


@given(
    st.lists(REPORTS, max_size=40), st.booleans(), st.sampled_from(PERIODS[2:]), st.sampled_from([None, "2024", "2026"])
)
@settings(max_examples=150, deadline=None)
def test_what_was_known_is_worked_out_from_what_is_known_now_as_it_was_then(
    reports: list[ReportedFigure], alone: bool, when: str, as_of: str | None
) -> None:
    one_each = {key_of(one): replace(one, estimate=False) for one in reports}.values() if alone else reports
    # No two figures stand in one place.
    submissions = submitted(*(replace(one, at=Place(one.file, at, 1)) for at, one in enumerate(one_each, 1)))
    with exact_arithmetic():
        now = collect(submissions, PLAN, period(as_of) if as_of else None, TODAY)
        then = collect(known_at(submissions, period(when)), PLAN, period(when), TODAY)
        assert as_known_at(now, submissions, PLAN, period(when), TODAY) == then
    event(f"worked out anew: {now.told_apart}")


def test_what_one_table_told_is_not_collected_anew(monkeypatch: pytest.MonkeyPatch) -> None:
    once = submitted(reported("430", "2023"), reported("484.4", "2024", line=2))
    twice = submitted(*once.figures, reported("440", "2023", file="b.yaml"))
    of_each = [collect(one, PLAN, None, TODAY) for one in (once, twice)]
    anew = Figures(period("2020"), {}, (), ())
    monkeypatch.setattr(earlier, "collect", lambda *_: anew)
    told = [as_known_at(of, one, PLAN, period("2023"), TODAY) for of, one in zip(of_each, (once, twice), strict=True)]
    assert values(told[0].of("tonglu", "gdp")) == {"2023": "430"}
    assert told[1] is anew
