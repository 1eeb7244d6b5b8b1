"""Every broken example says exactly what lies beside it: no finding less, none more, each at its place."""

from __future__ import annotations

from pathlib import Path

import pytest

from countyplan.assess import judge
from countyplan.diagnostics import Diagnostic, message
from countyplan.figures import collect
from countyplan.language import Language, Texts
from countyplan.plan import PlanError, load_plan, shipped_plan
from countyplan.quantity import Period
from countyplan.submission import read_submissions

INVALID = Path(__file__).parents[1] / "examples" / "invalid"
PLANS = INVALID / "plan"
TODAY = Period.of_year(2025)

SUBMISSIONS = sorted(one.name for one in INVALID.iterdir() if one.suffix != ".expected" and one != PLANS)
EXPECTED = sorted(one.stem for one in INVALID.glob("*.expected"))
PLAN_NAMES = sorted(one.name for one in PLANS.iterdir())


def told(diagnostics: tuple[Diagnostic, ...], texts: Texts) -> list[str]:
    said = ((one, message(one.code, one.words, texts)[0]) for one in diagnostics)
    return [f"{one.place}: {one.severity} {one.code} {sentence}" for one, sentence in said]


def lines(path: Path) -> list[str]:
    return path.read_text(encoding="utf-8").splitlines()


def test_every_broken_submission_has_its_lines_and_all_lines_have_a_submission() -> None:
    assert SUBMISSIONS == EXPECTED
    assert len(SUBMISSIONS) >= 25


def test_every_broken_plan_has_its_lines() -> None:
    assert [name for name in PLAN_NAMES if (PLANS / name / "expected").is_file()] == PLAN_NAMES
    assert len(PLAN_NAMES) >= 6


@pytest.mark.parametrize("name", SUBMISSIONS)
def test_broken_submission(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    plan = load_plan(shipped_plan())[0]
    monkeypatch.chdir(INVALID)
    figures = collect(read_submissions([Path(name)], plan), plan, None, TODAY)
    found = judge(plan, figures, plan.targets).diagnostics
    assert told(found, Texts(Language.ZH).of(plan)) == lines(INVALID / f"{name}.expected")


@pytest.mark.parametrize("name", PLAN_NAMES)
def test_broken_plan(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(PLANS / name)
    with pytest.raises(PlanError) as error:
        load_plan(Path())
    assert told(error.value.diagnostics, Texts(Language.ZH)) == lines(PLANS / name / "expected")
