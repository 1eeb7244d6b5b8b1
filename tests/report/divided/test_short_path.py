"""Files on a page are named for whoever has only the page, and nothing else of a message changes with them."""

from __future__ import annotations

from pathlib import Path

import pytest

from countyplan.language import Language, Texts
from countyplan.plan import load_plan, shipped_plan
from countyplan.run.asked import Asked
from countyplan.run.judged import judge_files
from countyplan.run.told import page_of, report_of

FIGURES = "县（市）,报告期,指标,数值\n桐庐县,2024,地区生产总值,470.2\n"


@pytest.mark.parametrize("language", list(Language))
def test_a_word_that_each_language_has_its_own_for_is_said_on_the_page_too(tmp_path: Path, language: Language) -> None:
    (tmp_path / "sent").mkdir()
    (tmp_path / "sent/good.csv").write_text(FIGURES, encoding="utf-8")
    (tmp_path / "sent/page.xlsx").write_text("<html><body>虚构</body></html>", encoding="utf-8")
    judged = judge_files(Asked(plan=load_plan(shipped_plan())[0], paths=(tmp_path / "sent",)))
    [told], [shown] = report_of(judged, Texts(language)).problems, page_of(judged, Texts(language)).problems
    assert str(shown.place) == "page.xlsx"
    assert shown.message == told.message
    assert Texts(language).say("content.html") in shown.message
