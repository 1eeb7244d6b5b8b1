"""Targets of the kinds that the shipped plan lacks, as a user sees them."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
import yaml

from countyplan.report.row.row_model import MachineRow
from tests.cli.conftest import Run
from tests.plan.plan_of_kinds import INDICATORS, MORE, write_figures, write_plan

VERDICTS = {
    ("growth", 2027): ("on_track", "1.02"),
    ("energy", 2027): ("behind", "0.88"),
    ("towns", 2025): ("missed", "0.98"),
    ("towns", 2030): ("on_track", "0.98"),
}


@pytest.fixture
def plan(tmp_path: Path) -> tuple[str, str]:
    """Where the plan's folder and the submissions are."""
    return str(write_plan(tmp_path / "plan")), str(write_figures(tmp_path / "submissions"))


def test_each_kind_and_each_year_has_its_own_verdict(run: Run, plan: tuple[str, str]) -> None:
    # growth: (1.058 x 1.059 x 1.066)^(1/3)-1 = 6.10 %, /6 = 1.02. energy: (9-4)/(13.5-4) = 0.526, /0.6 = 0.88.
    # towns: (69.9-64)/(70-64) = 0.98 at the due date; (69.9-64)/(80-64) = 0.369, /0.375 = 0.98.
    result = run("check", "--plan", plan[0], plan[1], "--format", "json")
    rows: list[dict[str, Any]] = json.loads(result.output)["assessments"]
    assert {(row["target"], row["due"]): (row["status"], row["pace"]) for row in rows} == VERDICTS
    assert result.exit_code == 1


@pytest.mark.parametrize(
    ("lang", "told"),
    [
        (
            "zh",
            [
                "年均增长 = ((1 + 5.8%) × (1 + 5.9%) × (1 + 6.6%)) ^ (1 ÷ 3) - 1 = 6.0994%",
                "进度 = 6.0994 ÷ 6 = 1.02",
                "各年：2023年5.8%（当年未达）、2024年5.9%（当年未达）、2025年6.6%",
                "今后须年均增长5.85%",
            ],
        ),
        (
            "en",
            [
                "average growth = ((1 + 5.8%) × (1 + 5.9%) × (1 + 6.6%)) ^ (1 / 3) - 1 = 6.0994%",
                "2023 5.8% (short in that year), 2024 5.9% (short in that year), 2025 6.6%",
                "Needed from here: growth of 5.85% a year on average",
            ],
        ),
    ],
)
def test_an_average_is_explained_year_by_year(run: Run, plan: tuple[str, str], lang: str, told: list[str]) -> None:
    shown = run("explain", "growth", "--plan", *plan, "--lang", lang, "--format", "markdown").output
    plain = shown.replace("\\", "")
    assert [line for line in told if line not in plain] == []


def test_a_goal_is_explained_by_its_year_and_names_the_others(run: Run, plan: tuple[str, str]) -> None:
    def due(*words: str) -> int:
        told = run("explain", "towns", "--plan", *plan, "--format", "json", *words).output
        row: MachineRow = json.loads(told)["assessment"]
        return int(row["due"])  # type: ignore[index]

    assert (due(), due("--due", "2030"), due("--as-of", "2024")) == (2025, 2030, 2025)
    assert "2030年80%以上" in run("explain", "towns", "--plan", *plan).output
    refused = run("explain", "towns", "--plan", *plan, "--due", "2027")
    assert refused.exit_code == 2
    assert "2025、2030" in refused.output


def test_a_year_that_lacks_is_told_and_not_averaged_over(run: Run, plan: tuple[str, str], tmp_path: Path) -> None:
    (tmp_path / "submissions" / "jia-2024.yaml").unlink()
    shown = run("check", "--plan", *plan).output
    assert "缺2024年的数" in shown
    assert "5.8% " in shown


def test_a_form_asks_for_the_goal_that_is_due_next(run: Run, plan: tuple[str, str]) -> None:
    for year, goal in ((2024, "70%"), (2026, "80%")):
        form = run("template", "甲县", str(year), "--plan", plan[0], "-o", f"form-{year}.yaml")
        assert form.exit_code == 0
        written = Path(f"form-{year}.yaml").read_text(encoding="utf-8")
        assert goal in written
        assert set(yaml.safe_load(written)["figures"]) == {"生产总值增速", "能源消费量降幅", "能源消费量", "城镇化率"}


LEVELS = """\
area: 甲县
period: 2020
figures: {能源消费量: 250}
---
area: 甲县
period: 2022
figures: {失业率: 5.9, 全省位次: 9}
---
area: 甲县
period: 2023
figures: {失业率: 5.6}
---
area: 甲县
period: 2024
figures: {能源消费量: 230, 投资增幅: 14.4, 失业率: 5.2, 全省位次: 5}
"""


@pytest.fixture
def more(tmp_path: Path) -> tuple[str, str]:
    """A plan of all kinds, and figures of which one is a level that a change follows from."""
    (tmp_path / "levels.yaml").write_text(LEVELS, encoding="utf-8")
    return str(write_plan(tmp_path / "more", INDICATORS + MORE)), str(tmp_path / "levels.yaml")


def test_changes_bands_and_places_are_judged(run: Run, more: tuple[str, str]) -> None:
    # 250 to 230 is 8 %; nothing in 2020: 8/13.5 = 0.593, /(4/7) = 1.04. 14.4 of 40: see the worked cases.
    rows = json.loads(run("check", "--plan", *more, "--format", "json").output)["assessments"]
    told = {row["target"]: (row["status"], row["value"], row["pace"]) for row in rows if row["value"]}
    assert told == {
        "energy": ("on_track", "8", "1.04"),
        "investment": ("on_track", "14.4", "1.00"),
        "unemployment": ("reversing", "5.2", None),
        "place": ("no_pace", "5", None),
    }


@pytest.mark.parametrize(("last", "status"), [("5.6", "missed"), ("5.4", "missing")])
def test_a_band_that_was_left_is_missed_though_later_years_lack(
    run: Run, more: tuple[str, str], last: str, status: str
) -> None:
    # 5.6 in 2023 is over 5.5, so that not every year to 2027 can have been within, whatever the years without a figure were.
    Path(more[1]).write_text(LEVELS.replace("5.6", last), encoding="utf-8")
    rows = json.loads(run("check", "--plan", *more, "--as-of", "2027", "--format", "json").output)["assessments"]
    assert [row["status"] for row in rows if row["target"] == "unemployment"] == [status]


@pytest.mark.parametrize(("value", "told"), [("-3.2", True), ("3.2", False)])
def test_a_reduction_written_with_a_minus_sign_is_questioned(
    run: Run, plan: tuple[str, str], tmp_path: Path, value: str, told: bool
) -> None:
    figures = tmp_path / "fall.yaml"
    figures.write_text(f"area: 甲县\nperiod: 2024\nfigures: {{能源消费量降幅: {value}}}\n", encoding="utf-8")
    assert ("CP226" in run("check", "--plan", plan[0], str(figures)).output) is told


def test_a_yearly_growth_is_not_set_against_a_change_of_many_years(run: Run, tmp_path: Path) -> None:
    unlike = MORE.replace("relative_to: {indicator: growth}", "relative_to: {indicator: energy}")
    folder = write_plan(tmp_path / "unlike", INDICATORS + unlike)
    told = run("plan", "validate", str(folder))
    assert (told.exit_code, "CP303" in told.output) == (2, True)


def test_levels_that_rose_tell_so_beyond_doubt(run: Run, more: tuple[str, str]) -> None:
    Path(more[1]).write_text(LEVELS.replace("230", "258"), encoding="utf-8")
    assert "CP226" not in run("check", "--plan", *more).output


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize(
    ("target", "told"),
    [
        # Each year against 5.5.
        ("unemployment", ["5.6", "5.2", "5.5"]),
        ("investment", ["114.4", "140"]),
        ("energy", ["250", "230"]),
    ],
)
def test_other_kinds_are_explained(run: Run, more: tuple[str, str], lang: str, target: str, told: list[str]) -> None:
    shown = run("explain", target, "--plan", *more, "--lang", lang).output
    assert [line for line in told if line not in shown] == []


def test_a_figure_is_set_against_its_goal_in_words(run: Run, more: tuple[str, str]) -> None:
    assert "5.6不高于5.5？否" in run("explain", "unemployment", "--plan", *more).output
    assert "is 5.2 at most 5.5? yes" in run("explain", "unemployment", "--plan", *more, "--lang", "en").output


def test_every_document_takes_every_kind(run: Run, more: tuple[str, str]) -> None:
    for suffix in ("md", "html", "docx", "xlsx", "csv"):
        assert run("report", "--plan", *more, "-o", f"all.{suffix}").exit_code == 0
