from __future__ import annotations

import pytest

from countyplan.spreadsheet.csv import harmless


@pytest.mark.parametrize("cell", ["=1+1", "+cmd|' /C calc'!A0", "-2+3", "@SUM(A1)", "\tx", "\rx", "-", "+"])
def test_no_cell_becomes_a_formula(cell: str) -> None:
    assert harmless(cell) == f"'{cell}"


@pytest.mark.parametrize("cell", ["-0.19", "+3", "12.5", "进度滞后", "", ">= 600亿元"])
def test_numbers_and_words_stay_as_they_are(cell: str) -> None:
    assert harmless(cell) == cell
