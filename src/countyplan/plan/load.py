"""From a plan's folder to the plan, or to everything that is wrong with its files."""

from __future__ import annotations

from os.path import lexists
from pathlib import Path

from countyplan.diagnostics import Code, Diagnostic, Place
from countyplan.language.shipped import shipped_data
from countyplan.plan.beside.action_plans import action_plan_files
from countyplan.plan.beside.commitments import CommitmentsFile
from countyplan.plan.beside.ledger import LedgerFile
from countyplan.plan.beside.panels import PanelsFile
from countyplan.plan.error import PlanError
from countyplan.plan.files.milestones import MilestonesFile
from countyplan.plan.files.read import COMMITMENTS, LEDGER, MILESTONES, OPTIONAL, PANELS, RESPONSIBILITIES, TARGETS
from countyplan.plan.files.responsibilities import ResponsibilitiesFile
from countyplan.plan.files.targets import TargetsFile
from countyplan.plan.tested import tested
from countyplan.plan.whole.plan import Plan
from countyplan.source.file import nothing_to_read

FILES = (TARGETS, RESPONSIBILITIES, *OPTIONAL)


def files_of(folder: Path) -> tuple[Path, ...]:
    """The files of the plan in `folder` that are there."""
    beside = tuple(path for name in FILES if lexists(path := folder / name))
    return (*beside, *action_plan_files(folder))


def shipped_plan() -> Path:
    """The folder of the plan that ships with the package."""
    return shipped_data()


def load_plan(folder: Path) -> tuple[Plan, tuple[Diagnostic, ...]]:
    """The plan in `folder` with what is odd but usable about it. Raises `PlanError` with every fault of every file."""
    if (plan := _tested_plan(folder)) is not None:
        return plan, ()
    return checked_plan(folder)


def _tested_plan(folder: Path) -> Plan | None:
    """The plan in `folder` if the tests know it, and if what lies beside its files is as they know it, too."""
    says = None if action_plan_files(folder) else tested(folder, FILES)
    if says is None:
        return None
    panels = PanelsFile.known(says.get(PANELS, {}))
    if any(nothing_to_read(folder / one.file) is not None for one in panels.panels):
        return None
    return Plan(
        targets_file=TargetsFile.known(says[TARGETS]),
        responsibilities=ResponsibilitiesFile.known(says[RESPONSIBILITIES]),
        milestones_file=MilestonesFile.known(says.get(MILESTONES, {})),
        commitments_file=CommitmentsFile.known(says.get(COMMITMENTS, {})),
        panels_file=panels,
        folder=folder,
        ledger=LedgerFile.known(says.get(LEDGER, {})),
        action_plans=(),
    )


def checked_plan(folder: Path) -> tuple[Plan, tuple[Diagnostic, ...]]:
    """The same, whatever the tests know of the plan."""
    from countyplan.plan.checked import checked

    if not lexists(folder):
        raise PlanError((Diagnostic(Code.NO_SUCH_FILE, Place(folder.as_posix())),))
    return checked(folder)
