"""Drafts of made-up texts of the kinds that offices write, each row checked in everything that it says."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest
import yaml

from countyplan.language import Language, Texts
from countyplan.plan import load_plan, shipped_plan
from countyplan.plantext.draft.draft import draft_plan
from countyplan.plantext.draft.draft_model import DraftedPlan, DraftedTarget
from countyplan.plantext.draft.write.files import draft_files, reasons
from countyplan.plantext.reading.document import Document, Paragraph
from countyplan.plantext.reading.plain import plain_paragraphs


def drafted(text: str) -> DraftedPlan:
    return draft_plan(Document("text.txt", tuple(plain_paragraphs(text))))


def said(target: DraftedTarget) -> tuple[Any, ...]:
    goal = (
        tuple(map(str, target.goal))
        if isinstance(target.goal, tuple)
        else None
        if target.goal is None
        else str(target.goal)
    )
    return (target.name, target.comparator, goal, target.unit, target.due, target.kind, target.firmness)


FIVE_YEAR_PLAN = """\
虚构市国民经济和社会发展第十四个五年规划
第一章 发展基础
“十三五”时期，全市地区生产总值突破5000亿元，年均增长7.2%，常住人口城镇化率达到65.3%。
第二章 主要目标
到2025年，全市地区生产总值年均增长6.5%左右，常住人口城镇化率提高到70%。研发经费投入年均增长10%以上，占地区生产总值比重达到2.8%。单位地区生产总值能耗累计下降14%，森林覆盖率稳定在38.5%。力争社会消费品零售总额突破3000亿元，进出口总额翻一番。
新建保障性住房5万套，打造2—3个千亿级产业集群，推进“三百工程”。
"""
REPORT = """\
政府工作报告
2024年1月20日
一、2023年工作回顾
过去一年，全市地区生产总值增长5.8%。新增城镇就业5.2万人，改造棚户区1.1万套。
二、2024年目标任务
今年经济社会发展主要预期目标是：地区生产总值增长6%左右，城镇调查失业率控制在5.5%以内。
三、2024年重点工作
新建改建农村公路500公里。发行地方政府专项债券85亿元，基础养老金每人每月提高10元。为60岁以上老年人提供免费体检，每月至少召开一次调度会。
"""
ACTION_PLAN = """\
虚构省推动制造业高质量发展行动方案（2023—2025年）
一、工作目标
到2025年，全省制造业增加值占地区生产总值比重保持在30%以上；规上工业单位增加值能耗较2020年下降13.5%。
二、重点任务
1. 壮大龙头企业。每年新增营业收入超百亿元企业2家以上，到2025年达到30家。（责任单位：省工业和信息化厅、省发展改革委）
2. 优化产业布局。到2024年底，新建制造业创新中心5家、企业技术中心200家。（省工业和信息化厅牵头，省科技厅、省商务厅配合）
3. 突破关键技术。城镇、农村居民人均可支配收入分别达到60000元和36000元。对年度研发投入超过1亿元的企业给予最高500万元奖励。
牵头单位：省科技厅
配合单位：省财政厅、省教育厅
"""
ENGLISH = """\
Northshire County Council
Climate and Growth Plan 2024-2030
1. Our ambition
We will reduce carbon emissions across the county by 68% by 2030, compared with 1990 levels, and reach net zero by 2045.
2. Homes
By 2028 we will build at least 2,500 new affordable homes. Since 2019 we have built 1,200 homes.
Lead: Housing Directorate; Partners: Homes England, Northshire Housing Association
3. Transport
Halve the number of people killed on our roads by 2030. We will review the plan every two years.
"""


def test_a_five_year_plan() -> None:
    plan = drafted(FIVE_YEAR_PLAN)
    assert (plan.first, plan.last, plan.areas) == (2021, 2025, ("全市",))
    assert [said(one) for one in plan.targets] == [
        ("地区生产总值", "about", "6.5", "%", 2025, "growth_rate", "firm"),
        ("常住人口城镇化率", "at_least", "70", "%", 2025, "ratio", "firm"),
        ("研发经费投入", "at_least", "10", "%", 2025, "growth_rate", "firm"),
        ("研发经费投入占地区生产总值比重", "at_least", "2.8", "%", 2025, "ratio", "firm"),
        ("单位地区生产总值能耗", "at_least", "14", "%", 2025, "reduction", "firm"),
        ("森林覆盖率", "at_least", "38.5", "%", 2025, "hold", "firm"),
        ("社会消费品零售总额", "more_than", "3000", "亿元", 2025, "level", "aspirational"),
        ("进出口总额", "at_least", "2", "倍", 2025, "growth_rate", "aspirational"),
        ("保障性住房", "at_least", "5", "万套", 2025, "cumulative", "firm"),
        ("千亿级产业集群", "between", ("2", "3"), "个", 2025, "count", "firm"),
    ]


def test_a_report_sets_goals_and_tells_the_past_and_the_money() -> None:
    plan = drafted(REPORT)
    assert [said(one) for one in plan.targets] == [
        ("地区生产总值", "about", "6", "%", 2024, "growth_rate", "aspirational"),
        ("城镇调查失业率", "at_most", "5.5", "%", 2024, "ratio", "aspirational"),
        ("农村公路", "at_least", "500", "公里", 2024, "cumulative", "firm"),
    ]
    why = {one.words: one.why for one in plan.not_targets}
    assert {reason for words, reason in why.items() if "85亿" in words} == {"policy"}
    assert {reason for words, reason in why.items() if "5.8%" in words} == {"past"}
    assert {reason for words, reason in why.items() if "60岁" in words} == {"age"}


def test_a_plan_of_tasks_with_their_units() -> None:
    plan = drafted(ACTION_PLAN)
    assert (plan.first, plan.last, plan.areas) == (2023, 2025, ("全省",))
    assert [said(one) for one in plan.targets] == [
        ("制造业增加值占地区生产总值比重", "at_least", "30", "%", 2025, "hold", "firm"),
        ("规上工业单位增加值能耗", "at_least", "13.5", "%", 2025, "reduction", "firm"),
        ("新增营业收入超百亿元企业", "at_least", "2", "家", "每年", "cumulative", "firm"),
        ("新增营业收入超百亿元企业", "at_least", "30", "家", 2025, "count", "firm"),
        ("制造业创新中心", "at_least", "5", "家", 2024, "cumulative", "firm"),
        ("企业技术中心", "at_least", "200", "家", 2024, "cumulative", "firm"),
        ("城镇居民人均可支配收入", "at_least", "60000", "元", 2025, "level", "firm"),
        ("农村居民人均可支配收入", "at_least", "36000", "元", 2025, "level", "firm"),
    ]
    units = {plan.clauses[at].mark: units for at, units in enumerate(plan.units.values())}
    assert [(one.name, one.part.value) for one in units["2."]] == [
        ("省工业和信息化厅", "lead"),
        ("省科技厅", "support"),
        ("省商务厅", "support"),
    ]
    assert [one.name for one in units["3."]] == ["省科技厅", "省财政厅", "省教育厅"]


def test_an_english_plan() -> None:
    plan = drafted(ENGLISH)
    assert (plan.first, plan.last, plan.areas) == (2024, 2030, ("Northshire County",))
    assert [said(one) for one in plan.targets] == [
        ("carbon emissions across the county", "at_least", "68", "%", 2030, "reduction", "firm"),
        ("Net emissions", "at_most", "0", "", 2045, "level", "firm"),
        ("new affordable homes", "at_least", "2500", "homes", 2028, "cumulative", "firm"),
        ("number of people killed on our roads", "at_least", "50", "%", 2030, "reduction", "firm"),
    ]
    assert [one.name for one in plan.units[2]] == [
        "Housing Directorate",
        "Homes England",
        "Northshire Housing Association",
    ]


def test_a_table_is_read_by_its_cells() -> None:
    rows = [
        ("序号", "指标", "2020年", "2025年", "年均/累计", "属性"),
        ("1", "地区生产总值（亿元）", "5012", "7000", "6.5%", "预期性"),
        ("2", "单位GDP能耗降低（%）", "—", "—", "〔14〕", "约束性"),
        ("3", "地表水劣V类比例（%）", "2.1", "＜1", "—", "约束性"),
    ]
    table = [Paragraph("\t".join(cells), at, cells, 1) for at, cells in enumerate(rows, 2)]
    plan = draft_plan(
        Document("text.txt", (Paragraph("虚构市第十四个五年规划纲要，建设发展目标单位的指标", 1), *table))
    )
    assert [said(one) for one in plan.targets] == [
        ("地区生产总值", "at_least", "7000", "亿元", 2025, "level", "aspirational"),
        ("单位GDP能耗降低", "at_least", "14", "%", 2025, "reduction", "firm"),
        ("地表水劣V类比例", "less_than", "1", "%", 2025, "ratio", "firm"),
    ]


def test_cells_that_ran_together_are_left_to_a_person() -> None:
    text = (
        "虚构市环境保护“十一五”规划\n专栏1主要指标1污水排放总量（万吨）812730-10%2烟尘排放总量（万吨）12091080-10%结束"
    )
    plan = drafted(text)
    assert [(one.name, one.unit, one.goal, one.due) for one in plan.targets] == [
        ("污水排放总量", "万吨", None, 2010),
        ("烟尘排放总量", "万吨", None, 2010),
    ]
    assert all(one.doubts == ("cells_ran_together",) and one.confidence == Decimal("0.5") for one in plan.targets)


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("到2025年，马铃薯种植、收获机械化率均达到45%。", [("马铃薯种植机械化率", "45"), ("马铃薯收获机械化率", "45")]),
        ("到2025年，80%的县级监测站达到建设标准。", [("县级监测站达到建设标准比例", "80")]),
        ("到2025年，一半以上学校达标。", [("学校达标比例", "50")]),
        ("由65.3%提高到2025年的70%，常住人口城镇化率稳步上升。", [("由65.3%", "70")]),
        ("到2025年，重点引进200名左右高层次人才。", [("高层次人才", "200")]),
        ("到2025年，单户担保金额500万元及以下的占比不低于50%。", [("单户担保金额500万元及以下的占比", "50")]),
        ("每5年修订一次，每月召开2次会议。", []),
        ("目前，已建成高速公路320公里，同比增长5%。", []),
    ],
)
def test_how_such_texts_write(sentence: str, expected: list[tuple[str, str]]) -> None:
    plan = drafted(f"虚构市发展规划\n2021年3月1日\n一、目标任务的建设\n{sentence}")
    found = [(one.name, str(one.goal)) for one in plan.targets]
    if sentence.startswith("由"):
        assert [goal for _, goal in found] == [goal for _, goal in expected]  # the baseline is no goal
    else:
        assert found == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("2020年，森林覆盖率达到60%，公路里程达到300公里。", []),
        ("森林覆盖率由2020年的60%提高到2025年的62%。", [("62", 2025, "firm")]),
        ("与2020年相比，能耗下降10%。", [("10", None, "firm")]),
        ("2023年底前，森林覆盖率达到61%。", [("61", 2023, "firm")]),
        ("到2025年，产值力争突破500亿元；企业达到20家。", [("500", 2025, "aspirational"), ("20", 2025, "firm")]),
        (
            "力争到2025年，产值突破500亿元，企业达到20家。",
            [("500", 2025, "aspirational"), ("20", 2025, "aspirational")],
        ),
        ("到2025年，引进10亿元以上项目20个。", [("20", 2025, "firm")]),
        ("年产生量100吨以上的单位全部安装视频监控。", []),
        ("到2025年，万元GDP能耗下降15%。", [("15", 2025, "firm")]),
        ("到2025年，新开工项目60个、竣工35个。", [("60", 2025, "firm"), ("35", 2025, "firm")]),
        ("到2025年，市级财政每年安排发展资金不低于3亿元，建议办复率100%。", [("100", 2025, "firm")]),
        ("到2025年，生活垃圾实现零填埋。", [("0", 2025, "firm")]),
    ],
)
def test_results_thresholds_and_hopes(sentence: str, expected: list[tuple[str, int | None, str]]) -> None:
    plan = drafted(f"虚构市发展规划\n2021年3月1日\n一、建设\n{sentence}")
    assert [(str(one.goal), one.due, one.firmness) for one in plan.targets] == expected


def test_a_heading_that_measures_something_is_read_as_a_goal() -> None:
    plan = drafted("虚构市发展规划\n2021年3月1日\n一、到2025年新建学校5所。加强管理。\n二、建设目标\n学校达标。")
    assert [(one.name, str(one.goal), one.due) for one in plan.targets] == [("学校", "5", 2025)]


def test_another_authority_named_in_a_book_title_is_not_the_area() -> None:
    head = "虚构市行动方案\n2021年3月1日\n为落实《某省人民政府关于发展的意见》，到2025年目标如下。\n虚构市人民政府\n"
    assert drafted(f"{head}森林覆盖率达到62%。").areas == ("全市",)


def test_the_one_year_of_the_goals_holds_for_a_text_that_tells_no_period() -> None:
    head = "虚构市实施意见\n2021年3月1日\n各县（市、区）人民政府：\n一、发展目标\n"
    told = drafted(f"{head}到2025年，产值突破500亿元。\n二、任务\n新建公园5个。")
    assert [(one.due, one.areas) for one in told.targets] == [(2025, ("全市",)), (2025, ("全市",))]
    two = drafted(f"{head}到2025年，产值突破500亿元，2030年突破900亿元。\n二、任务\n新建公园5个。")
    assert [one.due for one in two.targets] == [2025, 2030, None]


def test_areas_in_a_list_have_each_their_own_figure_or_share_one() -> None:
    plan = drafted(
        "虚构市行动方案（2024—2028年）\n一、主要目标\n"
        "到2028年，全市总产值突破2000亿元，甲山县、乙水县、丙石县城镇化率分别达到62%、58%和55%。\n"
        "乙水县新引进亿元以上项目60个，甲山县、丙石县各引进项目80个。甲山县建设公园2个，丙石县、乙水县绿化率均达到40%。\n"
    )
    assert plan.areas == ("甲山县", "乙水县", "丙石县")
    assert [(one.name, str(one.goal), one.areas) for one in plan.targets] == [
        ("总产值", "2000", ("total",)),
        ("城镇化率", "62", ("甲山县",)),
        ("城镇化率", "58", ("乙水县",)),
        ("城镇化率", "55", ("丙石县",)),
        ("新引进亿元以上项目", "60", ("乙水县",)),
        ("项目", "80", ("甲山县", "丙石县")),
        ("公园", "2", ("甲山县",)),
        ("绿化率", "40", ("丙石县", "乙水县")),
    ]


def test_a_currency_before_its_number_belongs_to_the_unit() -> None:
    plan = drafted(
        "Northshire County Council\nGrowth Plan 2024-2030\nWe will attract £90 million of investment by 2028.\n"
    )
    assert [(one.name, str(one.goal), one.unit, one.kind) for one in plan.targets] == [
        ("investment", "90", "£ million", "cumulative")
    ]


ENGLISH_SENTENCES = [
    ("1.1 We will build 400 homes by 2028. Lead: Director of Place", [("400", 2028)]),
    ("Some 250 heat pumps will be installed by 2028.", [("250", 2028)]),
    ("Wind capacity will reach 5 GW by 2028 and 9 GW by 2030.", [("5", 2028), ("9", 2030)]),
    ("Road deaths are to be halved by 2030.", [("50", 2030)]),
    ("If funding falls by more than 10%, the plan is reviewed.", []),
    ("The Climate Act 2008 commits the UK to net zero by 2050.", []),
    ("The share of trips on foot will rise from 34% in 2023 to 42% in 2028.", [("42", 2028)]),
    ("Cut road deaths by a third by 2030.", [("33.33", 2030)]),
    ("Install 240 public electric vehicle charge points by 2026.", [("240", 2026)]),
    ("One in four council contracts will go to local firms by 2028.", [("25", 2028)]),
    ("In 2020 renewables supplied 27% of energy.", []),
]


@pytest.mark.parametrize(("sentence", "expected"), ENGLISH_SENTENCES)
def test_how_english_texts_write(sentence: str, expected: list[tuple[str, int]]) -> None:
    plan = drafted(f"Northshire County Council\nGrowth Plan 2024-2030\n{sentence}\n")
    assert [(str(one.goal), one.due) for one in plan.targets] == expected


def targets_of(text: str) -> dict[str, Any]:
    catalogues = {language.value: Texts(language) for language in Language}
    files = draft_files(drafted(text), load_plan(shipped_plan())[0].cutoffs, catalogues)
    parsed: dict[str, Any] = yaml.safe_load(files["targets.yaml"])
    return parsed


HEADED = """\
虚构市人民政府办公室关于加快发展
虚构产业的实施意见
虚政办〔2023〕7号
各县（市）人民政府，市政府各部门：
（一）目标。到2024年，农机总动力超过10万千瓦，到2027年，农机总动力稳定在11万千瓦左右。到2027年，新建示范基地2—3个。
虚构市人民政府办公室
2023年5月6日
"""


def test_a_title_of_several_lines_is_put_together_and_tells_who_issued_it() -> None:
    plan = targets_of(HEADED)["plan"]
    assert plan["title"] == "虚构市人民政府办公室关于加快发展虚构产业的实施意见"
    assert (plan["issuer"], plan["issued"], plan["language"]) == ("虚构市人民政府办公室", "2023-05-06", "zh")


def test_a_draft_says_nothing_in_a_language_that_nobody_has_put_it_into() -> None:
    files = targets_of("Northshire County Council\nGrowth Plan 2024-2030\nBuild 500 homes by 2030.\n")
    assert files["plan"]["language"] == "en"
    assert files["pace"]["source"].startswith("Eurostat")
    assert "name_en" not in files["indicators"][0]


def test_what_a_name_is_to_come_to_in_several_years_is_one_indicator_with_a_goal_for_each() -> None:
    power, bases = targets_of(HEADED)["indicators"]
    # Only shares are held, so that an amount which is to be steady is drafted as a level; a person says how wide “about” is.
    assert (power["name"], power["kind"], power["due"], power["comparator"]) == ("农机总动力", "level", 2027, "about")
    first, last = power["goals"]
    assert (first["goal"], first["due"], first["comparator"]) == (10, 2024, "more_than")
    assert (last["goal"], last.get("due"), power["tolerance"]) == (11, None, "TODO")
    assert (bases["goals"][0]["goal"], bases["kind"]) == ([2, 3], "count")
    said = Texts(Language.ZH).say("draft.doubt.kind_at_the_end")
    assert said in power["draft"]["reasons"]
    assert said in bases["draft"]["reasons"]


@pytest.mark.parametrize(
    ("title", "sentence", "kind"),
    [
        ("某市发展规划（2021—2025年）", "到2025年，地区生产总值年均增长6.5%以上。", "growth_rate"),
        # Growth of a year, or of all five? Nobody has said, so a person decides.
        ("某市发展规划（2021—2025年）", "到2025年，旅游总收入增长40%以上。", "TODO"),
        ("某市2025年政府工作报告", "2025年经济社会发展主要预期目标是：地区生产总值增长5%以上。", "growth_rate"),
    ],
)
def test_growth_of_which_no_one_says_over_what_is_left_open(title: str, sentence: str, kind: str) -> None:
    [indicator] = targets_of(f"{title}\n{sentence}\n")["indicators"]
    said = Texts(Language.ZH).say("draft.doubt.growth_of_what")
    assert (indicator["kind"], said in indicator["draft"]["reasons"]) == (kind, kind == "TODO")


@pytest.mark.parametrize("language", list(Language))
def test_every_reason_has_words(language: Language) -> None:
    texts = Texts(language)
    for rules in ("zh", "en"):
        assert [one for one in reasons(rules) if not texts.knows(f"draft.why.{one}")] == []
