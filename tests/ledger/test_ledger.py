"""What follows from lists of projects, what is odd about them, and how they go on. All projects are made up."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest

from countyplan.diagnostics import Code
from countyplan.figures import Figures, collect
from countyplan.ledger.lists import Change
from countyplan.ledger.names import alike, core_of
from countyplan.plan import load_plan, shipped_plan
from countyplan.quantity import Period
from countyplan.quantity.period import Span
from countyplan.submission import read_submissions

PLAN = load_plan(shipped_plan())[0]
COLUMNS = (
    "县（市）,报告期,项目名称,类别,总投资（亿元）,开工时间,2023年完成投资（亿元）,2024年完成投资（亿元）,是否转移项目\n"
)
LIST = (
    "桐庐县,2024,虚构甲园,工业,10,2023-05,1.5,2.25,是\n"  # just 10: among both counts
    "桐庐县,2024,虚构乙园,工业,1,2024-02,,0.5,\n"  # just 1; begun in 2024, so that the blank year is none
    "桐庐县,2024,虚构丙路,交通,30,2022-10,4.00,5.00,\n"  # no industry, and begun before the plan
    "桐庐县,2024,虚构丁园,工业,0.99,2024-06,,0.2,\n"  # below 1
    "桐庐县,2024,虚构戊园,工业,12,,,,\n"  # not begun
)


def figures(tmp_path: Path, rows: str, reported: str = "") -> Figures:
    (tmp_path / "list.csv").write_text(COLUMNS + rows, encoding="utf-8")
    (tmp_path / "figures.csv").write_text(f"area,period,indicator,value,unit,basis\n{reported}", encoding="utf-8")
    paths = [tmp_path / name for name in (("list.csv", "figures.csv") if reported else ("list.csv",))]
    return collect(read_submissions(paths, PLAN), PLAN, None, Period(2026 * 12 + 1, Span.MONTH))


def codes(found: Figures) -> list[Code]:
    return [one.code for one in found.diagnostics]


@pytest.mark.parametrize(
    ("indicator", "value"),
    [
        # 1.5 + 2.25 + 0.5 + 4 + 5 + 0.2
        ("key_project_investment", "13.45"),
        ("projects_over_100m", "2"),
        ("projects_over_1bn", "1"),
        # 1.5 + 2.25
        ("relocated_investment", "3.75"),
    ],
)
def test_figures_that_nobody_reports_follow_from_the_list(tmp_path: Path, indicator: str, value: str) -> None:
    found = figures(tmp_path, LIST)
    figure = found.of("tonglu", indicator).latest(Period.of_year(2024).end)
    assert figure is not None
    assert figure.value == Decimal(value)
    assert (figure.report.source, str(figure.period)) == (PLAN.ledger.source, "2024")
    assert found.diagnostics == ()


def test_a_total_at_the_limit_counts_and_is_known(tmp_path: Path) -> None:
    derived = {one.rule.indicator: one for one in figures(tmp_path, LIST).ledger.derived}
    assert [one.name for one in derived["projects_over_100m"].at_limit] == ["虚构乙园"]
    assert [one.name for one in derived["projects_over_1bn"].at_limit] == ["虚构甲园"]


def test_a_list_that_does_not_tell_enough_gives_no_figure(tmp_path: Path) -> None:
    found = figures(tmp_path, "桐庐县,2024,虚构甲园,工业,10,2023-05,,2.25,否\n")
    assert found.of("tonglu", "key_project_investment").figures == ()
    told = {one.words["indicator"]: one.words for one in found.diagnostics if one.code is Code.LEDGER_INCOMPLETE}
    assert told["重点项目累计完成投资"]["projects"] == "虚构甲园"
    # It is begun, costs 10 and is of industry: both counts are known.
    assert len(found.of("tonglu", "projects_over_1bn").figures) == 1


@pytest.mark.parametrize(
    ("reported", "names", "more", "exact"),
    [
        ("桐庐县,2024,重点项目累计完成投资,13.45,亿元,\n", None, None, None),
        # Years are added before they are compared: 5.5 + 7.95.
        ("桐庐县,2023,重点项目累计完成投资,5.5,亿元,annual\n桐庐县,2024,重点项目累计完成投资,7.95,亿元,annual\n",
         None, None, None),
        # 13.45 - 9.7 = 3.75 is just 虚构甲园.
        ("桐庐县,2024,重点项目累计完成投资,9.7,亿元,\n", ["虚构甲园"], "3.75", True),
        # 13.45 - 12.75 = 0.7 is 虚构乙园 and 虚构丁园.
        ("桐庐县,2024,重点项目累计完成投资,12.75,亿元,\n", ["虚构乙园", "虚构丁园"], "0.7", True),
        # 13.45 - 8 = 5.45 is none of them: the largest come first.
        ("桐庐县,2024,重点项目累计完成投资,8.00,亿元,\n", ["虚构丙路", "虚构甲园", "虚构乙园", "虚构丁园"], "5.45", False),
        ("桐庐县,2024,重点项目累计完成投资,20,亿元,\n", [], "-6.55", False),
    ],
)  # fmt: skip
def test_a_reported_figure_is_compared_with_the_list(
    tmp_path: Path, reported: str, names: list[str] | None, more: str | None, exact: bool | None
) -> None:
    found = figures(tmp_path, LIST, reported)
    differences = [one for one in found.ledger.differences if one.derived.rule.indicator == "key_project_investment"]
    assert [str(one.more) for one in differences] == ([] if more is None else [more])
    assert [[project.name for project, _ in one.projects] for one in differences] == ([] if names is None else [names])
    assert [one.exact for one in differences] == ([] if exact is None else [exact])
    assert (Code.LEDGER_DIFFERS in codes(found)) is (more is not None)
    last = found.of("tonglu", "key_project_investment").figures[-1]
    assert last.report.source == ""


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("桐庐县虚构智谷产业园建设项目", "虚构智谷产业园", True),
        ("虚构智谷产业园（一期）", "虚构智谷产业园（二期）", False),
        ("虚构东城停车场", "虚构西城停车场", False),
        ("虚构A地块安置房", "虚构B地块安置房", False),
        ("虚构滨江停车场", "虚构濱江停车场", True),
        ("虚构滨江停车场", "虚构滨江停车厂房", False),
        ("虚构甲", "虚构乙", False),
    ],
)
def test_names_of_one_project(one: str, other: str, same: bool) -> None:
    assert alike(core_of(one, PLAN), core_of(other, PLAN)) is same


def test_lists_go_on_from_period_to_period(tmp_path: Path) -> None:
    then = (
        "桐庐县,2023,虚构甲园,工业,10,2023-05,1.5,,\n"
        "桐庐县,2023,虚构已完桥,交通,2,2021-05,0.3,,\n"
        "桐庐县,2023,虚构不见园,工业,3,2023-05,0.4,,\n"
        "桐庐县,2023,虚构滨江停车场,市政,1,2023-05,0.1,,\n"
    )
    now = (
        "桐庐县,2024,虚构甲园,工业,12,2023-05,1.5,2,\n"
        "桐庐县,2024,桐庐县虚构滨江停车场项目,市政,1,2023-05,0.1,0.2,\n"
        "桐庐县,2024,虚构新园,工业,3,2024-05,,0.4,\n"
    )
    found = figures(tmp_path, then + now)
    [change] = found.ledger.changes
    assert isinstance(change, Change)
    assert [one.name for one in change.joined] == ["虚构新园"]
    assert [one.name for one in change.left] == ["虚构已完桥", "虚构不见园"]
    assert [(one.name, other.name) for one, other in change.kept] == [
        ("虚构甲园", "虚构甲园"),
        ("虚构滨江停车场", "桐庐县虚构滨江停车场项目"),
    ]
    assert [one.words["project"] for one in found.diagnostics if one.code is Code.PROJECT_DROPPED] == [
        "虚构已完桥",
        "虚构不见园",
    ]


def test_what_questions_a_list_questions_the_figure_that_follows_from_it(tmp_path: Path) -> None:
    twice = "桐庐县,2024,虚构甲园,工业,10,2023-05,1.5,2.25,\n"
    found = figures(tmp_path, twice + twice)
    [one] = [one for one in found.diagnostics if one.code is Code.PROJECT_TWICE]
    assert ("tonglu", "key_project_investment") in {(its.area, its.indicator) for its in one.subjects}
    reported = "".join(
        f"桐庐县,2024,{name},,\n" for name in ("重点项目累计完成投资,7.5", "1亿元以上产业项目,2", "10亿元以上项目,2")
    )
    [one] = [one for one in figures(tmp_path, twice + twice, reported).diagnostics if one.code is Code.PROJECT_TWICE]
    assert one.subjects == ()
