"""The page of the fields of JSON and the columns of tables, in `docs/zh/reference/fields.md` and its twin.

`python -m countyplan.render.fields zh` prints it in Chinese.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Iterator, Mapping
from enum import StrEnum
from functools import cache
from importlib.resources import files
from types import NoneType, UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin

import yaml

from countyplan.language import Language, Texts
from countyplan.render.data.csv import report_headers
from countyplan.render.shape.documents import DOCUMENTS
from countyplan.render.shape.parts import Shape
from countyplan.render.xlsx.rows import COLUMNS

_Said = Mapping[str, Mapping[str, Mapping[str, str]]]


@cache
def said() -> _Said:
    """What the page says, in every language: `words` of its own, `objects` by name, `fields` by object and name."""
    text = files("countyplan.render.shape").joinpath("meanings.yaml").read_text(encoding="utf-8")
    parsed: _Said = yaml.safe_load(text)
    return parsed


def fields_page(language: Language) -> str:
    """The page in `language`."""
    return "\n".join(_Page(language).lines()) + "\n"


def objects_of(hint: Any) -> Iterator[type[Shape]]:
    """Every object that a type speaks of, each before those that it holds."""
    if isinstance(hint, type) and issubclass(hint, Shape):
        yield hint
        for field in hint.model_fields.values():
            yield from objects_of(field.annotation)
    for one in get_args(hint):
        yield from objects_of(one)


def meaning_of(of: type[Shape], name: str, language: str) -> str:
    """What a field means: as its object says it, else the object that it has it of, else as it is everywhere."""
    known = said()["fields"]
    own = [key for one in of.__mro__ if (key := f"{one.__name__}.{name}") in known]
    return known[own[0]][language] if own else known["any"][name][language]  # type: ignore[index]


class _Page:
    def __init__(self, language: Language) -> None:
        self._language = language.value

    def lines(self) -> Iterator[str]:
        yield from (f"# {self._say('title')}", "", self._say("intro"), "", f"## {self._say('documents')}", "")
        yield from self._table("command", "kind")
        for command, hint in DOCUMENTS.items():
            yield f"| `{command}` | {self._type(hint)} |"
        for of in dict.fromkeys(one for hint in DOCUMENTS.values() for one in objects_of(hint)):
            yield from ("", f"## {self._title(of)}", "")
            yield from self._table("field", "kind", "meaning")
            for name, field in of.model_fields.items():
                hint = Annotated[field.annotation, *field.metadata] if field.metadata else field.annotation
                told = self._type(hint) if field.is_required() else self._where_there(hint)
                yield f"| `{name}` | {told} | {meaning_of(of, name, self._language)} |"
        yield from ("", f"## {self._say('columns')}", "", self._say("columns_intro"), "")
        yield from self._columns(report_headers)
        yield from ("", f"## {self._say('sheet')}", "")
        yield from self._columns(lambda texts: [texts.say(f"book.column.{one.name}") for one in COLUMNS])

    def _columns(self, headers: Callable[[Texts], list[str]]) -> Iterator[str]:
        yield from self._table("header_zh", "header_en")
        for pair in zip(headers(Texts(Language.ZH)), headers(Texts(Language.EN)), strict=True):
            yield f"| {' | '.join(pair)} |"

    def _say(self, word: str, **filled: str) -> str:
        return said()["words"][word][self._language].format(**filled)

    def _title(self, of: type[Shape]) -> str:
        return said()["objects"][of.__name__][self._language]

    def _table(self, *headers: str) -> Iterator[str]:
        yield f"| {' | '.join(map(self._say, headers))} |"
        yield "|" + " --- |" * len(headers)

    def _type(self, hint: Any) -> str:
        origin, inner = get_origin(hint), get_args(hint)
        if origin is Annotated:
            return self._say("digits")
        if origin is list:
            return self._say("list", of=self._type(inner[0]))
        if origin is dict:
            return self._say("by_name", by=self._type(inner[0]), of=self._type(inner[1]))
        if origin in {Union, UnionType}:
            return self._say("or").join(dict.fromkeys(map(self._type, inner)))
        if origin is Literal:
            return self._say("one_of").join(f"`{word}`" for word in inner)
        return self._simple(hint)

    def _where_there(self, hint: Any) -> str:
        """The type of a field that is left out where it would be None."""
        there = [one for one in get_args(hint) if one is not NoneType]
        return self._say("or").join(map(self._type, there)) + self._say("may_lack")

    def _simple(self, hint: type) -> str:
        if issubclass(hint, StrEnum):
            return self._say("one_of").join(f"`{word}`" for word in hint)
        if issubclass(hint, Shape):
            title = self._title(hint)
            anchor = re.sub(r"[^\w\- ]", "", title.lower()).replace(" ", "-")
            return f"[{title}](#{anchor})"
        return self._say({str: "text", int: "whole", bool: "truth", NoneType: "nothing"}[hint])


if __name__ == "__main__":
    sys.stdout.buffer.write(fields_page(Language(sys.argv[1])).encode("utf-8"))
