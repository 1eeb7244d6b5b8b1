from __future__ import annotations

from decimal import Decimal

import pytest

from countyplan.diagnostics import Code, Diagnostic, Place
from countyplan.plan import Comparator, load_plan, shipped_plan
from countyplan.plan.files.own import OwnWords
from countyplan.plan.files.targets import TargetsFile
from countyplan.plan.lint.targets import lint_plan
from countyplan.plan.wording import wording_in
from countyplan.source import Scalar

ALL = set(Comparator)
AT_LEAST, MORE, AT_MOST = {Comparator.AT_LEAST}, {Comparator.MORE_THAN}, {Comparator.AT_MOST}


@pytest.mark.parametrize(
    ("wording", "allowed"),
    [
        ("城镇化率75%以上", AT_LEAST),
        ("达到95％以上", AT_LEAST),
        ("稳定在99％以上", AT_LEAST),
        ("20亿元以上", AT_LEAST),
        ("达到98%", AT_LEAST),
        ("不低于75%", AT_LEAST),
        ("不少于1个", AT_LEAST),
        ("实现地区生产总值600亿元", AT_LEAST),
        ("力争达到98%", AT_LEAST),
        ("超过150个", MORE),
        ("总投资1亿元以上产业项目超过150个", MORE),
        ("突破1300亿元", MORE),
        ("力争突破1300亿元", MORE),
        ("缩小到1.55", AT_MOST),
        ("不超过1.55", AT_MOST),
        ("不高于５％", AT_MOST),
        ("5%以下", AT_MOST),
        ("低于5%", {Comparator.LESS_THAN}),
        ("2到3个", {Comparator.BETWEEN}),
        ("２至３个", {Comparator.BETWEEN}),
        ("2-3个", {Comparator.BETWEEN}),
        ("1.5—1.7", {Comparator.BETWEEN}),
        ("30个左右", {Comparator.ABOUT}),
        ("达到30个左右", {Comparator.ABOUT}),
        ("建成24家", ALL),
        ("累计完成投资363亿元", ALL),
        ("加快形成四条", ALL),
        ("总投资1亿元以上产业项目", ALL),
        ("", ALL),
    ],
)
def test_what_the_words_allow(wording: str, allowed: set[Comparator]) -> None:
    assert wording_in("zh", OwnWords()).comparators(wording) == allowed


def linted(**changes: object) -> list[Diagnostic]:
    """The lint of the shipped plan's first indicator, bound to one area and changed."""
    file = load_plan(shipped_plan())[0].targets_file
    dumped = file.model_dump()
    first = {**dumped["indicators"][0], "readings": [], **changes}
    dumped.update(indicators=[first], readings=[], components=[])
    return lint_plan(TargetsFile.model_validate(dumped), Scalar(Place("f"), None))


def goal(number: object, wording: str) -> dict[str, object]:
    return {"goals": [{"areas": ["tonglu"], "goal": number, "wording": wording}]}


def test_agreement_is_silent() -> None:
    assert linted(**goal("77", "达到７７亿元")) == []


@pytest.mark.parametrize(
    ("comparator", "wording"),
    [("at_most", "不低于77亿元"), ("at_least", "超过77亿元"), ("more_than", "77亿元以上"), ("less_than", "缩小到77")],
)
def test_a_comparator_that_contradicts_its_wording(comparator: str, wording: str) -> None:
    [found] = linted(comparator=comparator, **goal("77", wording))
    assert found.code is Code.WORDING_CONTRADICTS
    assert (found.words["wording"], found.words["comparator"]) == (wording, comparator)


@pytest.mark.parametrize(
    ("number", "wording", "lacking"),
    [("78", "达到77亿元", ["78"]), ("7", "达到77亿元", ["7"]), ("4", "形成四条", []), ("2", "建成两家", []),
     ("77.0", "达到77亿元", []), ("3", "形成四条", ["3"])],
)  # fmt: skip
def test_a_wording_that_lacks_its_goal(number: str, wording: str, lacking: list[str]) -> None:
    found = linted(**goal(number, wording))
    assert [(one.code, one.words["goal"]) for one in found] == [(Code.WORDING_LACKS_GOAL, one) for one in lacking]


def test_both_ends_of_a_range_are_looked_for() -> None:
    found = linted(comparator="between", **goal([Decimal(2), Decimal(4)], "2到3个"))
    assert [one.words["goal"] for one in found] == ["4"]


@pytest.mark.parametrize(
    ("kind", "unit"),
    [("level", "%"), ("ratio", "亿元"), ("hold", "亩"), ("cumulative", "%"), ("count", "亿元"), ("level", "亿"),
     ("level", "元人民币"), ("ratio", "percent")],
)  # fmt: skip
def test_a_unit_that_is_unknown_of_another_kind_or_not_by_its_name(kind: str, unit: str) -> None:
    [found] = linted(kind=kind, unit=unit, **goal("77", "达到77"))
    assert (found.code, found.words) == (Code.PLAN_UNIT_WRONG, {"unit": unit, "kind": kind})


def test_a_component_needs_a_known_unit_and_a_reading_needs_a_use() -> None:
    file = load_plan(shipped_plan())[0].targets_file
    dumped = file.model_dump()
    dumped["components"] = [{**dumped["components"][0], "unit": "贯"}]
    dumped["readings"] = [*dumped["readings"], {**dumped["readings"][0], "id": "nobody_uses_it"}]
    found = lint_plan(TargetsFile.model_validate(dumped), Scalar(Place("f"), None))
    assert [(one.code, one.words) for one in found] == [
        (Code.PLAN_UNIT_WRONG, {"unit": "贯", "kind": "component"}),
        (Code.READING_UNUSED, {"id": "nobody_uses_it"}),
    ]
