"""A command whose options may be set in a file or in the environment."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import typer
from typer.core import TyperCommand

from countyplan.cli.settings import Setting, settings_of

if TYPE_CHECKING:
    from countyplan.cli.settings_file import SettingsFile


class Configured(TyperCommand):
    """It tells first what is wrong with the settings, and names where a value comes from that it cannot use.

    Asking for `--help` runs no command, and so is answered whatever the settings hold.
    """

    def invoke(self, ctx: Any) -> Any:
        """Run the command, unless the settings cannot be used."""
        settings: SettingsFile | None = ctx.obj
        if settings is not None and settings.diagnostics:
            _tell(settings, ctx)
        try:
            return super().invoke(ctx)
        except typer.BadParameter as error:
            error.param_hint = _origin(ctx, settings, error.param_hint)
            raise


def _tell(settings: SettingsFile, ctx: typer.Context) -> None:
    from countyplan.cli.options import texts_for
    from countyplan.cli.output import CANNOT_USE, print_remarks
    from countyplan.diagnostics import Severity
    from countyplan.report import problems

    print_remarks(problems(settings.diagnostics, texts_for(ctx.params.get("lang"))))
    if any(one.severity is Severity.ERROR for one in settings.diagnostics):
        raise typer.Exit(CANNOT_USE)


def _origin(ctx: typer.Context, settings: SettingsFile | None, hint: Any) -> Any:
    """Where the value of the option `hint` comes from, if not from the command line."""
    callback = ctx.command.callback
    for setting in settings_of(callback).values() if callback is not None else ():
        if setting.flag == hint:
            return _named(setting, ctx, settings)
    return hint


def _named(setting: Setting, ctx: typer.Context, settings: SettingsFile | None) -> str:
    source = ctx.get_parameter_source(setting.name)
    match None if source is None else source.name:
        case "ENVIRONMENT":
            return setting.variable
        case "DEFAULT_MAP" if settings is not None:
            return f"{settings.given[setting.name].place} {setting.name}"
        case _:
            return setting.flag
