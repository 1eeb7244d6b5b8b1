"""An audit as text, Markdown, JSON and HTML."""

from __future__ import annotations

import json

from countyplan.diagnostics import visible
from countyplan.render.html.page import plan_page_html
from countyplan.render.markdown.marked import bullets, escape, table
from countyplan.report.plans import AuditPage


def audit_text(page: AuditPage) -> str:
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


def audit_markdown(page: AuditPage) -> str:
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


def audit_json(page: AuditPage) -> str:
    """For machines."""
    return json.dumps(page.machine, ensure_ascii=False, indent=2) + "\n"


def audit_html(page: AuditPage) -> str:
    """A page with the text itself marked up."""
    return plan_page_html("audit.html.j2", page, counted=_counted(page))


def _counted(page: AuditPage) -> str:
    return page.texts.join([page.texts.say("audit.count", label=label, count=count) for label, count in page.counts])
