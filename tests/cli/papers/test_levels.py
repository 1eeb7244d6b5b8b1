"""Where areas form a tree every report tells its levels from the top down: how many targets each has, and how they stand."""

from __future__ import annotations

import io
import json
from pathlib import Path

import pytest
from docx import Document
from openpyxl import load_workbook
from typer.testing import CliRunner

from countyplan.cli.app import app
from countyplan.plan import TOTAL, load_plan, shipped_plan
from tests.plan.plan_of_areas import AREAS, write_tree
from tests.render.markup import read

# As of 2024, 40 % of the time from 2022 to 2027 gone. Quay 10 of 20 and bay 0: port 10 of 60 = 0.17 of 0.4, far behind;
# hill 30: east 40 of 100, on track; west 5: nation 45 of 150 = 0.3, at 0.75 of the pace behind. Hill, 8 of 20, is on track.
FIGURES = """\
地区,年份,指标,数值
埠县,2024,项目数,10
湾县,2024,项目数,0
山县,2024,项目数,30
西省,2024,项目数,5
东省,2022,城镇化率,60
东省,2024,城镇化率,64
"""
MORE = ("      - {areas: [quay], goal: 20", "      - {areas: [quay, hill], goal: 20")
# Of each level: areas with targets, targets, not behind, behind, not judged, the share behind of what was judged.
COUNTED = {
    "nation": ("1", "1", "0", "1", "0", "100.0%"),
    "province": ("1", "2", "2", "0", "0", "0.0%"),
    "city": ("1", "1", "0", "1", "0", "100.0%"),
    "county": ("2", "2", "2", "0", "0", "0.0%"),
}


@pytest.fixture
def files(tmp_path: Path) -> tuple[str, str]:
    (tmp_path / "a.csv").write_text(FIGURES, encoding="utf-8")
    return str(write_tree(tmp_path / "plan", MORE)), str(tmp_path / "a.csv")


def told(files: tuple[str, str], suffix: str, lang: str = "en") -> bytes:
    where = Path(files[1]).with_suffix(f".{lang}.{suffix}")
    done = CliRunner().invoke(app, ["report", "--plan", *files, "-o", str(where), "--lang", lang])
    assert done.exit_code == 0, done.output
    return where.read_bytes()


def test_levels_are_counted_for_machines(files: tuple[str, str]) -> None:
    levels = json.loads(told(files, "json"))["levels"]
    assert {one["level"]: (one["areas"], sum(one["summary"].values())) for one in levels} == {
        level: (int(cells[0]), int(cells[1])) for level, cells in COUNTED.items()
    }
    assert [one["level"] for one in levels] == list(COUNTED)
    assert levels[2]["summary"]["far_behind"] == levels[0]["summary"]["behind"] == 1


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_levels_are_counted_in_a_table_of_their_own(files: tuple[str, str], lang: str) -> None:
    page = told(files, "md", lang).decode("utf-8")
    rows = [f"| {level} | {' | '.join(cells)} |" for level, cells in COUNTED.items()]
    assert "\n".join(rows) in page
    assert ("## 各层级情况" if lang == "zh" else "## Level by level") in page
    shown = CliRunner().invoke(app, ["check", "--plan", *files, "--lang", lang]).stdout
    squeezed = [" ".join(line.split()) for line in shown.splitlines()]
    assert [" ".join((level, *cells)) for level, cells in COUNTED.items() if " ".join((level, *cells)) in squeezed] == [
        " ".join((level, *cells)) for level, cells in COUNTED.items()
    ]


def test_areas_stand_below_the_heading_of_their_level(files: tuple[str, str]) -> None:
    rows = [line.split(" | ")[0] for line in told(files, "md").decode("utf-8").split("## Area by area")[1].splitlines()]
    listed = [row.removeprefix("| ") for row in rows if row.startswith("| ")][2:11]
    assert listed == ["nation", "Nation", "province", "East", "city", "Port", "county", "Quay", "Hill"]


def test_a_page_an_office_document_and_a_workbook_have_them(files: tuple[str, str]) -> None:
    page = told(files, "html").decode("utf-8")
    assert '<section id="levels" aria-labelledby="levels-heading">' in page
    assert page.index('colspan="6">province</th>') < page.index('colspan="6">county</th>')
    tables = [
        [[cell.text for cell in row.cells] for row in one.rows]
        for one in Document(io.BytesIO(told(files, "docx"))).tables
    ]
    assert [[level, *cells] for level, cells in COUNTED.items()] == tables[0][1:]
    bands = [row[0] for row in tables[1] if len(set(row)) == 1]
    assert bands == list(COUNTED)
    sheet = load_workbook(io.BytesIO(told(files, "xlsx"))).worksheets[0]
    cells = [[cell for cell in row if cell is not None] for row in sheet.iter_rows(values_only=True)]
    for level, (areas, *counted, share) in COUNTED.items():
        assert [level, int(areas), *map(int, counted), share] in cells


def test_a_column_of_the_matrix_says_of_which_level_its_area_is(files: tuple[str, str]) -> None:
    matrix = read(told(files, "html")).one("table", class_="matrix")
    heads = [head.text for head in matrix.all("th") if "data-area" in head.attributes]
    assert heads == ["nation Nation", "province East", "city Port", "county Quay", "county Hill"]


def test_of_many_areas_those_of_a_level_stand_together_in_the_matrix(tmp_path: Path) -> None:
    more = "".join(
        f'  - {{id: w{at}, name: 西{at}县, name_en: West {at}, code: "8{at}", level: county, parent: west}}\n'
        for at in range(4)
    )
    goal = ("{areas: [quay], goal: 20", "{level: county, goal: 20")
    reported = "".join(f"西{at}县,2024,项目数,5\n" for at in range(4))
    (tmp_path / "a.csv").write_text(FIGURES + reported, encoding="utf-8")
    labels = "labels:\n  - {level: county, name: {zh: 县, en: county}, plural: {en: counties}}\n"
    swaps = ((AREAS, AREAS + more), goal, ("clauses:", f"{labels}clauses:"))
    page = read(told((str(write_tree(tmp_path / "plan", *swaps)), str(tmp_path / "a.csv")), "html"))
    matrix = page.one("table", class_="matrix many")
    rows = {
        row.one("th").text: [cell.attributes["data-label"] for cell in row.all("td") if "data-for" in cell.attributes]
        for row in matrix.all("tr")
        if any("data-for" in cell.attributes for cell in row.all("td"))
    }
    assert rows == {
        "Projects nation": ["Nation"],
        "Projects province": ["East"],
        "Projects city": ["Port"],
        "Projects Counties": ["Quay", "Bay", "Hill", *(f"West {at}" for at in range(4))],
        "Urban share province": ["East"],
    }
    # The word for counties is none for areas of every level.
    assert page.one("h2", id="matrix-heading").text == "Targets by area"
    of_choices = {one.attributes["for"]: one.text for one in page.all("label")}
    assert of_choices["by-area"] == "area"


def test_levels_without_a_name_are_told_by_their_depth(tmp_path: Path) -> None:
    unnamed = AREAS
    for level in ("nation", "province", "city", "county"):
        unnamed = unnamed.replace(f", level: {level}", "")
    (tmp_path / "a.csv").write_text(FIGURES, encoding="utf-8")
    files = (str(write_tree(tmp_path / "plan", (AREAS, unnamed), MORE)), str(tmp_path / "a.csv"))
    # The hill is as far down as the port, and the quay one further.
    counted = [(one["level"], one["name"], one["areas"]) for one in json.loads(told(files, "json"))["levels"]]
    assert counted == [(None, f"level {depth}", areas) for depth, areas in ((1, 1), (2, 1), (3, 2), (4, 1))]


def test_a_total_above_areas_with_parents_is_the_topmost_level(tmp_path: Path) -> None:
    nation = next(line for line in AREAS.splitlines(keepends=True) if "id: nation" in line)
    swaps = [(nation, ""), (", parent: nation", ""), (", parent: nation", ""), ("areas: [nation]", "areas: [total]")]
    plan = load_plan(write_tree(tmp_path, *swaps, ("clauses:", "total: {name: 全国}\nclauses:")))[0]
    assert [(one.name, one.areas) for one in plan.tree.levels] == [
        (None, (TOTAL,)),
        ("province", ("east", "west")),
        ("city", ("port",)),
        ("county", ("quay", "bay", "hill")),
    ]


def test_areas_that_all_stand_alike_have_no_levels(files: tuple[str, str]) -> None:
    assert load_plan(shipped_plan())[0].tree.levels == ()
    only = CliRunner().invoke(app, ["check", "--plan", *files, "--area", "quay", "--format", "json"]).stdout
    assert "levels" not in json.loads(only)


def test_a_level_is_called_what_the_plan_calls_its_areas(tmp_path: Path) -> None:
    labels = (
        "labels:\n  - {level: county, name: {zh: 县, en: county}, plural: {en: counties}}\n  - {name: {zh: 地方}}\n"
    )
    (tmp_path / "a.csv").write_text(FIGURES, encoding="utf-8")
    files = (str(write_tree(tmp_path / "plan", MORE, ("clauses:", f"{labels}clauses:"))), str(tmp_path / "a.csv"))
    for lang, name in (("en", "Counties"), ("zh", "县")):
        levels = json.loads(told(files, "json", lang))["levels"]
        assert [(one["level"], one["name"]) for one in levels][2:] == [("city", "city"), ("county", name)]


def test_of_many_areas_those_that_cannot_be_judged_are_counted(tmp_path: Path) -> None:
    # Fourteen more counties of the west, whose goals nobody has reported on: of its level two can be judged.
    more = "".join(
        f'  - {{id: w{at}, name: 西{at}县, name_en: West {at}, code: "8{at}", level: county, parent: west}}\n'
        for at in range(14)
    )
    goal = ("{areas: [quay], goal: 20", "{level: county, goal: 20")
    (tmp_path / "a.csv").write_text(FIGURES, encoding="utf-8")
    files = (str(write_tree(tmp_path / "plan", (AREAS, AREAS + more), goal)), str(tmp_path / "a.csv"))
    asked = ["check", "--plan", *files, "--lang", "en", "--area", "all"]
    shown = CliRunner().invoke(app, asked).stdout
    counties = shown.split("== Area by area ==")[1].split("county\n")[1].split("“Off track”")[0]
    # Bay is at 0 of 20 and leads; quay at 10 and hill at 30.
    assert [line.split()[0] for line in counties.splitlines()] == ["Bay", "Quay", "Hill", "14"]
    assert "14 more of which nothing can be judged" in counties


def test_where_several_have_as_many_behind_none_has_the_most(files: tuple[str, str]) -> None:
    # Of the nation and of the port one each is behind.
    page = told(files, "md").decode("utf-8")
    assert "2 of 6 targets are off track" in page
    assert "has the most off track" not in page
