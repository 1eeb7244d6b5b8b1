"""Two versions of a plan: what changed, and which verdicts change with it."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

import pytest
from pydantic import TypeAdapter

from countyplan.plan import shipped_plan
from countyplan.render.shape.plans import DemandChanged
from tests.cli.conftest import Run
from tests.plan.plan_of_areas import INDICATORS as INDICATORS_OF_AREAS
from tests.plan.plan_of_areas import SHARE, write_tree
from tests.plan.plan_of_kinds import INDICATORS, MORE, write_figures, write_plan

WHOLE = INDICATORS + MORE
GROWTH, TOWNS = "goal: 6, wording: 年均增长6%以上", "goal: 70, wording: 城镇化率达到70%, due: 2025"
UNEMPLOYED = "goal: 5.5, wording: 每年不高于5.5%"
HIGHER = "goal: 96, wording: 乡镇卫生院服务能力符合国家基本标准比例达到96％以上"
PLACE = "id: place\n    name: 全省位次"
ENERGY = """unit: "%"
    comparator: at_least
    firmness: firm
    due: 2027
    base: 2020
    change: {of: energy_use}
    goals:
      - {areas: [jia], goal: 13.5, wording: 比2020年下降13.5%以上}"""


def both(folder: Path, *changes: tuple[str, str]) -> tuple[str, str]:
    """The folders of the old version, and of the new one with these changes."""
    text = WHOLE
    for old, new in changes:
        assert old in text
        text = text.replace(old, new)
    return str(write_plan(folder / "old", WHOLE)), str(write_plan(folder / "new", text))


def told(run: Run, old: str, new: str) -> dict[tuple[str, str], list[str]]:
    result = run("plan", "diff", old, new, "--format", "json")
    assert result.exit_code == 0
    rows: list[dict[str, Any]] = json.loads(result.output)
    return {(row["target"], row["area"]): row["changes"] for row in rows}


@pytest.mark.parametrize(
    ("old", "new", "target", "changes"),
    [
        (GROWTH, "goal: 7, wording: 年均增长7%以上", "growth", ["harder"]),
        (GROWTH, "goal: 5, wording: 年均增长5%以上", "growth", ["easier"]),
        (GROWTH, "goal: 6, wording: 年均增长超过6%, comparator: more_than", "growth", ["harder", "wording"]),
        (
            GROWTH,
            "goal: 6, wording: 年均增长6%左右, comparator: about, tolerance: 0.1",
            "growth",
            ["easier", "wording"],
        ),
        (GROWTH, "goal: [5, 6], wording: 年均增长5至6%, comparator: between", "growth", ["other", "wording"]),
        (GROWTH, "goal: 6, wording: 年均增长6%以上, firmness: aspirational", "growth", ["firmness"]),
        (GROWTH, "goal: 6, wording: 力争年均增长6%以上", "growth", ["wording"]),
        (GROWTH, f"{GROWTH}, in_force: 2024-03-15, set_by: 虚构〔2024〕1号", "growth", ["in_force"]),
        (GROWTH, "goal: 6, wording: 年均增长6%以上, due: 2028", "growth", ["date"]),
        (GROWTH, "goal: 6, wording: 年均增长6%以上, base: 2023", "growth", ["other"]),
        (TOWNS, "goal: 72, wording: 城镇化率达到72%, due: 2026", "towns", ["harder", "date"]),
        (UNEMPLOYED, "goal: 5, wording: 每年不高于5%", "unemployment", ["harder"]),
        (UNEMPLOYED, "goal: 6, wording: 每年不高于6%", "unemployment", ["easier"]),
        ("relative_to: {indicator: growth}", "relative_to: {indicator: growth, area: total}", "incomes", ["other"]),
        (ENERGY, ENERGY.replace("%", "‰").replace("13.5", "135"), "energy", ["unit", "wording"]),
    ],
)
def test_what_became_of_a_target_is_told(
    run: Run, tmp_path: Path, old: str, new: str, target: str, changes: list[str]
) -> None:
    assert told(run, *both(tmp_path, (old, new))) == {(target, "jia"): changes}


def test_added_dropped_and_renamed_targets_are_told(run: Run, tmp_path: Path) -> None:
    assert told(run, *both(tmp_path, (PLACE, "id: rank_in_province\n    name: 全省位次"))) == {}
    found = told(run, *both(tmp_path, (PLACE, "id: other\n    name: 全市位次")))
    assert found == {("other", "jia"): ["added"], ("place", "jia"): ["dropped"]}


def test_other_units_that_answer_are_told(run: Run, tmp_path: Path) -> None:
    old, new = both(tmp_path)
    path = Path(new) / "responsibilities.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("虚构公路局", "虚构交通局"), encoding="utf-8")
    assert {tuple(changes) for changes in told(run, old, new).values()} == {("responsible",)}
    assert "虚构交通局" in run("plan", "diff", old, new, "--format", "csv").output


def test_what_a_goal_is_set_against_and_since_when_is_told_of_both_versions(run: Run, tmp_path: Path) -> None:
    since = f"{GROWTH}, in_force: 2024-03-15, set_by: 虚构〔2024〕1号"
    old, new = both(tmp_path, (GROWTH, since.replace("goal: 6", "goal: 7").replace("6%", "7%")))
    (row,) = json.loads(run("plan", "diff", old, new, "--format", "json").output)
    TypeAdapter(DemandChanged).validate_json(json.dumps(row))
    assert (row["old"]["in_force"], row["old"]["set_by"]) == (None, None)
    assert (row["new"]["in_force"], row["new"]["set_by"]) == ("2024-03-15", "虚构〔2024〕1号")
    assert "7%以上；2027年底；自2024年3月15日起按虚构〔2024〕1号" in told_in_csv(run, old, new)
    old, new = both(tmp_path, ("relative_to: {indicator: growth}", "relative_to: {indicator: growth, area: total}"))
    (row,) = json.loads(run("plan", "diff", old, new, "--format", "json").output)
    assert row["old"]["relative_to"] == {"indicator": "growth", "area": None}
    assert row["new"]["relative_to"] == {"indicator": "growth", "area": "total"}


def test_another_bar_that_areas_are_counted_by_is_told(run: Run, tmp_path: Path) -> None:
    lower = SHARE.replace("goal: 65", "goal: 60")
    old, new = (
        str(write_tree(tmp_path / name, indicators=INDICATORS_OF_AREAS + share))
        for name, share in (("old", SHARE), ("new", lower))
    )
    (row,) = json.loads(run("plan", "diff", old, new, "--format", "json").output)
    TypeAdapter(DemandChanged).validate_json(json.dumps(row))
    assert (row["target"], row["changes"]) == ("ready", ["other"])
    assert row["old"]["share"] == {"of": "towns", "comparator": "at_least", "goal": "65", "level": "county"}
    assert row["new"]["share"]["goal"] == "60"
    shown = told_in_csv(run, old, new)
    assert "按“城镇化率”65%以上的地区计" in shown
    assert "按“城镇化率”60%以上的地区计" in shown


def test_what_is_the_same_in_several_areas_is_told_once(run: Run, tmp_path: Path) -> None:
    # The shipped plan binds each of its three counties to 95 % of township health centres; made up is the 96 % of the other.
    new = Path(shutil.copytree(str(shipped_plan()), tmp_path / "new"))
    text = (new / "targets.yaml").read_text(encoding="utf-8")
    changed = text.replace("goal: 95, wording: 乡镇卫生院服务能力符合国家基本标准比例达到95％以上", HIGHER)
    (new / "targets.yaml").write_text(changed, encoding="utf-8")
    machine = json.loads(run("plan", "diff", str(shipped_plan()), str(new), "--format", "json").output)
    assert [one["area"] for one in machine] == ["tonglu", "chunan", "jiande"]
    (row,) = told_in_csv(run, str(shipped_plan()), str(new)).splitlines()[1:]
    assert "桐庐县、淳安县、建德市" in row


def told_in_csv(run: Run, old: str, new: str) -> str:
    return run("plan", "diff", old, new, "--format", "csv").output


@pytest.mark.parametrize("format", ["text", "markdown", "csv"])
@pytest.mark.parametrize(("lang", "word"), [("zh", "加严"), ("en", "harder")])
def test_it_is_told_in_words(run: Run, tmp_path: Path, format: str, lang: str, word: str) -> None:  # noqa: A002
    old, new = both(tmp_path, (GROWTH, "goal: 7, wording: 年均增长7%以上"))
    shown = run("plan", "diff", old, new, "--lang", lang, "--format", format).output
    assert word in shown
    assert "7" in shown


@pytest.mark.parametrize(
    ("lang", "told"),
    [
        ("zh", "加严 （一）生产总值增速，甲县：6%以上；2027年底 → 7%以上；2027年底"),
        ("en", "harder clause 1, Growth of output, Jia: at least 6%; end of 2027 → at least 7%; end of 2027"),
    ],
)
def test_on_a_screen_it_is_told_in_a_sentence(run: Run, tmp_path: Path, lang: str, told: str) -> None:
    old, new = both(tmp_path, (GROWTH, "goal: 7, wording: 年均增长7%以上"))
    _, headers, *lines = run("plan", "diff", old, new, "--lang", lang).output.splitlines()
    assert headers.split() == {"zh": ["变动", "目标"], "en": ["Change", "Target"]}[lang]
    assert [" ".join(line.split()) for line in lines] == [told]


def test_no_change_is_said_to_be_none(run: Run, tmp_path: Path) -> None:
    assert "目标没有变动" in run("plan", "diff", *both(tmp_path)).output
    page = run("plan", "diff", *both(tmp_path), "--format", "markdown").output
    assert "目标没有变动" in page
    assert "|" not in page


def test_the_verdicts_that_another_version_changes_are_told(run: Run, tmp_path: Path) -> None:
    # Growth averaged 6.10 %: of 6 that is on track, of 7 it is behind (0.87).
    other = (PLACE, "id: other\n    name: 全市位次")
    old, new = both(tmp_path, (GROWTH, "goal: 7, wording: 年均增长7%以上"), other)
    figures = str(write_figures(tmp_path / "submissions"))
    words = ("check", figures, "--plan", new, "--against", old)
    shown = json.loads(run(*words, "--format", "json").output)["changes"]
    assert shown["summary"] == {"other_verdict": 1, "added": 1, "dropped": 1, "same": 6}
    verdicts = [(one["target"], one["change"], one["then"] and one["then"]["status"]) for one in shown["targets"]]
    assert verdicts == [
        ("growth", "other_verdict", "on_track"),
        ("other", "added", None),
        ("place", "dropped", "missing"),
    ]
    for lang, line in (("zh", "结论由“基本符合预期”变为“进度滞后”"), ("en", "verdict on track → behind")):
        shown_in_words = run(*words, "--lang", lang, "--format", "markdown").output.replace("\\", "")
        assert line in shown_in_words
    assert run("check", "-", "--plan", new, "--against", old).exit_code == 2
