"""How hard a goal is, against the counties of the censuses of 2010 and 2020; the counties' own figures are published."""

from __future__ import annotations

import csv
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest

from countyplan.assess import judge
from countyplan.language import Language, Texts
from countyplan.plan import PlanError, load_plan
from countyplan.plan.beside.panels import PanelsFile, check_panels, panel_rows
from countyplan.report.row.hardness import hardness
from countyplan.report.row.verdict_words import VerdictWords
from tests.figures.reported import PLAN, collected, reported
from tests.plan.small_plan import write

ROWS = panel_rows(Path(__file__).parents[3] / "data/panels/county_urbanisation_2010_2020.csv")


def near(start: str, goal: int) -> tuple[int, int]:
    """How many counties began within 8 points, and how many gained in ten years what leads from 2020 to the goal in 2027."""
    begun, speed = Decimal(start), (goal - Decimal(start)) / 7
    gained = [end - one for one, end in ROWS if abs(one - begun) <= 8]
    return len(gained), sum(one >= 10 * speed for one in gained)


def test_the_panel_holds_the_counties_of_both_censuses() -> None:
    assert len(ROWS) == 2522
    # 2.6148, 0.6637 and 0.3173 points a year: the speeds as they are, not as they are shown (by 0.7 it would be 124).
    assert near("46.6964", 65) == (496, 11)
    assert near("70.3544", 75) == (206, 126)
    assert near("52.7791", 55) == (356, 328)


def told(language: Language, area: str = "chunan", start: str = "46.7") -> tuple[str, ...]:
    target = next(one for one in PLAN.targets if one.indicator.id == "urbanisation_rate" and one.area == area)
    figures = [
        reported(start, "2020", indicator="urbanisation_rate", area=area),
        reported("50.0", "2024", indicator="urbanisation_rate", area=area),
    ]
    [one] = judge(PLAN, collected(*figures), [target]).assessments
    return hardness(VerdictWords(PLAN, Texts(language), one))


def test_it_is_told_how_many_comparable_counties_moved_that_fast() -> None:
    # (65 - 46.7) / 7 = 2.614 points a year from the end of 2020 to that of 2027.
    count = near("46.7", 65)[1]
    need, reached, about, _ = told(Language.ZH)
    assert need == "从46.7%（2020年）到2027年底达到65%以上，平均每年须变化2.61个百分点。"
    assert reached == (
        "全国的县（市、区）中，2010年与这个起点相差不超过8个百分点的有496个，"
        f"到2020年平均每年达到这个速度的有{count}个。"
    )
    assert "这不是预测" in about
    english = told(Language.EN)
    assert f"496 started within 8 percentage points of this in 2010; {count} of them moved that fast" in english[1]
    assert "no forecast" in english[2]


def test_nothing_is_told_without_a_panel_or_a_baseline() -> None:
    target = next(one for one in PLAN.targets if one.indicator.id == "gdp")
    figures = collected(reported("420", "2022"), reported("484.4", "2024"))
    [one] = judge(PLAN, figures, [target]).assessments
    assert hardness(VerdictWords(PLAN, Texts(Language.ZH), one)) == ()
    assert hardness(VerdictWords(PLAN, Texts(Language.ZH), replace(one, baseline=None))) == ()


PANEL = """panels:
  - {indicator: %s, file: panel.csv, start_year: 2010, end_year: 2020, within: 8, areas: 县, areas_en: counties,
     about: 供参考, about_en: for reference, source: 虚构, source_en: made up}
"""


@pytest.mark.parametrize(("indicator", "content"), [("no_such", "area,start,end\n"), ("road_quality", None)])
def test_a_panel_of_no_indicator_or_without_its_file_is_refused(
    tmp_path: Path, indicator: str, content: str | None
) -> None:
    folder = write(tmp_path)
    (folder / "panels.yaml").write_text(PANEL % indicator, encoding="utf-8")
    if content is not None:
        (folder / "panel.csv").write_text(content, encoding="utf-8")
    with pytest.raises(PlanError) as caught:
        load_plan(folder)
    assert any("panels" in one.place.file for one in caught.value.diagnostics)


@pytest.mark.parametrize("content", ["area,start,end\n1,2,x\n", "area,begun\n1,2\n"])
def test_a_panel_that_cannot_be_read_is_told_where_it_is_validated(tmp_path: Path, content: str) -> None:
    (tmp_path / "panel.csv").write_text(content, encoding="utf-8")
    panel = PLAN.panels_file.panels[0].model_copy(update={"file": "panel.csv"})
    assert len(list(check_panels(PanelsFile(panels=(panel,)), tmp_path))) == 1
    assert list(check_panels(PLAN.panels_file, Path(__file__).parents[3] / "data")) == []


def test_the_file_holds_only_what_is_needed() -> None:
    with (Path(__file__).parents[3] / "data/panels/county_urbanisation_2010_2020.csv").open(encoding="utf-8") as opened:
        assert next(csv.reader(opened)) == ["area", "start", "end"]
