from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from pydantic import TypeAdapter
from typer.testing import CliRunner

from countyplan.cli.app import app
from countyplan.render.shape.plans import Shown, TargetShown
from tests.plan.plan_of_areas import AREAS, write_tree
from tests.plan.small_plan import RESPONSIBILITIES, TARGETS, write

DRAWN = """\
地区
  虚构国
  ├─ 东省
  │  ├─ 港市
  │  │  ├─ 埠县
  │  │  └─ 湾县
  │  └─ 山县
  └─ 西省

（一）发展目标
"""
LISTED = """\
- 虚构国
  - 东省
    - 港市
      - 埠县
      - 湾县
    - 山县
  - 西省
"""


def shown(folder: Path, form: str) -> str:
    done = CliRunner().invoke(app, ["plan", "show", str(folder), "--lang", "zh", "--format", form])
    assert done.exit_code == 0, done.output
    return done.stdout


def test_areas_with_parents_are_drawn_as_a_tree(tmp_path: Path) -> None:
    folder = write_tree(tmp_path)
    assert DRAWN in shown(folder, "text")
    assert LISTED in shown(folder, "markdown")
    assert "│  │  └─ 湾县\n" in shown(folder, "html")


LABELS = """\
labels:
  - {name: {zh: 县, en: county}, plural: {en: counties}}
  - {level: city, name: {zh: 市}}
  - {level: nation, name: TODO}
"""


@pytest.mark.parametrize(
    ("lang", "line"),
    [
        ("zh", "地区叫作：县、city 一级：市、nation 一级：未定"),
        ("en", "What areas are called: county (several: counties), level city: 市, level nation: open"),
    ],
)
def test_what_areas_are_called_is_told(tmp_path: Path, lang: str, line: str) -> None:
    folder = write_tree(tmp_path)
    targets = folder / "targets.yaml"
    targets.write_text(targets.read_text(encoding="utf-8") + LABELS, encoding="utf-8")
    done = CliRunner().invoke(app, ["plan", "show", str(folder), "--lang", lang])
    assert line in done.stdout.splitlines()
    told = TypeAdapter(Shown).validate_json(shown(folder, "json")).labels
    assert [(one.level, one.names, one.plurals) for one in told] == [
        (None, {"zh": "县", "en": "county"}, {"en": "counties"}),
        ("city", {"zh": "市"}, {}),
        ("nation", {}, {}),
    ]


def test_areas_without_parents_are_not(tmp_path: Path) -> None:
    write(tmp_path, TARGETS, RESPONSIBILITIES)
    assert "\n地区\n" not in shown(tmp_path, "text")


def test_many_areas_of_one_parent_stand_on_one_line(tmp_path: Path) -> None:
    more = [f'  - {{id: c{at}, name: {at}镇, name_en: Town {at}, code: "12{at}", parent: west}}\n' for at in range(13)]
    folder = write_tree(tmp_path, (AREAS, AREAS + "".join(more)))
    told = "、".join(f"{at}镇" for at in range(13))
    assert f"  └─ 西省\n     └─ {told}\n" in shown(folder, "text")


def test_a_circle_is_left_to_the_check_and_ends(tmp_path: Path) -> None:
    folder = write_tree(tmp_path, ("name_en: Nation, code", "name_en: Nation, parent: west, code"))
    targets = folder / "targets.yaml"
    text = targets.read_text(encoding="utf-8").replace("  version:", "  drafted: text.txt\n  version:")
    targets.write_text(text, encoding="utf-8")
    done = CliRunner().invoke(app, ["plan", "show", str(folder), "--lang", "zh"])
    assert done.exit_code in {0, 2}
    assert "Traceback" not in done.output


def told(folder: Path) -> dict[str, Any]:
    document: dict[str, Any] = json.loads(shown(folder, "json"))
    return document


def test_the_tree_is_told_to_machines_area_by_area(tmp_path: Path) -> None:
    areas = told(write_tree(tmp_path))["areas"]
    assert [(one["area"], one["parent"], one["depth"], one["level"], one["parts"]) for one in areas] == [
        ("nation", None, 0, "nation", ["east", "west"]),
        ("east", "nation", 1, "province", ["port", "hill"]),
        ("port", "east", 2, "city", ["quay", "bay"]),
        ("quay", "port", 3, "county", []),
        ("bay", "port", 3, "county", []),
        ("hill", "east", 2, "county", []),
        ("west", "nation", 1, "province", []),
    ]
    assert (areas[3]["code"], areas[3]["name"], areas[3]["names"]) == ("1111", "埠县", {"zh": "埠县", "en": "Quay"})


def test_areas_of_no_tree_are_told_below_the_total(tmp_path: Path) -> None:
    write(tmp_path, TARGETS, RESPONSIBILITIES)
    assert [(one["area"], one["parent"], one["depth"]) for one in told(tmp_path)["areas"]] == [
        ("total", None, 0),
        ("jia", "total", 1),
    ]


def test_a_circle_has_no_depth(tmp_path: Path) -> None:
    folder = write_tree(tmp_path, ("name_en: Nation, code", "name_en: Nation, parent: west, code"))
    assert {one["depth"] for one in told(folder)["areas"]} == {None}


def test_a_chain_deeper_than_programs_nest_is_told(tmp_path: Path) -> None:
    chain = "".join(
        f'  - {{id: c{at}, name: {at}村, name_en: C{at}, code: "9{at}", parent: {f"c{at - 1}" if at else "west"}}}\n'
        for at in range(3000)
    )
    assert told(write_tree(tmp_path, (AREAS, AREAS + chain)))["areas"][-1]["depth"] == 3001


def test_a_plan_is_told_in_the_languages_that_it_names() -> None:
    wales = Path(__file__).parents[3] / "examples" / "wales" / "plan"
    names = {one["area"]: one["names"] for one in told(wales)["areas"]}
    assert names["cardiff"] == {"en": "Cardiff", "cy": "Caerdydd"}
    assert names["gwynedd"] == {"en": "Gwynedd"}


def test_all_that_there_can_be_is_no_lower_limit() -> None:
    page = shown(Path(__file__).parents[3] / "data", "text")
    # 义务教育学校结对率达到100%: nothing is above it. 城乡供水同质化率稳定在99%以上 leaves room above.
    assert "义务教育学校结对率（桐庐县、淳安县、建德市）：100%，2027年" in page
    assert "城乡供水同质化率（桐庐县、淳安县、建德市）：99%以上，2027年" in page


def test_a_plan_is_shown_in_the_language_asked_for(tmp_path: Path) -> None:
    folder = write_tree(tmp_path, ("name: 港市, name_en: Port", "name: 港市"))
    done = CliRunner().invoke(app, ["plan", "show", str(folder), "--lang", "en"])
    assert "│  ├─ 港市\n  │  │  ├─ Quay\n" in done.stdout
    assert "Projects (East): more than 100, due 2027" in done.stdout
    listed = CliRunner().invoke(app, ["plan", "show", str(folder), "--lang", "en", "--format", "json"]).stdout
    assert json.loads(listed) == told(folder)


@pytest.mark.parametrize(
    ("lang", "said"),
    [
        (
            "zh",
            [
                "收入增速（甲县、乙县）：超过增长速度，",
                "能耗降幅（甲县、乙县）：13.5%以上；从2015年比起，",
                "位次（甲县、乙县）：前3位，",
                "达标比例（合计）：80%以上；按“城镇化率”65%以上的地区计，",
                "增长速度（甲县、乙县）：5%以上；自2024年1月1日起按虚构〔2024〕1号，",
                "目标9项",
            ],
        ),
        (
            "en",
            [
                "收入增速 (甲县, 乙县): more than 增长速度, ",
                "at least 13.5%; counted from 2015, ",
                "at least 80%; of the areas with 城镇化率 at least 65%, ",
                "at least 5%; in force from 1 January 2024 by 虚构〔2024〕1号, ",
            ],
        ),
    ],
)
def test_what_a_goal_is_set_against_and_since_when_is_told(tmp_path: Path, lang: str, said: list[str]) -> None:
    # Two areas with four goals each, one for both together; the goal that was adjusted is the same target.
    (tmp_path / "targets.yaml").write_text(OF_ALL_SORTS, encoding="utf-8")
    (tmp_path / "responsibilities.yaml").write_text("units: []\nclauses: []\nnone_named: [1]\n", encoding="utf-8")
    page = CliRunner().invoke(app, ["plan", "show", str(tmp_path), "--lang", lang]).stdout
    assert [one for one in said if one not in page] == []
    told = json.loads(CliRunner().invoke(app, ["plan", "show", str(tmp_path), "--format", "json"]).stdout)["targets"]
    TypeAdapter(list[TargetShown]).validate_python(told)
    assert [one["base"] for one in told if one["target"] == "energy"] == [2015, 2015]
    assert {one["target"] for one in told if one["relative_to"]} == {"income"}
    assert [one["share"]["goal"] for one in told if one["share"]] == ["65"]
    assert [one["goal"] for one in told if one["in_force"]] == ["5", "5"]


OF_ALL_SORTS = """\
plan: {id: sorts, version: "1", title: 虚构, issuer: 虚构, issued: "2021-01-01", stage: in_force, baseline: 2020, first: 2021,
  last: 2025}
pace: {on_track: 0.95, behind: 0.6, far_behind: 0, source: 虚构}
areas:
  - {id: jia, name: 甲县, code: "1", level: county}
  - {id: yi, name: 乙县, code: "2", level: county}
total: {name: 合计}
clauses: [{number: 1, mark: （一）, chapter: 一, title: 目标}]
indicators:
  - {id: growth, name: 增长速度, clause: 1, kind: growth_rate, unit: "%", comparator: at_least, firmness: firm, due: 2025,
     goals: [
      {level: county, goal: 6, wording: 年均增长6%},
      {level: county, goal: 5, in_force: "2024-01-01", set_by: 虚构〔2024〕1号, wording: 年均增长5%}]}
  - {id: income, name: 收入增速, clause: 1, kind: growth_rate, unit: "%", comparator: more_than, firmness: firm, due: 2025,
     relative_to: {indicator: growth}, goals: [{level: county, goal: 0, wording: 高于经济增长}]}
  - {id: energy, name: 能耗降幅, clause: 1, kind: reduction, unit: "%", comparator: at_least, firmness: firm, due: 2025,
     base: 2015, goals: [{level: county, goal: 13.5, wording: 比2015年下降13.5%}]}
  - {id: place, name: 位次, clause: 1, kind: rank, unit: 位, comparator: at_most, firmness: firm, due: 2025, goals: [
      {level: county, goal: 3, wording: 前三位}]}
  - {id: reached, name: 达标比例, clause: 1, kind: ratio, unit: "%", comparator: at_least, firmness: firm, due: 2025,
     share: {of: towns, comparator: at_least, goal: 65, level: county},
     goals: [{areas: [total], goal: 80, wording: 80%的县达到}]}
components: [{id: towns, name: 城镇化率, unit: "%"}]
"""
