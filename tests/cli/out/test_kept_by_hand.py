"""What people keep by hand, a plan's files, settings, waivers, schemas, is not written over."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from countyplan.plan import shipped_plan
from tests.cli.conftest import Run

SCHEMA = "hangzhou-county-towns-2023-2027.schema.json"
MINE = b'{"$schema": "mine"}\n'


@pytest.fixture
def plan(run: Run, tmp_path: Path) -> Path:  # noqa: ARG001 -- it makes the folder the current one
    return Path(shutil.copytree(shipped_plan(), tmp_path / "plan"))


@pytest.mark.parametrize("name", ["targets.yaml", "responsibilities.yaml"])
@pytest.mark.parametrize(
    "words",
    [
        ("report", "good.yaml", "--plan", "plan", "--format", "markdown", "-o"),
        ("check", "good.yaml", "--plan", "plan", "-o"),
        ("validate", "good.yaml", "--plan", "plan", "--write-baseline"),
        ("targets", "--plan", "plan", "--format", "json", "-o"),
        ("report", "good.yaml", "--format", "markdown", "-o"),
        ("schema", "submission", "-o"),
    ],
)
def test_a_plan_stays_as_it_is(run: Run, plan: Path, words: tuple[str, ...], name: str) -> None:
    before = (plan / name).read_bytes()
    result = run(*words, f"plan/{name}")
    assert result.exit_code == 2
    assert f"plan/{name}" in result.stderr
    assert words[-1].replace("-o", "--output") in result.stderr
    assert (plan / name).read_bytes() == before


def test_a_panel_below_the_plans_folder_stays_as_it_is(run: Run, plan: Path) -> None:
    panel = plan / "panels" / "county_urbanisation_2010_2020.csv"
    before = panel.read_bytes()
    words = ("check", "good.yaml", "--plan", "plan", "-o", f"csv=plan/panels/{panel.name}")
    assert (run(*words).exit_code, panel.read_bytes() == before) == (2, True)


@pytest.mark.parametrize("name", ["countyplan.toml", "pyproject.toml"])
def test_settings_stay_as_they_are(run: Run, tmp_path: Path, name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("COUNTYPLAN_CONFIG")
    text = 'lang = "zh"\n' if name == "countyplan.toml" else '[tool.countyplan]\nlang = "zh"\n'
    (tmp_path / name).write_text(text, encoding="utf-8")
    for force in ((), ("--force",)):
        result = run("report", "good.yaml", "--format", "markdown", "-o", name, *force)
        assert (result.exit_code, (tmp_path / name).read_text(encoding="utf-8")) == (2, text)
    assert "是本次读取的文件" in result.stderr


def test_settings_under_any_name_stay_as_they_are(run: Run, tmp_path: Path) -> None:
    (tmp_path / "mine.txt").write_text('lang = "zh"\n', encoding="utf-8")
    assert run("--config", "mine.txt", "check", "good.yaml", "-o", "mine.txt").exit_code == 2
    assert (tmp_path / "mine.txt").read_text(encoding="utf-8") == 'lang = "zh"\n'


@pytest.mark.parametrize("name", ["waivers.yaml", "known.yml", "other.TOML", "link.md"])
def test_what_no_result_is_written_in_needs_force(run: Run, tmp_path: Path, name: str) -> None:
    (tmp_path / "other").mkdir()
    written = tmp_path / "other" / name
    if name == "link.md":
        written.symlink_to("mine.yaml")
    written.write_bytes(MINE)
    words = ("check", "good.yaml", "-o", f"markdown=other/{name}")
    refused = run(*words)
    assert (refused.exit_code, written.read_bytes()) == (2, MINE)
    assert "--force" in refused.stderr
    assert refused.stdout == ""
    assert run(*words, "--force").exit_code == 0
    assert written.read_bytes().startswith(b"#")


def test_a_schema_of_somebody_else_beside_a_form_needs_force(run: Run, tmp_path: Path) -> None:
    (tmp_path / SCHEMA).write_bytes(MINE)
    refused = run("template", "tonglu", "2023", "-o", "b.yaml")
    assert (refused.exit_code, (tmp_path / SCHEMA).read_bytes()) == (2, MINE)
    assert SCHEMA in refused.stderr
    assert not (tmp_path / "b.yaml").exists()
    assert run("template", "tonglu", "2023", "-o", "b.yaml", "--force").exit_code == 0
    assert json.loads((tmp_path / SCHEMA).read_bytes())["$comment"]


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_a_schema_of_ours_is_written_anew(run: Run, tmp_path: Path, lang: str) -> None:
    assert run("template", "tonglu", "2023", "-o", "a.yaml", "--lang", lang).exit_code == 0
    assert run("template", "tonglu", "2023", "-o", "b.yaml").exit_code == 0
    assert run("schema", "submission", "-o", SCHEMA, "--lang", lang).exit_code == 0
    (tmp_path / SCHEMA).write_bytes(MINE)
    assert run("schema", "submission", "-o", SCHEMA).exit_code == 2
    assert run("plan", "schema", "targets", "-o", SCHEMA).exit_code == 2
    assert (tmp_path / SCHEMA).read_bytes() == MINE


@pytest.mark.parametrize(("text", "code"), [("mine\n", 2), ("baseline: 1\nfindings: []\n", 0)])
def test_only_a_baseline_is_replaced_by_one(run: Run, tmp_path: Path, text: str, code: int) -> None:
    (tmp_path / "known.txt").write_text(text, encoding="utf-8")
    assert run("validate", "good.yaml", "--write-baseline", "known.txt").exit_code == code
    assert ((tmp_path / "known.txt").read_text(encoding="utf-8") == text) == (code == 2)
