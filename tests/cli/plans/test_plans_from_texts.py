"""Plans written from real texts without a line of Python: every target is there, and figures are judged by it."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from typer.testing import CliRunner

from countyplan.cli.app import app

TEXTS = Path(__file__).parents[3] / "examples" / "texts"
# The goals as the texts have them, by due year.
GOALS = {
    "india-ndc-2022": [("2.5–3", 2030), ("45", 2030), ("50", 2030), ("0", 2070)],
    "agri-machinery-2018": [
        *[(goal, 2020) for goal in ("1.2", "10", "70")],
        *[(goal, 2025) for goal in ("1.3", "11", "30", "45", "45", "50", "50", "55", "55", "60", "65", "65", "75")],
    ],
}
# Made-up figures, and the verdicts that follow from them.
FIGURES = {
    # 25 % of 45 % after 19 of the 25 years since 2005: p = 0.5556 / 0.76 = 0.73.
    "india-ndc-2022": (
        "area,year,indicator,value\nIndia,2024,Reduction of the emissions intensity of GDP,25%\n",
        "behind",
    ),
    "agri-machinery-2018": ("地区,年份,指标,数值\n全国,2025,棉花收获机械化率,61%\n", "met"),
}


def run(*args: str) -> str:
    done = CliRunner().invoke(app, list(args))
    assert done.exit_code in {0, 1}, done.output
    return done.stdout


@pytest.mark.parametrize("name", list(GOALS))
def test_every_target_of_the_text_is_there(name: str) -> None:
    told = json.loads(run("targets", "--plan", str(TEXTS / name), "--format", "json"))
    goals = [("–".join(one["goal"]) if isinstance(one["goal"], list) else one["goal"], one["due"]) for one in told]
    assert sorted(goals, key=lambda one: (one[1], one[0])) == GOALS[name]


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("name", list(FIGURES))
def test_figures_are_judged_by_it(tmp_path: Path, name: str, lang: str) -> None:
    text, status = FIGURES[name]
    (tmp_path / "a.csv").write_text(text, encoding="utf-8")
    args = ["check", str(tmp_path / "a.csv"), "--plan", str(TEXTS / name), "--lang", lang, "--format", "json"]
    rows = json.loads(run(*args))["assessments"]
    assert [one["status"] for one in rows if one["value"] is not None] == [status]


@pytest.mark.parametrize(
    ("dates", "told"),
    [
        # The plan says 2022-08-01. A month without a day contradicts it only where the year does.
        ("Issued in August 2022", False),
        ("Agreed in May 2019 and issued in August 2022", False),
        ("Issued in March 2019", True),
        ("Issued one day", False),
    ],
)
def test_a_date_of_issue_is_compared_as_exactly_as_the_text_names_it(dates: str, told: bool, tmp_path: Path) -> None:
    (tmp_path / "text.txt").write_text(f"{dates}\n1. A clause\n", encoding="utf-8")
    said = run("plan", "audit", str(tmp_path / "text.txt"), "--plan", str(TEXTS / "india-ndc-2022"), "--lang", "en")
    finding = "The date of issue differs: the data has 2022-08-01, the text March 2019."
    assert (finding in said, "The date of issue differs" in said) == (told, told)


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_the_unit_of_a_range_is_told_once(lang: str) -> None:
    told = run("plan", "show", str(TEXTS / "india-ndc-2022"), "--lang", lang)
    assert re.search(r"[:：]\s*2\.5(至| to )3\s+billion\s+tonnes\s+of\s+CO2\s+equivalent", told)
