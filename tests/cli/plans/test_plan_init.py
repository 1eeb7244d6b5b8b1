from __future__ import annotations

from pathlib import Path

import pytest
from typer.testing import CliRunner

from countyplan.cli.app import app

FIGURES = {
    "zh": "地区,年份,指标,数值\n北区,2024,可再生能源占比,20%\n北区,2025,可再生能源占比,25%\n合计,2025,累计投资,12亿元\n",
    "en": "area,year,indicator,value\nNorth,2024,Renewables,20%\nNorth,2025,Renewables,25%\n"
    "Total,2025,Investment so far,12\n",
}


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_what_it_writes_is_a_plan_that_figures_are_judged_by(tmp_path: Path, lang: str) -> None:
    plan, figures = str(tmp_path / "plan"), tmp_path / "a.csv"
    figures.write_text(FIGURES[lang], encoding="utf-8")
    run = CliRunner()
    assert run.invoke(app, ["plan", "init", plan, "--lang", lang]).exit_code == 0
    assert run.invoke(app, ["plan", "validate", plan, "--lang", lang]).exit_code == 0
    checked = run.invoke(app, ["check", str(figures), "--plan", plan, "--lang", lang, "--format", "csv"])
    assert checked.exit_code == 0, checked.output
    # 5 of the 10 points after one of six years: p = 0.5 / 0.1667 = 3; 12 of 50 is 0.24, p = 1.44.
    assert checked.output.count({"zh": "快于预期", "en": "ahead,"}[lang]) >= 2


def test_it_writes_over_nothing(tmp_path: Path) -> None:
    (tmp_path / "targets.yaml").write_text("mine", encoding="utf-8")
    assert CliRunner().invoke(app, ["plan", "init", str(tmp_path)]).exit_code == 2
    assert [one.name for one in tmp_path.iterdir()] == ["targets.yaml"]
    assert (tmp_path / "targets.yaml").read_text(encoding="utf-8") == "mine"
