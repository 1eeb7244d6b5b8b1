"""What the pages tell of fields and keys is what is written and read: nothing lacks, and nothing is told of nothing."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from pydantic import TypeAdapter, ValidationError

from countyplan.cli.schemas_page import schemas_page
from countyplan.language import Language
from countyplan.render.fields import fields_page, meaning_of, objects_of, said
from countyplan.render.shape.documents import DOCUMENTS
from tests.cli.conftest import Run
from tests.docs.pages import ROOT, page
from tests.plan.plan_of_areas import write_tree

EXAMPLES = ROOT / "examples"
ILLUSTRATIVE = str(EXAMPLES / "illustrative")
RUNS = [
    ("check", ["check", ILLUSTRATIVE, "--only", "behind"]),
    ("check", ["check", str(EXAMPLES / "ledger")]),
    ("check", ["check", str(EXAMPLES / "waived")]),
    ("check", ["check", str(EXAMPLES / "workbook" / "sent")]),
    ("check", ["check", str(EXAMPLES / "waived"), "--against", str(ROOT / "data")]),
    ("validate", ["validate", str(EXAMPLES / "waived")]),
    ("explain", ["explain", "gdp", ILLUSTRATIVE, "--area", "tonglu"]),
    ("explain CODE", ["explain", "CP101"]),
    ("targets", ["targets"]),
    ("units", ["units"]),
    ("commitments", ["commitments"]),
    ("commitments PATH", ["commitments", ILLUSTRATIVE]),
    ("config", ["config"]),
    ("plan validate", ["plan", "validate"]),
    ("plan show", ["plan", "show"]),
    ("plan show", ["plan", "show", str(EXAMPLES / "wales" / "plan")]),
    ("plan diff", ["plan", "diff", str(ROOT / "data"), str(EXAMPLES / "wales" / "plan")]),
]
OBJECTS = list(dict.fromkeys(one for hint in DOCUMENTS.values() for one in objects_of(hint)))


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize(("name", "made"), [("fields", fields_page), ("schemas", schemas_page)])
def test_the_page_in_the_repository_is_that_of_the_program(
    name: str, made: Callable[[Language], str], language: Language
) -> None:
    assert page(f"reference/{name}.md", language) == made(language), "run: make docs"


@pytest.mark.parametrize(("what", "words"), RUNS, ids=lambda one: one if isinstance(one, str) else "")
def test_what_is_written_has_just_the_fields_of_the_page(run: Run, what: str, words: list[str]) -> None:
    TypeAdapter(DOCUMENTS[what]).validate_json(run(*words, "--format", "json").stdout)


def test_sheets_and_their_index_have_just_the_fields_of_the_page(run: Run, tmp_path: Path) -> None:
    waived = str(EXAMPLES / "waived")
    assert run("report", waived, "--by", "area", "--format", "json", "-o", "sheets").exit_code == 0
    index, *sheets = sorted((tmp_path / "sheets").glob("*.json"))
    TypeAdapter(DOCUMENTS["report --by"]).validate_json(index.read_bytes())
    assert sheets
    for sheet in sheets:
        assert TypeAdapter(DOCUMENTS["check"]).validate_json(sheet.read_bytes()).group is not None


def test_a_draft_its_areas_and_its_audit_have_just_the_fields_of_the_page(run: Run, tmp_path: Path) -> None:
    text = "甲市工作方案\n（一）发展目标\n到2027年，新建学校12所，其中东区5所。经费3万元。\n"
    (tmp_path / "text.txt").write_text(text, encoding="utf-8")
    assert run("plan", "draft", "text.txt", "-o", "made").exit_code == 0
    for folder in ("made", str(write_tree(tmp_path / "tree"))):
        TypeAdapter(DOCUMENTS["plan show"]).validate_json(run("plan", "show", folder, "--format", "json").stdout)
        audited = run("plan", "audit", "text.txt", "--plan", folder, "--format", "json").stdout
        TypeAdapter(DOCUMENTS["plan audit"]).validate_json(audited)
    assert '"findings": []' not in audited


def test_a_field_too_many_and_one_too_few_would_be_seen(run: Run) -> None:
    text = run("explain", "CP101", "--format", "json").stdout
    for other in (text.replace('"hint"', '"help"'), text.replace('"code"', '"more": 1, "code"')):
        with pytest.raises(ValidationError):
            TypeAdapter(DOCUMENTS["explain CODE"]).validate_json(other)


def test_every_meaning_is_of_a_field_that_there_is() -> None:
    own = {f"{of.__name__}.{name}" for of in OBJECTS for name in of.model_fields}
    told = {key for key in said()["fields"] if key != "any"}
    assert told <= own
    assert set(said()["objects"]) == {of.__name__ for of in OBJECTS}
    for of in OBJECTS:
        for name in of.model_fields:
            assert all(meaning_of(of, name, language) for language in Language)
