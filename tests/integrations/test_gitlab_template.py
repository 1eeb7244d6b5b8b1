"""The template's own command line, and the pipeline in the docs."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from xml.etree import ElementTree

import pytest
import yaml

from tests.integrations.folder import ROOT, WRONG, environment, load, plant, submissions, yaml_blocks

TEMPLATE = ROOT / "templates" / "countyplan.gitlab-ci.yml"


def job(
    folder: Path, script: str = "script", pipeline: Mapping[str, str] | None = None, **own: str
) -> subprocess.CompletedProcess[str]:
    """The template's job, included by a pipeline with variables of its own and extended by `own` ones.

    As GitLab has it: a job's variables win over the pipeline's, also where they are empty.
    """
    template = load(TEMPLATE)["countyplan"]
    (line,) = template[script]
    env = environment(**{**(pipeline or {}), **template["variables"], **own})
    return subprocess.run(["sh", "-ec", line], cwd=folder, env=env, capture_output=True, text=True, check=False)


def test_the_template_and_the_pipeline_are_of_their_form(tmp_path: Path) -> None:
    (text,) = yaml_blocks("gitlab.md")
    (tmp_path / "pipeline.yml").write_text(text, encoding="utf-8")
    command = [sys.executable, "-m", "check_jsonschema", "--builtin-schema", "vendor.gitlab-ci"]
    done = subprocess.run(
        [*command, str(TEMPLATE), str(tmp_path / "pipeline.yml")], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout


def test_the_reports_are_written_where_the_artifacts_are_looked_for(tmp_path: Path) -> None:
    (submissions(tmp_path) / "jiande" / "2025.yaml").write_text(WRONG, encoding="utf-8")
    done = job(tmp_path)
    assert done.returncode == 2, done.stderr
    reports = load(TEMPLATE)["countyplan"]["artifacts"]["reports"]
    findings = json.loads((tmp_path / reports["codequality"]).read_text(encoding="utf-8"))
    place = {"path": "submissions/jiande/2025.yaml", "lines": {"begin": 4}}
    assert [one["location"] for one in findings if one["check_name"] == "CP101"] == [place]
    suites = ElementTree.parse(tmp_path / reports["junit"]).getroot()
    assert len(list(suites.iter("testcase"))) >= 1
    assert "退出码 2" in done.stdout.splitlines()[-1]


@pytest.mark.parametrize("area", ["tonglu", "chunan"])
def test_the_jobs_by_county_and_year_do_as_the_page_says(area: str, tmp_path: Path) -> None:
    submissions(tmp_path)
    (text,) = yaml_blocks("gitlab.md")
    variables = yaml.safe_load(text)["verdicts"]["variables"]
    filled = {name: value.replace("$AREA", area).replace("$YEAR", "2024") for name, value in variables.items()}
    assert job(tmp_path, **filled).returncode == 0
    blocking = filled["CHECK_OPTIONS"].replace("never", "behind")
    assert job(tmp_path, **{**filled, "CHECK_OPTIONS": blocking}).returncode == 1


def test_what_the_page_sets_for_the_pipeline_reaches_the_job(tmp_path: Path) -> None:
    (text,) = yaml_blocks("gitlab.md")
    (name,) = yaml.safe_load(text)["variables"]
    done = job(tmp_path, "before_script", {name: "./none.whl"})
    assert done.returncode == 1
    assert "none.whl" in done.stderr


def test_a_file_of_the_checkout_is_not_run_in_the_place_of_what_is_installed(tmp_path: Path) -> None:
    (submissions(tmp_path) / "jiande" / "2025.yaml").write_text(WRONG, encoding="utf-8")
    plant(tmp_path)
    assert job(tmp_path).returncode == 2
    assert job(tmp_path, "before_script", {"PACKAGE": "./none.whl"}).returncode == 1


def test_without_a_package_nothing_is_installed_from_anywhere(tmp_path: Path) -> None:
    done = job(tmp_path, "before_script")
    assert done.returncode != 0
    assert "says what pip installs" in done.stderr


def git(folder: Path, *words: str) -> None:
    who = ["-c", "user.name=x", "-c", "user.email=x@example.org", "-c", "init.defaultBranch=main"]
    subprocess.run(["git", *who, *words], cwd=folder, check=True, capture_output=True)


def test_settings_and_waivers_are_those_of_the_protected_branch(tmp_path: Path) -> None:
    grant = "{code: CP101, file: jiande/2025.yaml, reason: r, document: d, approver: a, until: 2099-12-31}"
    protected = tmp_path / "protected"
    (submissions(protected) / "waivers.yaml").write_text(f"waivers: [{grant}]\n", encoding="utf-8")
    git(protected, "init", "--quiet")
    git(protected, "add", ".")
    git(protected, "commit", "--quiet", "-m", "x")
    change = tmp_path / "change"
    git(tmp_path, "clone", "--quiet", str(protected), "change")
    (change / "submissions" / "jiande" / "2025.yaml").write_text(WRONG, encoding="utf-8")
    (change / "submissions" / "waivers.yaml").write_text("waivers: []\n", encoding="utf-8")
    assert job(change, CI_DEFAULT_BRANCH="main").returncode == 0
    (change / "submissions" / "jiande" / "2026.yaml").write_text(WRONG, encoding="utf-8")
    both = grant + ", " + grant.replace("2025.yaml", "2026.yaml")
    (change / "submissions" / "waivers.yaml").write_text(f"waivers: [{both}]\n", encoding="utf-8")
    (change / "pyproject.toml").write_text(
        '[tool.countyplan]\nwaivers = "submissions/waivers.yaml"\n', encoding="utf-8"
    )
    assert job(change, CI_DEFAULT_BRANCH="main").returncode == 2
