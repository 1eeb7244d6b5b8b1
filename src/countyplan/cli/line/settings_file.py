"""The file that sets what is set once: where it is looked for, and what it says."""

from __future__ import annotations

import difflib
import json
from collections.abc import Iterator, Mapping
from dataclasses import field
from os.path import exists, isdir, lexists
from pathlib import Path
from typing import TYPE_CHECKING, Any

from countyplan.cli.line.settings import CONFIG_VARIABLE, PREFIX, Setting, Settings
from countyplan.dataclass import dataclass
from countyplan.diagnostics import Code, Diagnostic, Place, Severity
from countyplan.source.file import read_bytes

if TYPE_CHECKING:
    from countyplan.source.toml_file import TomlFile

OWN, SHARED = "countyplan.toml", "pyproject.toml"
_TABLE = ("tool", "countyplan")


@dataclass(frozen=True, slots=True)
class Given:
    """A value that a file gives a setting, and where."""

    value: object
    place: Place


@dataclass(frozen=True, slots=True)
class SettingsFile:
    """What the file in force says of the `settings` there are, and what is wrong with it; `file` is None without one."""

    settings: Settings
    file: Path | None = None
    given: Mapping[str, Given] = field(default_factory=dict)
    diagnostics: tuple[Diagnostic, ...] = ()

    @property
    def folder(self) -> Path:
        """The folder that its relative paths are seen from."""
        return Path() if self.file is None else self.file.parent

    def default_map(self) -> dict[str, Any]:
        """For each command the values of the options that it has and that can take them; Click asks the environment first."""
        defaults: dict[str, Any] = {}
        for name, one in self.given.items():
            for use in self.settings[name]:
                table = defaults
                for word in use.command:
                    table = table.setdefault(word, {})
                if (taken := use.setting.accept(one.value, self.folder)) is not None:
                    table[name] = taken
        return defaults


def settings_file(settings: Settings, named: Path | None, variables: Mapping[str, str]) -> SettingsFile:
    """What the file `named` says, or else the nearest one from the current folder upwards.

    Environment `variables` of our prefix that stand for nothing are told with it.
    """
    found = [*_unknown(settings, variables)]
    opened = _opened(named, found) if named is not None else _nearest(found)
    if opened is None:
        return SettingsFile(settings, diagnostics=tuple(found))
    path, given = Path(opened.file), {}
    for name, value in _table_of(opened, found).items():
        place = opened.place(*_path(path), name)
        ways = [use.setting for use in settings.get(name, [])]
        if not ways:
            found.append(Diagnostic(Code.SETTING_UNKNOWN, place, {"name": name, "near": _near(name, [*settings])}))
        elif all(way.accept(value, path.parent) is None for way in ways):
            found.append(_wrong(ways, value, place))
        else:
            given[name] = Given(value, place)
    return SettingsFile(settings, path, given, tuple(found))


def _unknown(settings: Settings, variables: Mapping[str, str]) -> Iterator[Diagnostic]:
    ours = sorted(name for name in variables if name.startswith(PREFIX))
    names = [CONFIG_VARIABLE, *(use.setting.variable for uses in settings.values() for use in uses)] if ours else []
    for name in ours:
        if name not in names:
            yield Diagnostic(Code.VARIABLE_UNKNOWN, Place(name), {"name": name, "near": _near(name, names)})


def wrong_variables(settings: Settings, variables: Mapping[str, str]) -> Iterator[Diagnostic]:
    """A finding for each variable whose value no command that has its option can take."""
    for uses in settings.values():
        ways = [use.setting for use in uses]
        said = variables.get(ways[0].variable, "")
        each = said.split() if ways[0].many else [said]
        if said and all(not all(way.can_read(one) for one in each) for way in ways):
            yield _wrong(ways, said, Place(ways[0].variable))


def _nearest(found: list[Diagnostic]) -> TomlFile | None:
    """The settings of the first folder that has any, up to the top of the repository or of the disk."""
    for folder in _upwards():
        files = [file for name in (OWN, SHARED) if lexists(file := folder / name) and not isdir(file)]  # noqa: PTH112 -- see _upwards
        opened = [one for file in files if (one := _opened(file, found)) is not None]
        if len(opened) > 1:
            found.append(Diagnostic(Code.SETTINGS_TWICE, Place(opened[0].file), {"other": SHARED}))
        if opened or any(one.severity is Severity.ERROR for one in found):
            return opened[0] if len(opened) == 1 else None
    return None


def _upwards() -> Iterator[Path]:
    """The current folder and those above it, named as they are seen from here.

    One that may not be looked into has nothing to say; a Path would raise there.
    """
    try:
        depth = len(Path.cwd().parents)
    except OSError:
        return
    for up in range(depth + 1):
        folder = Path(*[".."] * up)
        yield folder
        if exists(folder / ".git"):  # noqa: PTH110
            return


def _opened(path: Path, found: list[Diagnostic]) -> TomlFile | None:
    """The file, if it holds settings; one that others share is none of ours where it does not speak of us."""
    data = read_bytes(path)
    if path.name == SHARED and isinstance(data, bytes) and _TABLE[-1].encode() not in data:
        return None
    from countyplan.source.toml_file import parse_toml

    opened = data if isinstance(data, Diagnostic) else parse_toml(data, path.as_posix())
    if isinstance(opened, Diagnostic):
        found.append(opened)
        return None
    return None if path.name == SHARED and _inside(opened.data, _TABLE) is None else opened


def _table_of(opened: TomlFile, found: list[Diagnostic]) -> Mapping[str, object]:
    path = _path(Path(opened.file))
    table = _inside(opened.data, path)
    if isinstance(table, Mapping):
        return table
    words = {"name": ".".join(path), "value": _written(table), "expected": f"[{'.'.join(path)}]", "near": ""}
    found.append(Diagnostic(Code.SETTING_WRONG, opened.place(*path), words))
    return {}


def _path(file: Path) -> tuple[str, ...]:
    return _TABLE if file.name == SHARED else ()


def _inside(data: object, path: tuple[str, ...]) -> object:
    for key in path:
        data = data.get(key) if isinstance(data, Mapping) else None
    return data


def _wrong(ways: list[Setting], value: object, place: Place) -> Diagnostic:
    widest = max(ways, key=lambda way: len(way.words))
    near = _near(value, widest.words) if isinstance(value, str) else ""
    words = {"name": widest.name, "value": _written(value), "expected": widest.expected, "near": near}
    return Diagnostic(Code.SETTING_WRONG, place, words)


def _written(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, default=str)


def _near(name: str, known: list[str] | tuple[str, ...]) -> str:
    near = difflib.get_close_matches(name, known, n=1)
    return near[0] if near else ""
