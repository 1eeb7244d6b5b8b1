"""The schemas in the repository, looked at by a checker that is not ours."""

from __future__ import annotations

from functools import cache
from importlib.metadata import entry_points
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from jsonschema import Draft202012Validator

from countyplan.diagnostics import Severity
from countyplan.language import Language, Texts
from countyplan.plan import load_plan, shipped_plan
from countyplan.schema import PlanFile, plan_schema, schema_text, submission_schema
from countyplan.schema.document import Schema
from countyplan.submission import read_submissions
from tests.template.forms import AREAS, form_of, values_for, written
from tests.template.forms import fill_yaml as fill

ROOT = Path(__file__).parents[2]
SCHEMAS = ROOT / "schemas"
INVALID = ROOT / "examples" / "invalid"
PLAN = load_plan(shipped_plan())[0]
INSTANCES = [path for path in sorted((ROOT / "examples").rglob("*.yaml")) if not path.is_relative_to(INVALID)]


def is_well_formed(path: Path) -> bool:
    read = read_submissions([path], PLAN)
    return bool(read.figures) and not any(one.severity is Severity.ERROR for one in read.diagnostics)


VALID = [path for path in INSTANCES if is_well_formed(path)]


@cache
def made(language: Language) -> dict[str, Schema]:
    texts = Texts(language)
    plans = {f"{file}.schema.json": plan_schema(file, texts) for file in PlanFile}
    return {"submission.schema.json": submission_schema(PLAN, texts), **plans}


def check(*words: str | Path) -> Result:
    (command,) = entry_points(group="console_scripts", name="check-jsonschema")
    return CliRunner().invoke(command.load(), [*map(str, words)])


def test_the_schemas_in_the_repository_are_those_of_the_program() -> None:
    files = {path.name: path.read_text(encoding="utf-8") for path in SCHEMAS.iterdir()}
    assert files == {name: schema_text(schema) for name, schema in made(Language.ZH).items()}, "run: make docs"


@pytest.mark.parametrize("language", Language)
def test_each_schema_is_one_of_the_draft_that_it_names(language: Language) -> None:
    for schema in made(language).values():
        Draft202012Validator.check_schema(schema)


def test_a_checker_takes_the_schemas_and_their_expressions_for_sound() -> None:
    done = check("--check-metaschema", *SCHEMAS.iterdir())
    assert done.exit_code == 0, done.stdout


def test_every_valid_example_and_every_form_fits(tmp_path: Path) -> None:
    forms = []
    for area in AREAS:
        for language in Language:
            form = form_of(area, language=language)
            empty = written(form, ".yaml")
            for name, data in (("empty", empty), ("filled", fill(empty, values_for(form)))):
                forms.append(tmp_path / f"{name}-{area}-{language}.yaml")
                forms[-1].write_bytes(data)
    assert len(VALID) >= 5
    done = check("--schemafile", SCHEMAS / "submission.schema.json", *VALID, *forms)
    assert done.exit_code == 0, done.stdout


@pytest.mark.parametrize(
    "file", [PlanFile.TARGETS, PlanFile.RESPONSIBILITIES, PlanFile.COMMITMENTS, PlanFile.PANELS, PlanFile.LEDGER]
)
def test_the_shipped_plan_fits(file: PlanFile) -> None:
    done = check("--schemafile", SCHEMAS / f"{file}.schema.json", shipped_plan() / f"{file}.yaml")
    assert done.exit_code == 0, done.stdout


def test_a_plan_with_an_unknown_key_does_not_fit() -> None:
    done = check("--schemafile", SCHEMAS / "targets.schema.json", INVALID / "plan" / "unknown-key" / "targets.yaml")
    assert done.exit_code == 1
    assert "were unexpected" in done.stdout or "was unexpected" in done.stdout
