"""The tables of the page are read as the lines behind them say."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.docs.pages import page
from tests.submission.reading import PLAN, read

PAGE = page("reference/tables.md")
EXAMPLES = re.findall(
    r"^## ([^\n]+)\n(?:(?!^## ).)*?^```csv\n(.*?)^```\n\n((?:^> - [^\n]+\n)+)", PAGE, re.MULTILINE | re.DOTALL
)


def test_every_table_of_the_page_has_its_figures_behind_it() -> None:
    assert len(EXAMPLES) == PAGE.count("```csv") >= 6


@pytest.mark.parametrize(("heading", "table", "figures"), EXAMPLES, ids=[heading for heading, _, _ in EXAMPLES])
def test_a_table_is_read_as_the_page_says(heading: str, table: str, figures: str, tmp_path: Path) -> None:
    submissions = read(tmp_path, "table.csv", table)
    told = [
        f"> - {PLAN.called(one.area).name} {PLAN.measured[one.indicator].name} {one.period} {one.value.normalize():f}"
        for one in submissions.figures
    ]
    assert sorted(told) == sorted(figures.splitlines()), heading
    assert all(one.severity != "error" for one in submissions.diagnostics)
