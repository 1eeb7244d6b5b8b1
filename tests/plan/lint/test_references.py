from __future__ import annotations

from pathlib import Path

import pytest

from countyplan.diagnostics import Code
from tests.plan.small_plan import MILESTONES, RESPONSIBILITIES, TARGETS, changed, opened, told, write

AREA = '  - {id: jia, name: 甲县, name_en: Jia, code: "990101", government: 甲县政府, government_en: Jia Government}\n'
INDICATOR = TARGETS[TARGETS.index("  - id: road_quality") : TARGETS.index("components:")]


def words(folder: Path) -> list[dict[str, str]]:
    return [dict(one.words) for one in opened(folder)[1]]


@pytest.mark.parametrize(
    ("old", "new", "at", "missing"),
    [
        ("areas: [jia]", "areas: [jia, yi]", (34, 23), ("area", "yi")),
        ("clause: 1\n", "clause: 8\n", (25, 13), ("clause", "8")),
        ("{clause: 1, words", "{clause: 9, words", (39, 14), ("clause", "9")),
        ("readings: [ours]", "readings: [ours, theirs]", (31, 22), ("reading", "theirs")),
        ("of: good_roads", "of: bad_roads", (32, 20), ("component", "bad_roads")),
        ("by: all_roads", "by: no_roads", (32, 36), ("component", "no_roads")),
    ],
)
def test_references_within_the_targets(
    old: str, new: str, at: tuple[int, int], missing: tuple[str, str], tmp_path: Path
) -> None:
    write(tmp_path, changed(TARGETS, (old, new)))
    assert told(tmp_path) == [("targets.yaml", *at, Code.PLAN_ID_UNKNOWN)]
    assert words(tmp_path) == [{"what": f"plan_part.{missing[0]}", "id": missing[1]}]


@pytest.mark.parametrize(
    ("old", "new", "at", "missing"),
    [
        ("[roads]", "[roads, bridges]", (4, 32), ("unit", "bridges")),
        ("none_named: []", "none_named: [4]", (5, 14), ("clause", "4")),
    ],
)
def test_references_from_the_responsibilities(
    old: str, new: str, at: tuple[int, int], missing: tuple[str, str], tmp_path: Path
) -> None:
    write(tmp_path, duties=changed(RESPONSIBILITIES, (old, new)))
    assert told(tmp_path) == [("responsibilities.yaml", *at, Code.PLAN_ID_UNKNOWN)]
    assert words(tmp_path) == [{"what": f"plan_part.{missing[0]}", "id": missing[1]}]


@pytest.mark.parametrize(
    ("old", "new", "column", "what"),
    [("indicator: road_quality", "indicator: good_roads", 17, "indicator"), ("area: jia", "area: yi", 37, "area")],
)
def test_references_from_the_milestones(old: str, new: str, column: int, what: str, tmp_path: Path) -> None:
    write(tmp_path, milestones=changed(MILESTONES, (old, new)))
    assert told(tmp_path) == [("milestones.yaml", 2, column, Code.PLAN_ID_UNKNOWN)]
    assert words(tmp_path)[0]["what"] == f"plan_part.{what}"


def test_the_total_is_an_area_to_refer_to(tmp_path: Path) -> None:
    write(tmp_path, changed(TARGETS, ("areas: [jia]", "areas: [total]")))
    assert told(tmp_path) == []


@pytest.mark.parametrize(
    ("section", "reference"),
    [
        (
            "readings:\n  - {id: ours, on: scope, text: 读法, because: 理由, text_en: A reading, because_en: A reason}\n",
            "ours",
        ),
        (TARGETS[TARGETS.index("components:") : TARGETS.index("not_targets:")], "good_roads"),
    ],
)
def test_a_reference_into_a_section_that_is_not_there(section: str, reference: str, tmp_path: Path) -> None:
    write(tmp_path, changed(TARGETS, (section, "")))
    assert {"id": reference} in [{"id": one["id"]} for one in words(tmp_path)]


AGAIN = AREA.replace("甲县", "乙县").replace("Jia,", "Yi,").replace("990101", "990102")
READING = "  - {id: ours, on: due, text: 一, because: 二, text_en: A, because_en: B}\n"


@pytest.mark.parametrize(
    ("changes", "line", "identity"),
    [
        ([(AREA, AREA + AGAIN)], 16, "jia"),
        ([("id: all_roads", "id: road_quality"), ("by: all_roads", "by: good_roads")], 37, "road_quality"),
        ([("readings:\n", "readings:\n" + READING)], 21, "ours"),
    ],
)
def test_an_id_that_stands_twice(changes: list[tuple[str, str]], line: int, identity: str, tmp_path: Path) -> None:
    write(tmp_path, changed(TARGETS, *changes))
    assert ("targets.yaml", line, 10, Code.PLAN_ID_TWICE) in told(tmp_path)
    assert identity in {one.get("id") for one in words(tmp_path)}


def test_a_clause_is_assigned_once(tmp_path: Path) -> None:
    write(tmp_path, duties=changed(RESPONSIBILITIES, ("none_named: []", "none_named: [1]")))
    assert told(tmp_path) == [("responsibilities.yaml", 5, 14, Code.PLAN_ID_TWICE)]
    assert words(tmp_path) == [{"id": "1", "line": "4"}]


def test_a_clause_that_is_left_open(tmp_path: Path) -> None:
    clause = "  - {number: 2, mark: （二）, chapter: 一, title: 其他, title_en: Others}\nreadings:"
    write(tmp_path, changed(TARGETS, ("readings:", clause)))
    assert told(tmp_path) == [("targets.yaml", 19, 14, Code.CLAUSE_UNASSIGNED)]
    write(tmp_path, changed(TARGETS, ("readings:", clause)), changed(RESPONSIBILITIES, ("[]", "[2]")))
    assert told(tmp_path) == []


@pytest.mark.parametrize(
    ("old", "new", "line"),
    [
        ("name: 全部公路", "name: 优良公路", 37),
        ("name: 全部公路", "name: 公路优良率", 37),
        ("name: 全部公路", "name: ＧＯＯＤ　roads", 37),
        ("unit: 亩}\n  - {id: all_roads", "aliases: [全部 公路], unit: 亩}\n  - {id: all_roads", 37),
    ],
)
def test_a_name_that_two_claim(old: str, new: str, line: int, tmp_path: Path) -> None:
    write(tmp_path, changed(TARGETS, (old, new)))
    assert [(found[1], found[3]) for found in told(tmp_path)] == [(line, Code.PLAN_NAME_TWICE)]


def test_one_thing_may_bear_one_name_twice(tmp_path: Path) -> None:
    assert told(write(tmp_path, changed(TARGETS, ("name_en: Good roads", "name_en: 公路优良率")))) == []


def test_two_areas_of_one_code(tmp_path: Path) -> None:
    other = AREA.replace("id: jia", "id: yi").replace("甲县,", "乙县,").replace("Jia,", "Yi,")
    write(tmp_path, changed(TARGETS, (AREA, AREA + other)))
    assert [(line, code) for _, line, _, code in told(tmp_path)] == [(16, Code.PLAN_NAME_TWICE)]


def test_a_second_indicator_of_the_same_id_and_names_is_told_by_both(tmp_path: Path) -> None:
    write(tmp_path, changed(TARGETS, ("components:", INDICATOR + "components:")))
    assert {code for *_, code in told(tmp_path)} == {Code.PLAN_ID_TWICE, Code.PLAN_NAME_TWICE}
