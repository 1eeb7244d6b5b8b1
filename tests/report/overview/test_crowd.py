"""What is told of more rows than anybody reads: every figure is the made-up one of the example."""

from __future__ import annotations

import json
import re
from html import unescape
from pathlib import Path

import pytest

from countyplan.assess import Status
from countyplan.language import Language, Texts
from countyplan.plan import load_plan, shipped_plan
from countyplan.quantity import exact_arithmetic
from countyplan.render.html import report_html
from countyplan.render.text.terminal import print_report, printed
from countyplan.report.overview import crowd
from countyplan.report.report_model import Report
from countyplan.run.asked import Asked
from countyplan.run.judged import judge_files
from countyplan.run.told import report_of
from tests.render.made import report_json

ILLUSTRATIVE = Path(__file__).parents[3] / "examples" / "illustrative"


def made(only: frozenset[Status] | None = None, language: Language = Language.EN) -> Report:
    with exact_arithmetic():
        asked = Asked(plan=load_plan(shipped_plan())[0], paths=(ILLUSTRATIVE,), only=only)
        return report_of(judge_files(asked), Texts(language))


def squeezed(text: str) -> str:
    return re.sub(r"[\s\u2060]+", "", text)


@pytest.fixture
def few(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(crowd, "MOST_ROWS", 20)


def test_a_few_rows_are_all_shown() -> None:
    report = made()
    assert report.crowd is None
    assert "crowd" not in report_html(report).decode()


@pytest.mark.usefixtures("few")
@pytest.mark.parametrize("language", list(Language))
def test_of_many_rows_the_worst_areas_are_told_and_how_to_see_the_rest(language: Language) -> None:
    report = made(language=language)
    assert report.crowd is not None
    lagging = [len(one.lagging) for one in sorted(report.brief.areas, key=lambda one: -len(one.lagging)) if one.lagging]
    assert len(report.crowd.areas) == len(lagging)
    assert [str(count) in line for count, line in zip(lagging, report.crowd.areas, strict=True)] == [True] * len(
        lagging
    )
    text = printed(print_report, report)
    squeezed = "".join(text.split())
    for told in (*report.crowd.areas, report.crowd.rest):
        assert "".join(told.split()) in squeezed
    assert "--by area" in text
    assert "--only" in text
    assert "[1]" not in text
    assert len(report.attention) > 5
    assert report.crowd.page in report_html(report).decode()


@pytest.mark.usefixtures("few")
def test_machines_and_who_asks_for_some_of_the_rows_get_all_of_them() -> None:
    assert len(json.loads(report_json(made()))["assessments"]) == 53
    some = made(frozenset({Status.MISSING, Status.MET, Status.ON_TRACK, Status.BEHIND}))
    assert some.crowd is None
    assert len(some.rows) > 20


@pytest.mark.usefixtures("few")
def test_only_so_many_areas_are_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(crowd, "WORST", 1)
    report = made()
    assert report.crowd is not None
    assert len(report.crowd.areas) == 1
    assert report.crowd.left_out == "3 more areas are not listed."


@pytest.mark.usefixtures("few")
@pytest.mark.parametrize("language", list(Language))
def test_a_page_that_cannot_hold_them_says_how_each_area_has_its_own(
    language: Language, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = report_html(made(language=language))
    monkeypatch.setattr(crowd, "MOST_ON_A_PAGE", 20)
    report = made(language=language)
    assert report.crowd is not None
    page = report_html(report).decode()
    assert report.crowd.page in page
    assert "report --by area" in report.crowd.page
    for told in (report.crowd.heading, *report.crowd.areas, report.attention[0].area, report.crowd.changes_left_out):
        assert squeezed(told) in squeezed(unescape(re.sub(r"<[^>]+>", "", page)))
    assert 'class="target"' not in page
    assert 'id="matrix"' not in page
    # No link leads nowhere.
    targets = set(re.findall(r'href="#([^"]+)"', page))
    assert targets
    assert {one for one in targets if f'id="{one}"' not in page} == set()
    assert len(page) < len(whole) / 2


@pytest.mark.usefixtures("few")
def test_only_some_rows_are_on_a_page_however_many_they_are(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(crowd, "MOST_ON_A_PAGE", 20)
    page = report_html(made(only=frozenset(Status))).decode()
    assert page.count('class="target"') == len(made().rows)
