from __future__ import annotations

import json

from countyplan.diagnostics import unobeyed_json
from countyplan.render.data.json_text import json_text

VALUES = [
    {
        "a": [],
        "b": {},
        "c": None,
        "d": True,
        "e": 3,
        "f": '引“号”"\\\n\t\x7f\u2028 ## 🙂',
        "g": [{"h": [1, [2]]}, ["i"]],
    },
    {"lone": "\ud800", "": ("x", "y"), "::error": "##[warning]"},
    [],
]


def test_json_is_written_as_the_library_would() -> None:
    for value in VALUES:
        assert json_text(value) == unobeyed_json(json.dumps(value, ensure_ascii=False, indent=2)) + "\n"
