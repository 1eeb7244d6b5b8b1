"""The hooks, run by pre-commit itself on the configuration in the docs; only where they are installed from is another."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.integrations.folder import ROOT, WRONG, environment, load, submissions, yaml_blocks

MANIFEST = ROOT / ".pre-commit-hooks.yaml"
HOOKS = {hook["id"]: hook for hook in load(MANIFEST)}


def run(folder: Path, *words: str) -> subprocess.CompletedProcess[str]:
    env = environment(PRE_COMMIT_HOME=folder / ".home", GIT_CONFIG_GLOBAL=folder / "none", LANG="C.UTF-8")
    return subprocess.run(words, cwd=folder, env=env, capture_output=True, text=True, encoding="utf-8", check=False)


def installed() -> list[Any]:
    """The hooks that the page asks for, as those of the folder itself with the command that is at hand."""
    (text,) = yaml_blocks("pre-commit.md")
    (asked,) = yaml.safe_load(text)["repos"]
    return [{**HOOKS[hook["id"]], **hook, "language": "system"} for hook in asked["hooks"]]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    submissions(tmp_path)
    config = {"repos": [{"repo": "local", "hooks": installed()}]}
    (tmp_path / ".pre-commit-config.yaml").write_text(yaml.safe_dump(config), encoding="utf-8")
    assert run(tmp_path, "git", "init", "--quiet").returncode == 0
    assert run(tmp_path, "git", "add", "submissions", ".pre-commit-config.yaml").returncode == 0
    return tmp_path


def test_the_manifest_and_the_configuration_are_valid(tmp_path: Path) -> None:
    (text,) = yaml_blocks("pre-commit.md")
    (tmp_path / "config.yaml").write_text(text, encoding="utf-8")
    pre_commit = (sys.executable, "-m", "pre_commit")
    assert run(tmp_path, *pre_commit, "validate-manifest", str(MANIFEST)).returncode == 0
    done = run(tmp_path, *pre_commit, "validate-config", "config.yaml")
    assert (done.returncode, done.stdout + done.stderr) == (0, "")


def test_the_hooks_let_in_what_is_in_order_and_turn_away_the_rest(folder: Path) -> None:
    pre_commit = (sys.executable, "-m", "pre_commit", "run", "--all-files")
    assert run(folder, *pre_commit, "countyplan-validate").returncode == 0
    tonglu = run(folder, *pre_commit, "countyplan-tonglu-2024")
    assert tonglu.returncode == 0, tonglu.stdout
    (folder / "submissions" / "jiande" / "2025.yaml").write_text(WRONG, encoding="utf-8")
    run(folder, "git", "add", "submissions")
    wrong = run(folder, *pre_commit, "countyplan-validate")
    assert "submissions/jiande/2025.yaml:4:3: error CP101" in wrong.stdout
    assert "exit code: 2" in wrong.stdout


def test_the_plan_is_checked_by_its_own_hook(tmp_path: Path) -> None:
    hook = HOOKS["countyplan-plan"]
    assert run(ROOT, *hook["entry"].split(), *hook["args"]).returncode == 0
    assert run(tmp_path, *hook["entry"].split(), *hook["args"]).returncode == 2
