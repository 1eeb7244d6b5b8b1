"""The page of the keys of submissions and of a plan's files, in `docs/zh/reference/schemas.md` and its twin.

`python -m countyplan.cli.schemas_page zh` prints it in Chinese.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator

from countyplan.language import Language, Texts
from countyplan.plan import load_plan, shipped_plan
from countyplan.render.fields import said
from countyplan.render.markdown.marked import escape, table
from countyplan.schema import PlanFile, plan_schema, submission_schema
from countyplan.schema.document import Schema

_FIGURE = "figure.money.cumulative"


def schemas_page(language: Language) -> str:
    """The page in `language`: for each object the keys that it may have, which of them it needs, and what they mean."""
    return "\n".join(_lines(Texts(language))) + "\n"


def _lines(texts: Texts) -> Iterator[str]:
    yield from (f"# {_say('schemas_title', texts)}", "", _say("schemas_intro", texts))
    schema = submission_schema(load_plan(shipped_plan())[0], texts)
    for name, key in (("submission", "submission"), (_FIGURE, "figure")):
        yield from ("", f"## {_say(key, texts)}", "", *_spellings(schema["$defs"], name, texts))
    for file in PlanFile:
        made = plan_schema(file, texts)
        yield from ("", f"## {file}.yaml", "", escape(made["description"]), "", *_keys(made, texts))
        for name, one in made["$defs"].items():
            yield from ("", f"### {file}.yaml: {name}", "", escape(one["description"]))
            if "properties" in one:
                yield from ("", *_keys(one, texts))


def _spellings(definitions: Schema, name: str, texts: Texts) -> Iterator[str]:
    """A row for each key, with the other ways to write it."""
    also: dict[str, list[str]] = {}
    for spelling, of in definitions[name]["properties"].items():
        also.setdefault(of.get("$ref") or of["allOf"][0]["$ref"], []).append(spelling)
    headers = [_say(key, texts) for key in ("key", "also", "meaning")]
    rows = [
        (first, texts.join(others), definitions[ref.rpartition("/")[2]].get("description", ""))
        for ref, (first, *others) in also.items()
    ]
    yield from table(headers, rows)


def _keys(of: Schema, texts: Texts) -> list[str]:
    needed = of.get("required", ())
    headers = [_say(key, texts) for key in ("key", "needed", "meaning")]
    return table(
        headers,
        [
            (key, _say("yes" if key in needed else "no", texts), about["description"])
            for key, about in of.get("properties", {}).items()
        ],
    )


def _say(word: str, texts: Texts) -> str:
    return said()["words"][word][texts.language]


if __name__ == "__main__":
    sys.stdout.buffer.write(schemas_page(Language(sys.argv[1])).encode("utf-8"))
