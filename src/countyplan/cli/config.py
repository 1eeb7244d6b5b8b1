"""`countyplan config`: which settings are in force, and where each comes from."""

from __future__ import annotations

import os
from dataclasses import dataclass
from typing import TYPE_CHECKING

import typer

from countyplan.cli import options, words

if TYPE_CHECKING:
    from countyplan.cli.settings import Setting, Use
    from countyplan.cli.settings_file import SettingsFile
    from countyplan.language.texts import Texts
    from countyplan.report import Listing


@dataclass(frozen=True, slots=True)
class InForce:
    """A setting with its value and where that comes from: `default`, `file` or `environment`, and the exact place."""

    setting: Setting
    commands: tuple[str, ...]
    value: object
    origin: str
    source: str

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
    format: options.ListingFormatOption = None,  # noqa: A002 -- the option's name is part of the contract
    output: options.Output = None,
    lang: options.Lang = None,
) -> None:
    """列出各项设置的值和来历。List the settings in force and where each comes from.

    countyplan config
    """
    from countyplan.cli.listings import show

    texts = words.listing_texts(lang, format, output)
    show(_listing(ctx.obj, texts), format, output, texts)


def _listing(file: SettingsFile, texts: Texts) -> Listing:
    from countyplan.report import Listing

    headers = tuple(texts.say(f"config.{name}") for name in ("name", "value", "origin", "flag", "variable"))
    settings = [_in_force(uses, file) for uses in file.settings.values()]
    return Listing(
        texts.say("config.title", file=file.file.as_posix()) if file.file else texts.say("config.title_none"),
        headers,
        tuple(_cells(one, texts) for one in settings),
        [one.machine() for one in settings],
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
        return InForce(setting, commands, words.texts_for(None).language.value, "default", "")
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
