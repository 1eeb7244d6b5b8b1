from __future__ import annotations

from pathlib import Path

import pytest

from countyplan.diagnostics import Code
from tests.submission.reading import Told, read, told, values

HEAD = "area: 桐庐县\nperiod: 2024\n"


@pytest.mark.parametrize(
    "content",
    [
        HEAD + "figures:\n  地区生产总值: 484.4\n",
        HEAD + "figures: {gdp: 484.4}\n",
        HEAD + "figures:\n  GDP: {value: 484.4, unit: 亿元}\n",
        HEAD + "figures:\n  GDP:\n    数值: '484.4'\n    单位: 亿元\n    来源: 公报\n    备注: 初步\n",
        "县（市）: 桐庐\n报告期: 2024年\n指标数据:\n  地区生产总值: 484.4亿元\n来源: 公报\n报送日期: 2025-03-01\n",
        HEAD + "figures:\n  gdp: 484.4\n  城镇化率: —\n  收入倍差: ''\n  开发区总产值:\n",
        "{area: tonglu, period: '2024', figures: {gdp: 484.4}} # 桐庐\n",
    ],
)
@pytest.mark.parametrize("name", ["a.yaml", "a.yml", "A.YML"])
def test_shapes_that_are_read(content: str, name: str, tmp_path: Path) -> None:
    submissions = read(tmp_path, name, content)
    assert values(submissions) == {"gdp": "484.4"}
    assert submissions.diagnostics == ()


@pytest.mark.parametrize("nothing", ["~", "null", "{value: ~}", "{value: null, unit: 亿元}"])
def test_a_null_is_not_reported(nothing: str, tmp_path: Path) -> None:
    submissions = read(tmp_path, "a.yaml", f"{HEAD}figures:\n  gdp: {nothing}\n")
    assert (submissions.figures, submissions.diagnostics) == ((), ())


def test_a_documents_source_and_date_are_those_of_its_figures_unless_they_have_their_own(tmp_path: Path) -> None:
    content = (
        HEAD + "source: 公报\nnote: 快报数\nsubmitted: 2025-03-01\n"
        "figures:\n  gdp: 484.4\n  城镇化率: {value: 72, source: 年鉴, note: 定报}\n"
    )
    figures = {one.indicator: one for one in read(tmp_path, "a.yaml", content).figures}
    assert [(figures[name].source, figures[name].note) for name in ("gdp", "urbanisation_rate")] == [
        ("公报", "快报数"), ("年鉴", "定报")]  # fmt: skip
    assert {one.submitted for one in figures.values()} == {"2025-03-01"}


def test_several_documents_share_a_file_and_stay_apart(tmp_path: Path) -> None:
    content = HEAD + "figures: {gdp: 484.4}\n---\narea: 淳安县\nperiod: 2023\nfigures: {gdp: 271.8}\n---\n坏\n"
    submissions = read(tmp_path, "a.yaml", content)
    assert [(one.area, str(one.period), str(one.value)) for one in submissions.figures] == [
        ("tonglu", "2024", "484.4"), ("chunan", "2023", "271.8")]  # fmt: skip
    assert len({one.document for one in submissions.figures}) == 2
    assert told(submissions) == [(Code.WRONG_SHAPE, 9, 1)]


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ("", [(Code.EMPTY, None, None)]),
        ("# 指标待填\n", [(Code.EMPTY, None, None)]),
        ("桐庐县\n", [(Code.WRONG_SHAPE, 1, 1)]),
        ("area: 桐庐县\n", [(Code.KEY_MISSING, 1, 1), (Code.KEY_MISSING, 1, 1)]),
        (HEAD, [(Code.KEY_MISSING, 1, 1)]),
        (HEAD + "figures:\n", [(Code.WRONG_SHAPE, 3, 9)]),
        (HEAD + "figures:\ngdp: 5\nurban: 7\n", [(Code.NOT_INDENTED, 4, 1)]),
        (
            HEAD + "figures: # 亿元\ngdp: 5\nsource: 公报\nurban: 7\n",
            [(Code.NOT_INDENTED, 4, 1), (Code.UNKNOWN_KEY, 6, 1)],
        ),
        ("figures:\ngdp: 5\n" + HEAD, [(Code.NOT_INDENTED, 2, 1)]),
        (HEAD + "figures:\n  gdp:\n  value: 5\n  unit: 亿元\n", [(Code.NOT_INDENTED, 5, 3)]),
        (
            HEAD + "figures:\n  gdp:\n  value: 5\n  常住人口城镇化率:\n  value: 6\n",
            [(Code.NOT_INDENTED, 5, 3), (Code.NOT_INDENTED, 7, 3)],
        ),
        # Only the first stands below a key that lacks something; the other two are taken for names.
        (
            HEAD + "figures:\n  gdp:\n  value: 5\n  常住人口城镇化率: 72\n  value: 6\n",
            [(Code.NOT_INDENTED, 5, 3), (Code.UNKNOWN_INDICATOR, 7, 3)],
        ),
        (HEAD + "figures: {gdp: , value: 5}\n", [(Code.UNKNOWN_INDICATOR, 3, 18)]),
        (HEAD + "figures: [gdp]\n", [(Code.WRONG_SHAPE, 3, 10)]),
        (HEAD + "figures:\n  gdp: [484.4, 亿元]\n", [(Code.WRONG_SHAPE, 4, 8)]),
        (HEAD + "figures:\n  gdp: {unit: 亿元}\n", [(Code.KEY_MISSING, 4, 8)]),
        (HEAD + "figures:\n  gdp: {vaule: 5, value: 5}\n", [(Code.UNKNOWN_KEY, 4, 9)]),
        (HEAD + "figures:\n  gdp: {value: 5, 数值: 5}\n", [(Code.KEY_TWICE, 4, 19)]),
        (HEAD + "figures:\n  gdp: {value: 5, value: 5}\n", [(Code.KEY_TWICE, 4, 19)]),
        (HEAD + "县市: 桐庐\nfigures:\n  gdp: 5\n", [(Code.KEY_TWICE, 3, 1)]),
        (HEAD + "figures: {}\nvalue: 5\n", [(Code.UNKNOWN_KEY, 4, 1)]),
        ("area: [桐庐县]\nperiod: 2024\nfigures: {gdp: 5}\n", [(Code.WRONG_SHAPE, 1, 7)]),
        (
            "area: 桐庐县\nperiod: {a: 1, a: 2}\nfigures: {gdp: 5}\n",
            [(Code.WRONG_SHAPE, 2, 9), (Code.KEY_TWICE, 2, 16)],
        ),
        (HEAD + "figures:\n  gdp: &a 5\n", [(Code.YAML_FEATURE, 4, 8)]),
        (HEAD + "figures:\n  gdp: %5\n", [(Code.YAML_SYNTAX, 4, 8)]),
        (HEAD + "figures:\n  gdp: x\n", [(Code.NOT_A_NUMBER, 4, 8)]),
        (HEAD + "figures:\n  gdp: {note: 待定, value: x}\n", [(Code.NOT_A_NUMBER, 4, 26)]),
        (HEAD + "figures:\n  不详: 5\n", [(Code.UNKNOWN_INDICATOR, 4, 3)]),
        ("area: 桐芦\nperiod: 2024\nfigures: {gdp: 5, 城镇化率: 72}\n", [(Code.UNKNOWN_AREA, 1, 7)]),
        ("area: 桐庐\nperiod: 20.24\nfigures: {gdp: 5, 城镇化率: 72}\n", [(Code.BAD_PERIOD, 2, 9)]),
    ],
)
def test_what_is_wrong_is_told_where_it_stands(content: str, expected: list[Told], tmp_path: Path) -> None:
    assert told(read(tmp_path, "a.yaml", content)) == expected


@pytest.mark.parametrize(
    ("content", "zh", "en"),
    [
        (HEAD + "figures: [gdp]\n", "这里应为：指标: 数值。", "This has to have the form “indicator: value”."),
        (
            "area: [桐庐县]\nperiod: 2024\nfigures: {gdp: 5}\n",
            "这里应为：area: …。",
            "This has to have the form “area: …”.",
        ),
        (HEAD + "figures:\n  gdp: {value: [5]}\n", "这里应为：value: …。", "This has to have the form “value: …”."),
        (
            HEAD + "commitments: [完成]\n",
            "这里应为：承诺: {state: …, date: …, evidence: …, by: …}。",
            "This has to have the form “commitment: {state: …, date: …, evidence: …, by: …}”.",
        ),
    ],
)
def test_what_has_the_wrong_shape_is_told_the_right_one_in_either_language(
    content: str, zh: str, en: str, tmp_path: Path
) -> None:
    (one,) = read(tmp_path, "a.yaml", content).diagnostics
    assert (one.message("zh"), one.message("en")) == (zh, en)


def test_a_value_that_is_no_scalar_is_a_finding(tmp_path: Path) -> None:
    submissions = read(tmp_path, "a.yaml", f"{HEAD}figures:\n  gdp: {{value: {{a: 1, a: 2}}}}\n  城镇化率: 72\n")
    assert told(submissions) == [(Code.WRONG_SHAPE, 4, 16), (Code.KEY_TWICE, 4, 23)]
    assert values(submissions) == {"urbanisation_rate": "72"}


@pytest.mark.parametrize(
    "figure", ["{value: 5, uint: 万元}", "{value: 5, 数值: 6}", "{value: 5, unit: [万元]}", "{value: 5, basis: {a: b}}"]
)
def test_a_figure_with_an_error_in_any_of_its_keys_is_not_used(figure: str, tmp_path: Path) -> None:
    submissions = read(tmp_path, "a.yaml", f"{HEAD}figures:\n  gdp: {figure}\n  城镇化率: 72\n")
    assert len(submissions.diagnostics) == 1
    assert values(submissions) == {"urbanisation_rate": "72"}


def test_of_a_document_that_names_two_areas_nothing_is_used(tmp_path: Path) -> None:
    submissions = read(tmp_path, "a.yaml", "area: 桐庐县\n县市: 淳安县\nperiod: 2024\nfigures: {gdp: 5}\n")
    assert told(submissions) == [(Code.KEY_TWICE, 2, 1)]
    assert submissions.figures == ()


def test_all_problems_are_told_even_where_a_key_is_missing(tmp_path: Path) -> None:
    submissions = read(tmp_path, "a.yaml", "area: 桐庐县\nfigures:\n  gdp: [1]\n  城镇化率: {unit: '%'}\n")
    assert told(submissions) == [(Code.KEY_MISSING, 1, 1), (Code.WRONG_SHAPE, 3, 8), (Code.KEY_MISSING, 4, 9)]


def test_a_document_without_a_figure_still_speaks_of_its_area(tmp_path: Path) -> None:
    assert read(tmp_path, "a.yaml", HEAD + "figures: {}\n").areas == {"tonglu"}


def test_an_indicator_that_stands_twice_is_read_twice(tmp_path: Path) -> None:
    submissions = read(tmp_path, "a.yaml", HEAD + "figures:\n  gdp: 5\n  gdp: 6\n  GDP: 7\n")
    assert sorted((one.place.line, str(one.value)) for one in submissions.figures) == [(4, "5"), (5, "6"), (6, "7")]


SLIPS = {
    "figures without one key": ("figures:\n  GDP：470.2\n  城镇化率：72\n", [(Code.YAML_SLIP, 4, 6), (Code.YAML_SLIP, 5, 7)]),
    "figures without a space": ("figures:\n  GDP:470.2\n", [(Code.YAML_SLIP, 4, 6)]),
    "figures that wide spaces indent": (
        "figures:\n　　GDP: 470.2\n　　城镇化率: 72\n", [(Code.YAML_SLIP, 4, 1), (Code.YAML_SLIP, 5, 1)],
    ),
    "keys in braces": (
        "figures:\n  GDP: {value：470.2，unit：亿元}\n",
        [(Code.YAML_SLIP, 4, 14), (Code.YAML_SLIP, 4, 20), (Code.YAML_SLIP, 4, 25)],
    ),
    "a text that has no keys to have": ("figures: 见附件：甲\n", [(Code.WRONG_SHAPE, 3, 10)]),
    "a number in quotation marks": ("figures:\n  GDP: “470.2”\n", [(Code.NOT_A_NUMBER, 4, 8)]),
}  # fmt: skip


@pytest.mark.parametrize("case", SLIPS)
def test_a_key_that_was_typed_with_a_slip_is_told_as_one_and_nothing_is_read_of_it(case: str, tmp_path: Path) -> None:
    content, expected = SLIPS[case]
    submissions = read(tmp_path, "a.yaml", HEAD + content)
    assert told(submissions) == expected
    assert submissions.figures == ()


def test_a_document_without_one_key_is_told_by_its_slips(tmp_path: Path) -> None:
    assert told(read(tmp_path, "a.yaml", "area：桐庐县\nperiod：2024\n")) == [
        (Code.YAML_SLIP, 1, 5), (Code.YAML_SLIP, 2, 7)]  # fmt: skip


def test_quotation_marks_of_chinese_text_make_no_difference_to_a_name(tmp_path: Path) -> None:
    submissions = read(tmp_path, "a.yaml", "area: “桐庐县”\nperiod: 2024\nfigures:\n  “地区生产总值”: 484.4\n")
    assert (values(submissions), submissions.diagnostics) == ({"gdp": "484.4"}, ())
