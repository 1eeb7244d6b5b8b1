from __future__ import annotations

import json
from dataclasses import replace
from typing import Any
from urllib.parse import unquote

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import ValidationError

from countyplan.diagnostics import Severity
from countyplan.render.service.sarif import sarif_log
from countyplan.report.case.case import Cases, Outcome
from countyplan.report.words.spot import Spot
from tests.render import valid
from tests.render.case import HOSTILE, case, cases_of

ANY_TEXT = st.text(st.characters(exclude_categories=()))


def run_of(cases: Cases) -> Any:
    return valid.sarif(sarif_log(cases))


def shown(text: str) -> str:
    """What a viewer that keeps to the standard shows of a message without arguments (3.11.5)."""
    return text.replace("{{", "{").replace("}}", "}")


def test_the_schema_refuses_what_is_not_sarif() -> None:
    log = json.loads(sarif_log(cases_of(case())))
    log["runs"][0]["artifacts"][0]["location"]["uri"] = "no address"
    with pytest.raises(ValidationError, match="no address"):
        valid.sarif(json.dumps(log))


@settings(deadline=None, max_examples=40)
@given(st.one_of(st.sampled_from(HOSTILE), ANY_TEXT))
def test_the_log_has_the_standards_form_whatever_is_told(text: str) -> None:
    run = run_of(cases_of(case(text, path=f"x{text}")))
    (result,) = run["results"]
    location = result["locations"][0]["physicalLocation"]["artifactLocation"]
    assert unquote(location["uri"], errors="surrogatepass") == f"x{text}"
    assert run["artifacts"][location["index"]]["location"]["uri"] == location["uri"]


@pytest.mark.parametrize("text", ["{0} and {{x}}", "plain", "100 %"])
def test_braces_are_no_places_for_arguments(text: str) -> None:
    (result,) = run_of(cases_of(case(text)))["results"]
    assert shown(result["message"]["text"]) == f"title {text}.\nmessage {text}.\nhint {text}."


def test_a_link_in_a_file_is_no_link_in_the_log() -> None:
    (result,) = run_of(cases_of(case("[here](http://example.com) [3]")))["results"]
    assert r"message \[here](http://example.com) [3]." in result["message"]["text"]


@pytest.mark.parametrize(
    ("path", "uri"),
    [
        ("a b/汉.yaml", "a%20b/%E6%B1%89.yaml"),
        ("a:b#c?.yaml", "a%3Ab%23c%3F.yaml"),
        ("/tmp/a.yaml", "file:///tmp/a.yaml"),
        ("C:/ci/a b.yaml", "file:///C:/ci/a%20b.yaml"),
    ],
)
def test_paths_are_addresses(path: str, uri: str) -> None:
    (result,) = run_of(cases_of(case(path=path)))["results"]
    assert result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] == uri


def test_a_result_points_to_its_rule_and_region() -> None:
    run = run_of(cases_of(case()))
    (result,) = run["results"]
    assert run["tool"]["driver"]["rules"][result["ruleIndex"]]["id"] == result["ruleId"] == "CP105"
    assert run["tool"]["driver"]["rules"][0]["help"]["text"] == "help\n\nbefore\nx: 1"
    assert run["columnKind"] == "unicodeCodePoints"
    region = result["locations"][0]["physicalLocation"]["region"]
    assert region == {"startLine": 4, "startColumn": 3, "endColumn": 7}
    assert run["artifacts"][0]["hashes"] == {"sha-256": "0" * 64}


@pytest.mark.parametrize(
    ("severity", "outcome", "kind", "level"),
    [
        (Severity.ERROR, Outcome.FAILED, "fail", "error"),
        (Severity.WARNING, Outcome.PASSED, "fail", "warning"),
        (Severity.INFO, Outcome.PASSED, "fail", "note"),
        (Severity.INFO, Outcome.SKIPPED, "open", "none"),
    ],
)
def test_only_what_was_decided_has_a_level(severity: Severity, outcome: Outcome, kind: str, level: str) -> None:
    (result,) = run_of(cases_of(replace(case(severity=severity), outcome=outcome)))["results"]
    assert (result["kind"], result["level"]) == (kind, level)


def test_a_cell_of_a_workbook_is_named() -> None:
    (result,) = run_of(cases_of(replace(case(), spot=Spot("a.xlsx", cell="Sheet1!C7"))))["results"]
    assert result["locations"][0]["logicalLocations"] == [{"fullyQualifiedName": "Sheet1!C7", "kind": "cell"}]
