"""A made-up plan: its text and its data, small enough to be changed in every place in turn."""

from __future__ import annotations

from pathlib import Path

TEXT = """\
虚构市县城建设方案（2023—2027年）
2023年5月6日
一、总体要求
（一）发展目标。到2027年，甲县实现地区生产总值６００亿元，公路优良率不低于91.5%；乙县实现地区生产总值360亿元，公路优良率不低于88％。贯彻“八八战略”，进一步做好工作。
二、重点任务
（二）建设项目。加快形成四条百亿级产业链，5年累计落地总投资1亿元以上项目超过150个，选择2到3个特色产业。（责任单位：市经信局、市发改委，各县政府）
（三）社会事业。力争一半以上学校达标，5年累计创建未来社区30个左右。编制5年行动计划。（责任单位：市教育局、市建委）
（四）组织实施。建立联席会议制度，学习贯彻党的二十大精神。
"""
TARGETS = """\
plan: {id: made-up-2023-2027, version: "1", title: 虚构市县城建设方案（2023—2027年）, title_en: Made up, issuer: 虚构市,
  issuer_en: Made up, issued: "2023-05-06", stage: in_force, baseline: 2022, first: 2023, last: 2027}
pace: {on_track: 0.95, behind: 0.60, far_behind: 0, source: made up}
areas:
  - {id: jia, name: 甲县, name_en: Jia, code: "990101", government: 甲县政府, government_en: Jia}
  - {id: yi, name: 乙县, name_en: Yi, code: "990102", government: 乙县政府, government_en: Yi}
total: {name: 合计, name_en: Both}
clauses:
  - {number: 1, mark: （一）, chapter: 一、总体要求, title: 发展目标, title_en: Goals}
  - {number: 2, mark: （二）, chapter: 二、重点任务, title: 建设项目, title_en: Projects}
  - {number: 3, mark: （三）, chapter: 二、重点任务, title: 社会事业, title_en: Social}
  - {number: 4, mark: （四）, chapter: 二、重点任务, title: 组织实施, title_en: Organisation}
readings:
  - {id: end, on: due, text: 按2027年底计。, because: 方案期为2023—2027年，5年累计。, text_en: End, because_en: Period}
  - {id: about, on: tolerance, text: 左右按±10%计。, because: 没有界定。, text_en: Ten, because_en: None}
indicators:
  - {id: gdp, name: 地区生产总值, name_en: GDP, clause: 1, kind: level, unit: 亿元, comparator: at_least, firmness: firm,
     due: 2027, goals: [{areas: [jia], goal: 600, wording: 实现地区生产总值600亿元},
                        {areas: [yi], goal: 360, wording: 实现地区生产总值360亿元}]}
  - {id: roads, name: 公路优良率, name_en: Roads, clause: 1, kind: ratio, unit: "%", comparator: at_least, firmness: firm,
     due: 2027, goals: [{areas: [jia], goal: 91.5, wording: 公路优良率不低于91.5%},
                        {areas: [yi], goal: 88, wording: 公路优良率不低于88%}]}
  - {id: chains, name: 百亿级产业链, name_en: Chains, clause: 2, kind: count, unit: 条, comparator: at_least,
     firmness: firm, due: 2027, readings: [end], goals: [{areas: [total], goal: 4, wording: 加快形成四条百亿级产业链}]}
  - {id: projects, name: 总投资1亿元以上项目, name_en: Projects, clause: 2, kind: cumulative, unit: 个,
     comparator: more_than, firmness: firm, due: 2027, readings: [end],
     goals: [{areas: [total], goal: 150, wording: 5年累计落地总投资1亿元以上项目超过150个}]}
  - {id: trades, name: 特色产业, name_en: Trades, clause: 2, kind: count, unit: 个, comparator: between, firmness: firm,
     due: 2027, readings: [end], goals: [{areas: [total], goal: [2, 3], wording: 选择2到3个特色产业}]}
  - {id: schools, name: 学校达标比例, name_en: Schools, clause: 3, kind: ratio, unit: "%", comparator: at_least,
     firmness: aspirational, due: 2027, readings: [end],
     goals: [{areas: [total], goal: 50, wording: 力争一半以上学校达标}]}
  - {id: communities, name: 未来社区, name_en: Communities, clause: 3, kind: cumulative, unit: 个, comparator: about,
     tolerance: 0.1, firmness: firm, due: 2027, readings: [end, about],
     goals: [{areas: [total], goal: 30, wording: 5年累计创建未来社区30个左右}]}
not_targets:
  - {clause: 1, words: [到2027年], why: 期限, why_en: due}
  - {clause: 1, words: [八八战略], why: 名称, why_en: name}
  - {clause: 3, words: [5年行动计划], why: 名称, why_en: name}
  - {clause: 4, words: [党的二十大], why: 届次, why_en: ordinal}
"""
RESPONSIBILITIES = """\
units:
  - {id: economy, name: 市经信局, name_en: Economy}
  - {id: reform, name: 市发改委, name_en: Reform}
  - {id: schools, name: 市教育局, name_en: Education}
  - {id: building, name: 市建委, name_en: Building}
  - {id: governments, name: 各县政府, name_en: Governments, each_area: true}
clauses:
  - {clause: 2, units: [economy, reform, governments]}
  - {clause: 3, units: [schools, building]}
none_named: [1, 4]
"""


def write_small_plan(folder: Path) -> Path:
    """The made-up plan's files in `folder`, and its text beside them."""
    (folder / "targets.yaml").write_text(TARGETS, encoding="utf-8")
    (folder / "responsibilities.yaml").write_text(RESPONSIBILITIES, encoding="utf-8")
    (folder / "text.txt").write_text(TEXT, encoding="utf-8")
    return folder
