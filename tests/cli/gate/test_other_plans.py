"""What services for checks are told of a plan that is not the one that ships speaks of nothing of that."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from countyplan.cli.app import app

ROOT = Path(__file__).parents[3]
WALES = ROOT / "examples" / "wales" / "plan"


def rules(path: Path, *words: str) -> list[str]:
    done = CliRunner().invoke(app, [*words, str(path), "--lang", "en", "--format", "sarif"])
    [run] = json.loads(done.stdout)["runs"]
    return [json.dumps(one, ensure_ascii=False) for one in run["tool"]["driver"]["rules"] if one["id"] == "CP102"]


@pytest.mark.parametrize("command", ["check", "validate"])
def test_an_example_is_told_only_of_the_plan_that_it_is_written_for(command: str, tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    path.write_text("area: Nowhere\nperiod: 2023\nfigures: {}\n", "utf-8")
    [other] = rules(path, command, "--plan", str(WALES))
    [shipped] = rules(path, command)
    assert "Before" in shipped
    assert "Before" not in other
    assert "local authority" in other
