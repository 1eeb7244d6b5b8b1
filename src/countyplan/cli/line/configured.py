"""A command whose options may be set in a file or in the environment."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any

import typer

from countyplan.cli.line.help import Command
from countyplan.cli.line.settings import settings_of
from countyplan.pattern import pattern

if TYPE_CHECKING:
    from countyplan.cli.line.settings_file import SettingsFile
    from countyplan.language.texts import Texts


_BETWEEN_VALUES = pattern(r"[;\uff1b\r\n]")
_GATES = frozenset({"check", "validate"})


class Configured(Command):
    """It tells first what is wrong with the settings, and names where a value comes from that it cannot use.

    Asking for `--help` runs no command, and so is answered whatever the settings hold.
    """

    def __init__(self, *args: Any, **more: Any) -> None:
        super().__init__(*args, **more)
        for param in self.params:
            several: Any = param
            # A name may hold blanks, at which typer would part it.
            several.split_envvar_value = _parted

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """Read the command line; a variable's value that an option cannot take is told by the variable's name."""
        try:
            return super().parse_args(ctx, args)
        except typer.BadParameter as error:
            if error.param is not None and not error.param_hint:
                flag = next((word for word in error.param.opts if word.startswith("--")), "")
                error.param_hint = _origin(ctx, flag) or None
            raise

    def invoke(self, ctx: Any) -> Any:
        """Run the command, unless the settings cannot be used."""
        settings: SettingsFile | None = ctx.obj
        if settings is not None and settings.diagnostics:
            _tell(settings, ctx)
        if settings is not None and ctx.command.name in _GATES:
            _tell_where_from(settings, ctx)
        _refuse_unusable_day(ctx)
        try:
            return super().invoke(ctx)
        except typer.BadParameter as error:
            error.param_hint = _origin(ctx, error.param_hint) or error.param_hint
            raise


def _tell_where_from(settings: SettingsFile, ctx: typer.Context) -> None:
    """Say which file sets something, where that is not the program's own in the current folder: it may move the gate."""
    from countyplan.cli.line.settings_file import OWN
    from countyplan.cli.out.terminal.output import remark

    if settings.file is not None and settings.given and settings.file.as_posix() != OWN:
        said = _texts(ctx).say(
            "config.in_force", file=settings.file.as_posix(), names=", ".join(sorted(settings.given))
        )
        remark(said)


def _tell(settings: SettingsFile, ctx: typer.Context) -> None:
    from countyplan.cli.out.terminal.output import CANNOT_USE, print_remarks
    from countyplan.diagnostics import Severity
    from countyplan.report.words.problem import problems

    print_remarks(problems(settings.diagnostics, _texts(ctx)))
    if any(one.severity is Severity.ERROR for one in settings.diagnostics):
        raise typer.Exit(CANNOT_USE)


def _texts(ctx: typer.Context) -> Texts:
    from countyplan.cli.speech import texts_for
    from countyplan.language.texts import Language

    lang = ctx.params.get("lang")
    return texts_for(Language(lang) if lang in set(Language) else None)


def _refuse_unusable_day(ctx: typer.Context) -> None:
    from countyplan.quantity.period import EPOCH_VARIABLE, now

    try:
        now()
    except ValueError as error:
        message = _texts(ctx).say("error.epoch_unusable", value=os.environ[EPOCH_VARIABLE])
        raise typer.BadParameter(message, param_hint=EPOCH_VARIABLE) from error


def _parted(value: str) -> list[str]:
    """The values of an option that may be repeated, as a variable holds them."""
    return [one.strip() for one in _BETWEEN_VALUES.split(value) if one.strip()]


def _origin(ctx: typer.Context, flag: Any) -> str:
    """Where the value of an option comes from, empty if from the command line or nowhere."""
    callback, settings = ctx.command.callback, ctx.obj
    for setting in settings_of(callback).values() if callback is not None else ():
        source = ctx.get_parameter_source(setting.name)
        if setting.flag != flag or source is None:
            continue
        if source.name == "ENVIRONMENT":
            return setting.variable
        if source.name == "DEFAULT_MAP" and settings is not None:
            return f"{settings.given[setting.name].place} {setting.name}"
    return ""
