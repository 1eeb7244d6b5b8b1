"""Whatever is written can be read back, empty and filled in."""

from __future__ import annotations

import dataclasses
import io
from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from pathlib import Path

import openpyxl
import pytest

from countyplan.diagnostics import Code, Diagnostic
from countyplan.figures import collect
from countyplan.language import Language
from countyplan.plan import TOTAL, Plan
from countyplan.quantity import parse_period
from countyplan.submission import Basis, Filing, Submissions, read_submissions
from countyplan.submission.record.commitment import State
from tests.template.forms import (
    AREAS,
    FILL,
    NUMBER_OF_LINES,
    PERIODS,
    PLAN,
    figures_by_name,
    fill_csv,
    fill_xlsx,
    form_of,
    read_back,
    values_for,
    written,
)

READ_BACK = (".yaml", ".csv", ".xlsx")


def findings(read: Submissions) -> list[Diagnostic]:
    """What is found, apart from the remark that a workbook's last sheet, which explains it, holds no figures."""
    return [one for one in read.diagnostics if one.code is not Code.SHEET_SKIPPED]


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("period", PERIODS)
@pytest.mark.parametrize("area", AREAS)
@pytest.mark.parametrize("suffix", READ_BACK)
def test_an_empty_form_is_well_formed_and_reports_nothing(
    suffix: str, area: str, period: str, language: Language, tmp_path: Path
) -> None:
    read = read_back(written(form_of(area, period, language), suffix), tmp_path / f"form{suffix}")
    assert findings(read) == []
    assert read.figures == ()
    assert read.areas == {area}


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("period", PERIODS)
@pytest.mark.parametrize("area", AREAS)
@pytest.mark.parametrize("suffix", READ_BACK)
def test_a_filled_form_gives_the_figure_of_every_line(
    suffix: str, area: str, period: str, language: Language, tmp_path: Path
) -> None:
    form = form_of(area, period, language)
    values = values_for(form)
    read = read_back(FILL[suffix](written(form, suffix), values), tmp_path / f"form{suffix}")
    assert findings(read) == []
    assert len(read.figures) == NUMBER_OF_LINES[area]
    assert figures_by_name(read, form) == {name: Decimal(value) for name, value in values.items()}
    assert {(figure.area, figure.period) for figure in read.figures} == {(area, form.period)}


@pytest.mark.parametrize("area", AREAS)
def test_every_unit_and_basis_that_is_offered_is_accepted(area: str, tmp_path: Path) -> None:
    form = form_of(area)
    for line in form.lines:
        for unit in line.units:
            for basis in line.bases or (None,):
                one = dataclasses.replace(line, units=(unit,), bases=() if basis is None else (basis,))
                data = fill_csv(written(dataclasses.replace(form, lines=(one,)), ".csv"), {line.name: "1"})
                read = read_back(data, tmp_path / "one.csv")
                assert findings(read) == []
                assert [figure.value for figure in read.figures] == [unit.convert(Decimal(1), line.unit)]
                assert [figure.basis for figure in read.figures] == [basis]


@pytest.mark.parametrize("suffix", [".csv", ".xlsx"])
@pytest.mark.parametrize("area", AREAS)
def test_an_english_form_gives_the_figures_of_the_chinese_one(area: str, suffix: str, tmp_path: Path) -> None:
    told = []
    for language in Language:
        form = form_of(area, language=language)
        data = FILL[suffix](written(form, suffix), values_for(form))
        read = read_back(data, tmp_path / f"{language}{suffix}")
        told.append([(one.indicator, one.area, one.period, one.value, one.basis) for one in read.figures])
    assert told[0] == told[1]
    assert len(told[0]) == NUMBER_OF_LINES[area]


def test_another_unit_chosen_from_the_english_list_is_converted(tmp_path: Path) -> None:
    form = form_of("tonglu", language=Language.EN)
    book = openpyxl.load_workbook(io.BytesIO(written(form, ".xlsx")))
    sheet = book.worksheets[0]
    assert (sheet["C2"].value, sheet["E2"].value) == ("Gross regional product", "100 million yuan")
    sheet["D2"].value, sheet["E2"].value = 4_844_000, "10000 yuan"
    book.save(tmp_path / "form.xlsx")
    read = read_submissions([tmp_path / "form.xlsx"], PLAN)
    assert findings(read) == []
    # 4,844,000 x 10,000 = 484.4 x 100 million
    assert [(one.indicator, one.value) for one in read.figures] == [("gdp", Decimal("484.4"))]


FILED = ("2025-03-01", "桐庐县统计局", "张三", "0571-64212345")


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("suffix", READ_BACK)
def test_who_filled_a_form_in_and_when_is_read_back_and_is_no_figure(
    suffix: str, language: Language, tmp_path: Path
) -> None:
    form = form_of("tonglu", language=language)
    read = read_back(FILL[suffix](written(form, suffix), values_for(form), FILED), tmp_path / f"form{suffix}")
    assert findings(read) == []
    assert [file.filings for file in read.files] == [(Filing(*FILED),)]
    assert len(read.figures) == NUMBER_OF_LINES["tonglu"]
    assert {figure.submitted for figure in read.figures} == {"2025-03-01"}
    assert read.areas == {"tonglu"}


def test_a_date_that_a_spreadsheet_keeps_as_one_is_read(tmp_path: Path) -> None:
    form = form_of("tonglu")
    filled = fill_xlsx(written(form, ".xlsx"), values_for(form), [date(2025, 3, 1)])
    read = read_back(filled, tmp_path / "form.xlsx")
    assert findings(read) == []
    assert [one.submitted for file in read.files for one in file.filings] == ["2025-03-01"]


def test_the_date_of_a_form_holds_for_its_commitments(tmp_path: Path) -> None:
    form = form_of("tonglu")
    book = openpyxl.load_workbook(io.BytesIO(fill_xlsx(written(form, ".xlsx"), values_for(form), FILED)))
    header = [cell.value for cell in book.worksheets[1][1]]
    book.worksheets[1].cell(2, header.index("进展") + 1).value = "进行中"
    book.save(tmp_path / "form.xlsx")
    [promised] = read_submissions([tmp_path / "form.xlsx"], PLAN).commitments
    assert promised.submitted == "2025-03-01"


@pytest.mark.parametrize("suffix", READ_BACK)
@pytest.mark.parametrize("first", [("2025-02-01", *FILED[1:]), ()])
def test_the_later_of_two_forms_settles_a_period_and_is_told(
    first: tuple[str, ...], suffix: str, tmp_path: Path
) -> None:
    form = form_of("tonglu")
    values = values_for(form)
    name = next(name for name in values if PLAN.indicator_names.find(name) == "gdp")
    for at, (value, filing) in enumerate((("484.4", FILED), ("470", first))):
        filled = FILL[suffix](written(form, suffix), {**values, name: value}, filing)
        (tmp_path / f"{at}{suffix}").write_bytes(filled)
    figures = collect(read_submissions([tmp_path], PLAN), PLAN, form.period, parse_period("2026-01") or form.period)
    [restated] = figures.restatements
    assert (restated.old.value, restated.new.value) == (Decimal(470), Decimal("484.4"))
    assert [one.code for one in figures.diagnostics if one.code in {Code.RESTATED, Code.SUBMISSIONS_CONFLICT}] == [
        Code.RESTATED
    ]


def test_a_cumulative_line_is_a_running_total_unless_it_is_changed(tmp_path: Path) -> None:
    form = form_of(TOTAL)
    for suffix in READ_BACK:
        read = read_back(FILL[suffix](written(form, suffix), values_for(form)), tmp_path / f"form{suffix}")
        assert {figure.basis for figure in read.figures} == {Basis.CUMULATIVE}


HOSTILE = (
    "=1+1",
    "+x: y # z",
    '"quoted" \\n',
    "null",
    "Null",
    "- item",
    "{a: b}",
    "2024",
    "*alias",
    "令人#误解: 的名称",
)


def hostile_plan(name: str) -> Plan:
    """The shipped plan with an indicator whose name and words would be something else in YAML or in a spreadsheet."""
    first, *others = PLAN.indicators
    goals = tuple(goal.model_copy(update={"wording": f"=1\nfigures: [\n{name}\x07"}) for goal in first.goals)
    named = first.model_copy(update={"name": name, "goals": goals})
    targets = PLAN.targets_file.model_copy(update={"indicators": (named, *others)})
    return dataclasses.replace(PLAN, targets_file=targets)


@pytest.mark.parametrize("name", HOSTILE)
@pytest.mark.parametrize("suffix", READ_BACK)
def test_no_name_and_no_wording_of_a_plan_breaks_a_form(suffix: str, name: str, tmp_path: Path) -> None:
    plan = hostile_plan(name)
    form = form_of("tonglu", plan=plan)
    path = tmp_path / f"form{suffix}"
    assert findings(read_back(written(form, suffix), path, plan)) == []
    read = read_back(FILL[suffix](written(form, suffix), values_for(form, plan)), path, plan)
    assert findings(read) == []
    assert len(read.figures) == NUMBER_OF_LINES["tonglu"]


def filled_states(data: bytes, states: Mapping[str, str]) -> bytes:
    """A workbook's form with the states of some commitments, as a clerk chooses them."""
    book = openpyxl.load_workbook(io.BytesIO(data))
    sheet = book.worksheets[1]
    header = [cell.value for cell in sheet[1]]
    names, state = header.index("承诺事项") + 1, header.index("进展") + 1
    for row in range(2, sheet.max_row + 1):
        if (said := states.get(str(sheet.cell(row, names).value))) is not None:
            sheet.cell(row, state).value = said
            sheet.cell(row, header.index("佐证") + 1).value = "虚构〔2024〕1号"
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def test_states_that_are_filled_into_a_workbook_are_read(tmp_path: Path) -> None:
    form = form_of("tonglu")
    data = filled_states(written(form, ".xlsx"), {"创建三级甲等医院": "进行中", "编制5年行动计划": "已完成"})
    read = read_back(data, tmp_path / "form.xlsx")
    assert findings(read) == []
    assert {(one.commitment, one.state, len(one.proofs)) for one in read.commitments} == {
        ("grade_3a_hospital", State.UNDER_WAY, 1),
        ("county_action_plan", State.DONE, 1),
    }


@pytest.mark.parametrize("language", Language)
def test_states_that_are_filled_into_yaml_are_read(language: Language, tmp_path: Path) -> None:
    form = form_of("chunan", language=language)
    states = [form.texts.say(f"commitment.state.{state}") for state in State]
    lines = written(form, ".yaml").decode("utf-8").splitlines()
    start = lines.index("commitments:")
    waiting = [at for at in range(start + 1, len(lines)) if not lines[at].startswith("  #")]
    for at, said in zip(waiting, states, strict=False):
        lines[at] += f" {said}"
    read = read_back("\n".join(lines).encode("utf-8"), tmp_path / "form.yaml")
    assert findings(read) == []
    assert [one.state for one in read.commitments] == list(State)
