from __future__ import annotations

import itertools
from pathlib import Path

import pytest

from countyplan.diagnostics import Code, Diagnostic, Place, Severity, Subject, message
from countyplan.figures import Figures, Origin, Series, collect
from countyplan.figures.figure import Figure
from countyplan.language import Language, Texts
from countyplan.plan import TOTAL, load_plan, shipped_plan
from countyplan.quantity import Period
from countyplan.quantity.period import Span
from countyplan.submission import Basis, Submissions, read_submissions
from tests.figures.reported import PLAN, collected, figure, period, reported, series, told, values


def test_nothing_reported_is_an_empty_series_as_of_the_baseline() -> None:
    figures = collected()
    assert str(figures.as_of) == "2022"
    assert figures.of("tonglu", "gdp") == Series()
    assert (dict(figures.series), figures.restatements, figures.diagnostics) == ({}, (), ())


def test_as_of_is_the_latest_period_reported_unless_it_is_given() -> None:
    reports = [reported("420", "2022"), reported("452", "2023"), reported("484", "2024", line=2)]
    assert str(collected(*reports).as_of) == "2024"
    earlier = collected(*reports, as_of="2023")
    assert values(earlier.of("tonglu", "gdp")) == {"2022": "420", "2023": "452"}
    assert told(earlier.diagnostics) == [(Code.AFTER_AS_OF, "a.yaml:2")]
    assert earlier.diagnostics[0].words == {"period": "2024", "as_of": "2023"}
    assert str(collected(*reports, as_of="2025").as_of) == "2025"


def test_a_figure_that_nothing_is_judged_by_makes_the_others_no_older() -> None:
    # The plan sets 桐庐 a goal for chains of industry, and no other county.
    other = reported("3", "2025", indicator="ten_billion_chains", area="chunan", line=2)
    assert str(collected(reported("484.4"), other).as_of) == "2024"
    assert str(collected(other).as_of) == "2025"


def test_what_lies_after_as_of_is_remarked_as_that_alone() -> None:
    figures = collected(reported("484", "2024"), reported("700", "2025", file="b.yaml"), as_of="2024")
    assert told(figures.diagnostics) == [(Code.AFTER_AS_OF, "b.yaml:1")]


def test_a_series_goes_by_the_end_of_its_periods() -> None:
    reports = [reported("48", when, indicator="urbanisation_rate", line=at) for at, when in
               enumerate(["2024", "2023-Q2", "2023-11", "2022"])]  # fmt: skip
    ordered = collected(*reports).of("tonglu", "urbanisation_rate")
    assert [str(one.period) for one in ordered.figures] == ["2022", "2023-Q2", "2023-11", "2024"]
    assert not any(one.partial for one in ordered.figures)


def test_what_accrues_within_a_year_is_partial_until_the_year_is_whole() -> None:
    ordered = collected(reported("230", "2024-Q2"), reported("452", "2023", line=2)).of("tonglu", "gdp")
    assert [(str(one.period), one.partial) for one in ordered.figures] == [("2023", False), ("2024-Q2", True)]


@pytest.mark.parametrize("order", [0, 1])
def test_a_whole_year_is_whole_whichever_file_comes_first(order: int) -> None:
    names = ("a.yaml", "b.yaml")
    figures = collected(
        reported("480", "2024-Q4", file=names[order]), reported("480", "2024", file=names[1 - order])
    ).of("tonglu", "gdp")
    assert [one.partial for one in figures.figures] == [False]


def test_years_and_running_totals_make_one_series() -> None:
    name = "key_project_investment"
    ordered = collected(
        reported("70.1", "2023", basis=Basis.ANNUAL, indicator=name),
        reported("75.1", "2024", basis=Basis.ANNUAL, line=2, indicator=name),
        reported("180", "2025", basis=Basis.CUMULATIVE, line=3, indicator=name),
    ).of("tonglu", name)  # fmt: skip
    assert values(ordered) == {"2023": "70.1", "2024": "145.2", "2025": "180"}
    assert [one.origin for one in ordered.figures] == [Origin.YEARS_ADDED, Origin.YEARS_ADDED, Origin.REPORTED]


@pytest.mark.parametrize("area", ["tonglu", TOTAL])
def test_the_income_ratio_follows_from_the_incomes(area: str) -> None:
    incomes = [
        reported("68040", indicator="urban_income", area=area),
        reported("39510", indicator="rural_income", area=area),
    ]
    [one] = collected(*incomes).of(area, "income_ratio").figures
    assert one.origin is Origin.QUOTIENT
    assert format(one.value, ".4f") == "1.7221"


def test_a_ratio_that_contradicts_the_incomes_leaves_nothing() -> None:
    figures = collected(
        reported("1.62", indicator="income_ratio", line=1), reported("68040", indicator="urban_income", line=2),
        reported("39510", indicator="rural_income", line=3),
    )  # fmt: skip
    assert told(figures.diagnostics) == [(Code.QUOTIENT_DISAGREES, "a.yaml:1")]
    assert figures.of("tonglu", "income_ratio") == Series()


def test_conflicts_restatements_and_oddities_come_together_in_order() -> None:
    figures = collected(
        reported("415", "2023", file="a.yaml"), reported("416", "2023", file="b.yaml"),
        reported("417", "2024", file="b.yaml", line=2),
        reported("120", "2020", indicator="urbanisation_rate", file="c.yaml"),
    )  # fmt: skip
    assert told(figures.diagnostics) == [
        (Code.RESTATED, "b.yaml:1"), (Code.OUT_OF_BOUNDS, "c.yaml:1"), (Code.BEFORE_THE_PLAN, "c.yaml:1")]  # fmt: skip
    assert [(one.old.written, one.new.written) for one in figures.restatements] == [("415", "416")]


def test_the_order_of_figures_changes_nothing() -> None:
    reports = [reported("5", "2023"), reported("6", "2023", file="b.yaml"), reported("7", "2024", file="b.yaml"),
               reported("70", "2022", indicator="urbanisation_rate")]  # fmt: skip
    first = collected(*reports)
    assert all(collected(*order) == first for order in itertools.permutations(reports))


def test_latest_before_and_at() -> None:
    ordered = Series.of([figure("484", "2024"), figure("230", "2025-Q2", partial=True), figure("420", "2022")])
    quarter, year = period("2025-Q2").end, period("2024").end

    def value(one: Figure | None) -> str | None:
        return None if one is None else str(one.value)

    assert value(ordered.latest(quarter)) == "484"
    assert value(ordered.latest(year - 1)) == "420"
    assert value(ordered.latest(period("2021").end)) is None
    assert value(ordered.before(quarter)) == "484"
    assert value(ordered.before(quarter + 1)) == "484"
    assert value(ordered.before(period("2022").end)) is None
    assert value(ordered.at(quarter)) == "230"
    assert value(ordered.at(quarter + 1)) is None
    only = Series.of([figure("230", "2025-Q2", partial=True)])
    assert value(only.latest(quarter)) == "230"
    assert value(series(("2024", "5")).latest(year)) == "5"


def test_a_running_total_from_before_the_plan_does_not_vanish_without_a_word() -> None:
    figures = collected(reported("50", "2022", indicator="key_project_investment", basis=Basis.CUMULATIVE))
    assert figures.of("tonglu", "key_project_investment") == Series()
    assert len(figures.diagnostics) == 1


def test_where_every_figure_was_refused_as_of_is_their_latest_period_that_has_ended(tmp_path: Path) -> None:
    plan = load_plan(shipped_plan())[0]
    for name, year, value in (("a", "2024", "四"), ("b", "2023", "五"), ("c", "2042", "六"), ("d", "2026", "七")):
        text = f"area: 桐庐县\nperiod: {year}\nfigures: {{GDP: {value}}}\n"
        (tmp_path / f"{name}.yaml").write_text(text, encoding="utf-8")
    november_2026 = Period(2026 * 12 + 11, Span.MONTH)
    assert collect(read_submissions([tmp_path], plan), plan, None, november_2026).as_of == Period.of_year(2024)


def test_a_finding_about_several_figures_comes_once_and_in_its_place() -> None:
    counties = [Subject(area, "projects_over_100m", 24300) for area in PLAN.area_ids]
    row = Diagnostic(Code.UNKNOWN_INDICATOR, Place("t.csv", 2, 1), {}, counties[0], tuple(counties[1:]))
    before = Diagnostic(Code.NOT_A_NUMBER, Place("t.csv", 1, 1), {}, counties[2])
    figures = Figures(period("2024"), {}, (), (before, row))
    asked = [(one.area, one.indicator) for one in counties]
    assert figures.about(asked) == [before, row]
    assert figures.about(asked[:1]) == [row]
    assert figures.about([("tonglu", "gdp")]) == []


def test_where_no_figure_can_be_used_only_errors_that_know_their_period_set_the_date() -> None:
    def said(code: Code, end: int | None) -> Diagnostic:
        return Diagnostic(code, Place("a.csv", 1, 1), {}, Subject("tonglu", "gdp", end))

    # Months count from year 0: 24300 is the end of 2024, 24312 that of 2025.
    found = said(Code.NOT_A_NUMBER, 24300), said(Code.NOT_A_NUMBER, None), said(Code.SAME_AGAIN, 24312)
    assert [one.severity for one in found] == [Severity.ERROR, Severity.ERROR, Severity.WARNING]
    assert str(collect(Submissions((), frozenset(), (), found), PLAN, None, period("2026-11")).as_of) == "2024"


@pytest.mark.parametrize(
    ("language", "fall", "restated"),
    [
        (
            Language.ZH,
            "累计数由2023年的8.1亿元降到2024年的3.2亿元。",
            "2023年的数据由452亿元（a.yaml:1:1）修订为450亿元，采用修订值。",
        ),
        (
            Language.EN,
            "The running total falls from CNY 810 million (2023) to CNY 320 million (2024).",
            "The figure for 2023 was CNY 45.2 billion (a.yaml:1:1) and is now CNY 45 billion, which is used.",
        ),
    ],
)
def test_amounts_are_told_with_their_units(language: Language, fall: str, restated: str) -> None:
    spent = (reported(value, when, indicator="key_project_investment", file="c.yaml", line=at)
             for at, (when, value) in enumerate([("2023", "8.1"), ("2024", "3.2")]))  # fmt: skip
    changed = [reported("452", "2023"), reported("450", "2023", file="b.yaml"), reported("484", "2024", file="b.yaml")]
    found = collected(*spent, *changed).diagnostics
    told_as = {one.code: message(one.code, one.words, Texts(language))[0] for one in found}
    assert told_as == {Code.CUMULATIVE_FALLS: fall, Code.RESTATED: restated}
