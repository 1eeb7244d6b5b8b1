"""Whatever text a report holds, in whichever of its fields: the page has the same elements and shows it as it is."""

from __future__ import annotations

from collections import Counter
from dataclasses import fields, is_dataclass, replace
from typing import Any

import pytest

from countyplan.diagnostics import Place, visible
from countyplan.language import Texts
from countyplan.render.html import report_html
from countyplan.report.overview.overview_model import Choice, Count, IndicatorRows
from countyplan.report.report_model import Report
from countyplan.report.row.row_model import Fact, MachineRow
from tests.render.dated import ILLUSTRATIVE, made
from tests.render.markup import Element, read

# What ties the page together: ids that the plan's files let be nothing but a word, and names of marks.
_KEPT = {
    MachineRow: {"target", "area", "status"},
    Choice: {"id"},
    Count: {"status"},
    # Where it says anything there is nothing else on the page.
    Report: {"nothing"},
    Fact: {"name"},
    IndicatorRows: {"id"},
}


def filled(value: Any, text: str) -> Any:
    """The same with `text` in place of every text."""
    if isinstance(value, str):
        return text if type(value) is str else value
    if isinstance(value, tuple):
        return tuple(filled(one, text) for one in value)
    if isinstance(value, Place):
        return Place(text, value.line, value.column, value.cell, excerpt=value.excerpt and text)
    if callable(value):
        return lambda: filled(value(), text)
    if not is_dataclass(value) or isinstance(value, Texts):
        return value
    kept = next((names for kind, names in _KEPT.items() if isinstance(value, kind)), set())
    changed = {one.name: filled(getattr(value, one.name), text) for one in fields(value) if one.name not in kept}
    return replace(value, **changed)  # type: ignore[type-var]


def elements(page: Element) -> Counter[tuple[str, tuple[str, ...]]]:
    return Counter((one.tag, tuple(sorted(one.attributes))) for one in page.all())


@pytest.fixture(scope="module")
def report() -> Report:
    return made(ILLUSTRATIVE, clauses=(2, 19))


@pytest.mark.parametrize(
    "text",
    [
        "</style></script><script>alert(1)</script>",
        "\"'><img src=x onerror=alert(1)>",
        "{{ 1 }}&lt;",
        "##[error] 1",
        "\u202e\x1b\x00\n",
    ],
)
def test_any_text_in_any_field_stays_text(report: Report, text: str) -> None:
    # As long as what is shown of the text, so that labels of charts find their places likewise.
    hostile, plain = (read(report_html(filled(report, one))) for one in (text, "x" * len(visible(text))))
    assert elements(hostile) == elements(plain)
    for name in ("title", "h1", "caption", "h3", "h4"):
        shown = [one.text for one in hostile.all(name)]
        assert visible(text) in " ".join(shown), name
    labels = {image.attributes["aria-label"] for image in hostile.all("div", role="img")}
    assert labels == {visible(text)}
