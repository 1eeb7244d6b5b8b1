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
COLUMNS = (*NEEDED, Field.UNIT, Field.BASIS, Field.SOURCE, Field.NOTE, Field.SUBMITTED)
DOCUMENT_KEYS = (Field.AREA, Field.PERIOD, Field.FIGURES, Field.SUBMITTED, Field.SOURCE, Field.NOTE)
FIGURE_KEYS = (Field.VALUE, Field.UNIT, Field.BASIS, Field.SOURCE, Field.NOTE)

# Names of values that can only be outcomes; beside one of them a bare 指标值 is a goal, as plans use the word.
OUTCOMES = ("完成值", "完成数", "实际值", "实绩")

FIELD_NAMES = Names(
    [
        (Field.AREA, ("area", "县（市）", "县市", "区县", "地区")),
        (Field.PERIOD, ("period", "报告期", "年份", "年度", "year")),
        (Field.INDICATOR, ("indicator", "指标", "指标名称")),
        (Field.VALUE, ("value", "数值", "指标值", *OUTCOMES)),
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
