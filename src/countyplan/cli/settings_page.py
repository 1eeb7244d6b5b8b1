"""The page on what can be set where: `python -m countyplan.cli.settings_page zh > docs/zh/reference/configuration.md`."""

from __future__ import annotations

import sys
from collections.abc import Iterator

from countyplan.cli.app import app
from countyplan.cli.commands.config import written
from countyplan.cli.line.help import in_language
from countyplan.cli.line.settings import CONFIG_VARIABLE, Use, all_settings
from countyplan.language import Language, Texts
from countyplan.plan import Plan, load_plan, shipped_plan
from countyplan.render.markdown.marked import bullets, escape, fenced, table

_COLUMNS = ("name", "flag", "variable", "expected", "unless", "commands", "meaning")
_TOLD = ("order", "nearest", "named", "paths", "faults", "command_line")


def settings_page(language: Language) -> str:
    """The page in `language`."""
    return "\n".join(_lines(Texts(language))) + "\n"


def _lines(texts: Texts) -> Iterator[str]:
    yield f"# {escape(texts.say('configuration.title'))}"
    yield from ("", f"## {escape(texts.say('configuration.how'))}", "")
    yield from bullets(texts.say(f"configuration.{name}", variable=CONFIG_VARIABLE) for name in _TOLD)
    yield from ("", f"## {escape(texts.say('configuration.all'))}", "")
    headers = [texts.say(f"config.{name}") for name in _COLUMNS]
    yield from table(headers, [_row(uses, texts) for uses in all_settings(app).values()])
    yield from ("", f"## {escape(texts.say('configuration.example'))}", "", escape("countyplan.toml:"), "")
    example = _example(load_plan(shipped_plan())[0])
    yield from fenced(example)
    yield from ("", escape("pyproject.toml:"), "", *fenced(("[tool.countyplan]", *example)))


def _example(plan: Plan) -> tuple[str, ...]:
    areas = ", ".join(f'"{area.name}"' for area in plan.areas[:2])
    return (
        'lang = "zh"',
        'fail_on = "behind"',
        f"area = [{areas}]",
        'waivers = "waivers.yaml"',
        'baseline = "known.yaml"',
    )


def _row(uses: list[Use], texts: Texts) -> list[str]:
    setting = max((use.setting for use in uses), key=lambda one: len(one.words))
    commands = ", ".join(" ".join(use.command) for use in uses)
    about = in_language(setting.help, texts.language)
    unless = written(setting.default, texts)
    return [setting.name, setting.flag, setting.variable, setting.expected, unless, commands, about]


if __name__ == "__main__":
    sys.stdout.buffer.write(settings_page(Language(sys.argv[1])).encode("utf-8"))
