"""`milestones.yaml`, which a plan may have: goals and steps for single years (分年度工作要点)."""

from __future__ import annotations

from countyplan.plan.files.frozen import Frozen
from countyplan.plan.files.values import Id, Listed, Name, Number, Year


class Milestone(Frozen):
    """The value that an indicator is to have at the end of one year, and which document says so."""

    indicator: Id
    area: Name
    year: Year
    goal: Number
    source: Name


class WorkStep(Frozen):
    """What is to be done for a commitment by the end of one year, and which document says so."""

    commitment: Id
    area: Name
    year: Year
    text: Name
    source: Name


class MilestonesFile(Frozen):
    """`milestones.yaml`, which a plan may have: goals and steps for single years (分年度工作要点)."""

    milestones: Listed[Milestone] = ()
    steps: Listed[WorkStep] = ()
