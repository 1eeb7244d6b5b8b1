"""The action's own command line, run as a runner would, and the workflow in the docs."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.integrations.folder import ROOT, WRONG, environment, load, plant, submissions, yaml_blocks

ACTION = ROOT / "action.yml"
INPUT = re.compile(r"\$\{\{ inputs\.([a-z-]+) \}\}")


def step(name: str = "Check") -> Any:
    return next(one for one in load(ACTION)["runs"]["steps"] if one.get("name") == name)


def shell(folder: Path, script: str, env: Mapping[str, str]) -> subprocess.CompletedProcess[str]:
    """`shell: bash` as the runner understands it."""
    words = ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", script]
    return subprocess.run(words, cwd=folder, env=env, capture_output=True, text=True, encoding="utf-8", check=False)


def act(folder: Path, **given: str) -> subprocess.CompletedProcess[str]:
    """The step that checks."""
    defaults = {name: about["default"] for name, about in load(ACTION)["inputs"].items()}
    inputs = {**defaults, **{name.replace("_", "-"): value for name, value in given.items()}}
    env = {name: INPUT.sub(lambda found: inputs[found[1]], value) for name, value in step()["env"].items()}
    return shell(folder, step()["run"], environment(**env, GITHUB_STEP_SUMMARY=folder / "summary.md"))


@pytest.mark.parametrize("kind", ["vendor.github-actions", "vendor.github-workflows"])
def test_the_action_and_the_workflow_are_of_their_form(kind: str, tmp_path: Path) -> None:
    (text,) = yaml_blocks("github.md")
    workflow = tmp_path / "workflow.yml"
    workflow.write_text(text, encoding="utf-8")
    looked_at = ACTION if kind == "vendor.github-actions" else workflow
    command = [sys.executable, "-m", "check_jsonschema", "--builtin-schema", kind, str(looked_at)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout


def test_the_workflow_passes_only_inputs_that_the_action_has_and_the_page_names_them_all() -> None:
    known = set(load(ACTION)["inputs"])
    (text,) = yaml_blocks("github.md")
    for job in yaml.safe_load(text)["jobs"].values():
        assert set(job["steps"][-1]["with"]) <= known
    page = (ROOT / "docs" / "github.md").read_text(encoding="utf-8")
    assert set(re.findall(r"^\| `([a-z-]+)` \|", page, re.MULTILINE)) == known


def test_every_input_is_used_and_none_is_part_of_the_script() -> None:
    steps = load(ACTION)["runs"]["steps"]
    used = {name for step in steps for name in INPUT.findall(str({**step, "run": ""}))}
    assert used == set(load(ACTION)["inputs"])
    assert all("${{" not in step.get("run", "") for step in steps)


def test_a_folder_that_is_in_order_passes_and_is_summed_up(tmp_path: Path) -> None:
    submissions(tmp_path)
    done = act(tmp_path)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "::error" not in done.stdout
    assert (tmp_path / "summary.md").read_text(encoding="utf-8").startswith("#")


def test_what_cannot_be_used_is_marked_at_its_line_and_fails_with_2(tmp_path: Path) -> None:
    (submissions(tmp_path) / "jiande" / "2025.yaml").write_text(WRONG, encoding="utf-8")
    done = act(tmp_path)
    assert done.returncode == 2
    assert "::error file=submissions/jiande/2025.yaml,line=4,col=3" in done.stdout


def test_a_file_of_the_checkout_is_not_run_in_the_place_of_what_is_installed(tmp_path: Path) -> None:
    (submissions(tmp_path) / "jiande" / "2025.yaml").write_text(WRONG, encoding="utf-8")
    plant(tmp_path)
    checked = act(tmp_path)
    assert (checked.returncode, "hijacked" in checked.stdout) == (2, False)
    installed = shell(tmp_path, step("Install")["run"], environment(GITHUB_ACTION_PATH="./none"))
    assert (installed.returncode, "hijacked" in installed.stdout) == (1, False)
    assert "./none" in installed.stderr


def test_each_input_reaches_the_command(tmp_path: Path) -> None:
    submissions(tmp_path)
    assert act(tmp_path, fail_on="behind", area="tonglu", as_of="2024").returncode == 1
    assert act(tmp_path, fail_on="never", area="tonglu").returncode == 0
    assert act(tmp_path, paths="submissions/tonglu\n\nsubmissions/chunan\n").returncode == 0
    assert act(tmp_path, plan="no such folder").returncode == 2
    assert "::notice" in act(tmp_path, lang="en", paths="submissions/tonglu").stdout
    assert act(tmp_path, area="$(touch hacked); `touch hacked`", paths="--help; touch hacked").returncode == 2
    assert not (tmp_path / "hacked").exists()
