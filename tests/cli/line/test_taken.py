"""A plain value of an option is the one that Typer makes of it by itself, and a wrong one is refused in its words."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Any

import pytest
import typer
import typer.core
from typer.testing import CliRunner

from countyplan.cli.line.taken import taking_plainly


class Word(StrEnum):
    FIRST = "first"
    SECOND = "second"


class Plain(typer.core.TyperCommand):
    def get_params(self, ctx: Any) -> list[Any]:
        return taking_plainly(super().get_params(ctx))


def app_of(cls: type[typer.core.TyperCommand], got: list[dict[str, Any]]) -> typer.Typer:
    app = typer.Typer(add_completion=False, rich_markup_mode=None)

    @app.command(cls=cls)
    def command(
        paths: Annotated[list[Path], typer.Argument()],
        file: Path | None = None,
        text: str | None = None,
        texts: list[str] | None = None,
        word: Annotated[Word, typer.Option(envvar="MADE_UP_WORD")] = Word.FIRST,
        words: list[Word] | None = None,
        number: Annotated[int | None, typer.Option(min=1)] = None,
        flag: Annotated[bool, typer.Option("--flag", envvar="MADE_UP_FLAG")] = False,
    ) -> None:
        got.append(dict(locals()))
        got[-1].pop("got", None)

    return app


LINES: tuple[list[str], ...] = (
    ["a.yaml"],
    ["a.yaml", "-", ".", "桐庐 县.csv"],
    ["a.yaml", "--file", "b", "--text", "", "--texts", "x", "--texts", "", "--word", "second"],
    ["a.yaml", "--words", "second", "--words", "first", "--flag", "--number", "3"],
    [],
    ["a.yaml", "--word", "third"],
    ["a.yaml", "--word", "SECOND"],
    ["a.yaml", "--words", "first", "--words", ""],
    ["a.yaml", "--number", "0"],
    ["a.yaml", "--number", "many"],
    ["a.yaml", "--file"],
)


@pytest.mark.parametrize(
    "variables", [{}, {"MADE_UP_WORD": "second", "MADE_UP_FLAG": "yes"}, {"MADE_UP_FLAG": "maybe"}]
)
@pytest.mark.parametrize("line", LINES, ids=" ".join)
def test_plain_values_are_taken_as_typer_takes_them(line: Sequence[str], variables: dict[str, str]) -> None:
    plain: list[dict[str, Any]] = []
    turned: list[dict[str, Any]] = []
    ours = CliRunner().invoke(app_of(Plain, plain), line, env=variables)
    typers = CliRunner().invoke(app_of(typer.core.TyperCommand, turned), line, env=variables)
    assert (ours.exit_code, ours.output) == (typers.exit_code, typers.output)
    assert repr(plain) == repr(turned)
    assert bool(plain) == (ours.exit_code == 0)
