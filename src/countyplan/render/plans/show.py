"""A plan as text, Markdown, JSON and HTML."""

from __future__ import annotations

import json

from countyplan.diagnostics import visible
from countyplan.render.html.page import plan_page_html
from countyplan.render.markdown.marked import escape
from countyplan.report.plans import ShowPage


def show_text(page: ShowPage) -> str:
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


def show_markdown(page: ShowPage) -> str:
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


def show_json(page: ShowPage) -> str:
    """For machines."""
    return json.dumps(page.machine, ensure_ascii=False, indent=2) + "\n"


def show_html(page: ShowPage) -> str:
    """A page with the text and the targets side by side."""
    return plan_page_html("show.html.j2", page)
