"""The pages: templates filled in, with whatever comes from a file as text."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Mapping
from importlib.resources import files

from countyplan.language import Language, Texts
from countyplan.report import Index, Report, Row

_LANGUAGES: Mapping[str, str] = {Language.ZH: "zh-Hans", Language.EN: "en"}


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

    from countyplan.render.html.environment import page_environment

    written = (
        page_environment()
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


def _shipped(name: str) -> str:
    return files("countyplan.render.html").joinpath("inlined", name).read_text(encoding="utf-8")
