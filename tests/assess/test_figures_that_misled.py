"""Submissions that once led to a verdict which looked right and was not; every number is made up."""

from __future__ import annotations

from pathlib import Path

import pytest

from countyplan.assess import Assessment, Missing, NoPace, Remark, Status, judge
from countyplan.diagnostics import Code
from countyplan.figures import collect
from countyplan.plan import load_plan, shipped_plan
from countyplan.quantity import parse_period
from countyplan.submission import read_submissions
from tests.assess.case_plan import period

PLAN = load_plan(shipped_plan())[0]
HEADER = "area,period,indicator,value,unit,basis\n"


class Seen:
    """The verdicts by indicator and area, as of when, and the findings with the lines they stand on."""

    def __init__(
        self, folder: Path, text: str, *, as_of: str | None = None, today: str = "2026-11", carry: bool = False
    ) -> None:
        (folder / "a.csv").write_text(HEADER + text, encoding="utf-8")
        asked = None if as_of is None else parse_period(as_of)
        figures = collect(read_submissions([folder / "a.csv"], PLAN), PLAN, asked, period(today))
        judgement = judge(PLAN, figures, PLAN.targets, carry_forward=carry)
        self.as_of = str(figures.as_of)
        self.found = [(one.code, one.place.line) for one in judgement.diagnostics]
        self.by_name = {(one.target.indicator.id, one.target.area): one for one in judgement.assessments}

    def __call__(self, indicator: str, area: str = "tonglu") -> Assessment:
        return self.by_name[indicator, area]


def values(one: Assessment) -> tuple[str | None, str | None]:
    return (None, None) if one.figure is None else (str(one.figure.value), str(one.figure.period))


@pytest.mark.parametrize(("as_of", "status"), [(None, Status.MISSING), ("2026-Q4", Status.NO_PACE)])
def test_a_quarter_above_a_years_goal_is_no_verdict_and_no_gap(
    tmp_path: Path, as_of: str | None, status: Status
) -> None:
    seen = Seen(tmp_path, "建德市,2026-Q4,地区生产总值,610,亿元,\n", as_of=as_of)("gdp", "jiande")
    assert (seen.status, seen.gap, seen.step, seen.borderline) == (status, None, None, ())
    assert seen.no_pace is (None if as_of is None else NoPace.PART_OF_A_YEAR)


def test_one_typo_in_a_year_moves_no_other_row(tmp_path: Path) -> None:
    seen = Seen(
        tmp_path,
        "桐庐县,2022,地区生产总值,420,亿元,\n桐庐县,2024,地区生产总值,430,亿元,\n桐庐县,2022,常住人口城镇化率,70.9,%,\n"
        "桐庐县,2024,常住人口城镇化率,70.1,%,\n桐庐县,2042,支柱产业和特色产业,3,个,\n",
    )
    assert (seen.as_of, seen.found) == ("2024", [(Code.NOT_OVER_NOR_PLANNED, 6)])
    assert seen("gdp").status is Status.FAR_BEHIND
    assert seen("urbanisation_rate").status is Status.REVERSING
    assert seen("pillar_industries").missing is Missing.NOT_USED


def test_half_a_year_makes_no_ratio(tmp_path: Path) -> None:
    seen = Seen(
        tmp_path,
        "建德市,2022,城乡居民收入倍差,1.77,,\n建德市,2024,城乡居民收入倍差,1.74,,\n建德市,2025-Q2,城乡居民收入倍差,1.69,,\n"
        "淳安县,2022,城镇居民人均可支配收入,50000,元,\n淳安县,2022,农村居民人均可支配收入,25000,元,\n"
        "淳安县,2025-Q2,城镇居民人均可支配收入,27000,元,\n淳安县,2025-Q2,农村居民人均可支配收入,15000,元,\n",
    )
    assert seen.found == [(Code.PART_OF_A_YEAR, 4), (Code.PART_OF_A_YEAR, 7), (Code.PART_OF_A_YEAR, 8)]
    # (1.77 - 1.74) / (1.77 - 1.70) / 0.4 = 1.07
    assert (values(seen("income_ratio", "jiande")), seen("income_ratio", "jiande").status) == (
        ("1.74", "2024"),
        Status.AHEAD,
    )
    assert seen("income_ratio", "chunan").missing is Missing.ONLY_BASELINE


def test_on_the_path_exactly_the_step_is_as_much_as_so_far(tmp_path: Path) -> None:
    seen = Seen(
        tmp_path,
        "桐庐县,2022,地区生产总值,420,亿元,\n桐庐县,2024,地区生产总值,484.5,亿元,\n桐庐县,2022,乡镇卫生院达标比例,80.0,%,\n"
        "桐庐县,2024,乡镇卫生院达标比例,86.0,%,\n桐庐县,2024,重点项目累计完成投资,145.2,亿元,\n",
        as_of="2025-12",
    )
    times = {}
    for name in ("gdp", "township_clinic_rate", "key_project_investment"):
        step = seen(name).step
        assert step is not None
        assert step.times is not None
        times[name] = format(step.times, ".2f")
    assert times == {"gdp": "1.00", "township_clinic_rate": "1.00", "key_project_investment": "1.00"}
    spent = seen("key_project_investment").step
    assert spent is not None
    assert (str(spent.per_year), str(spent.projection)) == ("72.6", "363.0")


def test_with_three_months_left_the_whole_amount_is_told(tmp_path: Path) -> None:
    text = "合计,2027-Q3,累计整治低效用地,7900,亩,\n"
    step = Seen(tmp_path, text, today="2027-10")("land_renewal", "total").step
    assert step is not None
    assert (str(step.amount), step.per_year) == ("100", None)


def test_a_fall_to_nothing_is_questioned(tmp_path: Path) -> None:
    seen = Seen(
        tmp_path,
        "桐庐县,2022,地区生产总值,420,亿元,\n桐庐县,2023,地区生产总值,450,亿元,\n桐庐县,2024,地区生产总值,0,亿元,\n"
        "淳安县,2023,常住人口城镇化率,48.0,%,\n淳安县,2024,常住人口城镇化率,0,%,\n",
    )
    assert seen.found == [(Code.JUMP, 4), (Code.JUMP, 6)]
    assert [one.code for one in seen("gdp").doubts] == [Code.JUMP]


def test_what_would_be_met_is_not_behind(tmp_path: Path) -> None:
    seen = Seen(tmp_path, "合计,2024,未来社区,11,个,\n")("future_communities", "total")
    # 11 / 27 / 0.4 = 1.02
    assert seen.status is Status.ON_TRACK
    assert seen.pace is not None
    assert seen.pace.value is not None
    assert format(seen.pace.value.value, ".2f") == "1.02"


def test_a_share_that_was_met_before_does_not_stand_at_the_due_date(tmp_path: Path) -> None:
    text = "桐庐县,2022,标准地供应比例,90,%,\n桐庐县,2023,标准地供应比例,100,%,\n桐庐县,2027,支柱产业和特色产业,3,个,\n"
    seen = Seen(tmp_path, text, today="2028-02")
    assert (seen.as_of, seen("pillar_industries").status) == ("2027", Status.MET)
    assert seen("standard_land_rate").missing is Missing.DUE_UNREPORTED


@pytest.mark.parametrize("today", ["2026-11", "2029-02"])
def test_six_years_meet_no_goal_of_five(tmp_path: Path, today: str) -> None:
    text = "合计,2026,累计落地总投资1亿元以上产业项目,120,个,\n合计,2028,累计落地总投资1亿元以上产业项目,151,个,\n"
    assert Seen(tmp_path, text, today=today)("projects_over_100m", "total").status is Status.MISSING


def test_a_later_figure_does_not_count_good_or_bad(tmp_path: Path) -> None:
    text = (
        "桐庐县,2022,常住人口城镇化率,70.9,%,\n桐庐县,2028,常住人口城镇化率,74.0,%,\n"
        "淳安县,2022,常住人口城镇化率,46.9,%,\n淳安县,2028,常住人口城镇化率,65.1,%,\n"
    )
    seen = Seen(tmp_path, text, today="2029-02")
    for area in ("tonglu", "chunan"):
        one = seen("urbanisation_rate", area)
        assert (one.status, one.missing) == (Status.MISSING, Missing.DUE_UNREPORTED)
    early = Seen(tmp_path, text)
    for area in ("tonglu", "chunan"):
        assert early("urbanisation_rate", area).missing is Missing.NOT_USED


def test_a_total_that_cannot_be_right_stands_in_for_nothing(tmp_path: Path) -> None:
    parts = "桐庐县,2023,医联体,6,家,\n淳安县,2024,医联体,10,家,\n建德市,2024,医联体,9,家,\n"
    seen = Seen(tmp_path, parts + "合计,2024,医联体,18,家,\n", carry=True)
    one = seen("medical_consortia", "total")
    assert (one.status, values(one), seen.found) == (Status.MET, ("25", "2024"), [(Code.PART_ABOVE_TOTAL, 5)])
    assert Seen(tmp_path, parts, carry=True)("medical_consortia", "total").status is Status.MET


def test_half_a_years_product_lacks_nothing_that_can_be_told(tmp_path: Path) -> None:
    one = Seen(tmp_path, "淳安县,2025-Q2,地区生产总值,359.5,亿元,\n")("gdp", "chunan")
    assert (one.status, one.no_pace, one.gap) == (Status.NO_PACE, NoPace.PART_OF_A_YEAR, None)


def test_a_strict_and_an_inclusive_goal_are_marked_alike(tmp_path: Path) -> None:
    text = (
        "淳安县,2022,淳安经济技术开发区总产值,300,亿元,\n淳安县,{year},淳安经济技术开发区总产值,400,亿元,\n"
        "桐庐县,2022,常住人口城镇化率,70.9,%,\n桐庐县,{year},常住人口城镇化率,75,%,\n"
    )
    early = Seen(tmp_path, text.format(year=2024))
    assert (early("zone_output", "chunan").status, early("zone_output", "chunan").borderline) == (Status.AHEAD, ())
    assert (early("urbanisation_rate").status, early("urbanisation_rate").borderline) == (Status.MET, ())
    due = Seen(tmp_path, text.format(year=2027), today="2028-02")
    (strict,) = due("zone_output", "chunan").borderline
    (inclusive,) = due("urbanisation_rate").borderline
    assert (strict.status, inclusive.status) == (Status.MET, Status.MISSED)
    assert strict.chance == inclusive.chance
    assert format(strict.chance or 0, ".2f") == "0.50"


@pytest.mark.parametrize(
    ("row", "code"),
    [
        ("桐庐县,2024,累计安排协作资金,30000,亿元,\n", Code.UNIT_SLIP),
        ("桐庐县,2024,累计整治低效用地,9000000,亩,\n", Code.OFF_SCALE),
        ("桐庐县,2024,累计落地总投资1亿元以上产业项目,3000,个,\n", Code.OFF_SCALE),
    ],
)
def test_a_part_far_beyond_the_goal_of_all_is_doubted_where_it_is_met(tmp_path: Path, row: str, code: Code) -> None:
    seen = Seen(tmp_path, row)
    assert seen.found == [(code, 2)]
    (met,) = [one for one in seen.by_name.values() if one.status is Status.MET]
    assert [one.code for one in met.doubts] == [code]


def test_an_estimate_is_told_and_judged_only_where_it_is_asked_for(tmp_path: Path) -> None:
    text = (
        "桐庐县,2022,地区生产总值,420,亿元,\n桐庐县,2025,地区生产总值,520,亿元,\n桐庐县,2026,地区生产总值,610,亿元,\n"
    )
    seen = Seen(tmp_path, text)
    assert (seen.as_of, seen.found, values(seen("gdp"))) == ("2025", [(Code.IN_THE_FUTURE, 4)], ("520", "2025"))
    asked = Seen(tmp_path, text, as_of="2026")("gdp")
    assert (asked.status, asked.remarks[Remark.ESTIMATE]) == (Status.MET, {"period": "2026"})
    assert asked.doubts == ()
