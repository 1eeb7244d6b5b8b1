"""On what basis the running totals of a table are, and where its titles and columns leave that open; figures are made up."""

from __future__ import annotations

from pathlib import Path

import pytest

from countyplan.diagnostics import Code
from countyplan.submission import Basis, Submissions
from tests.submission.reading import read

TOTAL = "重点项目累计完成投资"


def table(folder: Path, text: str) -> Submissions:
    return read(folder, "a.csv", text.replace("投资,", f"{TOTAL},"))


def taken(submissions: Submissions) -> list[tuple[str, str, Basis | None]]:
    return [(str(one.period), str(one.value), one.basis) for one in submissions.figures]


def open_at(submissions: Submissions) -> list[str]:
    return [
        f"{one.place.line}:{one.place.column}" for one in submissions.diagnostics if one.code is Code.FIGURE_UNPLACED
    ]


@pytest.mark.parametrize(
    ("text", "basis"),
    [
        ("桐庐县2024年,\n指标,累计\n投资,50\n", Basis.CUMULATIVE),
        ("桐庐县2024年,\n指标,当年\n投资,50\n", Basis.ANNUAL),
        ("桐庐县,\n指标,2024年\n,当年\n投资,50\n", Basis.ANNUAL),
        # A title that names no year says of its figures' basis what it says with one, in wide and in long form.
        ("桐庐县当年完成情况,\n指标,2024年\n投资,50\n", Basis.ANNUAL),
        ("桐庐县2024年当年完成情况,\n指标,完成\n投资,50\n", Basis.ANNUAL),
        ("桐庐县当年完成情况,,,\n县,年份,指标,数值\n桐庐县,2024,投资,50\n", Basis.ANNUAL),
        ("桐庐县2024年当年完成情况,,,\n县,年份,指标,数值\n桐庐县,2024,投资,50\n", Basis.ANNUAL),
        # What a row says, in its name or in a cell, goes before what the title leaves open.
        ("桐庐县,\n指标,2024年\n重点项目累计完成投资（当年）,50\n", Basis.ANNUAL),
        ("桐庐县“十四五”以来,,\n指标,口径,2024年\n投资,当年,50\n", Basis.ANNUAL),
        # What the title says of a year's own is not doubted for a sum beside it.
        ("桐庐县当年完成情况,,\n指标,2024年,2023-2024年\n投资,50,60\n", Basis.ANNUAL),
    ],
)
def test_what_titles_and_headers_say(text: str, basis: Basis, tmp_path: Path) -> None:
    assert taken(table(tmp_path, text)) == [("2024", "50", basis)]


@pytest.mark.parametrize(
    ("text", "where"),
    [
        # Since January, or since 2023?
        ("桐庐县2024年6月,\n指标,累计\n投资,50\n", ["3:12"]),
        # Beside a year's own goal a running total may be the year's own as well.
        ("桐庐县2024年,,\n指标,累计,年度目标\n投资,50,60\n", ["3:12"]),
        ("桐庐县,,\n指标,2024年,年度目标\n投资,50,60\n", ["3:12"]),
        # What runs since another year than the plan does, whether the title names a year of the figures or not.
        ("桐庐县“十四五”以来主要指标,\n指标,2024年\n投资,50\n", ["3:12"]),
        ("桐庐县“十四五”以来2024年,\n指标,累计\n投资,50\n", ["3:12"]),
        ("桐庐县2021年以来主要指标,\n指标,2024年\n投资,50\n", ["3:12"]),
        ("桐庐县“十四五”以来,,\n指标,口径,2024年\n投资,,50\n", ["3:13"]),
        ("桐庐县十四五以来主要指标,,,\n县,年份,指标,数值\n桐庐县,2024,投资,50\n", ["3:21"]),
        # Years beside their sum, named or headed as one.
        ("桐庐县,,,\n指标,2023年,2024年,合计\n投资,50,95,145\n", ["3:12", "3:15"]),
        ("桐庐县,,\n指标,2024年,2023-2024年小计\n投资,50,145\n", ["3:12"]),
        ("桐庐县,,\n指标,2024年,累计\n投资,50,145\n", ["3:12", "3:15"]),
        ("桐庐县2024年当年,\n指标,累计\n投资,50\n", ["3:12"]),
    ],
)
def test_what_may_be_a_years_own_is_told_and_not_used(text: str, where: list[str], tmp_path: Path) -> None:
    submissions = table(tmp_path, text)
    assert (taken(submissions), open_at(submissions)) == ([], where)
    assert "field.basis" in [one.words.get("lacking") for one in submissions.diagnostics]


@pytest.mark.parametrize(
    ("text", "values"),
    [
        # 合计 of counties adds up no years.
        ("2024年,,,\n指标,桐庐县,淳安县,合计\n投资,50,60,110\n", ["50", "60", "110"]),
        (",,,\n指标,桐庐县2024年,淳安县2024年,合计\n投资,50,60,110\n", ["50", "60"]),
        (
            "指标,2023年,2023年,2024年,2024年\n,桐庐县,合计,桐庐县,合计\n投资,50,60,110,120\n",
            ["50", "60", "110", "120"],
        ),
    ],
)
def test_a_sum_of_counties_leaves_nothing_open(text: str, values: list[str], tmp_path: Path) -> None:
    submissions = table(tmp_path, text)
    assert sorted(value for _, value, _ in taken(submissions)) == sorted(values)
    assert {basis for _, _, basis in taken(submissions)} == {Basis.CUMULATIVE}
    assert not any("field.basis" in one.words.get("lacking", "") for one in submissions.diagnostics)


def test_a_years_own_amount_beside_a_running_total(tmp_path: Path) -> None:
    submissions = table(tmp_path, "桐庐县2024年,,\n指标,当年,累计\n投资,50,145\n")
    assert taken(submissions) == [("2024", "50", Basis.ANNUAL), ("2024", "145", Basis.CUMULATIVE)]


def test_what_does_not_add_up_has_no_basis_to_doubt(tmp_path: Path) -> None:
    submissions = read(tmp_path, "a.csv", "桐庐县,,,\n指标,2023年,2024年,合计\n地区生产总值,452.3,484.4,936.7\n")
    assert taken(submissions) == [("2023", "452.3", None), ("2024", "484.4", None)]


def test_a_second_table_goes_on_with_what_the_first_says_unless_it_says_more(tmp_path: Path) -> None:
    first = "桐庐县2024年当年完成情况,\n指标,完成\n投资,50\n\n"
    assert taken(table(tmp_path, first + "县,年份,指标,数值\n桐庐县,2023,投资,45\n")) == [
        ("2024", "50", Basis.ANNUAL),
        ("2023", "45", Basis.ANNUAL),
    ]
