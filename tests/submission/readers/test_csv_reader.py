from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from countyplan.diagnostics import Code
from countyplan.submission.open.csv_reader import _rows
from tests.submission.reading import read, told, values

HEADER = "area,period,indicator,value,note\n"
ROW = "桐庐县,2024,gdp,484.4\n"


@pytest.mark.parametrize(
    "content",
    [
        "县（市）,报告期,指标,数值\n桐庐县,2024,地区生产总值,484.4\n",
        "指标,数值,县市,年份\n地区生产总值,484.4,桐庐,2024\n",
        " AREA , Period,INDICATOR,Value \n桐庐县,2024,gdp,484.4",
        "县（市）;报告期;指标;数值\r\n桐庐县;2024;GDP;484.4\r\n",
        "area\tperiod\tindicator\tvalue\n330122\t2024\t地区生产总值\t484.4\n",
        "\ufeffarea,period,indicator,value\n桐庐县,2024,gdp,484.4\n",
        '"area","period","indicator","value"\n"桐庐县","2024","gdp","484.4"\n',
        "\n\n,,,\narea,period,indicator,value\n\n,,,\n桐庐县,2024,gdp,484.4\n , ,\n\n",
        "area,period,indicator,value\r桐庐县,2024,gdp,484.4\r",
        "area,period,indicator,value,,\n桐庐县,2024,gdp,484.4,,,,\n",
    ],
)
@pytest.mark.parametrize("name", ["a.csv", "A.CSV", "a.tsv"])
def test_shapes_that_are_read(content: str, name: str, tmp_path: Path) -> None:
    submissions = read(tmp_path, name, content)
    assert values(submissions) == {"gdp": "484.4"}
    assert submissions.diagnostics == ()


@pytest.mark.parametrize(
    ("content", "line", "column"),
    [
        (HEADER + "桐庐县,2024,gdp,x\n", 2, 14),
        (HEADER + '"桐庐县","2024","gdp","x"\n', 2, 20),
        (HEADER + '桐庐县,2024,gdp,"1,2"\n', 2, 14),
        (HEADER + '"桐\n庐县",2024,gdp,x\n', 3, 14),
        (HEADER + '桐庐县,2024,gdp,484.4,"第一行\n第二行"\n桐庐县,2023,gdp,x\n', 4, 14),
        (HEADER + '桐庐县,2024,gdp,484.4,"说""五,十"""\n桐庐县,2023,gdp,x\n', 3, 14),
        (HEADER.replace("\n", "\r\n") + '桐庐县,2024,gdp,1,"a\r\nb"\r\n桐庐县,2023,gdp,x\r\n', 4, 14),
        ("\ufeff" + HEADER + "桐庐县,2024,gdp,x\n", 2, 14),
        (HEADER + "\n\n桐庐县,2024,gdp,x\n", 4, 14),
        ("\n" + HEADER.replace(",", ";") + "桐庐县;2024;gdp;x\n", 3, 14),
        (HEADER.replace(",", "\t") + "桐庐县\t2024\tgdp\tx\n", 2, 14),
    ],
)
def test_a_cell_is_told_where_it_begins(content: str, line: int, column: int, tmp_path: Path) -> None:
    assert told(read(tmp_path, "a.csv", content)) == [(Code.NOT_A_NUMBER, line, column)]


def test_a_quotation_mark_inside_a_cell_moves_nothing_and_loses_nothing(tmp_path: Path) -> None:
    content = 'area,period,indicator,note,value\n桐庐县,2024,gdp,口径 5" 管,484.4\n桐庐县,2023,gdp,5" 管,x\n'
    submissions = read(tmp_path, "a.csv", content)
    assert values(submissions) == {"gdp": "484.4"}
    assert told(submissions) == [(Code.NOT_A_NUMBER, 3, 19)]


def test_several_areas_periods_and_indicators_share_a_file(tmp_path: Path) -> None:
    content = HEADER + "桐庐县,2024,gdp,484.4\n淳安县,2023,城镇化率,48%\n合计,2024,协作资金,3\n"
    submissions = read(tmp_path, "a.csv", content)
    assert submissions.areas == {"tonglu", "chunan", "total"}
    assert [(one.area, one.indicator, str(one.period)) for one in submissions.figures] == [
        ("tonglu", "gdp", "2024"), ("chunan", "urbanisation_rate", "2023"), ("total", "cooperation_funds", "2024")
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ("", [(Code.EMPTY, None, None)]),
        ("\n \n,,\n", [(Code.EMPTY, None, None)]),
        ("area,period,value\n", [(Code.HEADER_MISSING, 1, 1)]),
        ("area,period,indicator,value,数值\n" + ROW, [(Code.HEADER_TWICE, 1, 29)]),
        ("area,period,indicator,value,colour\n" + ROW, [(Code.HEADER_UNKNOWN, 1, 29)]),
        ("area,period,indicator,value,figures\n" + ROW, [(Code.HEADER_UNKNOWN, 1, 29)]),
        (HEADER + '桐庐县,2024,gdp,"484.4\n', [(Code.CSV_SYNTAX, 2, 1)]),
        (HEADER + ROW + '桐庐县,2024,gdp,"484".4\n', [(Code.CSV_SYNTAX, 3, 1)]),
        (HEADER + "桐庐县,2024,gdp,484,4,亿元\n" + ROW, [(Code.ROW_TOO_LONG, 2, 20)]),
        (HEADER + "桐庐县,2024\n", [(Code.UNKNOWN_INDICATOR, 2, 5)]),
        (HEADER + "桐庐县,2024,gdp\n", []),
    ],
)
def test_what_is_wrong_with_the_form(
    content: str, expected: list[tuple[Code, int | None, int | None]], tmp_path: Path
) -> None:
    assert sorted(told(read(tmp_path, "a.csv", content)), key=str) == sorted(expected, key=str)


def test_a_row_that_is_too_long_is_not_used_and_the_others_are(tmp_path: Path) -> None:
    submissions = read(tmp_path, "a.csv", HEADER + "桐庐县,2024,gdp,484,4,亿元\n桐庐县,2024,城镇化率,72%\n")
    assert values(submissions) == {"urbanisation_rate": "72"}
    assert submissions.diagnostics[0].words == {"text": "亿元"}


@pytest.mark.parametrize(
    ("header", "row", "value", "parted"),
    [
        ("value,note", "1,484.4", None, "1,484.4"),
        ("value,note", "-1,484", None, "-1,484"),
        ("value,note", " 1,484.4亿元", None, "1,484.4亿元"),
        ("value,source,note", "4,844,000", None, "4,844,000"),
        ("value,source,unit", "1,484.4,亿元", None, "1,484.4"),
        # No number of thousands is written so, or the cells are set apart.
        ("value,note", "484.4,120", "484.4", None),
        ("value,note", "4844,120", "4844", None),
        ("value,note", "484,1200", "484", None),
        ("value,note", "484,12", "484", None),
        ("value,note", "0,484", "0", None),
        ("value,note", "484,120 号文", "484", None),
        ("value,note", '484,"120"', "484", None),
        ("value,note", '"484",120', "484", None),
        ("value\tnote", "484\t120", "484", None),
        ("value,basis,note", "484,,120", "484", None),
        ("note,value", "4,120", "120", None),
    ],
)
def test_a_number_that_its_own_comma_parts_is_not_used(
    header: str, row: str, value: str | None, parted: str | None, tmp_path: Path
) -> None:
    mark = "\t" if "\t" in header else ","
    first, second = mark.join(["area", "period", "indicator"]), mark.join(["桐庐县", "2024", "gdp"])
    submissions = read(tmp_path, "a.csv", f"{first}{mark}{header}\n{second}{mark}{row}\n")
    assert values(submissions) == ({} if value is None else {"gdp": value})
    found = [(one.code, one.place.column, one.words["text"]) for one in submissions.diagnostics if "text" in one.words]
    assert (Code.NOT_A_NUMBER, 14, parted) in found or (parted is None and found == [])


def test_a_number_that_its_own_comma_parts_is_not_used_from_a_table_with_a_year_a_column(tmp_path: Path) -> None:
    submissions = read(tmp_path, "a.csv", "桐庐县,,,\n指标,2023年,2024年,备注\nGDP,452.3,1,484.4\n")
    assert [(str(one.period), str(one.value)) for one in submissions.figures] == [("2023", "452.3")]
    assert told(submissions) == [(Code.NOT_A_NUMBER, 3, 11)]


def test_what_the_header_lacks_is_named(tmp_path: Path) -> None:
    [found, unused] = read(tmp_path, "a.csv", "area,indicator,value,perdio\n").diagnostics
    assert found.words == {"lacking": "field.period"}
    assert unused.words == {"text": "perdio", "near": "period"}


def test_a_column_is_not_suggested_for_itself(tmp_path: Path) -> None:
    [found] = read(tmp_path, "a.csv", "area,period,indicator,value,figures\n").diagnostics
    assert found.words["near"] != found.words["text"]


CELL = st.text(
    st.characters(codec="utf-8", categories=("L", "N", "P", "S", "Zs")) | st.sampled_from('"\n, '), max_size=8
)


@given(st.lists(st.lists(CELL, min_size=1, max_size=4), min_size=1, max_size=4), st.booleans())
def test_every_cell_has_its_place_whatever_it_holds(rows: list[list[str]], quote: bool) -> None:
    out = io.StringIO()
    csv.writer(out, lineterminator="\n", quoting=csv.QUOTE_ALL if quote else csv.QUOTE_MINIMAL).writerows(rows)
    text = out.getvalue()
    lines = text.split("\n")
    grid = list(_rows(text, "a.csv", ","))
    # A line of blanks and commas alone is no row; an empty cell alone is written as two quotation marks.
    filled = [row for row in rows if quote or row == [""] or any(cell.strip(" ") for cell in row)]
    assert [[cell.text for cell in row] for row in grid if row] == filled
    for cell in (cell for row in grid for cell in row):
        at = lines[(cell.place.line or 0) - 1][(cell.place.column or 0) - 1 :]
        written = (cell.text or "").split("\n")[0]
        assert at.startswith((written, '"' + written.replace('"', '""')))


@pytest.mark.parametrize("text", ['a,""""\n""', 'x,"\n"""', 'a,b"",c"\n', '"\n""\n"""", "'])
def test_marks_in_odd_places_end_in_a_reading_or_a_finding(tmp_path: Path, text: str) -> None:
    assert read(tmp_path, "a.csv", text).figures == ()
