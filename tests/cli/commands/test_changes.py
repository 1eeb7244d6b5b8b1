"""What a report says has changed since the period before."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import Run

YEARS = {
    # The ratio goes from far behind to behind, the rate from on track to moving away; the buses are new.
    "2022": "{GDP: 420, 城乡居民收入倍差: 1.70, 常住人口城镇化率: 70.0%}",
    "2023": "{GDP: 452.3, 城乡居民收入倍差: 1.69, 常住人口城镇化率: 71.0%}",
    "2024": "{GDP: 484.4, 城乡居民收入倍差: 1.66, 常住人口城镇化率: 69.5%, 城乡公交一体化率: 91%}",
}


@pytest.fixture
def years(tmp_path: Path) -> Path:
    folder = tmp_path / "years"
    folder.mkdir()
    for year, figures in YEARS.items():
        text = f"area: 桐庐县\nperiod: {year}\nfigures: {figures}\n"
        (folder / f"{year}.yaml").write_text(text, encoding="utf-8")
    return folder


def changes(run: Run, *words: str) -> dict[str, Any]:
    data: dict[str, Any] = json.loads(run("check", *words, "--format", "json").stdout)["changes"]
    return data


def test_each_target_tells_what_it_was_and_what_it_is(run: Run, years: Path) -> None:
    found = changes(run, str(years), "--area", "tonglu")
    by_target = {one["target"]: one for one in found["targets"]}
    assert found["since"] == 2023
    assert found["summary"] == {"worse": 1, "better": 1, "new": 1, "not_comparable": 0, "same": 13}
    assert {name: one["change"] for name, one in by_target.items() if one["change"] != "same"} == {
        "income_ratio": "better", "urbanisation_rate": "worse", "bus_integration_rate": "new",
    }  # fmt: skip
    # (1.69 - 1.70) / (1.55 - 1.70) / 0.2 = 0.33; (1.66 - 1.70) / (1.55 - 1.70) / 0.4 = 0.67
    assert by_target["income_ratio"]["then"] == {
        "status": "far_behind",
        "value": "1.69",
        "period": "2023",
        "pace": "0.33",
    }
    assert by_target["income_ratio"]["now"] == {"status": "behind", "value": "1.66", "period": "2024", "pace": "0.67"}
    assert by_target["gdp"]["change"] == "same"
    assert by_target["bus_integration_rate"]["then"]["value"] is None


@pytest.mark.parametrize("written", ["text", "markdown"])
def test_people_are_told_in_a_few_lines(run: Run, years: Path, written: str) -> None:
    told = run("check", str(years), "--area", "tonglu", "--format", written).stdout
    for line in (
        "与2023年相比：变差1项、改善1项、新报1项、未变13项",
        "变差：桐庐县常住人口城镇化率由71.0%变为69.5%，状态由“基本符合预期”变为“背离目标”",
        "改善：桐庐县城乡居民收入倍差由1.69变为1.66，状态由“严重滞后”变为“进度滞后”",
        "不逐项列出的：桐庐县新报1项",
    ):
        assert line in told
    english = run("check", str(years), "--lang", "en").stdout.replace("\n  ", " ")
    assert "from “far behind” (1.69) to “behind” (1.66)" in english


def test_a_table_has_the_change_in_columns_of_its_own(run: Run, years: Path) -> None:
    table = run("check", str(years), "--area", "tonglu", "--format", "csv").stdout.removeprefix("\ufeff")
    rows = {row["指标"]: row for row in csv.DictReader(io.StringIO(table))}
    assert (rows["城乡居民收入倍差"]["与上期比"], rows["城乡居民收入倍差"]["上期状态"]) == ("改善", "严重滞后")


def test_the_verdict_of_then_is_the_one_of_then_and_a_revision_is_told(run: Run, years: Path) -> None:
    (years / "2024.yaml").unlink()
    revised = "县（市）,报告期,指标,数值\n桐庐县,2023,城乡居民收入倍差,1.66\n桐庐县,2024,城乡居民收入倍差,1.66\n"
    (years / "later.csv").write_text(revised, encoding="utf-8")
    [one] = [one for one in changes(run, str(years))["targets"] if one["target"] == "income_ratio"]
    assert (one["then"]["value"], one["then"]["status"]) == ("1.69", "far_behind")
    assert "由“严重滞后”变为“进度滞后”；上期所用的数据已修订" in run("check", str(years)).stdout.replace("\n  ", "")


def test_the_first_figure_since_the_baseline_is_new_though_the_baseline_had_met_the_goal(
    run: Run, tmp_path: Path
) -> None:
    rows = "2022,医保参保率,98.1", "2023,地区生产总值,451", "2024,地区生产总值,470", "2024,医保参保率,97.6"
    table = tmp_path / "table.csv"
    table.write_text("县（市）,报告期,指标,数值\n" + "".join(f"建德市,{row}\n" for row in rows), encoding="utf-8")
    found = changes(run, str(table))
    # What had met its goal in the baseline year is no outcome, and so no verdict that anything could be set against.
    assert (found["summary"]["worse"], found["summary"]["new"]) == (0, 1)


def submit(folder: Path, name: str, period: str, submitted: str, figures: str) -> None:
    text = f"area: 桐庐县\nperiod: {period}\nsubmitted: {submitted}\nfigures: {{{figures}}}\n"
    (folder / f"{name}.yaml").write_text(text, encoding="utf-8")


@pytest.fixture
def restated(tmp_path: Path) -> Path:
    """A figure of 2023 that a file of its own restates when those of 2024 come in."""
    folder = tmp_path / "restated"
    folder.mkdir()
    submit(folder, "2022", "2022", "2023-02-01", "GDP: 420, 常住人口城镇化率: 70.0%")
    submit(folder, "2023", "2023", "2024-02-01", "GDP: 430, 常住人口城镇化率: 71.0%")
    return folder


def test_the_period_before_is_told_as_its_own_report_told_it(run: Run, restated: Path) -> None:
    report = json.loads(run("check", str(restated), "--format", "json").stdout)
    [told] = [one for one in report["assessments"] if one["target"] == "gdp" and one["area"] == "tonglu"]
    submit(restated, "revised", "2023", "2025-02-01", "GDP: 452")
    submit(restated, "2024", "2024", "2025-02-01", "GDP: 484.4")
    [one] = [one for one in changes(run, str(restated))["targets"] if one["target"] == "gdp"]
    # (430 / 420) ^ 1 - 1 = 2.38 % a year, of 7.39 %
    assert one["then"] == {"status": "far_behind", "value": "430", "period": "2023", "pace": "0.32"}
    assert one["then"] == {name: told[name] for name in one["then"]}
    assert (one["change"], one["now"]["status"]) == ("better", "on_track")


def test_what_is_the_same_is_told_where_a_figure_used_then_was_restated(run: Run, restated: Path) -> None:
    submit(restated, "revised", "2023", "2025-02-01", "GDP: 452, 常住人口城镇化率: 71.0%")
    submit(restated, "2024", "2024", "2025-02-01", "GDP: 432, 常住人口城镇化率: 72.0%")
    told = run("check", str(restated), "--format", "markdown").stdout
    assert "未变：桐庐县地区生产总值由430亿元变为432亿元，状态仍为“严重滞后”；上期所用的数据已修订" in told
    assert "未变：桐庐县 常住人口城镇化率" not in told
    told = run("check", str(restated), "--format", "markdown", "--lang", "en").stdout
    assert "still “far behind”; a figure used then has been revised" in told


def test_a_figure_that_the_verdict_of_then_did_not_rest_on_is_not_told_as_restated(run: Run, restated: Path) -> None:
    submit(restated, "2024", "2024", "2025-02-01", "GDP: 440")
    submit(restated, "revised", "2023", "2026-02-01", "GDP: 452")
    submit(restated, "2025", "2025", "2026-02-01", "GDP: 450")
    assert changes(run, str(restated))["since"] == 2024
    assert "上期所用的数据已修订" not in run("check", str(restated), "--format", "markdown").stdout


def test_as_of_chooses_both_periods(run: Run, years: Path) -> None:
    (years / "2025.yaml").write_text("area: 桐庐县\nperiod: 2025\nfigures: {GDP: 500}\n", encoding="utf-8")
    assert changes(run, str(years))["since"] == 2024
    assert changes(run, str(years), "--as-of", "2024")["since"] == 2023


def test_without_an_earlier_period_of_the_plan_nothing_is_compared(run: Run, years: Path) -> None:
    (years / "2023.yaml").unlink()
    assert json.loads(run("check", str(years), "--format", "json").stdout)["changes"] is None
    assert "相比" not in run("check", str(years)).stdout
