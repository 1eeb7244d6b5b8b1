from __future__ import annotations

import pytest

from countyplan.language import Language
from countyplan.plan import TOTAL
from tests.template.forms import AREAS, NUMBER_OF_LINES, figure_rows, form_of, rows_of, written


def test_the_header_is_the_long_forms_in_either_language() -> None:
    chinese = ["县（市）", "报告期", "指标", "数值", "单位", "口径", "来源", "备注"]
    english = ["area", "period", "indicator", "value", "unit", "basis", "source", "note"]
    assert rows_of(written(form_of("tonglu"), ".csv"))[0] == chinese
    assert rows_of(written(form_of("tonglu", language=Language.EN), ".csv"))[0] == english


@pytest.mark.parametrize("area", AREAS)
def test_a_row_waits_for_each_figure_with_its_unit_and_basis_filled_in(area: str) -> None:
    form = form_of(area)
    data = written(form, ".csv")
    assert data.startswith(b"\xef\xbb\xbf")
    rows = figure_rows(data)
    assert len(rows) == NUMBER_OF_LINES[area]
    for row, line in zip(rows, form.lines, strict=True):
        assert row[:4] == [form.area, "2024", line.name, ""]
        assert row[4] == line.unit.name
        assert row[5] == ("累计" if line.bases else "")
        assert row[6] == ""
        assert line.clause in row[7]
        assert line.wording in row[7]


def test_a_month_is_written_so_that_no_spreadsheet_makes_a_date_of_it() -> None:
    assert {row[1] for row in figure_rows(written(form_of(TOTAL, "2024-06"), ".csv"))} == {"2024年6月"}
    assert {row[1] for row in figure_rows(written(form_of(TOTAL, "2024-Q2"), ".csv"))} == {"2024-Q2"}


def test_no_cell_is_a_formula() -> None:
    cells = [cell for area in AREAS for row in rows_of(written(form_of(area), ".csv")) for cell in row]
    assert not [cell for cell in cells if cell.startswith(("=", "+", "-", "@", "\t", "\r"))]


def test_below_the_figures_are_lines_for_who_fills_it_in_and_when() -> None:
    labels = [row[0] for row in rows_of(written(form_of("tonglu"), ".csv"))[-4:]]
    assert labels == ["报送日期", "填报单位", "填表人", "电话"]
    english = [row[0] for row in rows_of(written(form_of("tonglu", language=Language.EN), ".csv"))[-4:]]
    assert english == ["Date submitted", "Reporting unit", "Filled in by", "Telephone"]
