"""Tables of plain rows are read by a few of their rows, to the same figures and findings as row by row."""

from __future__ import annotations

import random
import re
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

import pytest

from countyplan.limits import Limits
from countyplan.plan import Plan, load_plan, shipped_plan
from countyplan.submission import Input, Submissions, read_submissions
from countyplan.submission.grid import Grid
from countyplan.submission.plain import kind as kinds
from countyplan.submission.plain import lines as plain_lines
from countyplan.submission.plain import rows as plain_rows
from countyplan.submission.plain import table as plain_table

AREAS = ("桐庐县", "淳安县", "建德市", "合计", "330122", "Tonglu")
INDICATORS = {
    "地区生产总值": "亿元",
    "常住人口城镇化率": "%",
    "重点项目累计完成投资": "亿元",
    "医联体": "家",
    "gdp": "万元",
}
PERIODS = ("2022", "2023", "2024", "2024年", "2024-Q2", "2021")
HEADER = "县（市）,报告期,指标,数值,单位"
ROWS = 60
# By these rows 桐庐县 and the figure that others may report of it are known, though the third is not looked at for either.
OF_ANOTHER = (
    "淳安县,2023-Q2,地区生产总值,301.5,亿元,",
    "桐庐县,2022,医联体,5,家,",
    "桐庐县,2023-Q2,地区生产总值,470.2,亿元,",
)


def table(seed: int, values: tuple[str, ...] = ("{:.1f}",), more: tuple[str, ...] = ("",)) -> list[str]:
    """Made-up rows."""
    drawn = random.Random(seed)
    rows = []
    for _ in range(ROWS):
        indicator = drawn.choice([*INDICATORS])
        value = drawn.choice(values).format(drawn.uniform(1, 400))
        row = (drawn.choice(AREAS), drawn.choice(PERIODS), indicator, value, INDICATORS[indicator])
        rows.append(",".join(row) + drawn.choice(more))
    return rows


def late(seed: int) -> list[str]:
    """Made-up rows of which the last alone is of one county, in all else of the same kind as the row before it."""
    rows = [row for row in table(seed) if "Tonglu" not in row]
    return [*rows, f"Tonglu,{rows[-1].partition(',')[2]}"]


def remarked(seed: int, remark: str, value: str = "{:.1f}") -> list[str]:
    """Made-up rows of which those of one indicator and year, which no other row reports, are remarked on."""
    drawn = random.Random(seed)
    rows = [f"{row}," for row in table(seed) if ",2024" not in row or not re.search("地区生产总值|gdp", row)]
    figures = (value.format(drawn.uniform(1, 400)) for _ in range(6))
    return [*rows, *(f"{drawn.choice(AREAS)},2024,地区生产总值,{figure},亿元,{remark}" for figure in figures)]


def each_with(*figures: str) -> list[str]:
    """A table with each of some figures for each indicator of each area."""
    rows = ((area, indicator, figure) for area in AREAS for indicator in INDICATORS for figure in figures)
    return [HEADER, *(f"{area},2024,{indicator},{figure},{INDICATORS[indicator]}" for area, indicator, figure in rows)]


PLAIN = {
    "plain": [HEADER, *table(1)],
    "english": ["area,period,indicator,value,unit", *table(2)],
    "whole numbers": [HEADER, *table(3, ("{:.0f}", "{:.3f}"))],
    "figures like years and codes": [HEADER, *table(4, ("{:.2f}",) * 30 + ("2024", "202406", "2024.06", "330122"))],
    "basis": [HEADER + ",口径", *table(5, more=(",累计", ",当年", ","))],
    "notes": [HEADER + ",来源,备注", *table(6, more=(",统计公报,", ",年报,初步核算数", ",年报,新口径"))],
    "not so plain figures": [HEADER, *table(7, ("{:.1f}",) * 40 + ("—", "", "约{:.0f}", "{:.1f}万元", "１２.５", "x"))],
    "another year": [HEADER, *table(8), "桐庐县,2031,地区生产总值,500.0,亿元"],
    "another unit": [HEADER, *table(9), "桐庐县,2024,地区生产总值,500.0,公里"],
    "a row that says who reports": [HEADER, *table(10), "填报单位：桐庐县统计局,,,,"],
    "a row too short": [HEADER, *table(11), "桐庐县,2024,地区生产总值"],
    "a row too long": [HEADER, *table(12), "桐庐县,2024,地区生产总值,1.5,亿元,x,y"],
    "an unknown indicator": [HEADER, *table(13), "桐庐县,2024,地区生产总直,1.5,亿元", "桐庐县,2024,粮食产量,1.5,吨"],
    "an unknown county": [HEADER, *table(14), "富阳区,2024,地区生产总值,1.5,亿元"],
    "blank lines": [HEADER, *table(15)[:30], "", ",,,,", *table(15)[30:]],
    "quotation marks": [HEADER, *table(16), '桐庐县,2024,地区生产总值,"1,234.5",亿元'],
    "all in quotation marks": [",".join(f'"{cell}"' for cell in row.split(",")) for row in (HEADER, *table(27))],
    "groups of digits": [HEADER, *table(28, ('"{:,.2f}"', '"1,234,{:03.0f}.5"', "{:.1f}"))],
    "marks within": [HEADER + ",来源", *table(29, more=(',"a ""b"", c"', ',a "b"', ","))],
    "a cell over two lines": [HEADER + ",来源", *table(30, more=(',"年鉴\n2024"', ","))],
    "a mark that is not closed": [HEADER, *table(31), '桐庐县,2024,地区生产总值,"1,234.5,亿元'],
    "more behind a mark": [HEADER, *table(32), '桐庐县,2024,地区生产总值,"1,234.5" ,亿元'],
    "a header in marks": [HEADER.replace("数值", '"数,值"'), *table(33)],
    "groups that a comma parts": [
        "县（市）,报告期,指标,数值,备注",
        *(f"{area},{year},{indicator},{text}" for area in AREAS for indicator in INDICATORS
          for year, text in (("2022", "1234.5,484.4"), ("2023", "1,484.4"), ("2024", "2,"), ("2024年", "3,120亩"))),
    ],
    "wrong groups": [HEADER, *table(34, ('"{:,.1f}"', '"1,{:.0f}"'))],
    "a title": ["2024年三县（市）主要指标,,,,", HEADER, *table(17)],
    "a title of goals": ["2024年目标计划表,,,,", HEADER, *table(18)],
    "a footnote": [HEADER, *table(19), "注：2023年为计划数,,,,"],
    "a county in the indicator": [HEADER, *table(20), "淳安县,2024,桐庐县地区生产总值,1.5,亿元"],
    "a county in the note": [
        HEADER + ",备注", "桐庐县,2023,地区生产总值,470.2,亿元,",
        *(f"{area},2024,地区生产总值,{value},亿元,建德市数据" for area, value in (("建德市", 490.2), ("桐庐县", 484.2))),
    ],
    "unknown column": [HEADER + ",增速", *table(21, more=(",5.1",))],
    "values twice": [HEADER + ",数值", *table(22, more=(",5.1",))],
    "no county": ["报告期,指标,数值", "2024,医联体,5", *(f"2024,医联体,{at}" for at in range(ROWS))],
    "spaces": [HEADER, *(row.replace(",", " , ") for row in table(23))],
    "foreseen": [HEADER, *(row.replace(",2024,", ",2024（预计）,") for row in table(24))],
    "final and preliminary": [HEADER, *(row.replace(",2023,", ",2023年（初步核算数）,") for row in table(25))],
    "a plan's years": [HEADER, *(row.replace(",2022,", ",2027,") for row in table(26)), "桐庐县,2030,医联体,≥5,家"],
    "preliminary of one year": [HEADER + ",备注", *remarked(35, "初步核算数")],
    "flash figures": [HEADER + ",备注", *remarked(36, "快报数")],
    "goals of one year": [HEADER + ",备注", *remarked(37, "计划数")],
    "of a part": [HEADER + ",备注", *remarked(38, "全市口径")],
    "foreseen of one year": [HEADER + ",备注", *remarked(39, "预计数")],
    "remarks nobody knows": [HEADER + ",统计状态", *remarked(40, "初步核算数")],
    "verified beside unsaid": [HEADER + ",备注", *remarked(41, "年报数"), "桐庐县,2024,gdp,1.5,亿元,"],
    "a later stage beside a plain figure": [
        HEADER + ",备注", *OF_ANOTHER, *remarked(42, ""),
        *(f"桐庐县,2023-Q2,地区生产总值,{one},亿元,年报数" for one in ("约5", "6.1")),
    ],
    "an odd figure of an earlier stage": [
        HEADER + ",备注", *OF_ANOTHER, *remarked(43, ""),
        "桐庐县,2023-Q2,地区生产总值,约5,亿元,初步核算数",
    ],
    "constant prices": [HEADER + ",备注", *remarked(44, "按可比价计算")],
    "remarked and not so plain": [HEADER + ",备注", *remarked(45, "快报数", "约{:.0f}")],
    "a county by another name in remarked rows alone": [
        HEADER + ",备注", *(row for row in remarked(46, "初步核算数") if "330122" not in row),
        *["330122,2024,地区生产总值,5.5,亿元,初步核算数"] * 3,
    ],
    "preliminary in the period": [HEADER + ",备注", *(row.replace("2024,地", "2024（初步）,地") for row in remarked(47, ""))],
    "no goal there": [
        HEADER, *table(35), *(f"{area},2024,百亿级产业链,{value},条" for value in (2, 3) for area in AREAS[:4])
    ],
    "no unit": ["县（市）,报告期,指标,数值", *(row.rpartition(",")[0] for row in table(36))],
    "the unit in the header": ["县（市）,报告期,指标,数值（万元）", *(
        f"{area},{year},地区生产总值,{value}" for area in AREAS for year in PERIODS for value in (4842300, "2717955.5")
    )],
    "the figure first": ["数值,县（市）,报告期,指标,单位", *(
        f"{value},{area},{period},{indicator},{unit}"
        for area, period, indicator, value, unit in (row.split(",") for row in table(37))
    )],
    "few figures": [HEADER, *table(38, ("1.5", "2.5"))],
    "a county that comes late": [HEADER, *late(39)],
    "a county that only an odd figure is of": [
        HEADER, *(row for row in table(40) if "建德" not in row), "建德市,2024,医联体,约5,家"
    ],
    "an unknown county with an odd figure": [HEADER, *table(41), "富阳区,2024,医联体,约5,家"],
    "words beside a county": [HEADER, *(row for row in table(42) if "建德" not in row), "建德市,2024,经济发展情况,,"],
    "a footnote with a figure": [HEADER, *table(43), "注：数据为快报数,2024,医联体,5,家"],
    "a heading beside figures": [HEADER, *table(44), "一、经济发展,2024,,5,"],
    "a zero width space": [HEADER, *table(45), "桐庐县,2024,医联\u200b体,5,家", "桐庐县,2024,医联体,\u200b5,家"],
    "a bare carriage return": [HEADER + ",来源", *table(46, more=(",年鉴\r2024", ","))],
    "a tab": [HEADER + ",来源", *table(47, more=(",年鉴\t2024", ","))],
    "a nul": [HEADER + ",来源", *table(48, more=(",年鉴\0", ","))],
    "semicolons": [HEADER + ",来源", *table(49, more=(",年鉴;2024", ","))],
    "years for figures": each_with("2023", "1999", "2101"),
    "months for figures": each_with("202406", "2024.06", "199912"),
    "codes for figures": each_with("330122", "330127"),
}  # fmt: skip
TAKEN = (
    *("preliminary of one year", "flash figures", "goals of one year", "of a part", "foreseen of one year"),
    *("remarked and not so plain", "a county by another name in remarked rows alone"),
    *("another unit", "foreseen", "preliminary in the period"),
    *("no goal there", "no unit", "the figure first", "few figures"),
    "a county that comes late",
    *("plain", "english", "whole numbers", "figures like years and codes", "not so plain figures"),
    *("all in quotation marks", "groups of digits", "marks within"),
)


@pytest.fixture(scope="module")
def plan() -> Plan:
    return load_plan(shipped_plan())[0]


def read(path: Path, plan: Plan, monkeypatch: pytest.MonkeyPatch, least: int) -> tuple[Submissions, bool]:
    """What the file reports, and whether a few rows stood for the others, if it has at least so many lines."""
    taken: list[bool] = []
    plain = plain_table.read_plain

    def watched(
        text: str, file: str, plan: Plan, most: int, carefully: Callable[[Grid], plain_table.Careful]
    ) -> plain_table.PlainTable | None:
        found = plain(text, file, plan, most, carefully)
        taken.append(found is not None)
        return found

    monkeypatch.setattr(plain_rows, "WORTHWHILE", least)
    monkeypatch.setattr(plain_table, "read_plain", watched)
    submissions = read_submissions([path], plan)
    monkeypatch.undo()
    return submissions, any(taken)


@pytest.mark.parametrize(("end", "last", "enough", "piece"), [("\n", "\n", 20, 1 << 20), ("\r\n", "", 1, 50)])
@pytest.mark.parametrize("name", PLAIN)
def test_rows_are_read_the_same_one_by_one_and_by_those_that_stand_for_them(
    name: str, end: str, last: str, enough: int, piece: int, plan: Plan, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "t.csv"
    # Every row three times over, so that something is spared.
    header, rows = (
        ([*PLAIN[name][:2]], PLAIN[name][2:]) if name.startswith("a title") else (PLAIN[name][:1], PLAIN[name][1:])
    )
    path.write_bytes(("\ufeff" + end.join([*header, *rows, *rows, *rows]) + last).encode())
    careful, _ = read(path, plan, monkeypatch, 10**9)
    # After so many counties the others are taken to be read alike by their names.
    monkeypatch.setattr(plain_rows, "_ENOUGH", enough)
    # As a long text, it is cut into lines piece by piece.
    monkeypatch.setattr(plain_lines, "_PIECE", piece)
    quick, taken = read(path, plan, monkeypatch, 0)
    assert quick == careful
    assert [one.place.excerpt for one in quick.figures] == [one.place.excerpt for one in careful.figures]
    assert [one.in_line for one in quick.figures] == [one.in_line for one in careful.figures]
    assert [one.place.length for one in quick.figures] == [one.place.length for one in careful.figures]
    assert [one.place.length for one in quick.diagnostics] == [one.place.length for one in careful.diagnostics]
    assert taken or name not in TAKEN


@pytest.mark.parametrize(
    ("where", "what", "other"),
    [(kinds, "converted", lambda *_: None), (kinds.Amounts, "_value", lambda *_: Decimal(1))],
)
def test_a_row_that_comes_to_something_else_than_those_like_it_has_the_table_read_row_by_row(
    where: object, what: str, other: Callable[..., object], plan: Plan, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "t.csv"
    path.write_text("\n".join([HEADER, *table(1) * 3]), encoding="utf-8")
    careful, _ = read(path, plan, monkeypatch, 10**9)
    monkeypatch.setattr(where, what, other)
    assert read(path, plan, monkeypatch, 0) == (careful, False)


def test_more_cells_than_are_allowed_are_told_as_of_any_table(plan: Plan, tmp_path: Path) -> None:
    path = tmp_path / "t.csv"
    path.write_text("\n".join([HEADER, *table(1) * 20]), encoding="utf-8")
    how = Input(limits=Limits(cells=1000))
    assert [one.code for one in read_submissions([path], plan, how).diagnostics] == ["CP123"]
