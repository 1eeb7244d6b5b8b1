"""Columns that hold each other's contents are told once, and what is wrong for another reason stays as it is."""

from __future__ import annotations

from pathlib import Path

import pytest

from countyplan.diagnostics import Code
from tests.submission.reading import read, told

HEAD = "县（市）,报告期,指标,数值\n"
GOOD = "建德市,2024,地区生产总值,470\n"


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        ("桐庐县,gdp,2024,484.4\n桐庐县,GDP,2023,452.3\n", [(Code.COLUMNS_CROSSED, 2, 5)]),
        ("2024,桐庐县,gdp,484.4\n", [(Code.COLUMNS_CROSSED, 2, 1)]),
        ("桐庐县,2024,484.4,gdp\n", [(Code.COLUMNS_CROSSED, 2, 10)]),
        ("gdp,桐庐县,2024,484.4\n", [(Code.COLUMNS_CROSSED, 2, 1)]),
        # A year is a number as well, and a number with its unit is a figure.
        ("桐庐县,484.4,gdp,2024\n桐庐县,72.1%,urbanisation_rate,2024年\n", [(Code.COLUMNS_CROSSED, 2, 5)]),
        ("桐庐县,2024-13,gdp,2024\n", [(Code.BAD_PERIOD, 2, 5)]),
        (GOOD + "桐庐县,gdp,2024,484.4\n", [(Code.COLUMNS_CROSSED, 3, 5)]),
        # Nothing of these is of another column's kind, or of one alone.
        ("桐庐县,xyz,2024,484.4\n", [(Code.BAD_PERIOD, 2, 5), (Code.UNKNOWN_INDICATOR, 2, 9)]),
        ("桐庐县,gdp,城镇化,484.4\n", [(Code.BAD_PERIOD, 2, 5), (Code.UNKNOWN_INDICATOR, 2, 9)]),
        ("桐庐县,去年,gdp,很多\n", [(Code.BAD_PERIOD, 2, 5), (Code.NOT_A_NUMBER, 2, 12)]),
        # One row each, of which only together they would hold each other's contents.
        ("桐庐县,gdp,gdp,484.4\n桐庐县,2024,2024,5\n", [(Code.BAD_PERIOD, 2, 5), (Code.UNKNOWN_INDICATOR, 3, 10)]),
    ],
)
def test_rows_with_each_others_contents_are_told_once(
    rows: str, expected: list[tuple[Code, int, int]], tmp_path: Path
) -> None:
    assert told(read(tmp_path, "a.csv", HEAD + rows)) == expected


def test_the_rows_are_counted(tmp_path: Path) -> None:
    (found,) = read(tmp_path, "a.csv", HEAD + "桐庐县,gdp,2024,484.4\n" * 3 + "淳安县,gdp,2024,275\n").diagnostics
    assert found.words["count"] == "4"
    assert "period, indicator" in found.message("en")
    assert "“报告期、指标”" in found.message("zh")


def test_a_plain_table_with_such_rows_is_told_alike(tmp_path: Path) -> None:
    plain = "".join(f"桐庐县,{year},gdp,{year % 7}.5\n" for year in range(2001, 2020))
    found = read(tmp_path, "a.csv", HEAD + plain + "桐庐县,gdp,2024,484.4\n").diagnostics
    assert [one.code for one in found if one.code is not Code.BEFORE_THE_PLAN] == [Code.COLUMNS_CROSSED]
