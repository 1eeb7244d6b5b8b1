"""What a report works out when it is asked for: every part is there, and is made once, as if all had been made at once."""

from __future__ import annotations

from dataclasses import fields
from pathlib import Path

import pytest

from countyplan.language import Language, Texts
from countyplan.plan import load_plan, shipped_plan
from countyplan.plan.selection import Selection
from countyplan.quantity import Period
from countyplan.report.report_model import Report
from countyplan.report.whole.build import build_report
from countyplan.run.asked import Asked
from countyplan.run.judged import judge_files
from countyplan.run.told import request_of

EXAMPLE = Path(__file__).parents[2] / "examples" / "illustrative"


@pytest.fixture(scope="module", params=list(Language))
def report(request: pytest.FixtureRequest) -> Report:
    plan = load_plan(shipped_plan())[0]
    asked = Asked(plan=plan, paths=(EXAMPLE,), selection=Selection(), of_reporters=False, as_of=Period.of_year(2024))
    return build_report(request_of(judge_files(asked)), Texts(request.param))


def test_every_part_is_told_or_made_and_then_kept(report: Report) -> None:
    promised = report.commitments
    assert promised is not None
    for part in (report, promised):
        for field in fields(part):
            assert getattr(part, field.name) is getattr(part, field.name)


def test_what_nobody_tells_is_no_part(report: Report) -> None:
    with pytest.raises(AttributeError, match="nonesuch"):
        report.nonesuch  # type: ignore[attr-defined] # noqa: B018


def test_commitments_that_need_attention_are_told_of_as_in_the_table_of_all(report: Report) -> None:
    promised = report.commitments
    assert promised is not None
    need = {"overdue", "dropped", "not_begun_late", "done_without_evidence"}
    urgent = {(row.name, row.in_short) for row in promised.rows if row.machine.state in need}
    assert urgent
    assert {(name, said) for name, _, said, _ in promised.attention_cells} == urgent
    assert sum(one.number for one in promised.counts) == len(promised.rows)
