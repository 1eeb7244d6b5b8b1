"""The plans that ship beside the first: real targets and real figures, judged and set beside what was published of them."""

from __future__ import annotations

import csv
import json
from pathlib import Path
from typing import Any

import pytest
import yaml
from typer.testing import CliRunner

from countyplan.cli.app import app
from countyplan.plan import load_plan

ROOT = Path(__file__).parents[1]
PLANS = sorted(one for one in (ROOT / "examples" / "plans").iterdir() if one.is_dir())
METHOD = {
    lang: (ROOT / "docs" / lang / "explanation" / "method.md").read_text(encoding="utf-8") for lang in ("zh", "en")
}


def submissions(folder: Path) -> Path:
    [found] = [one for one in folder.iterdir() if one.is_file() and one.name != "official.yaml"]
    return found


def published(folder: Path) -> dict[str, Any]:
    told: dict[str, Any] = yaml.safe_load((folder / "official.yaml").read_text(encoding="utf-8"))
    return told


def verdicts(folder: Path, lang: str) -> dict[tuple[str, int], str]:
    as_of = str(published(folder)["as_of"])
    words = ["check", "--plan", str(folder / "plan"), str(submissions(folder)), "--as-of", as_of]
    result = CliRunner().invoke(app, [*words, "--lang", lang, "--format", "json"])
    assert result.exit_code in {0, 1}, result.output
    return {(row["target"], row["due"]): row["status"] for row in json.loads(result.output)["assessments"]}


def test_there_are_plans_beside_the_first() -> None:
    assert {one.name for one in PLANS} >= {"eu-2020", "eu-2030", "hangzhou-2019"}


@pytest.mark.parametrize("folder", PLANS, ids=lambda one: one.name)
def test_an_example_plan_is_without_faults(folder: Path) -> None:
    assert load_plan(folder / "plan")[1] == ()


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("folder", PLANS, ids=lambda one: one.name)
def test_an_example_plan_is_judged_as_it_says(folder: Path, lang: str) -> None:
    expected = {(one["target"], one["due"]): one["ours"] for one in published(folder)["outcomes"]}
    assert verdicts(folder, lang) == expected


@pytest.mark.parametrize("folder", PLANS, ids=lambda one: one.name)
def test_where_a_verdict_differs_from_what_was_published_it_is_said_why(folder: Path) -> None:
    for one in published(folder)["outcomes"]:
        assert one["source"]
        differs = "published" in one and one["published"] != one["ours"]
        assert differs == ("why" in one), one
        if differs:
            told = f"{folder.name} `{one['target']}`"
            assert [lang for lang, page in METHOD.items() if told not in page] == []


@pytest.mark.parametrize("folder", PLANS, ids=lambda one: one.name)
def test_every_figure_of_an_example_names_its_source(folder: Path) -> None:
    path = submissions(folder)
    text = path.read_text(encoding="utf-8")
    if path.suffix == ".csv":
        assert [row for row in csv.DictReader(text.splitlines()) if not row["source"]] == []
    else:
        assert [one for one in yaml.safe_load(text)["figures"].values() if not one["source"]] == []
