"""The shipped plan, known by its bytes, is the same plan as when it is checked; any other plan is checked."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from countyplan.diagnostics import Diagnostic
from countyplan.plan import Plan, PlanError, load, load_plan, shipped_plan
from countyplan.plan.load import FILES
from countyplan.plan.tested import DIGEST
from tests.plan.tested import shipped_digest

PARTS = (
    "targets_file",
    "responsibilities",
    "milestones_file",
    "commitments_file",
    "panels_file",
    "ledger",
    "action_plans",
)


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    return Path(shutil.copytree(shipped_plan(), tmp_path / "plan"))


@pytest.fixture
def checked(monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    """The folders whose plans are checked."""
    folders: list[Path] = []
    check = load.checked_plan

    def checked_plan(folder: Path) -> tuple[Plan, tuple[Diagnostic, ...]]:
        folders.append(folder)
        return check(folder)

    monkeypatch.setattr(load, "checked_plan", checked_plan)
    return folders


def test_the_shipped_plan_is_the_one_that_is_known() -> None:
    assert DIGEST.read_text(encoding="ascii").strip() == shipped_digest(), "python -m tests.plan.tested"


def test_nothing_is_wrong_with_it_and_it_is_the_same_plan(checked: list[Path]) -> None:
    known, nothing = load_plan(shipped_plan())
    assert checked == []
    plan, found = load.checked_plan(shipped_plan())
    assert (nothing, found) == ((), ())
    assert {part: getattr(known, part) for part in PARTS} == {part: getattr(plan, part) for part in PARTS}
    assert {part: repr(getattr(known, part)) for part in PARTS} == {part: repr(getattr(plan, part)) for part in PARTS}
    assert known.folder == plan.folder


@pytest.mark.parametrize("name", [name for name in FILES if (shipped_plan() / name).exists()])
def test_a_file_that_is_changed_is_checked(name: str, copy: Path, checked: list[Path]) -> None:
    assert load_plan(copy)[1] == ()
    assert checked == []
    path = copy / name
    path.write_text(path.read_text(encoding="utf-8") + "nonesuch: 1\n", encoding="utf-8")
    with pytest.raises(PlanError, match="nonesuch"):
        load_plan(copy)
    assert checked == [copy]


def test_a_file_beside_them_that_is_missing_is_told(copy: Path) -> None:
    shutil.rmtree(copy / "panels")
    with pytest.raises(PlanError, match="panels"):
        load_plan(copy)


def test_a_file_more_is_checked(copy: Path) -> None:
    (copy / "action-plans").mkdir()
    (copy / "action-plans" / "tonglu.yaml").write_text("area: [\n", encoding="utf-8")
    with pytest.raises(PlanError):
        load_plan(copy)
