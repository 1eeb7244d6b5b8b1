"""The page on what can be set where: `python -m countyplan.cli.settings_page > docs/configuration.md`."""

from __future__ import annotations

import sys
from collections.abc import Iterator

from countyplan.cli.app import app
from countyplan.cli.commands.config import written
from countyplan.cli.line.settings import CONFIG_VARIABLE, Use, all_settings
from countyplan.language import Language, Texts
from countyplan.render.markdown import bullets, escape, fenced, table

_LANGUAGES = tuple(Texts(language) for language in Language)
_COLUMNS = ("name", "flag", "variable", "expected", "unless", "commands", "meaning")
_TOLD = ("order", "nearest", "named", "paths", "faults", "command_line")
_EXAMPLE = (
    'lang = "zh"',
    'fail_on = "behind"',
    'area = ["桐庐县", "淳安县"]',
    'waivers = "waivers.yaml"',
    'baseline = "known.yaml"',
)


def settings_page() -> str:
    """The page, in both languages."""
    return "\n".join(_lines()) + "\n"


def _lines() -> Iterator[str]:
    yield f"# {_both('configuration.title')}"
    for texts in _LANGUAGES:
        yield from ("", f"## {escape(texts.say('configuration.how'))}", "")
        yield from bullets(texts.say(f"configuration.{name}", variable=CONFIG_VARIABLE) for name in _TOLD)
    yield from ("", f"## {_both('configuration.all')}", "")
    headers = [" / ".join(texts.say(f"config.{name}") for texts in _LANGUAGES) for name in _COLUMNS]
    yield from table(headers, [_row(uses) for uses in all_settings(app).values()])
    yield from ("", f"## {_both('configuration.example')}", "", escape("countyplan.toml:"), "", *fenced(_EXAMPLE))
    yield from ("", escape("pyproject.toml:"), "", *fenced(("[tool.countyplan]", *_EXAMPLE)))


def _row(uses: list[Use]) -> list[str]:
    setting = max((use.setting for use in uses), key=lambda one: len(one.words))
    commands = ", ".join(" ".join(use.command) for use in uses)
    unless = written(setting.default, _LANGUAGES[0])
    return [setting.name, setting.flag, setting.variable, setting.expected, unless, commands, setting.help]


def _both(key: str) -> str:
    return escape(" / ".join(texts.say(key) for texts in _LANGUAGES))


if __name__ == "__main__":
    sys.stdout.buffer.write(settings_page().encode("utf-8"))
