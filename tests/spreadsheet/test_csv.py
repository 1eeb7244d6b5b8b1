from __future__ import annotations

import pytest

from countyplan.spreadsheet.csv import csv_table, harmless


@pytest.mark.parametrize(
    "cell", ["=1+1", "+cmd|' /C calc'!A0", "-2+3", "@SUM(A1)", "\tx", "\rx", "-", "+", "-1.2.3", "+²", "-１2"]
)
def test_no_cell_becomes_a_formula(cell: str) -> None:
    assert harmless(cell) == f"'{cell}"


@pytest.mark.parametrize("cell", ["-0.19", "+3", "-.5", "-5.", "12.5", "进度滞后", "", ">= 600亿元"])
def test_numbers_and_words_stay_as_they_are(cell: str) -> None:
    assert harmless(cell) == cell


def test_a_table_begins_with_its_mark_and_ends_its_lines_in_one_way() -> None:
    rows = [["=1", "-0.19"], ['a"b', "甲\r\n乙"], ["##[command]x", "a\x1bb"]]
    assert csv_table(["名称", "数值"], rows) == (
        '\ufeff名称,数值\n\'=1,-0.19\n"a""b","甲\n乙"\n#\\x23[command]x,a\\x1bb\n'
    )
