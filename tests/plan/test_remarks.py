"""What is remarked of a valid plan, by the catalogue's examples, each put into a small plan."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
import yaml

from countyplan.diagnostics import Code, Severity, entry, example, message, wording_of
from countyplan.language import Language, Texts
from countyplan.plan import load_plan
from countyplan.plan.remarks import remarks_on
from tests.plan.small_plan import COMMITMENTS, RESPONSIBILITIES, TARGETS, changed, write

CODES = [
    Code.CLAUSE_IDLE,
    Code.CLAUSE_NAMES_NOBODY,
    Code.AREAS_NOT_CALLED,
    Code.PLURAL_LACKING,
    Code.NAMES_ALIKE,
]
NAMED = "labels:\n  - {name: {zh: 片, en: patch}, plural: {en: patches}}\n"
FILES = {
    "targets": TARGETS + NAMED,
    "responsibilities": RESPONSIBILITIES,
    "commitments": changed(COMMITMENTS, ("    units: [roads]\n", "")),
}


def small(folder: Path, text: str) -> Path:
    """The small plan with each key of `text` in the file that has it."""
    said: dict[str, Any] = yaml.safe_load(text)
    # To this library `on` is a truth value.
    quoted = {name: own.replace(" on:", ' "on":') for name, own in FILES.items()}
    files: dict[str, dict[str, Any]] = {name: yaml.safe_load(own) for name, own in quoted.items()}
    of_units = {"units", "clauses", "none_named"} <= said.keys()
    for key, value in said.items():
        of_key = [name for name, own in files.items() if key in own and (name == "responsibilities" or not of_units)]
        files[of_key[0]][key] = value
    folder.mkdir(parents=True, exist_ok=True)
    for name, own in files.items():
        path = folder / f"{name}.yaml"
        path.write_text(yaml.safe_dump(own, allow_unicode=True, sort_keys=False), encoding="utf-8")
    return folder


def codes_of(folder: Path, text: str) -> set[Code]:
    plan, _ = load_plan(small(folder, text))
    return {one.code for one in remarks_on(plan, folder)}


@pytest.mark.parametrize("code", CODES)
def test_an_example_is_remarked_before_and_not_after(code: Code, tmp_path: Path) -> None:
    assert code in codes_of(tmp_path / "before", example(code).before)
    assert code not in codes_of(tmp_path / "after", example(code).after)
    assert entry(code).severity is Severity.INFO


@pytest.mark.parametrize("code", CODES)
@pytest.mark.parametrize("language", Language)
def test_the_words_fill_the_message(code: Code, language: Language, tmp_path: Path) -> None:
    plan, _ = load_plan(small(tmp_path, example(code).before))
    (found,) = [one for one in remarks_on(plan, tmp_path) if one.code is code]
    said, _ = message(code, found.words, Texts(language))
    assert [
        name for name in re.findall(r"\{(\w+)\}", wording_of(code, Texts(language)).message) if f"{{{name}}}" in said
    ] == []
    assert Path(found.place.file).parent == tmp_path
    assert found.place.line


def test_names_are_told_for_each_file_at_the_first_of_them(tmp_path: Path) -> None:
    targets = changed(TARGETS, (", name_en: Jia,", ","), ("    name_en: Good roads\n", ""))
    folder = write(tmp_path, targets, changed(RESPONSIBILITIES, (", name_en: Made-up Roads Bureau", "")))
    found = [one for one in remarks_on(load_plan(folder)[0], folder) if one.code is Code.NAMES_ALIKE]
    told = [(Path(one.place.file).name, one.place.line, one.words["count"], one.words["names"]) for one in found]
    assert told == [
        ("targets.yaml", 15, "2", "甲县; 公路优良率"),
        ("responsibilities.yaml", 2, "1", "虚构公路局"),
    ]
