from __future__ import annotations

import subprocess
import sys
from decimal import Decimal
from pathlib import Path

import pytest

import countyplan
from countyplan import Severity, Status, judge, load_plan, read_submissions

EXAMPLES = Path(__file__).parents[1] / "examples"
PLAN = load_plan()


def test_every_public_name_can_be_imported_and_no_other() -> None:
    assert all(getattr(countyplan, name) is not None for name in countyplan.__all__)
    assert set(countyplan.__all__) <= set(dir(countyplan))
    with pytest.raises(AttributeError, match="no_such_name"):
        _ = countyplan.no_such_name


def test_importing_the_package_loads_nothing_of_it_but_its_version() -> None:
    code = "import sys, countyplan; print(sorted(m for m in sys.modules if m.startswith(('countyplan', 'pydantic'))))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "['countyplan', 'countyplan.version']"


def test_the_verdicts_are_those_of_the_areas_that_reported_and_of_every_total() -> None:
    submissions = read_submissions(str(EXAMPLES / "illustrative" / "tonglu-2024.yaml"))
    judgement = judge(PLAN, submissions)
    assert (judgement.as_of, len(judgement.verdicts)) == ("2024", 23)
    assert {one.area for one in judgement.verdicts} == {"tonglu", "total"}
    assert len(judge(PLAN, submissions, areas="all").verdicts) == 53
    assert {one.area for one in judge(PLAN, submissions, areas=["330127", "合计"]).verdicts} == {"chunan", "total"}


def test_a_verdict_has_exact_numbers_and_says_what_is_not_known() -> None:
    judgement = judge(PLAN, read_submissions([EXAMPLES / "illustrative"], PLAN), 2024, areas="tonglu", lang="en")
    by_name = {one.indicator: one for one in judgement.verdicts}
    gdp = by_name["gdp"]
    assert (gdp.name, gdp.value, gdp.goal, gdp.gap) == (
        "Gross regional product",
        Decimal("484.4"),
        Decimal(600),
        Decimal("115.6"),
    )
    assert gdp.firm
    assert gdp.sources[0].file.endswith("tonglu-2024.yaml")
    nothing = judge(PLAN, read_submissions([EXAMPLES / "illustrative"], PLAN), "2021", areas="tonglu").verdicts[0]
    assert (nothing.status, nothing.value, nothing.period, nothing.gap, nothing.pace) == (Status.MISSING, *[None] * 4)


def test_what_files_hold_is_told_and_never_raised(tmp_path: Path) -> None:
    submissions = read_submissions([EXAMPLES / "invalid", tmp_path / "not-there.yaml"], PLAN)
    judgement = judge(PLAN, submissions)
    assert "CP001" in {one.code for one in judgement.errors}
    assert {one.severity for one in judgement.errors} == {Severity.ERROR}
    assert len(judgement.errors) < len(judgement.diagnostics)


@pytest.mark.parametrize(
    ("as_of", "areas", "lang", "said"),
    [
        (None, "余杭区", "zh", "余杭区"),
        (None, ["tonglu", "nowhere"], "zh", "nowhere"),
        ("soon", None, "zh", "soon"),
        (None, None, "fr", "fr"),
    ],
)
def test_a_name_that_does_not_exist_is_a_value_error(
    as_of: str | None, areas: str | list[str] | None, lang: str, said: str
) -> None:
    with pytest.raises(ValueError, match=said):
        judge(PLAN, read_submissions([], PLAN), as_of, areas=areas, lang=lang)


def test_a_finding_reads_as_the_command_prints_it() -> None:
    (finding, *_) = read_submissions(EXAMPLES / "invalid" / "unknown-area.yaml", PLAN).diagnostics
    assert str(finding) == f"{finding.place}: error CP102 {finding.message()}"
    assert finding.message("en") != finding.message("zh")
