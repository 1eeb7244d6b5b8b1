"""What can be set once instead of with every command: each option that an environment variable stands for.

The options' own declarations say all of it. A setting is called like the option's parameter, `fail_on` in a file,
`--fail-on` on the command line, `COUNTYPLAN_FAIL_ON` in the environment, and takes what the option takes.
"""

from __future__ import annotations

import inspect
import json
from collections.abc import Callable, Iterator, Mapping
from enum import StrEnum
from functools import cache, cached_property
from pathlib import Path
from types import NoneType
from typing import Any, get_args, get_origin, get_type_hints

import typer
from typer.models import ParameterInfo

from countyplan.dataclass import dataclass

PREFIX = "COUNTYPLAN_"
# What the parser of the command line reads as yes or no.
_FLAGS = frozenset({"1", "true", "t", "yes", "y", "on", "0", "false", "f", "no", "n", "off"})
CONFIG_VARIABLE = f"{PREFIX}CONFIG"


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """An option that can be set elsewhere: `takes` is the type of its value, or of each where it takes `many`."""

    name: str
    flag: str
    variable: str
    help: str
    takes: type
    many: bool
    least: int | None
    default: object

    @property
    def words(self) -> tuple[str, ...]:
        """The words that it chooses among, none where it is not a choice."""
        return tuple(one.value for one in self.takes) if issubclass(self.takes, StrEnum) else ()

    @property
    def expected(self) -> str:
        """What its value looks like in a file."""
        if self.words:
            return " | ".join(json.dumps(word) for word in self.words)
        if self.takes is bool:
            return "true | false"
        if self.takes is int:
            return "[1, 2, …]" if self.many else f"{self.least or 0} | {(self.least or 0) + 1} | …"
        return '["…", "…"]' if self.many else '"…"'

    def accept(self, value: object, folder: Path) -> object:
        """`value` as the option takes it, or None if it does not; a path is seen from `folder`."""
        if not self.many:
            return self._accept_one(value, folder)
        given = value if isinstance(value, list) else [value]
        taken = [self._accept_one(one, folder) for one in given]
        return None if None in taken else taken

    def can_read(self, text: str) -> bool:
        """Whether the parser of the command line finds in `text` one of the words, or the number, that is asked for."""
        if self.words:
            return text in self.words
        if self.takes is bool:
            return text.strip().lower() in _FLAGS
        if self.takes is not int:
            return True
        try:
            return int(text) >= (self.least or 0)
        except ValueError:
            return False

    def _accept_one(self, value: object, folder: Path) -> object:
        number = isinstance(value, int) and not isinstance(value, bool)
        if self.takes is bool:
            return value if isinstance(value, bool) else None
        if self.takes is int:
            return value if isinstance(value, int) and number and value >= (self.least or 0) else None
        # A year or a code is written without quotation marks as well as with them.
        if self.takes is str and number:
            return str(value)
        if not isinstance(value, str) or not value or "\0" in value or (self.words and value not in self.words):
            return None
        return str(folder / value) if self.takes is Path else value


def commands(app: typer.Typer) -> Iterator[tuple[tuple[str, ...], Callable[..., Any]]]:
    """Every command of `app` with the words that call it."""
    for command in app.registered_commands:
        if command.callback is not None:
            yield (command.name or command.callback.__name__.replace("_", "-"),), command.callback
    for group in app.registered_groups:
        if group.typer_instance is not None:
            for words, callback in commands(group.typer_instance):
                yield (str(group.name), *words), callback


def settings_of(command: Callable[..., Any]) -> dict[str, Setting]:
    """What can be set for a command, by name."""
    return {name: one for name, one in _parameters(command) if one.variable}


def parameter_of(command: Callable[..., Any], name: str) -> Setting | None:
    """What an argument or option of a command takes; without a `variable` where it cannot be set elsewhere."""
    return next((one for known, one in _parameters(command) if known == name), None)


@cache
def _parameters(command: Callable[..., Any]) -> tuple[tuple[str, Setting], ...]:
    found = []
    defaults = inspect.signature(command).parameters
    for name, hint in get_type_hints(command, include_extras=True).items():
        info = next((one for one in get_args(hint) if isinstance(one, ParameterInfo)), None)
        if info is None:
            continue
        takes, many = _taken(get_args(hint)[0])
        flag = next((word for word in info.param_decls or () if word.startswith("--")), f"--{name.replace('_', '-')}")
        default = defaults[name].default
        least = None if info.min is None else int(info.min)
        setting = Setting(
            name=name,
            flag=flag,
            variable=str(info.envvar or ""),
            help=info.help or "",
            takes=takes,
            many=many,
            least=least,
            default=default,
        )
        found.append((name, setting))
    return tuple(found)


def _taken(hint: Any) -> tuple[type, bool]:
    """The type of one value, and whether there may be several."""
    hint = next((one for one in get_args(hint) if one is not NoneType), hint) if NoneType in get_args(hint) else hint
    return (get_args(hint)[0], True) if get_origin(hint) is list else (hint, False)


@dataclass(frozen=True, slots=True)
class Use:
    """A setting as one command has it; `command` are the words that call it."""

    command: tuple[str, ...]
    setting: Setting


Settings = Mapping[str, list[Use]]


def all_settings(app: typer.Typer) -> Settings:
    """Every setting by name, with the commands that have it and how each of them takes it."""
    found: dict[str, list[Use]] = {}
    for words, command in commands(app):
        for name, setting in settings_of(command).items():
            found.setdefault(name, []).append(Use(words, setting))
    return found


class AllSettings(Mapping[str, list[Use]]):
    """Every setting of the command that `app` makes, which is made when a setting is first asked for."""

    def __init__(self, app: Callable[[], typer.Typer]) -> None:
        self._app = app

    @cached_property
    def _all(self) -> Settings:
        return all_settings(self._app())

    def __getitem__(self, name: str) -> list[Use]:
        return self._all[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._all)

    def __len__(self) -> int:
        return len(self._all)
