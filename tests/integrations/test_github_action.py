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


def act(folder: Path, **given: str | Path) -> subprocess.CompletedProcess[str]:
    """The step that checks."""
    defaults = {name: about["default"] for name, about in load(ACTION)["inputs"].items()}
    inputs = {**defaults, **{name.replace("_", "-"): str(value) for name, value in given.items()}}
    env = {name: INPUT.sub(lambda found: inputs[found[1]], value) for name, value in step()["env"].items()}
    env["BASE"] = str(given.get("base", ""))
    return shell(
        folder,
        step()["run"],
        environment(**env, GITHUB_STEP_SUMMARY=folder / "summary.md", GITHUB_OUTPUT=folder / "out"),
    )


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
        (used,) = [step for step in job["steps"] if step.get("uses", "").startswith("OWNER/countyplan@")]
        assert set(used["with"]) <= known
    for lang in ("zh", "en"):
        page = (ROOT / "docs" / lang / "how-to" / "github.md").read_text(encoding="utf-8")
        assert set(re.findall(r"^\| `([a-z-]+)` \|", page, re.MULTILINE)) == known | set(load(ACTION)["outputs"])


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
    assert (tmp_path / "summary.md").read_text(encoding="utf-8").startswith("<!-- countyplan -->\n#")


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
    (tmp_path / "changed.txt").write_text("submissions/chunan/2024.yaml\n", encoding="utf-8")
    marked = act(tmp_path, fail_on="never", changed="changed.txt").stdout
    assert "file=submissions/chunan/2024.yaml" in marked
    assert "file=submissions/tonglu" not in marked
    (tmp_path / "set.toml").write_text('fail_on = "behind"\nlang = "en"\n', encoding="utf-8")
    assert "Not marked here" in act(tmp_path, fail_on="never", config="set.toml").stdout
    assert act(tmp_path, waivers="no such file").returncode == 2
    assert act(tmp_path, plan="no such folder").returncode == 2
    assert "::notice" in act(tmp_path, lang="en", paths="submissions/tonglu", fail_on="never").stdout
    assert act(tmp_path, area="$(touch hacked); `touch hacked`", paths="--help; touch hacked").returncode == 2
    assert not (tmp_path / "hacked").exists()


def test_in_a_pull_request_only_what_it_changes_is_marked(tmp_path: Path) -> None:
    (submissions(tmp_path) / "jiande" / "2025.yaml").write_text(WRONG, encoding="utf-8")
    git = "git -c user.name=made-up -c user.email=made-up@example.org -c init.defaultBranch=main"
    set_up = f"{git} init -q && {git} add . && {git} commit -qm before && git remote add origin . && git rev-parse HEAD"
    base = shell(tmp_path, set_up, environment()).stdout.strip()
    assert "file=submissions/jiande/2025.yaml" in act(tmp_path).stdout
    (tmp_path / "submissions" / "chunan" / "new.yaml").write_text(WRONG, encoding="utf-8")
    assert shell(tmp_path, f"{git} add . && {git} commit -qm after", environment()).returncode == 0
    done = act(tmp_path, base=base)
    assert done.returncode == 2
    assert "file=submissions/chunan/new.yaml" in done.stdout
    assert "file=submissions/jiande/2025.yaml" not in done.stdout


def test_by_default_only_the_form_turns_a_submission_away(tmp_path: Path) -> None:
    (submissions(tmp_path) / "tonglu" / "2024.yaml").write_text(
        "area: 桐庐县\nperiod: 2024\nfigures:\n  常住人口城镇化率: {value: 60, source: 虚构}\n", encoding="utf-8"
    )
    assert act(tmp_path, fail_on="behind").returncode == 1
    assert act(tmp_path).returncode == 0


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("pyproject.toml", '[tool.countyplan]\narea = ["chunan"]\nfail_on = "never"\n'),
        ("countyplan.toml", 'clause = [25]\nwaivers = "submissions/other.yaml"\n'),
        (
            "submissions/waivers.yaml",
            "waivers:\n  - {code: CP101, file: jiande/2025.yaml, reason: r, document: d, approver: a, until: 2099-12-31}\n",
        ),
    ],
)
def test_nothing_of_the_checkout_moves_the_gate(tmp_path: Path, name: str, text: str) -> None:
    (submissions(tmp_path) / "jiande" / "2025.yaml").write_text(WRONG, encoding="utf-8")
    (tmp_path / name).write_text(text, encoding="utf-8")
    assert act(tmp_path).returncode == 2
    assert act(tmp_path, fail_on="missed").returncode == 2
    (tmp_path / "submissions" / "jiande" / "2025.yaml").unlink()
    assert act(tmp_path, fail_on="behind").returncode == 1


def test_the_log_says_why_in_its_last_line_and_the_comment_can_be_found_again(tmp_path: Path) -> None:
    (submissions(tmp_path) / "jiande" / "2025.yaml").write_text(WRONG, encoding="utf-8")
    last = act(tmp_path).stdout.splitlines()[-1]
    assert "exit code 2" in last
    assert "退出码 2" in last
    outputs = dict(line.split("=", 1) for line in (tmp_path / "out").read_text(encoding="utf-8").splitlines())
    assert outputs["exit-code"] == "2"
    comment = Path(outputs["comment"]).read_text(encoding="utf-8")
    assert comment.startswith("<!-- countyplan -->\n##")
    assert comment == (tmp_path / "summary.md").read_text(encoding="utf-8")
