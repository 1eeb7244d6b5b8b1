"""Notes that say that a figure is of less than its row, of more or of another area, and those that do not."""

from __future__ import annotations

import pytest

from countyplan.submission.words.note.scope import noted_part
from tests.submission.reading import PLAN


@pytest.mark.parametrize(
    "note",
    [
        "仅含城区", "只含第一产业", "仅上半年", "仅一期", "仅农村", "只是部分企业",
        "仅县城", "含淳安县", "不含", "除开发区外", "城区数据",
        "规上工业", "桐庐县城区", "淳安数据", "全市数据", "建德市口径", "取自淳安县", "统计范围为城区",
        "（不含开发区）", "数据不含开发区。",
        # What is left out may stand ahead.
        "开发区除外", "开发区未统计在内", "外资企业未纳入", "农村人口不计入",
        # Added to another area.
        "与淳安县合计", "桐庐、淳安两县合计", "和淳安县一起",
        # Something is lacking.
        "缺开发区", "缺12月", "数据不完整", "部分数据", "部分乡镇未报", "尚有3个乡镇未报",
        "漏填3个乡镇", "西湖镇未汇总", "数据不齐全", "一部分企业",
        # The name of another place, and nothing else.
        "杭州市", "临安区", "浙江省", "全市", "全国", "月均", "日均", "中位数",
        # Towns, also those whose names begin as words for all towns do.
        "分水镇数据", "三墩镇数据", "户籍人口地区生产总值",
        "without development zones", "figures without the urban area",
    ],
)  # fmt: skip
def test_a_note_of_less_or_of_another_area(note: str) -> None:
    assert noted_part(note, "tonglu", "gdp", PLAN)


@pytest.mark.parametrize(
    "note",
    [
        "无缺报企业", "缺口企业3家", "项目不重复计算",
        "仅计一次", "仅统计到县", "仅为桐庐县数据", "仅指全县", "只报GDP", "只填GDP、城镇化率", "仅供参考", "含开发区",
        "包括全县", "不含淳安县", "扣除价格因素", "桐庐数据", "全域口径", "常住人口口径", "“城区”", "某某市（区、旗）数据",
        "去年不含开发区", "资金缺口", "未纳入考核", "另有说明的除外", "港澳台投资不计入", "2023年未纳入统计", "部分为预计数",
        "县级市", "示范区", "山区县", "百强县", "城市", "全县", "杭州市统计局", "与杭州市口径一致",
        "与上年合并口径一致", "全镇数据", "各乡镇汇总", "全县合计", "桐庐县合计", "已全部上报", "GDP",
        # What a survey asks for is no part of an area.
        "adult education survey without guided training on the job",
    ],
)  # fmt: skip
def test_a_note_of_all_of_it(note: str) -> None:
    assert not noted_part(note, "tonglu", "gdp", PLAN)


@pytest.mark.parametrize(
    ("note", "indicator", "part"),
    [
        ("仅城镇", "urbanisation_rate", False),
        ("城镇人口", "urbanisation_rate", False),
        ("户籍人口城镇化率", "urbanisation_rate", True),
        ("户籍口径", "urbanisation_rate", True),
        ("仅含城镇居民", "urban_income", False),
        ("仅含农村居民", "urban_income", True),
        ("仅含城镇居民", "gdp", True),
        ("农村", "urban_income", True),
    ],
)
def test_a_part_that_is_in_the_indicators_own_name_is_none(note: str, indicator: str, *, part: bool) -> None:
    assert noted_part(note, "tonglu", indicator, PLAN) is part


def test_what_a_total_adds_up_is_no_other_area() -> None:
    assert not noted_part("桐庐、淳安、建德合计", "total", "gdp", PLAN)


def test_of_an_area_that_is_not_known_no_other_is_told() -> None:
    assert not noted_part("淳安县数据", None, None, PLAN)
    assert noted_part("不含开发区", None, None, PLAN)
