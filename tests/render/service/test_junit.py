from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from countyplan.render.service.junit import junit_xml
from countyplan.report.case.case import Outcome
from tests.render import valid
from tests.render.case import HOSTILE, case, cases_of

ANY_TEXT = st.text(st.characters(exclude_categories=()))


@settings(deadline=None)
@given(st.one_of(st.sampled_from(HOSTILE), ANY_TEXT))
def test_the_xml_has_the_form_that_jenkins_accepts_whatever_is_told(text: str) -> None:
    root = valid.junit(junit_xml(cases_of(case(text, path=f"x{text}"))))
    assert [element.tag for element in root.iter()] == [
        "testsuites", "testsuite", "testcase", "error",
    ]  # fmt: skip


def test_text_stays_as_it_is_where_xml_can_hold_it() -> None:
    text = "]]><evil/> & \"quotes\" 'too' 汉字 \U0001f600"
    error = valid.junit(junit_xml(cases_of(case(text)))).find(".//error")
    assert error is not None
    assert error.get("message") == f"message {text}."
    assert error.text == f"title {text}.\nmessage {text}.\nhint {text}."


@pytest.mark.parametrize(
    ("outcome", "tag", "numbers"),
    [
        (Outcome.PASSED, "system-out", ("1", "0", "0", "0")),
        (Outcome.FAILED, "failure", ("1", "1", "0", "0")),
        (Outcome.ERROR, "error", ("1", "0", "1", "0")),
        (Outcome.SKIPPED, "skipped", ("1", "0", "0", "1")),
    ],
)
def test_each_outcome_has_its_element_and_is_counted(
    outcome: Outcome, tag: str, numbers: tuple[str, str, str, str]
) -> None:
    root = valid.junit(junit_xml(cases_of(replace(case(), outcome=outcome))))
    (told,) = root.findall("testsuite/testcase/*")
    suite = root.find("testsuite")
    assert suite is not None
    assert told.tag == tag
    assert tuple(suite.get(name) for name in ("tests", "failures", "errors", "skipped")) == numbers
    assert root.get("failures") == suite.get("failures")


def test_a_case_names_its_file_and_line() -> None:
    found = valid.junit(junit_xml(cases_of(case(path="a/b.yaml")))).find(".//testcase")
    assert found is not None
    assert (found.get("file"), found.get("line")) == ("a/b.yaml", "4")
