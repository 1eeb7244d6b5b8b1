"""The pages: templates filled in, with whatever comes from a file as text."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Mapping
from importlib.resources import files
from typing import TYPE_CHECKING

from countyplan.language import Language, Texts
from countyplan.report.divided.index import Index
from countyplan.report.report_model import Report
from countyplan.report.row.row_model import Row
from countyplan.version import __version__

if TYPE_CHECKING:
    from countyplan.report.plans.audit_page import AuditPage
    from countyplan.report.plans.show_page import ShowPage

_MOST_COLUMNS = 8
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
        plan_lang=_named(report.plan_language),
        many=len(report.matrix.areas) > _MOST_COLUMNS,
        unit_keys=lambda row: _unit_keys(report, row),
    )


def index_html(index: Index) -> bytes:
    """The list of the sheets, each name a link to its file beside it."""
    whole = index.whole
    about = {"title": index.title, "heading": index.heading, "version": whole.made_from.version}
    return _page(
        "index.html.j2", whole.texts, script_source="", plan_lang=_named(whole.plan_language), index=index, **about
    )


def plan_page_html(template: str, page: AuditPage | ShowPage, **words: object) -> str:
    """A page about the plan itself, which has no script."""
    from markupsafe import Markup

    words.update(title=page.title, heading=page.heading, version=__version__, plan_lang=_named(page.plan_language))
    style = Markup(_shipped("plan.css"))
    written = _page(template, page.texts, plan_style=style, script_source="", page=page, **words)
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
            lang=_named(texts.language),
            style=Markup(_shipped("style.css")),
            **words,
        )
    )
    return written.encode("utf-8")


def _named(language: str) -> str:
    """A language, that of the plan's own words among them, as HTML names it."""
    return _LANGUAGES.get(language, language)


def _unit_keys(report: Report, row: Row) -> str:
    """At which places in the list of units those of a row stand: a word each, since names may hold any character."""
    return " ".join(str(at) for at, unit in enumerate(report.matrix.units) if unit.id in row.machine.responsible)


def _shipped(name: str) -> str:
    return files("countyplan.render.html").joinpath("inlined", name).read_text(encoding="utf-8")
