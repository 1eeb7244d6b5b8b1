"""The pages: templates filled in, with whatever comes from a file as text."""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

from countyplan.diagnostics import unobeyed_xml, visible
from countyplan.language import Language, Texts
from countyplan.report import Index, Report, Row

if TYPE_CHECKING:
    from jinja2 import Environment

_LANGUAGES: Mapping[str, str] = {Language.ZH: "zh-Hans", Language.EN: "en"}
_EXCERPT_WIDTH = 200
# An amount with its unit, a number with what it counts, a day: a line of a page ends within none of them.
_WHOLE = re.compile(
    r"[A-Z]{3} [0-9][0-9.,]*[0-9]*(?: [a-z]+)?|[0-9]{1,2} [A-Z][a-z]+ [0-9]{4}|"
    r"[0-9][0-9.,]*%?(?:[\u4e00-\u9fff]{1,3}| [a-z]+)"
)
_COMPARES = re.compile(r"([<>])= (?=-?\d)")


def report_html(report: Report) -> bytes:
    """The whole report, or the part of one group."""
    from markupsafe import Markup

    script = _shipped("script.js")
    digest = base64.b64encode(hashlib.sha256(script.encode("utf-8")).digest()).decode("ascii")
    return _page(
        "report.html.j2",
        report.texts,
        title=report.title,
        heading=report.heading,
        version=report.made_from.version,
        script_source=Markup(f"script-src 'sha256-{digest}'; "),
        script=Markup(script),
        report=report,
        plan_lang=_language_of(report),
        unit_keys=lambda row: _unit_keys(report, row),
    )


def index_html(index: Index) -> bytes:
    """The list of the sheets, each name a link to its file beside it."""
    whole = index.whole
    about = {"title": index.title, "heading": index.heading, "version": whole.made_from.version}
    return _page("index.html.j2", whole.texts, script_source="", plan_lang=_language_of(whole), index=index, **about)


def plan_page_html(template: str, texts: Texts, **words: object) -> str:
    """A page about the plan itself, which has no script; `words` are at least its title, heading and version."""
    from markupsafe import Markup

    lang = _LANGUAGES[Language.ZH]
    written = _page(template, texts, plan_style=Markup(_shipped("plan.css")), script_source="", plan_lang=lang, **words)
    return written.decode("utf-8")


def _page(template: str, texts: Texts, **words: object) -> bytes:
    from markupsafe import Markup

    written = (
        _environment()
        .get_template(template)
        .render(
            say=texts.say,
            join=texts.join,
            lang=_LANGUAGES[texts.language],
            style=Markup(_shipped("style.css")),
            **words,
        )
    )
    return written.encode("utf-8")


def _language_of(report: Report) -> str:
    """The language that the plan's own words are in, as HTML names it."""
    return _LANGUAGES.get(report.plan_language, report.plan_language)


def _unit_keys(report: Report, row: Row) -> str:
    """At which places in the list of units those of a row stand: a word each, since names may hold any character."""
    return " ".join(str(at) for at, unit in enumerate(report.matrix.units) if unit.id in row.machine.responsible)


@cache
def _environment() -> Environment:
    from jinja2 import Environment, PackageLoader, StrictUndefined

    from countyplan.render.html.charts import bullet, ends, way
    from countyplan.render.text.excerpt import marked_excerpt

    environment = Environment(
        loader=PackageLoader("countyplan.render.html", "templates"),
        autoescape=True,
        finalize=_shown,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters["typeset"] = _typeset
    environment.filters["unbroken"] = _unbroken
    environment.globals.update(
        bullet_of=bullet, way_of=way, ends=ends, excerpt=lambda problem: marked_excerpt(problem, _EXCERPT_WIDTH)
    )
    return environment


def _shown(value: object) -> object:
    """What the page shows of a value: text with whatever a reader could not see written out; mark-up is its own."""
    from markupsafe import Markup, escape

    return value if hasattr(value, "__html__") else Markup(unobeyed_xml(escape(visible(str(value)))))


def _typeset(text: str) -> str:
    """`>=` and `<=` before a number as the signs that print has for them."""
    return _COMPARES.sub(lambda found: "≥ " if found[1] == ">" else "≤ ", text)


def _unbroken(text: str) -> object:
    """A sentence whose amounts and what they count stay together where a line ends."""
    from markupsafe import Markup

    shown = str(_shown(_typeset(text)))
    return Markup(_WHOLE.sub(lambda found: f'<span class="whole">{found[0]}</span>', shown))


def _shipped(name: str) -> str:
    return files("countyplan.render.html").joinpath("inlined", name).read_text(encoding="utf-8")
