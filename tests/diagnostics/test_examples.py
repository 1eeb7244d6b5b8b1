"""The catalogue's examples are true: what stands before has the finding, what stands after has it no longer."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml
from rich.cells import cell_len

from countyplan.assess import judge
from countyplan.diagnostics import About, Code, Severity, entry, example
from countyplan.diagnostics.catalogue import _entry
from countyplan.figures import collect
from countyplan.plan import Plan, load_plan, shipped_plan
from countyplan.quantity import Period
from countyplan.quantity.period import Span
from countyplan.submission import read_submissions
from tests.plan.plan_of_kinds import INDICATORS, MORE, write_plan

TODAY = Period(2026 * 12 + 1, Span.MONTH)


def is_text(code: Code) -> bool:
    """Whether the example is a file's text, and no command and no cells of a sheet."""
    return not example(code).before.startswith(("$", "Sheet"))


PLAN_CODES = [code for code in Code if code.startswith("CP3") and is_text(code)]
# Waivers and known findings are tested beside what reads them.
SUBMISSION_CODES = [code for code in Code if code < "CP3" and is_text(code)]


# What the shipped plan has no targets for.
OF_OTHER_KINDS = {Code.CHANGE_DISAGREES, Code.REDUCTION_BELOW_ZERO, Code.SEVERAL_PLACES}


@pytest.fixture(scope="module")
def plan() -> Plan:
    return load_plan(shipped_plan())[0]


@pytest.fixture(scope="module")
def other(tmp_path_factory: pytest.TempPathFactory) -> Plan:
    return load_plan(write_plan(tmp_path_factory.mktemp("kinds"), INDICATORS + MORE))[0]


def codes_of(text: str, folder: Path, plan: Plan) -> set[Code]:
    name = "example.csv" if "," in text.splitlines()[0] else "example.yaml"
    (folder / name).write_text(f"{text}\n", encoding="utf-8")
    figures = collect(read_submissions([folder / name], plan), plan, None, TODAY)
    return {one.code for one in judge(plan, figures, plan.targets).diagnostics}


def test_most_examples_are_files() -> None:
    assert len(SUBMISSION_CODES) >= 40
    assert len(PLAN_CODES) >= 13


@pytest.mark.parametrize("code", SUBMISSION_CODES)
def test_an_example_has_its_finding_before_and_not_after(code: Code, plan: Plan, other: Plan, tmp_path: Path) -> None:
    found = example(code)
    plan = other if code in OF_OTHER_KINDS else plan
    assert code in codes_of(found.before, tmp_path, plan)
    after = codes_of(found.after, tmp_path, plan)
    assert code not in after
    assert all(entry(one).severity is not Severity.ERROR for one in after)


@pytest.mark.parametrize("code", PLAN_CODES)
def test_an_example_of_a_plans_file_is_a_part_of_one(code: Code) -> None:
    for text in (example(code).before, example(code).after):
        assert {type(document) for document in yaml.safe_load_all(text)} == {dict}


@pytest.mark.parametrize("code", list(Code))
def test_an_example_shows_a_difference_and_fits_a_narrow_terminal(code: Code) -> None:
    before, after = example(code).before, example(code).after
    assert before.strip()
    assert after.strip()
    assert before != after
    assert all(cell_len(line) <= 76 for line in (*before.splitlines(), *after.splitlines()))


@pytest.mark.parametrize("part", ["severity", "about", "zh", "en"])
def test_an_entry_without_one_of_its_parts_is_an_error(part: str) -> None:
    words = {"title": "t", "message": "m", "help": "h"}
    whole = {"severity": "error", "about": "file", "zh": words, "en": words}
    assert _entry(Code.EMPTY, whole).about is About.FILE
    with pytest.raises(ValueError, match=f"CP012 lacks {part} "):
        _entry(Code.EMPTY, {name: value for name, value in whole.items() if name != part})
