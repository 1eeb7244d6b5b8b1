"""What a report gives a renderer to draw, and the same in words."""

from __future__ import annotations

from decimal import Decimal

import pytest

from countyplan.language import Language
from countyplan.report.report_model import Report
from countyplan.report.row.chart_model import Chart
from countyplan.report.row.row_model import Row
from tests.render.dated import ILLUSTRATIVE, made


@pytest.fixture(scope="module")
def report() -> Report:
    return made(ILLUSTRATIVE)


def row(report: Report, target: str, area: str) -> Row:
    (found,) = [one for one in report.rows if (one.machine.target, one.machine.area) == (target, area)]
    return found


def chart(report: Report, target: str, area: str) -> Chart:
    found = row(report, target, area).chart
    assert found is not None
    return found


def test_a_year_stands_for_its_end(report: Report) -> None:
    seen = chart(report, "gdp", "tonglu")
    assert [point.at for point in seen.reported] == [2022, 2023, 2024]
    assert seen.figure.at == 2024
    assert seen.due == 2027
    assert seen.years == (2022, 2023, 2024, 2025, 2026, 2027)


def test_the_numbers_are_those_for_machines(report: Report) -> None:
    for one in report.rows:
        seen, machine = one.chart, one.machine
        if machine.value is None:
            assert seen is None
            continue
        assert seen is not None
        assert str(seen.figure.value) == machine.value or Decimal(machine.value or "") == pytest.approx(
            seen.figure.value
        )
        if machine.baseline is not None:
            assert seen.begun is not None
            assert seen.begun.value == pytest.approx(Decimal(machine.baseline[1]))
        if machine.expected is not None:
            assert seen.expected is not None
            assert seen.expected.value == pytest.approx(Decimal(machine.expected))
        if machine.projection is not None:
            assert seen.projection[-1].value == pytest.approx(Decimal(machine.projection))


def test_what_adds_up_begins_at_zero_though_it_has_no_baseline(report: Report) -> None:
    spent = chart(report, "key_project_investment", "chunan")
    assert spent.begun is not None
    assert spent.begun.at == 2022
    assert spent.begun.value == 0
    assert spent.from_zero
    assert "baseline" not in {fact.name for fact in row(report, "key_project_investment", "chunan").facts}


def test_a_range_has_two_ends_and_a_count_is_whole(report: Report) -> None:
    seen = chart(report, "pillar_industries", "chunan")
    assert seen.goal == 2
    assert seen.high == 3
    assert seen.whole
    assert chart(report, "gdp", "chunan").high is None


def test_an_older_baseline_lengthens_the_years(report: Report) -> None:
    assert chart(report, "urbanisation_rate", "chunan").years[0] == 2020


def test_the_table_says_year_by_year_what_is_drawn(report: Report) -> None:
    table = {line.period: line for line in chart(report, "urbanisation_rate", "tonglu").table}
    assert list(table) == ["2022", "2023", "2024", "2025", "2026", "2027"]
    told = table["2024"]
    assert (told.reported, told.line, told.step, told.projection) == ("72.1", "72.54", "72.1", "72.1")
    assert (table["2025"].reported, table["2025"].line, table["2025"].step) == ("", "73.36", "73.07")
    assert (table["2027"].line, table["2027"].step, table["2027"].projection) == ("75", "75", "73.9")


def test_the_words_tell_every_fact(report: Report) -> None:
    one = row(report, "gdp", "chunan")
    names = [fact.name for fact in one.facts]
    assert names == ["goal", "value", "expected", "baseline", "gap", "schedule", "step", "projection"]
    assert one.chart is not None
    assert all(fact.text in one.chart.now_text for fact in one.facts)
    assert "265亿元（2022年）" in one.chart.way_text


def test_the_matrix_holds_every_row_once_in_the_order_of_the_plan(report: Report) -> None:
    matrix = report.matrix
    held = [row for clause in matrix.clauses for one in clause.indicators for row in one.rows if row is not None]
    assert held == list(report.rows)
    assert [area.id for area in matrix.areas] == ["tonglu", "chunan", "jiande", "total"]
    assert [clause.number for clause in matrix.clauses] == sorted({row.machine.clause for row in report.rows})
    answering = {name for row in report.rows for name in row.machine.responsible}
    assert {unit.id for unit in matrix.units} == answering


def test_units_are_named_in_the_language_of_the_report_and_known_by_their_own_name() -> None:
    english = made(ILLUSTRATIVE, Language.EN).matrix.units
    assert ("桐庐县政府", "Tonglu County Government") in [(unit.id, unit.label) for unit in english]


def test_in_english_money_is_drawn_in_what_the_text_tells_it_in() -> None:
    # 484.4 and 600 (亿元) are 48.44 and 60 billion; what a year needs of cumulative 363 is told likewise.
    seen = chart(made(ILLUSTRATIVE, language=Language.EN), "gdp", "tonglu")
    assert (seen.unit, seen.figure.value, seen.goal) == ("CNY billion", Decimal("48.44"), Decimal(60))
    assert [point.value for point in seen.reported][-1] == Decimal("48.44")
    assert [line.reported for line in seen.table][2] == "48.44"
    chinese = chart(made(ILLUSTRATIVE), "gdp", "tonglu")
    assert (chinese.unit, chinese.figure.value) == ("亿元", Decimal("484.4"))
