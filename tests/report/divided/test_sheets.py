"""What a report is divided into, and what each part holds."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest

from countyplan.choice import By
from countyplan.language import Language, Texts
from countyplan.plan.selection import Selection
from countyplan.quantity import Period
from countyplan.report.divided.grouping import remits_of
from countyplan.report.divided.sheets import build_sheet
from countyplan.report.report_model import Report
from countyplan.report.whole.request import Request
from countyplan.run.asked import Asked
from countyplan.run.judged import judge_files
from countyplan.run.told import request_of
from tests.figures.reported import PLAN

EXAMPLES = Path(__file__).parents[3] / "examples"
ZH = Texts(Language.ZH)
WHOLE = Selection()


@cache
def request(folder: str = "illustrative") -> Request:
    return request_of(judge_files(Asked(plan=PLAN, paths=(EXAMPLES / folder,), of_reporters=False)))


@cache
def sheets(by: By) -> dict[str, Report]:
    return {remit.group.id: build_sheet(request(), remit, ZH) for remit in remits_of(PLAN, by, WHOLE, ZH)}


def keys(report: Report) -> set[tuple[str, str]]:
    return {(row.machine.target, row.machine.area) for row in report.rows}


def test_every_unit_and_every_area_government_has_a_sheet_in_the_plans_order() -> None:
    groups = [remit.group for remit in remits_of(PLAN, By.UNIT, WHOLE, ZH)]
    assert len(groups) == 25 + 3
    assert [group.number for group in groups] == [f"{at:02}" for at in range(1, 29)]
    assert (groups[0].name, groups[24].name) == ("市委组织部", "市城投集团")
    assert [group.name for group in groups[25:]] == ["桐庐县政府", "淳安县政府", "建德市政府"]


@pytest.mark.parametrize("identity", [remit.group.id for remit in remits_of(PLAN, By.UNIT, WHOLE, ZH)])
def test_a_units_sheet_holds_what_is_shown_when_it_is_asked_for(identity: str) -> None:
    asked = Selection(units=frozenset({identity})).targets(PLAN)
    assert keys(sheets(By.UNIT)[identity]) == {(target.indicator.id, target.area) for target in asked}


def test_every_target_is_in_a_units_sheet_for_the_counties_answer_for_the_whole() -> None:
    held = set().union(*(keys(sheet) for sheet in sheets(By.UNIT).values()))
    assert held == {(target.indicator.id, target.area) for target in PLAN.targets}
    assert PLAN.responsible(2) == ()


def test_without_a_unit_for_the_whole_what_names_nobody_is_in_no_sheet() -> None:
    plan = replace(PLAN, responsibilities=PLAN.responsibilities.model_copy(update={"for_the_whole": None}))
    remits = remits_of(plan, By.UNIT, WHOLE, ZH)
    left = [target for target in plan.targets if not any(remit.takes(plan, target) for remit in remits)]
    assert {target.indicator.clause for target in left} == {2}
    [chunan] = [remit for remit in remits if remit.group.id == "淳安县政府"]
    [told] = [
        line for line in build_sheet(replace(request(), plan=plan), chunan, ZH).heading if "另有淳安县的目标" in line
    ]
    assert "另有淳安县的目标4项" in told


@pytest.mark.parametrize(("by", "number"), [(By.AREA, 4), (By.CLAUSE, 24)])
def test_by_area_and_by_clause_each_target_is_in_one_sheet(by: By, number: int) -> None:
    assert len(sheets(by)) == number
    assert sum(len(sheet.rows) for sheet in sheets(by).values()) == 53
    assert len(set().union(*(keys(sheet) for sheet in sheets(by).values()))) == 53


@pytest.mark.parametrize("by", list(By))
def test_everything_that_is_behind_comes_first_and_all_of_it(by: By) -> None:
    lagging = {"missed", "reversing", "far_behind", "behind"}
    for sheet in sheets(by).values():
        behind = [row for row in sheet.rows if row.machine.status in lagging]
        assert sorted(map(id, sheet.attention)) == sorted(map(id, behind))
        assert f"（{len(behind)}项）" in sheet.attention_heading
    assert any(len(sheet.attention) > 5 for sheet in sheets(by).values())


def test_a_unit_whose_clauses_set_no_target_is_told_what_it_is_committed_to() -> None:
    sheet = sheets(By.UNIT)["sports"]
    assert sheet.rows == ()
    assert sheet.heading[0] == "主送：市体育局"
    assert sheet.heading[1] == "结论：在本表范围内，方案没有规定可以量化的目标，须落实的承诺事项见下"
    assert sheet.heading[2].startswith("承诺事项")
    assert "负责条款：（十）加大教育文体服务供给" in sheet.heading


def test_a_clause_that_names_a_unit_in_a_commitment_is_told_beside_those_that_list_it() -> None:
    # 市发改委 is named in the wording of clause 25, the counties' governments in those of 23 to 25; none lists its units.
    assert any(line.endswith("（二十）（二十五）") for line in sheets(By.UNIT)["development_reform"].heading)
    assert any(line.endswith("（二十）（二十二）至（二十五）") for line in sheets(By.UNIT)["淳安县政府"].heading)


def test_a_unit_is_told_how_many_commitments_it_shares() -> None:
    promised = sheets(By.UNIT)["investment_promotion"].commitments
    # Clause 4: two commitments in three counties each with the counties' governments, two of this unit alone.
    assert promised is not None
    assert "承诺事项8项" in promised.summary
    assert promised.summary.endswith("由几个单位共同负责、方案未明确牵头单位的有6项。")
    # Clause 22 names four units for each of its commitments, and the counties' governments besides for some.
    shared = sheets(By.UNIT)["organization"].commitments
    assert shared is not None
    assert shared.summary.endswith("未报送5项。均由几个单位共同负责，方案未明确牵头单位。")


@pytest.mark.parametrize(("unit", "scope"), [("sports", "报送文件1个"), ("medical_security", "目标3项；报送文件4个")])
def test_a_sheet_counts_the_files_that_it_names_and_no_target_where_it_has_none(unit: str, scope: str) -> None:
    sheet = sheets(By.UNIT)[unit]
    assert len(sheet.made_from.files) == int(scope[-2])
    told = [line for line in sheet.heading if "报送文件" in line]
    assert [line.removeprefix("范围：桐庐县、淳安县、建德市；") for line in told] == [scope]


def test_the_conclusion_counts_what_is_behind_before_the_rest() -> None:
    sheet = sheets(By.UNIT)["natural_resources"]
    assert sheet.heading[1] == "结论：滞后3项，其中背离目标1项、进度滞后2项；快于预期1项"
    assert "未达标目标的期限：2027年底（4项）" in sheet.heading
    # Nothing is behind where nothing was reported; that is no all-clear.
    assert "已报数据中无滞后事项；数据不全1项" in sheets(By.UNIT)["investment_promotion"].heading[1]


def test_a_sheet_tells_only_what_was_found_about_its_own_figures() -> None:
    [found] = sheets(By.UNIT)["finance"].problems
    assert found.code == "CP209"
    assert sheets(By.UNIT)["education"].problems == ()
    assert {one.code for one in sheets(By.AREA)["chunan"].problems} == {"CP207"}


def test_a_selection_leaves_the_numbers_as_they_are() -> None:
    remits = remits_of(PLAN, By.UNIT, Selection(units=frozenset({"education", "county_governments"})), ZH)
    assert [remit.stem for remit in remits] == ["05-市教育局", "26-桐庐县政府", "27-淳安县政府", "28-建德市政府"]
    by_clause = remits_of(PLAN, By.UNIT, Selection(clauses=frozenset({11})), ZH)
    assert [remit.group.number for remit in by_clause] == ["07", "09", "21", "26", "27", "28"]
    assert remits_of(PLAN, By.CLAUSE, Selection(clauses=frozenset({1})), ZH) == ()


def test_a_government_whose_county_was_not_asked_for_is_told_so() -> None:
    only_tonglu = Selection(areas=frozenset({"tonglu"}))
    assert [remit.group.id for remit in remits_of(PLAN, By.UNIT, only_tonglu, ZH)][25:] == ["桐庐县政府"]
    with_totals = remits_of(PLAN, By.UNIT, Selection(areas=frozenset({"tonglu", "total"})), ZH)
    assert [remit.left_out for remit in with_totals][25:] == ["", "淳安县", "建德市"]
    heading = build_sheet(request(), with_totals[26], ZH).heading
    assert "本表只含三县（市）合计的目标，不含淳安县自己的目标" in heading


def test_a_plan_with_a_hundred_units_still_sorts() -> None:
    file = PLAN.responsibilities
    more = tuple(file.units[0].model_copy(update={"id": f"u{at}"}) for at in range(100))
    clauses = tuple(one.model_copy(update={"units": tuple(unit.id for unit in more)}) for one in file.clauses)
    plan = replace(PLAN, responsibilities=file.model_copy(update={"units": more, "clauses": clauses}))
    numbers = [remit.group.number for remit in remits_of(plan, By.UNIT, WHOLE, ZH)]
    assert numbers == sorted(numbers)
    assert numbers[-1] == "100"


def test_a_county_governments_sheet_holds_the_countys_main_targets_and_says_why() -> None:
    government, area = sheets(By.UNIT)["淳安县政府"], sheets(By.AREA)["chunan"]
    main = [row for row in area.rows if row.machine.clause == 2]
    assert len(main) == 4
    assert {(row.machine.target, row.machine.area) for row in main} <= keys(government)
    [section] = [one for one in government.sections if "（二）发展目标" in one.heading]
    assert section.heading == "本县（市）主要目标：（二）发展目标"
    assert "按（二十三）健全工作机制，县（市）政府承担主体责任" in section.units
    assert len(section.rows) == 4
    behind = [row for row in main if row in area.attention]
    [told] = [line for line in government.heading if "的主要目标4项，" in line]
    assert f"滞后{len(behind)}项" in told
    assert f"{told}。" in government.brief.overview
    for sheet in (area, sheets(By.UNIT)["education"]):
        assert not any("主要目标" in line for line in sheet.heading)
        assert not any("主要目标" in one.heading for one in sheet.sections)


ONLY_BASELINE = "县城户籍人口医疗保险参保率：淳安县；只有基期或更早的数据，此后未报送"


def test_a_county_is_told_what_it_did_not_report_though_the_target_is_judged() -> None:
    for by, chunan, jiande in ((By.AREA, "chunan", "jiande"), (By.UNIT, "淳安县政府", "建德市政府")):
        sheet = sheets(by)[chunan]
        assert [line for clause in sheet.missing for line in clause.lines] == [ONLY_BASELINE]
        assert sheet.missing_heading == "未报送（1项）"
        assert [line for clause in sheets(by)[jiande].missing for line in clause.lines] == [
            "总投资10亿元以上产业项目：三县（市）合计；合计缺建德市的数据"
        ]
    assert sheets(By.AREA)["total"].missing == ()


def test_what_was_reported_earlier_stands_among_what_was_not_reported_at_all() -> None:
    [chunan] = [remit for remit in remits_of(PLAN, By.AREA, WHOLE, ZH) if remit.group.id == "chunan"]
    asked = Asked(plan=PLAN, paths=(EXAMPLES / "illustrative",), as_of=Period.of_year(2025), of_reporters=False)
    sheet = build_sheet(request_of(judge_files(asked)), chunan, ZH)
    assert sheet.missing_heading == f"未报送（{sheet.missing_count}项）、缺本期数据（14项）"
    lines = [line for clause in sheet.missing for line in clause.lines]
    assert "地区生产总值：淳安县；2025年未报送，采用2024年的数据" in lines
    assert ONLY_BASELINE in lines


def test_a_sheet_that_is_addressed_to_nobody_makes_nothing_known_to_anybody() -> None:
    of_total, of_nobody, of_units = sheets(By.AREA)["total"], sheets(By.CLAUSE)["24"], sheets(By.CLAUSE)["4"]
    assert (of_total.title, of_nobody.title) == (
        "三县（市）合计目标进展情况",
        "“（二十四）强化规划引领”承诺事项落实情况",
    )
    assert of_total.brief.opening.endswith("，截至2024年底的目标进展和承诺事项落实情况如下。")
    assert of_units.title == "关于“（四）加大招商引资力度”目标进展情况的通报"
    for sheet in (*sheets(By.AREA).values(), *sheets(By.CLAUSE).values(), *sheets(By.UNIT).values()):
        addressed = bool(sheet.brief.addressee)
        assert ("通报" in sheet.title, "通报" in sheet.brief.opening, bool(sheet.brief.closing)) == (addressed,) * 3
