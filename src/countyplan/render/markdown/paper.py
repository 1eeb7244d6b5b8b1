"""The joint meeting's paper as Markdown."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from countyplan.render.markdown.marked import bullets, escape, table
from countyplan.render.markdown.report import report_markdown
from countyplan.report.meeting.paper import AreaPage, Paper


def paper_markdown(paper: Paper) -> str:
    """The whole paper, the report as its annex."""
    return "\n".join([*_lines(paper), "---", "", report_markdown(paper.report)])


def _lines(paper: Paper) -> Iterator[str]:
    say = paper.texts.say
    plan, kind = paper.title
    yield from (f"# {escape(kind)}", "", f"**{escape(plan)}**", "")
    yield from bullets(line for line in (paper.as_of, paper.only_source) if line)
    yield from _headed(say("meeting.heading.conclusion"), [*_paragraphs(paper.conclusion)])
    headers = [say(f"meeting.{name}") for name in ("what", "proposal", "who", "when")]
    rows = [(f"{at}. {one.what}", one.proposal, one.who, one.when) for at, one in enumerate(paper.decisions, start=1)]
    told = table(headers, rows) if rows else [escape(say("meeting.none"))]
    yield from _headed(say("meeting.heading.decisions"), told)
    yield from _headed(paper.changes_heading, bullets(paper.changes))
    for one in paper.areas:
        yield from _headed(one.heading, _area(paper, one))


def _area(paper: Paper, one: AreaPage) -> Iterator[str]:
    say = paper.texts.say
    yield from _paragraphs([one.conclusion])
    names = ("indicator", "goal", "value", "status", "step", "responsible")
    if one.lagging:
        yield from table(
            [say(f"column.{name}") for name in names],
            [
                (
                    row.indicator,
                    row.marked_goal,
                    row.value,
                    row.marked_status,
                    row.step,
                    row.who,
                )
                for row in one.lagging
            ],
        )
    elif one.none_lagging:
        yield escape(one.none_lagging)
    for name, lines in (
        ("meeting.changes_page", one.changes),
        ("meeting.commitments_page", one.commitments),
        ("projects.heading", one.projects),
        ("meeting.missing_page", one.missing),
    ):
        if lines:
            yield from ("", f"### {escape(say(name))}", "", *bullets(lines))
        if name == "meeting.commitments_page" and one.urgent:
            yield from ("", *table(one.urgent_headers, one.urgent))


def _headed(heading: str, lines: Iterable[str]) -> Iterator[str]:
    yield from ("", f"## {escape(heading)}", "", *lines, "")


def _paragraphs(texts: Iterable[str]) -> Iterator[str]:
    for text in texts:
        yield from (escape(text), "")
