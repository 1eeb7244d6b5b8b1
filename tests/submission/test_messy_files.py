"""What counties send, and what must come of it: the figures and findings of each file, nothing more and nothing less."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from countyplan.figures import collect
from countyplan.quantity import Period
from tests.submission.messy import content_of_case, figures_of, told_of
from tests.submission.reading import PLAN, read

CASES: dict[str, dict[str, Any]] = {
    name: case
    for file in ("messy_files.yaml", "table_files.yaml")
    for name, case in yaml.safe_load(Path(__file__).with_name(file).read_text(encoding="utf-8")).items()
}


@pytest.mark.parametrize("name", CASES)
def test_a_messy_file_comes_to_this(name: str, tmp_path: Path) -> None:
    case = CASES[name]
    submissions = read(tmp_path, *content_of_case(case))
    assert figures_of(submissions) == sorted(case.get("figures", []))
    assert told_of(submissions) == sorted(case.get("told", []))


@pytest.mark.parametrize("name", [name for name, case in CASES.items() if "slips" in case])
def test_a_slip_in_a_messy_file_is_found(name: str, tmp_path: Path) -> None:
    submissions = read(tmp_path, *content_of_case(CASES[name]))
    found = collect(submissions, PLAN, None, Period.ending(Period.of_year(2025).end + 1)).diagnostics
    assert [f"{one.code.value} {one.words.get('meant', '')}".strip() for one in found] == CASES[name]["slips"]


@pytest.mark.parametrize("name", [name for name, case in CASES.items() if "bases" in case])
def test_a_header_says_on_what_basis_figures_are(name: str, tmp_path: Path) -> None:
    submissions = read(tmp_path, *content_of_case(CASES[name]))
    assert [one.basis for one in submissions.figures] == CASES[name]["bases"]


def test_there_are_as_many_as_were_asked_for() -> None:
    assert len(CASES) >= 60


def test_a_header_that_is_not_understood_is_named_and_its_rows_hold_figures(tmp_path: Path) -> None:
    text = "桐庐县2024年\n指标,甲乙丙,丁戊己\n地区生产总值（亿元）,484.4,5\n"
    submissions = read(tmp_path, "a.csv", text.encode())
    assert [("甲乙丙" in one.message(), "丁戊己" in one.message()) for one in submissions.diagnostics] == [
        (True, False),
        (False, True),
    ]
    assert [note.key for note in submissions.notes] == ["reading.context", "reading.unread"]


def test_a_table_without_a_header_says_how_it_was_read(tmp_path: Path) -> None:
    submissions = read(tmp_path, "a.csv", "桐庐县2024年\n地区生产总值（亿元）,484.4\n".encode())
    assert figures_of(submissions) == ["tonglu gdp 2024 484.4"]
    assert "reading.no_header" in [note.key for note in submissions.notes]
