"""No figure, of whatever kind, period, size and basis, ends a report in any format: each example fills a whole submission."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

import hypothesis.strategies as st
import pytest
from hypothesis import HealthCheck, given, settings

from countyplan.language import Language, Texts
from countyplan.plan import TOTAL, load_plan, shipped_plan
from countyplan.quantity import exact_arithmetic, parse_period
from countyplan.render.formats import DOCUMENTS
from countyplan.render.text.terminal import print_report, printed
from countyplan.run.asked import Asked
from countyplan.run.judged import judge_files
from countyplan.run.told import report_of

PLAN = load_plan(shipped_plan())[0]
AREAS = {one: PLAN.called(one).name for one in PLAN.tree.order}
SIZES = (
    "0",
    "-1",
    "0.0000000001",
    "1",
    "99.98",
    "100",
    "12345678901234567890123456789012345678",
    "-99999999999999999999",
)
YEARS = ("2020", "2022", "2023", "2024", "2025", "2026", "2027", "2028")
PERIODS = (*YEARS, "2022-Q4", "2024-Q2", "2026-Q4", "2025-11", "2027-Q3", "2027-Q4", "2027-12")
AS_OF = (None, "2022", "2024", "2024-Q2", "2026", "2027", "2028")
# The formats that draw, and so do more with a number than write it down, are the slowest: a few examples reach them.
DRAWN = frozenset({"html", "docx", "xlsx", "pdf"})


@st.composite
def submissions(draw: st.DrawFn) -> str:
    """A table of every indicator in several periods, each with a figure of some size, often near to its goal."""
    rows = ["area,period,indicator,value,unit,basis"]
    for target in PLAN.targets:
        near = [str(target.goal), str(target.goal - 1), str(target.goal + 1), str(target.goal / 2)]
        value = st.sampled_from((*near, *SIZES))
        for when in draw(st.lists(st.sampled_from(PERIODS), unique=True, max_size=4)):
            basis = draw(st.sampled_from(("", "cumulative", "annual"))) if target.indicator.adds_up else ""
            area = AREAS[draw(st.sampled_from(tuple(AREAS))) if target.area == TOTAL else target.area]
            rows.append(f"{area},{when},{target.indicator.name},{draw(value)},{target.indicator.unit},{basis}")
    return "\n".join(rows) + "\n"


def write_all(text: str, as_of: str | None, language: Language, *, drawn: bool, day: str, carry_forward: bool) -> None:
    with TemporaryDirectory() as folder, pytest.MonkeyPatch.context() as patch, exact_arithmetic():
        patch.setenv("SOURCE_DATE_EPOCH", day)
        path = Path(folder) / "a.csv"
        path.write_text(text, encoding="utf-8")
        asked = Asked(
            plan=PLAN,
            paths=(path,),
            as_of=None if as_of is None else parse_period(as_of),
            of_reporters=False,
            carry_forward=carry_forward,
        )
        judged = judge_files(asked)
        report = report_of(judged, Texts(language))
        assert len(report.rows) == len(PLAN.targets)
        assert printed(print_report, report)
        for format_, write in DOCUMENTS.items():
            if drawn or format_ not in DRAWN:
                assert write(report)


DAYS = st.sampled_from(("1767225600", "1861920000"))  # 2026-01-01 and 2029-01-01


@given(submissions(), st.sampled_from(AS_OF), st.sampled_from(Language), DAYS, st.booleans())
@settings(max_examples=6, deadline=None, suppress_health_check=list(HealthCheck))
def test_nothing_that_is_reported_ends_a_report(
    text: str, as_of: str | None, language: Language, day: str, carry_forward: bool
) -> None:
    write_all(text, as_of, language, drawn=False, day=day, carry_forward=carry_forward)


@given(submissions(), st.sampled_from(AS_OF), st.sampled_from(Language), DAYS, st.booleans())
@settings(max_examples=2, deadline=None, suppress_health_check=list(HealthCheck))
def test_nothing_that_is_reported_ends_a_document(
    text: str, as_of: str | None, language: Language, day: str, carry_forward: bool
) -> None:
    write_all(text, as_of, language, drawn=True, day=day, carry_forward=carry_forward)


def test_a_part_of_a_year_above_a_years_goal_is_told_in_every_format() -> None:
    text = (
        "area,period,indicator,value,unit\n建德市,2026-Q4,地区生产总值,610,亿元\n建德市,2026-Q4,城乡居民收入倍差,1.7,\n"
    )
    write_all(text, "2026-Q4", Language.ZH, drawn=True, day="1767225600", carry_forward=False)
