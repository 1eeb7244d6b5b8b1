from __future__ import annotations

from dataclasses import replace

import pytest

from countyplan.diagnostics import Severity
from countyplan.render.service.gitlab import code_quality
from countyplan.report.words.spot import Spot
from tests.render import valid
from tests.render.case import HOSTILE, case, cases_of


@pytest.mark.parametrize("text", HOSTILE)
def test_the_report_has_gitlabs_form_whatever_is_told(text: str) -> None:
    read = valid.code_quality(code_quality(cases_of(case(text, path=text), case(text, number=2))))
    assert read[0]["location"]["path"] == text
    assert read[0]["description"] == f"title {text}. — message {text}. — hint {text}."


def test_a_workbook_is_shown_at_its_beginning() -> None:
    read = valid.code_quality(code_quality(cases_of(replace(case(), spot=Spot("a.xlsx", cell="Sheet1!C7")))))
    assert read[0]["location"] == {"path": "a.xlsx", "lines": {"begin": 1}}


def test_the_severities_are_those_that_gitlab_knows() -> None:
    every = [case(severity=severity, number=at) for at, severity in enumerate(Severity)]
    assert [one["severity"] for one in valid.code_quality(code_quality(cases_of(*every)))] == [
        "critical",
        "major",
        "info",
    ]


def test_without_anything_to_look_at_the_report_is_an_empty_list() -> None:
    assert valid.code_quality(code_quality(cases_of(case(severity=None)))) == []
