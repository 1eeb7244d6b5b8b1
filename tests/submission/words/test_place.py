from __future__ import annotations

import re
from decimal import Decimal
from pathlib import Path

import pytest

from countyplan.diagnostics import Code
from countyplan.plan import load_plan
from countyplan.submission import read_submissions
from countyplan.submission.words.number import names_places, parse_place, place_form
from tests.plan.plan_of_kinds import INDICATORS, MORE, write_plan


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("第4位", 4),
        ("第４名", 4),
        ("第四", 4),
        ("四", 4),
        ("第十位", 10),
        ("4th", 4),
        ("21st", 21),
        ("Third", 3),
        ("12", 12),
        ("第十一", 11),
        ("第二十一位", 21),
        ("并列第3", 3),
        ("并列第三名", 3),
        ("并列3", 3),
        ("No. 4", 4),
        ("no 4", 4),
        ("#4", 4),
        ("3rd place", 3),
        ("Third place", 3),
        ("joint 3rd", 3),
        ("Rank 12", 12),
        ("twenty-first", 21),
    ],
)
def test_a_place_is_read_as_people_write_it(text: str, place: int) -> None:
    assert parse_place(text) == place
    assert not names_places(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "第",
        "第0位",
        "第3-5位",
        "全省第4",
        "前三位",
        "top 3",
        "4.5th",
        "第4位左右",
        "一十",
        "并列",
        "No.",
        "3rd place of 9",
    ],
)
def test_whatever_else_is_no_place(text: str) -> None:
    assert parse_place(text) is None


@pytest.mark.parametrize("text", ["前三位", "前3", "全省前三名", "Top 3"])
def test_the_first_few_places_are_several(text: str) -> None:
    assert names_places(text)


@pytest.mark.parametrize("text", ["第4位", "四", "4th", "并列第3", "第十一", "no. 4", "3rd place"])
def test_the_form_for_other_programs_takes_what_is_read(text: str) -> None:
    assert re.fullmatch(place_form(), text)


@pytest.mark.parametrize(
    ("indicator", "text", "code"),
    [
        ("全省位次", "第4位", None),
        ("全省位次", "前三位", Code.SEVERAL_PLACES),
        ("全省位次", "并列", Code.NOT_A_NUMBER),
        ("失业率", "第4", Code.NOT_A_NUMBER),
    ],
)
def test_only_where_a_place_is_asked_for(tmp_path: Path, indicator: str, text: str, code: Code | None) -> None:
    plan = load_plan(write_plan(tmp_path / "plan", INDICATORS + MORE))[0]
    (tmp_path / "a.yaml").write_text(f"area: 甲县\nperiod: 2024\nfigures:\n  {indicator}: {text}\n", encoding="utf-8")
    read = read_submissions([tmp_path / "a.yaml"], plan)
    errors = [one.code for one in read.diagnostics if one.code in {Code.SEVERAL_PLACES, Code.NOT_A_NUMBER}]
    assert errors == ([] if code is None else [code])


def test_a_place_is_exact(tmp_path: Path) -> None:
    plan = load_plan(write_plan(tmp_path / "plan", INDICATORS + MORE))[0]
    (tmp_path / "a.yaml").write_text("area: 甲县\nperiod: 2024\nfigures:\n  全省位次: 第四名\n", encoding="utf-8")
    [figure] = read_submissions([tmp_path / "a.yaml"], plan).figures
    assert (figure.value, figure.half_digit) == (Decimal(4), Decimal(0))
