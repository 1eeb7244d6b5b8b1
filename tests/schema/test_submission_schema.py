"""The schema and the reader agree on what is well-formed, as far as a schema can know it."""

from __future__ import annotations

import dataclasses
import json
from pathlib import Path

import pytest
import yaml
from hypothesis import example, given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from countyplan.diagnostics import Code, Severity
from countyplan.language import Language, Texts
from countyplan.plan import Names, load_plan, shipped_plan
from countyplan.quantity import find_unit, parse_period
from countyplan.quantity.period import PERIOD_FORMS
from countyplan.quantity.unit import shipped_units
from countyplan.schema import submission_schema
from countyplan.schema.spelling import name_pattern, spaced, unit_pattern
from countyplan.submission import read_submissions
from countyplan.submission.words.number import Amount, is_not_reported, parse_amount
from tests.template.test_round_trips import HOSTILE

INVALID = Path(__file__).parents[2] / "examples" / "invalid"
PLAN = load_plan(shipped_plan())[0]
SCHEMA = submission_schema(PLAN, Texts(Language.ZH))
VALIDATOR = Draft202012Validator(SCHEMA)
MONEY = Draft202012Validator(SCHEMA["$defs"]["figure.money.value"])

# What is wrong with them shows only in reading: by its digits, against another figure, or in YAML itself.
ONLY_READING_TELLS = {
    "empty.yaml",
    "gb18030.yaml",
    "key-twice.yaml",
    "no-goal.yaml",
    "number-too-long.yaml",
    "reported-twice.yaml",
    "restated.yaml",
    "running-totals.yaml",
    "yaml-anchor.yaml",
    "yaml-slips.yaml",
    "yaml-syntax.yaml",
}


class AsJson(yaml.SafeLoader):
    """YAML as JSON knows it: a date stays text."""


AsJson.yaml_implicit_resolvers = {
    first: [(tag, form) for tag, form in resolvers if not tag.endswith("timestamp")]
    for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


def fits(text: str) -> bool:
    return all(VALIDATOR.is_valid(document) for document in yaml.load_all(text, AsJson))


def is_read(text: str, folder: Path) -> bool:
    path = folder / "one.yaml"
    path.write_text(text, encoding="utf-8")
    found = read_submissions([path], PLAN).diagnostics
    return not any(one.severity is Severity.ERROR for one in found)


def submission(figures: str) -> str:
    return f"area: 桐庐县\nperiod: 2024\nfigures: {{{figures}}}\n"


@pytest.mark.parametrize("name", sorted(path.name for path in INVALID.glob("*.yaml")))
def test_what_a_schema_can_know_of_the_invalid_examples_it_refuses(name: str) -> None:
    if name in {"gb18030.yaml", "yaml-anchor.yaml", "yaml-slips.yaml", "yaml-syntax.yaml", "empty.yaml"}:
        assert name in ONLY_READING_TELLS
    else:
        assert fits((INVALID / name).read_text(encoding="utf-8")) == (name in ONLY_READING_TELLS)


GOOD = [
    "地区生产总值: 470.2",
    "地区生产总值: １，２３４.５",
    'GDP: "1,234.5万元"',
    "gdp: ",
    "gdp: ~",
    "gdp: null",
    "gdp: —",
    "gdp: ……",
    'gdp: "-"',
    "gdp: 暂无",
    "gdp: 约30",
    "gdp: ≥98",
    "gdp: 363亿元（预计）",
    "gdp: -3.5",
    "gdp: −3.5",
    "gdp: .5",
    "Gross Regional  Product: 1",
    "“地区 生产总值”: 1",
    "城镇化率: 72.1%",
    "城镇化率: 72.1％",
    "城镇化率: 721‰",
    "城镇化率: {value: 72.1, unit: ％, source: 公报, note: 1}",
    "城镇化率: {数值: 72.1, 单位: '%', 口径: , 来源: , 备注: }",
    "城镇化率: {ＶＡＬＵＥ: 72.1}",
    "城镇化率: {Value: 72.1, basis: annual}",
    "income_ratio: {value: 1.7, unit: 1}",
    "income_ratio: {value: 1.7, unit: 倍}",
    "income_ratio: 1.7倍",
    "累计整治低效用地: {value: 1.2, unit: 平方 公里, basis: 累 计}",
    "累计整治低效用地: {value: 1.2, unit: ㎡}",
    "累计整治低效用地: {value: 1.2, unit: m²}",
    "累计整治低效用地: 1.2万亩",
    "累计整治低效用地: 1.2万",
    "key_project_investment: {value: 12, basis: ＡＮＮＵＡＬ}",
    "urban_income: 61 000",
]
BAD = [
    "地区生产总直: 1",
    "gdp: 三亿",
    "gdp: '1,23'",
    "gdp: 4.7E+05x",
    "gdp: 72.1%",
    "gdp: yes",
    "gdp: []",
    "gdp: {}",
    "gdp: {unit: 亿元}",
    "gdp: {value: 1, unit: 亿圆}",
    "gdp: {value: 1, unit: 亩}",
    "gdp: {value: {value: 1}}",
    "gdp: {value: 1, basis: 累计}",
    "gdp: {value: 1, vlaue: 1}",
    "城镇化率: 72.1亿元",
    "key_project_investment: {value: 12, basis: 同比}",
]


@pytest.mark.parametrize("figures", GOOD)
def test_what_the_reader_takes_fits(figures: str, tmp_path: Path) -> None:
    text = submission(figures)
    assert (is_read(text, tmp_path), fits(text)) == (True, True)


@pytest.mark.parametrize("figures", BAD)
def test_what_the_reader_refuses_does_not_fit(figures: str, tmp_path: Path) -> None:
    text = submission(figures)
    assert (is_read(text, tmp_path), fits(text)) == (False, False)


@pytest.mark.parametrize(
    ("text", "good"),
    [
        ("area: 330122\nperiod: '2024'\nfigures: {}", True),
        ("area: TONGLU\nperiod: 2024 年 6 月\nfigures: {}", True),
        ("县（市）: 合计\n报告期: 2024-Q2\n指标数据: {}", True),
        ("县(市): 三县(市)合计\nPERIOD: ２０２４\nFigures: {}", True),
        ("area: tonglu\nperiod: 2024\nsubmitted: 2025-03-01\nsource: 1\nnote: \nfigures: {}", True),
        ("[{area: tonglu, period: 2024, figures: {}}, {area: jiande, period: 2024, figures: {}}]", True),
        ("area: 桐芦县\nperiod: 2024\nfigures: {}", False),
        ("area: tonglu\nperiod: 24\nfigures: {gdp: 1}", False),
        ("area: tonglu\nperiod: 2024-13\nfigures: {gdp: 1}", False),
        ("area: tonglu\nperiod: 2024\nfigures: ", False),
        ("area: tonglu\nfigures: {}", False),
        ("area: tonglu\nperiod: 2024\nsubmitted: 2025年3月\nfigures: {gdp: 1}", False),
        ("area: tonglu\nperiod: 2024\nfigures: {}\nmemo: x", False),
        ("桐庐县", False),
    ],
)
def test_documents_fit_where_they_are_read(text: str, good: bool, tmp_path: Path) -> None:
    assert (is_read(text, tmp_path), fits(text)) == (good, good)


NAMES = Names([("one", ("地区生产总值（GDP）", "Chun'an", "3县（市）合计")), ("two", ("x-y",))])
LETTERS = "地区生产总值（）()GDPgdpｇＧChun'an’ 　\t3３县市合计x-y－“”"


@given(st.one_of(st.text(LETTERS, max_size=14), st.sampled_from(sorted(NAMES.written())).map(str.swapcase)))
def test_a_name_fits_exactly_where_it_is_known(text: str) -> None:
    validator = Draft202012Validator({"pattern": name_pattern(NAMES.written())})
    assert validator.is_valid(text) == (NAMES.find(text) is not None)


@example("200001")
@example("2024.06")
@example("２０２４ / 6")
@given(st.text("12０２0９49-－.．/／Qqｑ年度第一二三四季月全 　", max_size=10).map(lambda text: f"20{text}"))
def test_a_period_fits_exactly_where_it_is_read(text: str) -> None:
    validator = Draft202012Validator({"pattern": "^(?:" + "|".join(map(spaced, PERIOD_FORMS)) + ")$"})
    assert validator.is_valid(text) == (parse_period(text) is not None)


@example("k㎡")
@example("㎞²")
@example("平方 公里")
@given(st.text("万亿元百千 亩平方公里km2²㎡㎢㎞m％%‰", max_size=5))
def test_a_unit_fits_exactly_where_it_is_one_of_its_kind(text: str) -> None:
    for dimension in ("money", "area", "share"):
        unit = find_unit(text)
        known = not text.strip() or (unit is not None and unit.dimension == dimension)
        assert (
            Draft202012Validator({"pattern": unit_pattern(shipped_units().names_in(dimension))}).is_valid(text) == known
        )


AMOUNTS = st.text("0123456789０９.．,，-−% ％万亿元约≥左右（）()预计+—/…", max_size=9)


@given(AMOUNTS)
def test_whatever_is_read_as_a_value_fits(text: str) -> None:
    read = parse_amount(text)
    if is_not_reported(text) or (isinstance(read, Amount) and read.unit in {None, find_unit("亿元")}):
        assert MONEY.is_valid(text)


@given(AMOUNTS)
def test_what_is_no_number_does_not_fit(text: str) -> None:
    if parse_amount(text) is Code.NOT_A_NUMBER and not is_not_reported(text):
        assert not MONEY.is_valid(text)


NAMED = [*HOSTILE, "a^b]c\\d", "\x07铃", "(?=x)*"]


@pytest.fixture(scope="module")
def of_hostile_names() -> Draft202012Validator:
    """A plan's schema whose indicators have these names, one each."""
    named = [one.model_copy(update={"name": name}) for one, name in zip(PLAN.indicators, NAMED, strict=False)]
    assert len(named) == len(NAMED)
    targets = PLAN.targets_file.model_copy(update={"indicators": (*named, *PLAN.indicators[len(named) :])})
    schema = submission_schema(dataclasses.replace(PLAN, targets_file=targets), Texts(Language.ZH))
    Draft202012Validator.check_schema(schema)
    return Draft202012Validator(schema)


@pytest.mark.parametrize("name", NAMED)
def test_no_name_of_a_plan_breaks_its_schema(name: str, of_hostile_names: Draft202012Validator) -> None:
    for spelling in (name, f" {name.upper()} "):
        one = {"area": "tonglu", "period": 2024, "figures": {spelling: 1}}
        assert of_hostile_names.is_valid(one)
    assert not of_hostile_names.is_valid({**one, "figures": {f"{name}x": 1}})


def test_the_schema_is_the_same_text_each_time() -> None:
    assert json.dumps(submission_schema(PLAN, Texts(Language.ZH))) == json.dumps(SCHEMA)
