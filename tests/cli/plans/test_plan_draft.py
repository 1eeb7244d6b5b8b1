"""`plan draft`, and what can be done with what it writes: targets, units, validate, audit, show."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Run
from tests.plantext.small import TEXT


@pytest.fixture
def drafted(run: Run, tmp_path: Path) -> Run:
    # Areas are told by being listed and named several times.
    text = TEXT.replace("甲县", "甲山县").replace("乙县", "乙水县")
    text = text.replace("贯彻", "甲山县和乙水县共同发展，支持甲山县和乙水县先行。贯彻")
    (tmp_path / "text.txt").write_text(text, encoding="utf-8")
    result = run("plan", "draft", "text.txt", "-o", "made")
    assert result.exit_code == 0, result.output
    assert "目标10项" in result.stdout
    return run


def test_a_draft_lists_its_targets_while_something_is_open(drafted: Run) -> None:
    rows = json.loads(drafted("targets", "--plan", "made", "--format", "json").stdout)
    assert len(rows) == 10
    first = rows[0]
    assert (first["indicator"], first["area"], first["clause"], first["goal"]) == ("地区生产总值", "甲山县", 1, "600")
    assert first["doubts"]
    (trades,) = (row for row in rows if row["indicator"] == "特色产业")
    assert (trades["goal"], trades["comparator"], trades["due"]) == (["2", "3"], "between", 2027)
    assert trades["responsible"][:2] == ["市经信局", "市发改委"]
    schools = next(row for row in rows if row["goal"] == "50")
    assert (schools["firmness"], schools["kind"], schools["unit"]) == ("aspirational", "ratio", "%")


def test_what_is_open_is_null_in_a_list_and_told_by_validate(drafted: Run, tmp_path: Path) -> None:
    path = tmp_path / "made" / "targets.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("due: 2027", "due: TODO", 1), encoding="utf-8")
    rows = json.loads(drafted("targets", "--plan", "made", "--format", "json").stdout)
    assert rows[0]["due"] is None
    result = drafted("plan", "validate", "made")
    assert result.exit_code == 2
    assert "indicators[0].due 还没有定下来（TODO）" in result.stderr
    assert "CP303" not in result.stderr
    assert drafted("check", "made", "--plan", "made").exit_code == 2


def test_an_unknown_unit_is_told_while_other_things_are_still_open(drafted: Run, tmp_path: Path) -> None:
    path = tmp_path / "made" / "targets.yaml"
    text = path.read_text(encoding="utf-8").replace("unit: 条", "unit: 蒲式耳", 1)
    path.write_text(text.replace("due: 2027", "due: TODO", 1), encoding="utf-8")
    told = drafted("plan", "validate", "made").stderr
    assert "CP350" in told
    assert "CP309 “蒲式耳”不能作为" in told
    own = "units:\n- {name: 蒲式耳, dimension: bushels, factor: 1, sort: amount}\nindicators:\n"
    path.write_text(path.read_text(encoding="utf-8").replace("indicators:\n", own, 1), encoding="utf-8")
    assert "CP309" not in drafted("plan", "validate", "made").stderr


def test_a_draft_is_clean_against_its_own_text(drafted: Run) -> None:
    result = drafted("plan", "audit", "text.txt", "--plan", "made")
    assert result.exit_code == 0, result.stdout


def test_units_of_a_draft(drafted: Run) -> None:
    rows = json.loads(drafted("units", "--plan", "made", "--format", "json").stdout)
    assert [row["unit"] for row in rows] == ["市经信局", "市发改委", "各县政府", "市教育局", "市建委"]


def test_a_draft_is_ticked_off_beside_the_text(drafted: Run, tmp_path: Path) -> None:
    shown = drafted("plan", "show", "made").stdout
    assert "（二）建设项目\n  责任单位：市经信局、市发改委、各县政府\n  [ ] 加快形成四条百亿级产业链\n" in shown
    assert drafted("plan", "show", "made", "-o", "plan.html").exit_code == 0
    page = (tmp_path / "plan.html").read_text(encoding="utf-8")
    assert '<div class="beside">' in page
    assert '<q lang="zh-Hans">加快形成四条百亿级产业链</q>' in page
    assert "- [ ] 加快形成四条百亿级产业链" in drafted("plan", "show", "made", "--format", "markdown").stdout
    data = json.loads(drafted("plan", "show", "made", "--format", "json").stdout)
    assert len(data["targets"]) == 10


@pytest.mark.parametrize(
    ("other", "label", "is_open"),
    [("乙水县", "- name: 县\n", False), ("乙水市", "- name: TODO\n", True)],
)
def test_what_areas_are_called_is_drafted_from_their_names_or_open(
    run: Run, tmp_path: Path, other: str, label: str, is_open: bool
) -> None:
    text = TEXT.replace("甲县", "甲山县").replace("乙县", other)
    text = text.replace("贯彻", f"甲山县和{other}共同发展，支持甲山县和{other}先行。贯彻")
    (tmp_path / "text.txt").write_text(text, encoding="utf-8")
    run("plan", "draft", "text.txt", "-o", "made")
    assert f"labels:\n{label}" in (tmp_path / "made" / "targets.yaml").read_text(encoding="utf-8")
    assert ("labels[0].name" in run("plan", "validate", "made").stderr) is is_open
    assert f"地区叫作：{'未定' if is_open else '县'}\n" in run("plan", "show", "made").stdout


def test_a_draft_does_not_write_over_a_plan(drafted: Run) -> None:
    assert drafted("plan", "draft", "text.txt", "-o", "made").exit_code == 2
    assert drafted("plan", "draft", "text.txt", "-o", "made", "--force").exit_code == 0


def test_the_shipped_plan_is_shown(run: Run) -> None:
    shown = run("plan", "show", "--lang", "en").stdout
    assert "53 targets" in shown
    assert "[ ] 到2027年总产值突破1300亿元" in shown
