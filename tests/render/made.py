"""Reports to be written, and what people might hide in a submission."""

from __future__ import annotations

import dataclasses
import json
import re
from functools import cache
from pathlib import Path

import pytest

from countyplan.language import Language, Texts
from countyplan.plan import Plan, load_plan, shipped_plan
from countyplan.plan.selection import Selection
from countyplan.render.format import Format
from countyplan.render.formats import DOCUMENTS
from countyplan.report.report_model import Report
from countyplan.run.asked import Asked
from countyplan.run.judged import judge_files
from countyplan.run.told import report_of

EXAMPLES = Path(__file__).parents[2] / "examples"
CASES: dict[str, list[str] | None] = {
    "illustrative": None,
    "published": None,
    "invalid": None,
    "waived": None,
    "illustrative/tonglu-2024.yaml": None,
    "illustrative/total-2024.csv": ["total"],
}

HOSTILE = (
    "=cmd|'/c calc'!A1",
    "+1+1",
    "-2+3",
    "@SUM(A1)",
    "\tx",
    "\rx",
    "</w:t><w:br/><f>1</f>&lt;&#0;]]>",
    "a\u0001b",
    "a\ufffeb\uffff",
    "a\ud800b",
    "\x1b[2J\x1b]0;title\x07",
    "a\u202eb\u2066c",
    "_x0041_",
    "{0} {name} %s",
    pytest.param("长" * 40_000, id="long"),
    pytest.param("🜚" * 20_000, id="long and astral"),
)


def report_json(report: Report) -> str:
    return DOCUMENTS[Format.JSON](report).decode("utf-8")


def report_on(
    paths: list[Path],
    language: Language = Language.ZH,
    areas: list[str] | None = None,
    clauses: list[int] | None = None,
    plan: Plan | None = None,
) -> Report:
    plan = plan or load_plan(shipped_plan())[0]
    chosen = Selection.named(plan, areas=areas, clauses=clauses)
    asked = Asked(plan=plan, paths=tuple(paths), selection=chosen, of_reporters=areas is None)
    return report_of(judge_files(asked), Texts(language))


@cache
def example(case: str, language: Language = Language.ZH) -> Report:
    return report_on([EXAMPLES / case], language, CASES[case])


def hostile_report(text: str, folder: Path) -> Report:
    """A report on submissions that hold `text` in every field, under a plan that has it in its title."""
    figures = {
        "地区生产总值": {"value": 484.4, "unit": "亿元", "source": text, "note": text},
        "常住人口城镇化率": {"value": text},
        "城乡公交一体化率": {"value": 91, "unit": text},
        "重点项目累计完成投资": {"value": 145.2, "basis": text},
    }
    written = {
        "indicator": {"area": "桐庐县", "period": 2024, "figures": {text: 1}},
        "figures": {"area": "桐庐县", "period": 2024, "figures": figures},
        "area": {"area": text, "period": 2024, "figures": {"地区生产总值": 1}},
        "period": {"area": "桐庐县", "period": text, "submitted": text, "figures": {"地区生产总值": 1}},
    }
    for name, content in written.items():
        escaped = "\ud800" in text  # which no text file can hold
        told = json.dumps(content, ensure_ascii=escaped)
        # JSON leaves some characters as they are that YAML wants to be written out.
        told = re.sub("[\x7f-\x9f\ufffe\uffff]", lambda found: f"\\u{ord(found[0]):04x}", told)
        (folder / f"=1+1 {name}.json").write_text(told, encoding="utf-8")
    plan = load_plan(shipped_plan())[0]
    identity = plan.identity.model_copy(update={"title": text})
    targets = plan.targets_file.model_copy(update={"plan": identity})
    return report_on([folder], areas=["tonglu"], plan=dataclasses.replace(plan, targets_file=targets))
