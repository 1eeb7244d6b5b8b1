from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from countyplan.plan import shipped_plan
from tests.cli.conftest import Run, run

__all__ = ["run"]


@pytest.mark.parametrize(
    ("words", "title"),
    [
        (("schema", "submission"), "《关于推进以县城为重要载体的城镇化建设实施方案（征求意见稿）》报送文件"),
        (("plan", "schema"), "targets.yaml"),
        (("plan", "schema", "targets"), "targets.yaml"),
        (("plan", "schema", "responsibilities"), "responsibilities.yaml"),
        (("plan", "schema", "milestones"), "milestones.yaml"),
    ],
)
def test_a_schema_goes_to_standard_output_or_to_a_file(
    run: Run, tmp_path: Path, words: tuple[str, ...], title: str
) -> None:
    shown = run(*words)
    assert json.loads(shown.stdout)["title"] == title
    written = run(*words, "-o", "new/x.schema.json")
    assert (written.exit_code, written.stdout) == (0, "")
    assert (tmp_path / "new" / "x.schema.json").read_text(encoding="utf-8") == shown.stdout


def test_the_language_of_the_descriptions_can_be_chosen(run: Run) -> None:
    definitions = json.loads(run("schema", "submission", "--lang", "en").stdout)["$defs"]
    assert "Gross regional product" in definitions["figures"]["properties"]
    assert definitions["indicator.gdp"]["description"].startswith(
        "Clause 2: Development goals\nunit: 100 million yuan\n"
    )
    targets = json.loads(run("plan", "schema", "--lang", "en").stdout)
    assert targets["$defs"]["Goal"]["properties"]["wording"]["description"].startswith("The words of the plan")


def test_another_plan_has_another_schema(run: Run, tmp_path: Path) -> None:
    shutil.copytree(shipped_plan(), tmp_path / "plan")
    targets = tmp_path / "plan" / "targets.yaml"
    text = targets.read_text(encoding="utf-8")
    targets.write_text(text.replace("name: 百亿级产业链\n", "name: 另一个名称\n"), encoding="utf-8")
    figures = json.loads(run("schema", "submission", "--plan", "plan").stdout)["$defs"]["figures"]["properties"]
    assert "另一个名称" in figures
    assert "百亿级产业链" not in figures


@pytest.mark.parametrize(
    "words", [("schema", "nothing"), ("plan", "schema", "units"), ("schema", "submission", "--plan", "none")]
)
def test_what_has_no_schema_ends_with_exit_code_2(run: Run, words: tuple[str, ...]) -> None:
    result = run(*words)
    assert (result.exit_code, result.stdout) == (2, "")


def test_a_form_in_yaml_points_to_the_schema_beside_it(run: Run, tmp_path: Path) -> None:
    assert run("template", "tonglu", "2024", "-o", "new/form.yaml").exit_code == 0
    first = (tmp_path / "new" / "form.yaml").read_text(encoding="utf-8").splitlines()[0]
    name = first.removeprefix("# yaml-language-server: $schema=")
    schema = (tmp_path / "new" / name).read_text(encoding="utf-8")
    assert schema == run("schema", "submission").stdout
    # The folder can be checked as it is: a schema is no submission.
    assert run("validate", "new").exit_code == 0
    assert run("template", "tonglu", "2024", "-o", "other/form.csv").exit_code == 0
    assert [path.name for path in (tmp_path / "other").iterdir()] == ["form.csv"]
