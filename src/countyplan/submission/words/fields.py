"""The fields of a submission and the names that its keys and headers may have."""

from __future__ import annotations

from enum import StrEnum

from countyplan.plan import Names


class Field(StrEnum):
    """What a figure is reported with."""

    AREA = "area"
    PERIOD = "period"
    INDICATOR = "indicator"
    VALUE = "value"
    UNIT = "unit"
    BASIS = "basis"
    SOURCE = "source"
    NOTE = "note"
    SUBMITTED = "submitted"
    FIGURES = "figures"


NEEDED = (Field.AREA, Field.PERIOD, Field.INDICATOR, Field.VALUE)
# What names a figure beside its value.
LABELLED = frozenset({Field.AREA, Field.PERIOD, Field.INDICATOR})
COLUMNS = (*NEEDED, Field.UNIT, Field.BASIS, Field.SOURCE, Field.NOTE, Field.SUBMITTED)
DOCUMENT_KEYS = (Field.AREA, Field.PERIOD, Field.FIGURES, Field.SUBMITTED, Field.SOURCE, Field.NOTE)
FIGURE_KEYS = (Field.VALUE, Field.UNIT, Field.BASIS, Field.SOURCE, Field.NOTE)

# How names of values begin that can only be outcomes; beside one of them a bare 指标值 is a goal, as plans use the word.
OUTCOMES = ("完成", "实际", "实绩", "本年实际")

_OUTCOMES = ("完成值", "完成数", "实际值", "实绩", "实际完成值", "实际完成数")
_AREAS = (
    *("县别", "县（市、区）", "县市区", "区县市", "县（市）名称", "县市名称", "县市区名称", "县（市、区）名称"),
    *("所属县（市）", "所在县（市）", "行政区划", "行政区", "地区名称", "区划代码", "行政区划代码", "区划名称"),
)
_PERIODS = (
    "时间",
    "时期",
    "报告年度",
    "统计年度",
    "数据年度",
    "数据年份",
    "所属年度",
    "所属期",
    "数据时间",
    "时段",
    "期间",
    "统计时间",
)
_INDICATORS = ("主要指标", "统计指标", "考核指标", "指标项", "指标内容", "项目", "主要指标名称")

FIELD_NAMES = Names(
    [
        (Field.AREA, ("area", "县（市）", "县市", "区县", "地区", *_AREAS)),
        (Field.PERIOD, ("period", "报告期", "年份", "年度", "year", *_PERIODS)),
        (Field.INDICATOR, ("indicator", "指标", "指标名称", *_INDICATORS)),
        (Field.VALUE, ("value", "数值", "指标值", "数据", "数据值", "指标数值", "统计值", *_OUTCOMES)),
        (Field.UNIT, ("unit", "单位", "计量单位")),
        (Field.BASIS, ("basis", "口径")),
        (Field.SOURCE, ("source", "来源", "数据来源")),
        (Field.NOTE, ("note", "备注", "说明")),
        (Field.SUBMITTED, ("submitted", "报送日期")),
        (Field.FIGURES, ("figures", "指标数据")),
    ]
)


# What a column may be called, to be suggested: `figures` holds the figures of a document and is no column.
COLUMN_NAMES = Names((name, FIELD_NAMES.of(name)) for name in COLUMNS)


def find_field(name: str) -> Field | None:
    """The field that a key or header names, or None."""
    found = FIELD_NAMES.find(name)
    return None if found is None else Field(found)
