"""What headers and notes say of how running totals are told."""

from __future__ import annotations

import pytest

from countyplan.submission.words.basis import (
    Basis,
    basis_name,
    basis_names,
    basis_of_header,
    is_noted_as_annual,
    names_whole_year,
    speaks_of_a_sum,
    speaks_of_one_year,
)

ANNUAL, CUMULATIVE = Basis.ANNUAL, Basis.CUMULATIVE


@pytest.mark.parametrize(
    ("header", "basis"),
    [
        ("当年", ANNUAL), ("当年完成投资", ANNUAL), ("本年实际完成额", ANNUAL), ("全年", ANNUAL), ("年度", ANNUAL),
        # Twelve months' running total is what the year brought.
        ("1-12月", ANNUAL), ("01-12月", ANNUAL), ("1-12月累计", ANNUAL), ("annual", ANNUAL),
        ("累计", CUMULATIVE), ("累计新增数", CUMULATIVE), ("cumulative", CUMULATIVE),
        ("", None), ("1-9月", None), ("地区生产总值", None), ("当年累计", None), ("12月", None),
    ],
)  # fmt: skip
def test_the_basis_of_a_header(header: str, basis: Basis | None) -> None:
    assert basis_of_header(header) is basis


def test_a_basis_is_called_as_it_may_be_written() -> None:
    assert [basis_name(one) for one in (ANNUAL, CUMULATIVE)] == ["当年", "累计"]
    assert all(basis_of_header(name) is one for one in Basis for name in basis_names(one))
    assert {"annual", "当年"} <= set(basis_names(ANNUAL))


@pytest.mark.parametrize(
    ("text", "whole"),
    [("全年", True), ("1-12月", True), ("1—12月累计完成额", True), ("1-9月", False), ("2024年", False), ("", False)],
)
def test_a_whole_year(text: str, *, whole: bool) -> None:
    assert names_whole_year(text) is whole


@pytest.mark.parametrize(
    ("text", "of_one"),
    [("本年度目标", True), ("年度目标", True), ("当年预期目标", True), ("2027年目标", False), ("目标", False)],
)
def test_a_years_own_goal(text: str, *, of_one: bool) -> None:
    assert speaks_of_one_year(text) is of_one


@pytest.mark.parametrize(
    ("text", "sum_of_years"),
    [("合计", True), ("2023-2024", True), ("2023年—2024年", True), ("2024", False), ("备注", False)],
)
def test_a_sum_of_years(text: str, *, sum_of_years: bool) -> None:
    assert speaks_of_a_sum(text) is sum_of_years


@pytest.mark.parametrize(
    ("note", "annual"),
    [("当年完成", True), ("新增2个", True), ("其中新增2个", False), ("统计公报", False), ("", False)],
)
def test_a_note_of_what_the_year_brought(note: str, *, annual: bool) -> None:
    assert is_noted_as_annual(note) is annual
