"""`countyplan config`: which settings are in force, and where each comes from."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from countyplan.cli.line import words
from countyplan.cli.line.options import writing
from countyplan.cli.speech import texts_for
from countyplan.dataclass import dataclass
from countyplan.render.format import ListingFormat

if TYPE_CHECKING:
    from countyplan.cli.line.settings import Setting, Use
    from countyplan.cli.line.settings_file import SettingsFile
    from countyplan.language.texts import Texts
    from countyplan.report.listing import Listing


@dataclass(frozen=True, slots=True)
class InForce:
    """A setting with its value and where that comes from: `default`, `file` or `environment`, and the exact place."""

    setting: Setting
    commands: tuple[str, ...]
    value: object
    origin: str
    source: str

    @property
    def each(self) -> list[str]:
        """Its values one by one, as they would be typed."""
        if isinstance(self.value, list):
            return [str(one) for one in self.value]
        return str(self.value).split() if self.setting.many else [str(self.value)]

    def machine(self) -> dict[str, object]:
        """The same for machines."""
        return {
            "name": self.setting.name,
            "value": self.value,
            "origin": self.origin,
            "source": self.source or None,
            "flag": self.setting.flag,
            "variable": self.setting.variable,
            "commands": list(self.commands),
        }


def config(
    ctx: typer.Context,
    format: writing.ListingFormatOption = None,  # noqa: A002 -- the option's name is part of the contract
    output: writing.Output = None,
    lang: writing.Lang = None,
    force: writing.Force = False,
) -> None:
    """列出各项设置的值和来历。List the settings in force and where each comes from.

    countyplan config
    """
    from countyplan.cli.commands.listings import show

    texts, said = words.texts_in(ListingFormat, lang, format, output)
    _refuse_wrong_variables(ctx.obj, said)
    settings = [_in_force(uses, ctx.obj) for uses in ctx.obj.settings.values()]
    _refuse_unknown_names({one.setting.name: one for one in settings if one.origin != "default"}, said)
    show(_listing(settings, ctx.obj, texts), format, output, said, force=force)


def _refuse_wrong_variables(file: SettingsFile, texts: Texts) -> None:
    from countyplan.cli.line.settings_file import wrong_variables
    from countyplan.cli.out.terminal.output import CANNOT_USE, print_remarks
    from countyplan.report.words.problem import problems

    if found := list(wrong_variables(file.settings, os.environ)):
        print_remarks(problems(found, texts))
        raise typer.Exit(CANNOT_USE)


def _refuse_unknown_names(settings: Mapping[str, InForce], texts: Texts) -> None:
    """End the run where a setting names what there is not, as the commands do that use it."""
    from countyplan.cli.session import open_plan

    if not settings.keys() & {"as_of", "encoding", "limit", "plan", "area", "unit", "clause"}:
        return
    folder = settings.get("plan")
    plan = open_plan(None if folder is None else Path(str(folder.value)), texts)
    looked_up: dict[str, Callable[[list[str]], object]] = {
        "as_of": lambda names: words.period(names[0], texts),
        "encoding": lambda names: words.input_of([], names[0], "yaml", None, texts),
        "limit": lambda names: words.input_of([], None, "yaml", names, texts),
        "area": lambda names: words.selection(plan, texts, names, None, None),
        "unit": lambda names: words.selection(plan, texts, None, names, None),
        "clause": lambda names: words.selection(plan, texts, None, None, names),
    }
    for name, look_up in looked_up.items():
        if (one := settings.get(name)) is None:
            continue
        try:
            look_up(one.each)
        except typer.BadParameter as error:
            error.param_hint = one.source if one.origin == "environment" else f"{one.source} {name}"
            raise


def _listing(settings: list[InForce], file: SettingsFile, texts: Texts) -> Listing:
    from countyplan.report.listing import Listing

    headers = tuple(texts.say(f"config.{name}") for name in ("name", "value", "origin", "flag", "variable"))
    return Listing(
        title=texts.say("config.title", file=file.file.as_posix()) if file.file else texts.say("config.title_none"),
        headers=headers,
        rows=tuple(_cells(one, texts) for one in settings),
        machine=[one.machine() for one in settings],
        essential=3,
        left_out=texts.say("listing.left_out", columns=texts.join(headers[3:])),
    )


def _in_force(uses: list[Use], file: SettingsFile) -> InForce:
    setting, commands = uses[0].setting, tuple(" ".join(use.command) for use in uses)
    if said := os.environ.get(setting.variable):
        return InForce(setting, commands, said, "environment", setting.variable)
    if (given := file.given.get(setting.name)) is not None:
        taken = (use.setting.accept(given.value, file.folder) for use in uses)
        value = next(one for one in taken if one is not None)
        return InForce(setting, commands, value, "file", str(given.place))
    if setting.name == "lang":
        return InForce(setting, commands, texts_for(None).language.value, "default", "")
    return InForce(setting, commands, setting.default, "default", "")


def _cells(one: InForce, texts: Texts) -> tuple[str, ...]:
    origin = texts.say(f"config.origin.{one.origin}", source=one.source)
    return (one.setting.name, written(one.value, texts), origin, one.setting.flag, one.setting.variable)


def written(value: object, texts: Texts) -> str:
    """A setting's value for people."""
    match value:
        case None:
            return texts.say("config.unset")
        case bool():
            return str(value).lower()
        case list():
            return texts.join([str(one) for one in value])
        case _:
            return str(value)
