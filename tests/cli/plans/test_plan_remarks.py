from __future__ import annotations

from pathlib import Path

import pytest
from typer.testing import CliRunner

from countyplan.cli.app import app
from tests.plan.whole.test_clauses import marked_plan


@pytest.mark.parametrize(
    ("lang", "told"),
    [
        (
            "zh",
            [
                "没有定量目标也没有承诺的条款1条：Annex B",
                "没有列明责任单位的条款1条：Annex B",
                "没有写明地区叫什么（targets.yaml 的 labels），报告写作 zh: 地区、en: area。",
                "中英文报告写法相同的名称1个（公路优良率）：没有另写译名。",
            ],
        ),
        (
            "en",
            [
                "Clauses with neither a target nor a commitment (1): Annex B",
                "Clauses that name no responsible unit (1): Annex B",
                "Nothing says what areas are called (labels in targets.yaml), so reports say zh: 地区, en: area.",
                "Names that Chinese and English reports tell alike, as no other form is given (1): 公路优良率.",
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
    assert done.stdout.splitlines()[1:] == told


def test_a_word_without_a_plural_is_told_where_its_language_has_one(tmp_path: Path) -> None:
    folder = marked_plan(tmp_path)
    targets = folder / "targets.yaml"
    label = "labels:\n  - {name: {zh: 片, en: patch}}\n"
    targets.write_text(targets.read_text(encoding="utf-8") + label, encoding="utf-8")
    told = CliRunner().invoke(app, ["plan", "validate", str(folder), "--lang", "en"]).stdout
    assert "Without a plural in labels, several areas are called as one is: patch." in told
    assert "Nothing says what areas are called" not in told
