from __future__ import annotations

from pathlib import Path

import pytest
from pydantic import TypeAdapter
from typer.testing import CliRunner

from countyplan.cli.app import app
from countyplan.diagnostics import Severity
from countyplan.render.shape.documents import Findings
from tests.plan.whole.test_clauses import marked_plan


@pytest.mark.parametrize(
    ("lang", "told"),
    [
        (
            "zh",
            [
                "targets.yaml:15:3: info CP325 没有写明地区叫什么，报告写作 zh: 地区、en: area。",
                "targets.yaml:19:5: info CP323 没有定量目标也没有承诺的条款1条：Annex B。",
                "targets.yaml:19:5: info CP324 没有列明责任单位的条款1条：Annex B。",
                "targets.yaml:23:5: info CP327 中英文报告写法相同的名称1个，如公路优良率。",
            ],
        ),
        (
            "en",
            [
                "targets.yaml:15:3: info CP325 Nothing says what areas are called, so reports say zh: 地区, en: area.",
                "targets.yaml:19:5: info CP323 Clauses with neither a target nor a commitment (1): Annex B.",
                "targets.yaml:19:5: info CP324 Clauses that name no responsible unit (1): Annex B.",
                "targets.yaml:23:5: info CP327 Names that Chinese and English reports tell alike, as no other form is given"
                " (1), such as 公路优良率.",
            ],
        ),
    ],
)
def test_what_is_worth_knowing_of_a_valid_plan_is_told_and_no_fault(tmp_path: Path, lang: str, told: list[str]) -> None:
    folder = marked_plan(tmp_path)
    targets = folder / "targets.yaml"
    targets.write_text(targets.read_text(encoding="utf-8").replace("    name_en: Good roads\n", ""), encoding="utf-8")
    done = CliRunner().invoke(app, ["plan", "validate", str(folder), "--lang", lang])
    assert done.exit_code == 0
    assert len(done.stdout.splitlines()) == 1
    lines = [line.removeprefix(f"{folder.as_posix()}/") for line in done.stderr.splitlines() if " info CP" in line]
    assert lines == told
    written = CliRunner().invoke(app, ["plan", "validate", str(folder), "--lang", lang, "--format", "json"])
    assert written.exit_code == 0
    found = TypeAdapter(Findings).validate_json(written.stdout)
    assert [
        f"{Path(one.file).name}:{one.line}:{one.column}: {one.severity} {one.code} {one.message}"
        for one in found.diagnostics
    ] == told
    assert (found.files, found.summary[Severity.INFO], found.summary[Severity.ERROR]) == (2, 4, 0)


def test_faults_are_written_for_machines_and_end_with_2(tmp_path: Path) -> None:
    folder = marked_plan(tmp_path)
    targets = folder / "targets.yaml"
    targets.write_text(targets.read_text(encoding="utf-8").replace("due: 2027", "due: TODO"), encoding="utf-8")
    done = CliRunner().invoke(app, ["plan", "validate", str(folder), "--format", "json"])
    assert done.exit_code == 2
    assert done.stderr == ""
    assert [one.code for one in TypeAdapter(Findings).validate_json(done.stdout).diagnostics] == ["CP350"]


def test_a_word_without_a_plural_is_told_where_its_language_has_one(tmp_path: Path) -> None:
    folder = marked_plan(tmp_path)
    targets = folder / "targets.yaml"
    label = "labels:\n  - {name: {zh: 片, en: patch}}\n"
    targets.write_text(targets.read_text(encoding="utf-8") + label, encoding="utf-8")
    told = CliRunner().invoke(app, ["plan", "validate", str(folder), "--lang", "en"]).stderr
    assert "Nothing says what several areas are called, so they are called as one is: patch." in told
    assert "Nothing says what areas are called" not in told
