from __future__ import annotations

import itertools
from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from countyplan.diagnostics import Code
from countyplan.figures.settle import Settled
from countyplan.figures.settle import settle as settle_in
from countyplan.submission import Basis, ReportedFigure
from tests.figures.reported import PLAN, reported, told


def settle(figures: Sequence[ReportedFigure]) -> Settled:
    """Which report of a sum of money counts."""
    return settle_in(figures, PLAN.unit_of_measure("gdp"))


def chosen(settled: Settled) -> list[list[tuple[str, str]]]:
    """The reports that count: for each key their values and files."""
    return [[(one.written, one.place.file) for one in reports] for reports in settled.figures.values()]


def test_one_report_counts() -> None:
    settled = settle([reported("5")])
    assert chosen(settled) == [[("5", "a.yaml")]]
    assert (settled.restated, settled.diagnostics) == ([], [])
    assert settle([]) == Settled()


def test_areas_indicators_bases_and_periods_stay_apart() -> None:
    figures = [
        reported("1"), reported("2", area="chunan", line=2), reported("3", "2023", line=3),
        reported("4", indicator="income_ratio"),
        reported("5", indicator="key_project_investment", basis=Basis.ANNUAL),
        reported("6", indicator="key_project_investment", basis=Basis.CUMULATIVE),
    ]  # fmt: skip
    settled = settle(figures)
    assert len(settled.figures) == len(figures)
    assert settled.diagnostics == []


def test_the_same_value_twice_in_a_file_is_remarked_and_used() -> None:
    settled = settle([reported("5.0", line=3), reported("5.00", line=7)])
    assert chosen(settled) == [[("5.00", "a.yaml"), ("5.0", "a.yaml")]]
    assert told(settled.diagnostics) == [(Code.SAME_AGAIN, "a.yaml:7")]
    assert settled.diagnostics[0].words == {"old": "5.0", "new": "5.00", "place": "a.yaml:3:1"}


def test_the_same_value_in_two_files_is_no_finding() -> None:
    settled = settle([reported("5", file="b.yaml"), reported("5")])
    assert chosen(settled) == [[("5", "a.yaml"), ("5", "b.yaml")]]
    assert settled.diagnostics == []


def test_two_values_within_a_file_are_both_refused() -> None:
    settled = settle([reported("5", line=3), reported("6", line=7), reported("5", line=9)])
    assert settled.figures == {}
    assert told(settled.diagnostics) == [(Code.REPORTED_TWICE, "a.yaml:7"), (Code.SAME_AGAIN, "a.yaml:9")]


def test_a_file_that_contradicts_itself_spoils_the_figure_of_others_too() -> None:
    settled = settle([reported("5", line=3), reported("6", line=7), reported("5", file="b.yaml")])
    assert settled.figures == {}


def test_two_values_in_two_files_of_one_vintage_are_both_refused() -> None:
    settled = settle([reported("6", file="b.yaml", line=4), reported("5", line=3)])
    assert settled.figures == {}
    assert told(settled.diagnostics) == [(Code.SUBMISSIONS_CONFLICT, "b.yaml:4")]
    assert settled.diagnostics[0].words == {"old": "5", "new": "6", "place": "a.yaml:3:1", "period": "2024"}


def test_of_three_files_that_conflict_each_other_value_is_told() -> None:
    figures = [reported("5"), reported("6", file="b.yaml"), reported("7", file="c.yaml"), reported("5", file="d.yaml")]
    settled = settle(figures)
    assert told(settled.diagnostics) == [
        (Code.SUBMISSIONS_CONFLICT, "b.yaml:1"),
        (Code.SUBMISSIONS_CONFLICT, "c.yaml:1"),
    ]


def test_two_documents_of_one_file_conflict_like_two_files() -> None:
    settled = settle([reported("5", document="a#0"), reported("6", line=5, document="a#1")])
    assert settled.figures == {}
    assert told(settled.diagnostics) == [(Code.SUBMISSIONS_CONFLICT, "a.yaml:5")]


def test_the_file_of_the_later_period_restates() -> None:
    settled = settle([reported("5", "2023", file="z.yaml"), reported("6", "2023"), reported("9", "2024")])
    assert chosen(settled) == [[("6", "a.yaml")], [("9", "a.yaml")]]
    assert [(one.old.written, one.new.written) for _, one in settled.restated] == [("5", "6")]
    assert told(settled.diagnostics) == [(Code.RESTATED, "a.yaml:1")]
    assert settled.diagnostics[0].words == {"old": "5", "new": "6", "place": "z.yaml:1:1", "period": "2023"}


def test_dates_decide_where_all_have_one_and_whatever_else_the_files_hold() -> None:
    settled = settle(
        [reported("5", "2023", submitted="2025-03-01"), reported("6", "2023", file="b.yaml", submitted="2024-02-28"),
         reported("9", "2024", file="b.yaml", submitted="2024-02-28")]
    )  # fmt: skip
    assert chosen(settled)[0] == [("5", "a.yaml")]
    assert [(one.old.written, one.new.written) for _, one in settled.restated] == [("6", "5")]


def test_one_date_for_two_files_does_not_decide() -> None:
    settled = settle([reported("5", submitted="2024-02-28"), reported("6", file="b.yaml", submitted="2024-02-28")])
    assert settled.figures == {}
    assert told(settled.diagnostics) == [(Code.SUBMISSIONS_CONFLICT, "b.yaml:1")]


@pytest.mark.parametrize("later", ["a.yaml", "b.yaml"])
def test_of_two_files_up_to_one_period_the_one_with_a_date_is_the_later(later: str) -> None:
    dated = {name: "2024-02-28" if name == later else None for name in ("a.yaml", "b.yaml")}
    settled = settle(
        [reported("5", submitted=dated["a.yaml"]), reported("6", file="b.yaml", submitted=dated["b.yaml"])]
    )
    assert chosen(settled) == [[("5", "a.yaml")] if later == "a.yaml" else [("6", "b.yaml")]]
    assert told(settled.diagnostics) == [(Code.RESTATED, f"{later}:1")]


def test_a_date_does_not_outweigh_a_later_period() -> None:
    settled = settle(
        [reported("5", "2023", submitted="2024-02-28"), reported("6", "2023", file="b.yaml", line=1),
         reported("9", "2024", file="b.yaml", line=2)]
    )  # fmt: skip
    assert chosen(settled) == [[("6", "b.yaml")], [("9", "b.yaml")]]


def test_a_figure_restated_twice_is_told_step_by_step_and_an_agreement_is_no_step() -> None:
    figures = [
        reported(value, "2022", file=f"{at}.yaml", submitted=f"2025-0{at}-01") for at, value in enumerate("5677", 1)
    ]
    settled = settle(figures)
    assert chosen(settled) == [[("7", "4.yaml")]]
    assert [(one.old.written, one.new.written) for _, one in settled.restated] == [("5", "6"), ("6", "7")]


FIGURES = st.lists(
    st.builds(
        lambda value, when, at, dated: reported(value, when, file=f"{at}.yaml", line=int(when), submitted=dated),
        st.sampled_from(["5", "6", "7"]),
        st.sampled_from(["2022", "2023", "2024"]),
        st.integers(1, 3),
        st.sampled_from([None, "2024-01-01", "2025-01-01"]),
    ),
    max_size=6,
    unique_by=lambda one: (one.period, one.place.file),
)


@given(FIGURES.flatmap(lambda figures: st.tuples(st.just(figures), st.permutations(figures))))
def test_the_order_of_reports_changes_nothing(orders: tuple[list[ReportedFigure], list[ReportedFigure]]) -> None:
    assert settle(orders[1]) == settle(orders[0])


def test_the_order_of_files_changes_nothing() -> None:
    figures = [reported("5", "2023"), reported("6", "2023", file="b.yaml"), reported("9", "2024", file="b.yaml")]
    outcomes = [settle(order) for order in itertools.permutations(figures)]
    assert all(one == outcomes[0] for one in outcomes)


def test_of_reports_that_agree_the_least_rounded_counts_however_old() -> None:
    older = reported("484.0", file="a.yaml", submitted="2025-01-31")
    newer = reported("484", file="b.yaml", submitted="2025-02-28")
    settled = settle([older, newer])
    assert chosen(settled) == [[("484.0", "a.yaml"), ("484", "b.yaml")]]
    assert settled.diagnostics == []
