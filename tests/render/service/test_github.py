from __future__ import annotations

import re
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from countyplan.diagnostics import Severity, visible
from countyplan.render.service.github import github_commands
from countyplan.report.words.spot import Spot
from tests.render.case import HOSTILE, case, cases_of
from tests.render.service.workflow_command import Command, commands


@given(st.one_of(st.sampled_from(HOSTILE), st.text()))
def test_github_reads_back_what_was_meant(text: str) -> None:
    (read,) = commands(github_commands(cases_of(case(text, path=f"x{text}x"))))
    # In a file's name and a title what cannot be seen is written out, but for the ends of lines, which have a code.
    plain = "\n".join(visible(line) for line in text.split("\n"))
    text, plain = (re.sub(r"##(\w*\[)", r"#\\x23\1", one) for one in (text, plain))
    assert read == Command(
        "error",
        {"file": f"x{plain}x", "line": "4", "col": "3", "title": f"title {plain}."},
        f"message {text}.\nhint {text}.",
    )


@pytest.mark.parametrize(
    ("severity", "name"), [(Severity.ERROR, "error"), (Severity.WARNING, "warning"), (Severity.INFO, "notice")]
)
def test_the_command_tells_how_much_it_weighs(severity: Severity, name: str) -> None:
    (read,) = commands(github_commands(cases_of(case(severity=severity))))
    assert read is not None
    assert read.name == name


def test_a_cell_of_a_workbook_has_no_line() -> None:
    at_a_cell = replace(case(), spot=Spot("a.xlsx", cell="Sheet1!C7"), title="CP105 Sheet1!C7")
    (read,) = commands(github_commands(cases_of(at_a_cell)))
    assert read is not None
    assert read.properties == {"file": "a.xlsx", "title": "CP105 Sheet1!C7"}


def test_what_needs_no_look_is_not_told() -> None:
    assert github_commands(cases_of(case(severity=None))) == ""


def test_the_older_form_of_a_command_stands_nowhere_in_a_line() -> None:
    written = github_commands(cases_of(case("##[stop-commands]tok ##vso[x]", path="x##[group]y.csv")))
    assert "##" not in written
    assert "file=x#\\x23[group]y.csv," in written
