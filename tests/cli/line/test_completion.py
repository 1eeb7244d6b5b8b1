from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import typer.main

from countyplan.cli.app import app
from countyplan.plan import shipped_plan

INVALID_PLAN = Path(__file__).parents[3] / "examples" / "invalid" / "plan" / "goal-twice"


def offered(command: str, name: str, incomplete: str, plan: Path | None = None) -> dict[str, str | None]:
    """What the parameter of a command offers, with what stands beside it."""
    group: Any = typer.main.get_command(app)
    ctx = group.get_command(group.make_context("countyplan", [], resilient_parsing=True), command).make_context(
        command, ["--plan", str(plan)] if plan else [], resilient_parsing=True
    )
    param = next(one for one in ctx.command.params if one.name == name)
    return {item.value: item.help for item in param.shell_complete(ctx, incomplete)}


@pytest.mark.parametrize("command", ["check", "report", "targets", "units"])
def test_areas_are_offered_by_every_name(command: str) -> None:
    every = offered(command, "area", "")
    assert {"桐庐县", "tonglu", "330122", "三县（市）合计", "total", "all"} <= set(every)
    assert every["桐庐县"] == "tonglu"
    assert offered(command, "area", "to") == {"tonglu": "桐庐县", "total": "三县（市）合计"}
    assert offered(command, "area", "桐") == {"桐庐县": "tonglu"}
    assert offered(command, "area", "x") == {}


def test_indicators_and_codes_are_offered_where_something_is_explained() -> None:
    assert offered("explain", "target", "gd") == {"gdp": "地区生产总值"}
    assert offered("explain", "target", "地区")["地区生产总值"] == "gdp"
    assert "CP101" in offered("explain", "target", "CP1")
    assert "CP101" not in offered("explain", "target", "")
    assert "all" not in offered("explain", "area", "")
    assert "tonglu" in offered("template", "area", "")


def test_units_clauses_and_statuses_are_offered() -> None:
    assert "市教育局" in offered("check", "unit", "市教")
    assert offered("check", "unit", "桐庐") == {"桐庐县政府": "Tonglu County Government"}
    assert offered("check", "clause", "2")["2"] == "发展目标"
    assert set(offered("check", "only", "m")) == {"met", "missed", "missing"}
    assert set(offered("check", "fail_on", "")) == {"missed", "far_behind", "behind", "missing", "never"}


def test_another_plan_offers_its_own_names_and_a_broken_one_none(tmp_path: Path) -> None:
    shutil.copytree(shipped_plan(), tmp_path / "plan")
    targets = tmp_path / "plan" / "targets.yaml"
    targets.write_text(targets.read_text(encoding="utf-8").replace("name: 桐庐县", "name: 甲县"), encoding="utf-8")
    assert offered("check", "area", "甲", tmp_path / "plan") == {"甲县": "tonglu"}
    for name in ("area", "unit", "clause"):
        assert set(offered("check", name, "", INVALID_PLAN)) <= {"all"}
    assert offered("explain", "target", "", INVALID_PLAN) == {}


def test_a_shell_is_answered_in_lines(tmp_path: Path) -> None:
    words = {"_COUNTYPLAN_COMPLETE": "complete_bash", "COMP_WORDS": "countyplan check --area 桐", "COMP_CWORD": "3"}
    command = next(path for path in Path(sys.executable).parent.glob("countyplan*"))
    env = {**os.environ, **words, "PYTHONUTF8": "1"}
    done = subprocess.run(
        [command], env=env, cwd=tmp_path, capture_output=True, text=True, encoding="utf-8", check=False
    )
    assert (done.stdout.split(), done.stderr) == (["桐庐县"], "")
