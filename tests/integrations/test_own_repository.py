"""The repository's own workflow and forms, and what a fresh machine is told."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.integrations.folder import ROOT, load

GITHUB = ROOT / ".github"


def test_the_own_workflow_runs_what_has_to_pass() -> None:
    (job,) = load(GITHUB / "workflows" / "tests.yml")["jobs"].values()
    assert ".ci/run" in [step.get("run") for step in job["steps"]]
    assert (ROOT / ".ci" / "run").read_text(encoding="utf-8").splitlines()[4:] == [
        ".ci/browser",
        "make test",
        ".ci/versions oldest",
        ".ci/pythons",
        "make site",
    ]


@pytest.mark.parametrize(
    ("kind", "where"), [("github-workflows", "workflows/*.yml"), ("github-issue-forms", "ISSUE_TEMPLATE/[!c]*.yml")]
)
def test_workflow_and_forms_are_of_their_form(kind: str, where: str) -> None:
    files = [str(path) for path in GITHUB.glob(where)]
    assert files
    command = [sys.executable, "-m", "check_jsonschema", "--builtin-schema", f"vendor.{kind}", *files]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout


def test_a_machine_without_a_browser_that_may_install_nothing_is_told_at_once(tmp_path: Path) -> None:
    for name, line in {"id": "echo 1000", "sudo": "exit 1", "apt-get": "exit 1", "cat": '/bin/cat "$@"'}.items():
        (tmp_path / name).write_text(f"#!/bin/sh\n{line}\n", encoding="utf-8")
        (tmp_path / name).chmod(0o755)
    env = {**os.environ, "PATH": str(tmp_path)}
    command = ["/bin/sh", str(ROOT / ".ci" / "browser")]
    done = subprocess.run(command, env=env, capture_output=True, text=True, encoding="utf-8", check=False)
    assert done.returncode == 1
    assert "tests/browser cannot run" in done.stderr
