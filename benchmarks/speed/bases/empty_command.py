"""A Typer command that does nothing."""

from __future__ import annotations

import typer

app = typer.Typer(pretty_exceptions_enable=False, rich_markup_mode=None)


@app.command()
def nothing(path: str) -> None:
    """Take a path and do nothing with it."""


app()
