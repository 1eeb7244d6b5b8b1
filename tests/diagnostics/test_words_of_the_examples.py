"""Every message is filled by the words that its source gives it, found by running every example, sound and broken."""

from __future__ import annotations

import re
from collections import defaultdict
from functools import cache
from pathlib import Path

import pytest

from countyplan.assess import judge
from countyplan.diagnostics import Code, Diagnostic, message, wording_of
from countyplan.figures import collect
from countyplan.language import Language, Texts
from countyplan.plan import PlanError, load_plan, shipped_plan
from countyplan.quantity import Period, parse_period
from countyplan.quantity.period import Span
from countyplan.submission import read_submissions

EXAMPLES = Path(__file__).parents[2] / "examples"
PLAN = load_plan(shipped_plan())[0]
# What no file of the examples can hold: a missing or unreadable file, an empty folder, one that is too large, a report,
# a link, a pipe, a password.
WITHOUT_EXAMPLE = {
    Code.NO_SUCH_FILE, Code.NOTHING_TO_READ, Code.CANNOT_OPEN, Code.TOO_LARGE, Code.PLAN_FILE_MISSING, Code.PLAN_NOT_UTF8,
    Code.OWN_REPORT, Code.WAIVERS_MISNAMED, Code.LIMIT_MET, Code.PASSWORD, Code.NOT_READ, Code.SPECIAL_FILE,
    Code.LINK_BROKEN, Code.LINKED_FOLDER, Code.ENCODING_NOT_NAMED, Code.REPORT_NAMED,
    # What is left open in a draft of a plan is told of drafts, which are tested by themselves.
    Code.PLAN_TODO,
    # What is remarked of a valid plan is tested beside what remarks it.
    Code.CLAUSE_IDLE, Code.CLAUSE_NAMES_NOBODY, Code.AREAS_NOT_CALLED, Code.PLURAL_LACKING, Code.NAMES_ALIKE,
    # Nor what only time brings about: a year after the plan that is over.
    Code.AFTER_THE_PLAN,
}  # fmt: skip
# Tables of other layouts, workbooks, waivers, known findings and settings are read and tested elsewhere.
WITHOUT_EXAMPLE |= {
    code for code in Code if "CP121" <= code.value < "CP200" or "CP216" <= code.value < "CP300" or code.value >= "CP400"
}


def of_submissions(path: Path, as_of: Period | None = None) -> tuple[Diagnostic, ...]:
    figures = collect(read_submissions([path], PLAN), PLAN, as_of, Period(2026 * 12 + 1, Span.MONTH))
    return judge(PLAN, figures, PLAN.targets).diagnostics


def of_plan(folder: Path) -> tuple[Diagnostic, ...]:
    try:
        return load_plan(folder)[1]
    except PlanError as error:
        return error.diagnostics


@cache
def found() -> dict[Code, list[Diagnostic]]:
    invalid = EXAMPLES / "invalid"
    by_code: dict[Code, list[Diagnostic]] = defaultdict(list)
    told = [one for path in sorted(invalid.iterdir()) if path.suffix != ".expected" and path.name != "plan"
            for one in of_submissions(path)]  # fmt: skip
    told += [one for folder in sorted((invalid / "plan").iterdir()) for one in of_plan(folder)]
    told += [
        one for name in ("illustrative", "published") for one in of_submissions(EXAMPLES / name, parse_period("2023"))
    ]
    for one in told:
        by_code[one.code].append(one)
    return by_code


def test_the_examples_show_every_code_that_a_file_can_bring_about() -> None:
    assert set(Code) - set(found()) <= WITHOUT_EXAMPLE


@pytest.mark.parametrize("code", sorted(set(Code) - WITHOUT_EXAMPLE))
@pytest.mark.parametrize("language", Language)
def test_the_words_fill_the_message(code: Code, language: Language) -> None:
    asked = re.findall(r"\{(\w+)\}", wording_of(code, Texts(language)).message)
    for one in found()[code]:
        said, hint = message(code, one.words, Texts(language))
        assert [name for name in asked if f"{{{name}}}" in said] == []
        assert hint


@pytest.mark.parametrize("code", sorted(set(Code) - WITHOUT_EXAMPLE))
def test_no_word_that_a_message_asks_for_is_empty(code: Code) -> None:
    asked = set(re.findall(r"\{(\w+)\}", wording_of(code, Texts(Language.ZH)).message))
    for one in found()[code]:
        assert asked <= set(one.words)
        assert [name for name in asked if name not in {"text", "path"} and one.words[name] == ""] == []


@pytest.mark.parametrize("code", sorted(set(Code) - WITHOUT_EXAMPLE))
def test_every_finding_stands_in_a_file(code: Code) -> None:
    for one in found()[code]:
        assert one.place.file
        assert one.place.line is None or one.place.line >= 1
        assert one.place.column is None or one.place.column >= 1
