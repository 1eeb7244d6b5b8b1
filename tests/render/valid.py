"""What others say of a document: read by their schemas, it comes back as data, or the test fails."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import xmlschema
from jsonschema import Draft4Validator, Draft7Validator, FormatChecker

_SCHEMAS = Path(__file__).parent / "schemas"
_SARIF = Draft4Validator(
    json.loads((_SCHEMAS / "sarif-schema-2.1.0.json").read_text(encoding="utf-8")), format_checker=FormatChecker()
)
_JUNIT = xmlschema.XMLSchema(str(_SCHEMAS / "junit-10.xsd"))
# What GitLab's documentation demands ("Code Quality report format", docs.gitlab.com/ci/testing/code_quality), and so does the
# schema that its parser holds a report against (gitlab-org/gitlab, app/validators/json_schemas/codeclimate.json).
_CODE_QUALITY = Draft7Validator(
    {
        "type": "array",
        "items": {
            "type": "object",
            "required": ["description", "check_name", "fingerprint", "severity", "location"],
            "properties": {
                "description": {"type": "string", "minLength": 1},
                "check_name": {"type": "string", "minLength": 1},
                "fingerprint": {"type": "string", "minLength": 1},
                "severity": {"enum": ["info", "minor", "major", "critical", "blocker"]},
                "location": {
                    "type": "object",
                    "required": ["path", "lines"],
                    "properties": {
                        "path": {"type": "string", "not": {"pattern": r"^\./"}},
                        "lines": {
                            "type": "object",
                            "required": ["begin"],
                            "properties": {"begin": {"type": "integer", "minimum": 1}},
                        },
                    },
                },
            },
        },
    }
)


def sarif(text: str) -> Any:
    """The run of a log that the OASIS schema accepts."""
    log = json.loads(text)
    _SARIF.validate(log)
    return log["runs"][0]


def junit(text: str) -> ET.Element:
    """The root of a report that Jenkins' schema accepts."""
    body = text.removeprefix('<?xml version="1.0" encoding="UTF-8"?>\n')
    assert body != text
    _JUNIT.validate(body)
    return ET.fromstring(body)


def code_quality(text: str) -> Any:
    """The violations of a report in GitLab's form; a mark of the byte order is refused by it."""
    assert not text.startswith("\ufeff")
    violations = json.loads(text)
    _CODE_QUALITY.validate(violations)
    assert len({one["fingerprint"] for one in violations}) == len(violations)
    return violations
