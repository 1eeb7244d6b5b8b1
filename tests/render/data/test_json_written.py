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
    [{"a%s": "100%", "b": 0.5}, {"a%s": "%d", "b": {}}, {"b": (), "a%s": None}],
    [],
]


def test_json_is_written_as_the_library_would() -> None:
    for value in VALUES:
        assert json_text(value) == unobeyed_json(json.dumps(value, ensure_ascii=False, indent=2)) + "\n"


def test_what_comes_one_by_one_is_written_as_a_list() -> None:
    rows = [{"at": at, "of": [at]} for at in range(3)]
    listed = {"rows": rows, "within": {"none": [], "rows": rows}}
    coming = {"rows": iter(rows), "within": {"none": iter(()), "rows": map(dict, rows)}}
    assert json_text(coming) == json_text(listed)
