"""Yearly work points and the counties' action plans, as the plan's folder holds them. All figures are made up."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from countyplan.commitments import Standing, stand
from countyplan.diagnostics import Code, Place, message
from countyplan.language import Language, Texts
from countyplan.plan import Plan, PlanError, load_plan, shipped_plan
from countyplan.quantity import Period
from countyplan.report.commitments.row import build_commitment
from countyplan.submission.record.commitment import ReportedCommitment, State
from countyplan.template.milestones import milestones_template

EXAMPLE = Path(__file__).parents[3] / "examples" / "yearly-points"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    shutil.copytree(shipped_plan(), tmp_path / "plan", ignore=shutil.ignore_patterns("__pycache__"))
    return tmp_path / "plan"


def told(folder: Path) -> list[tuple[str, int | None, Code]]:
    return [(Path(one.place.file).name, one.place.line, one.code) for one in load_plan(folder)[1]]


def with_example(folder: Path) -> Plan:
    shutil.copytree(EXAMPLE, folder, dirs_exist_ok=True)
    return load_plan(folder)[0]


def test_the_example_is_told_where_it_was_made_wrong(folder: Path) -> None:
    with_example(folder)
    assert told(folder) == [
        ("jiande.yaml", 8, Code.POINTS_LEAD_ELSEWHERE),
        ("tonglu.yaml", 7, Code.POINT_BELOW_THE_PLAN),
        ("tonglu.yaml", 11, Code.POINTS_LEAD_ELSEWHERE),
    ]


def test_a_weak_point_is_told_with_units_beside_what_it_falls_short_of(folder: Path) -> None:
    with_example(folder)
    found = [message(one.code, one.words, Texts(Language.ZH))[0] for one in load_plan(folder)[1]]
    # Of the made-up points 1.78 stands after 1.75 and is to fall, the plan's own is 72.3, and its goal for 2027 is 100.
    assert found == [
        "“城乡居民收入倍差”2025年的要点（1.78）弱于2024年的1.75，照此不能达到方案的目标。",
        "“常住人口城镇化率”2024年的要点（72.0%）弱于方案的年度目标（72.3%）。",
        "“城乡公交一体化率”2027年的要点（99%）弱于2027年的100%，照此不能达到方案的目标。",
    ]


def test_the_plans_own_point_is_judged_by_and_a_countys_is_not(folder: Path) -> None:
    plan = with_example(folder)
    own = plan.milestone("urbanisation_rate", "tonglu", Period.of_year(2024))
    assert own is not None
    assert str(own.goal) == "72.3"
    assert plan.milestone("bus_integration_rate", "tonglu", Period.of_year(2025)) is None


@pytest.mark.parametrize("language", list(Language))
@pytest.mark.parametrize("area", [None, "tonglu", "total"])
def test_a_form_that_nobody_has_filled_in_sets_nothing(folder: Path, area: str | None, language: Language) -> None:
    path = folder / ("milestones.yaml" if area is None else "action-plans/a.yaml")
    path.parent.mkdir(exist_ok=True)
    form = milestones_template(load_plan(folder)[0], area, Texts(language))
    path.write_bytes(form)
    if area == "total":
        # The three together have no action plan.
        with pytest.raises(PlanError):
            load_plan(folder)
    else:
        assert told(folder) == []


def test_a_form_is_filled_in_by_taking_the_mark_away(folder: Path) -> None:
    form = milestones_template(load_plan(folder)[0], None, Texts(Language.ZH)).decode("utf-8")
    blank = "# - {indicator: urbanisation_rate, area: tonglu, year: 2024, goal: , source: }"
    step = "# - {commitment: grade_3a_hospital, area: tonglu, year: 2023, text: , source: }"
    filled = form.replace(blank, blank[2:].replace("goal: , source: ", "goal: 72.3, source: 虚构"))
    filled = filled.replace(step, step[2:].replace("text: , source: ", "text: 立项, source: 虚构"))
    (folder / "milestones.yaml").write_text(filled, encoding="utf-8")
    plan, found = load_plan(folder)
    assert found == ()
    assert [(one.goal, one.year) for one in plan.milestones_file.milestones] == [
        (plan.milestones_file.milestones[0].goal, 2024)
    ]
    assert [one.text for one in plan.milestones_file.steps] == ["立项"]


@pytest.mark.parametrize(
    ("year", "area", "standing"),
    [
        (2023, "tonglu", Standing.NOT_BEGUN),
        # A step of 2024 was due, though less than half of the whole time has gone.
        (2024, "tonglu", Standing.NOT_BEGUN_LATE),
        (2024, "chunan", Standing.NOT_BEGUN),
    ],
)
def test_a_step_that_was_due_makes_what_is_not_begun_late(
    folder: Path, year: int, area: str, standing: Standing
) -> None:
    plan, period = with_example(folder), Period.of_year(year)
    bound = [one for one in plan.commitments if (one.commitment.id, one.area) == ("grade_3a_hospital", area)]
    reported = ReportedCommitment("grade_3a_hospital", area, period, State.NOT_BEGUN, Place("a.yaml"))
    [one] = stand(plan, [reported], bound, period)
    assert one.standing is standing
    row = build_commitment(plan, one, Texts(Language.ZH))
    assert ("完成立项和用地批复" in row.told) is (standing is Standing.NOT_BEGUN_LATE)
