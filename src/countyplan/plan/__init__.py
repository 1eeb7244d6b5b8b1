"""The plan as a model, its loading and its lint."""

from countyplan.plan.beside.commitments import BoundCommitment, Commitment
from countyplan.plan.comparator import Comparator
from countyplan.plan.error import PlanError
from countyplan.plan.files.component import Component
from countyplan.plan.files.indicator import Indicator
from countyplan.plan.files.responsibilities import ResponsibleUnit
from countyplan.plan.files.values import TOTAL, Firmness
from countyplan.plan.kind import Kind, Pacing
from countyplan.plan.load import load_plan, shipped_plan
from countyplan.plan.names import Names, squeeze
from countyplan.plan.whole.plan import Plan
from countyplan.plan.whole.target import Target

__all__ = [
    "TOTAL",
    "BoundCommitment",
    "Commitment",
    "Comparator",
    "Component",
    "Firmness",
    "Indicator",
    "Kind",
    "Names",
    "Pacing",
    "Plan",
    "PlanError",
    "ResponsibleUnit",
    "Target",
    "load_plan",
    "shipped_plan",
    "squeeze",
]
