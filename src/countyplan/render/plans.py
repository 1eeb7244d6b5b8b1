"""Pages about a plan itself, as text, Markdown, JSON and HTML."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from functools import partial

from countyplan.diagnostics import visible
from countyplan.render.format import PageFormat
from countyplan.render.html.page import plan_page_html
from countyplan.render.markdown.marked import bullets, escape, table
from countyplan.report.plans.audit_page import AuditPage
from countyplan.report.plans.show_page import ShowPage


def _audit_text(page: AuditPage) -> str:
    """For the terminal: the numbers clause by clause, then what is open, then the verdict."""
    lines = [page.title, *page.heading]
    for clause in page.clauses:
        lines += ["", clause.heading]
        for row in clause.rows:
            lines.append(f"  {row.line}: {row.number}  {row.told}  | {row.context}")
    if page.findings:
        lines += ["", page.findings_heading]
        lines += [f"  {one.place}: {one.message}" for one in page.findings]
    lines += ["", *([page.silent] if page.silent else []), _counted(page), page.verdict]
    return "\n".join(visible(line) for line in lines) + "\n"


def _audit_markdown(page: AuditPage) -> str:
    """As a document."""
    say = page.texts.say
    lines = [f"# {escape(page.title)}", "", *(escape(line) for line in page.heading), "", escape(page.verdict)]
    lines += ["", escape(_counted(page))]
    if page.findings:
        told = bullets(f"{one.place}: {one.message}" for one in page.findings)
        lines += ["", f"## {escape(page.findings_heading)}", "", *told]
    headers = tuple(say(f"audit.column.{name}") for name in ("line", "number", "state", "says", "context"))
    for clause in page.clauses:
        rows = [(str(one.line), one.number, one.label, one.says, one.context) for one in clause.rows]
        lines += ["", f"## {escape(clause.heading)}", "", *table(headers, rows)]
    return "\n".join([*lines, *(["", escape(page.silent)] if page.silent else [])]) + "\n"


def _audit_html(page: AuditPage) -> str:
    """A page with the text itself marked up."""
    return plan_page_html("audit.html.j2", page, counted=_counted(page))


def _counted(page: AuditPage) -> str:
    """How many numbers are accounted for in each of the ways that any is."""
    say, join = page.texts.say, page.texts.join
    return join(say("audit.count", label=label, count=count) for label, count in page.counts if count)


def _show_text(page: ShowPage) -> str:
    """For the terminal: a box to tick for every target, the text's words and what was read from them."""
    lines = [page.title, *page.heading]
    if page.areas:
        lines += ["", page.areas_heading, *(f"  {one.drawn}{one.name}" for one in page.areas)]
    for clause in page.clauses:
        lines += ["", clause.heading, f"  {clause.units}"]
        for row in clause.rows:
            lines += [f"  [ ] {row.wording}", f"      {row.line}", *([f"      {row.doubt}"] if row.doubt else [])]
        if not clause.rows:
            lines.append(f"      {page.no_targets}")
    return "\n".join(visible(line) for line in lines) + "\n"


def _show_markdown(page: ShowPage) -> str:
    """As a document with boxes to tick."""
    lines = [f"# {escape(page.title)}", "", *(escape(line) for line in page.heading)]
    if page.areas:
        lines += ["", f"## {escape(page.areas_heading)}", ""]
        lines += [f"{'  ' * one.depth}- {escape(one.name)}" for one in page.areas]
    for clause in page.clauses:
        lines += ["", f"## {escape(clause.heading)}", "", escape(clause.units), ""]
        for row in clause.rows:
            lines.append(f"- [ ] {escape(row.wording)}  ")
            lines.append(f"  {escape(row.line)}" + (f"  \n  {escape(row.doubt)}" if row.doubt else ""))
        if not clause.rows:
            lines.append(escape(page.no_targets))
    return "\n".join(lines) + "\n"


def _json(page: AuditPage | ShowPage) -> str:
    return json.dumps(page.machine, ensure_ascii=False, indent=2) + "\n"


# An audit; in HTML with the text itself marked up.
AUDITS: Mapping[PageFormat, Callable[[AuditPage], str]] = {
    PageFormat.TEXT: _audit_text,
    PageFormat.MARKDOWN: _audit_markdown,
    PageFormat.HTML: _audit_html,
    PageFormat.JSON: _json,
}

# A plan to be ticked off; in HTML with the text and the targets side by side.
SHOWN: Mapping[PageFormat, Callable[[ShowPage], str]] = {
    PageFormat.TEXT: _show_text,
    PageFormat.MARKDOWN: _show_markdown,
    PageFormat.HTML: partial(plan_page_html, "show.html.j2"),
    PageFormat.JSON: _json,
}
