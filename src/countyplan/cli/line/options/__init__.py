"""The options that commands share, and what each has in common: where the help lists it, and the variable that sets it."""

from __future__ import annotations

from enum import StrEnum
from typing import Any

import typer


class Panel(StrEnum):
    """The parts of a command's help."""

    INPUT = "input"
    SCOPE = "scope"
    OUTPUT = "output"
    GATE = "gate"


def option(panel: Panel, *names: str, help: str, env: str | None = None, **more: Any) -> Any:  # noqa: A002 -- as typer's
    """An option, called after its parameter without `names`; `env` is how its variable ends, `more` whatever typer takes."""
    variable = None if env is None else f"COUNTYPLAN_{env}"
    return typer.Option(*names, help=help, rich_help_panel=panel.value, envvar=variable, **more)
