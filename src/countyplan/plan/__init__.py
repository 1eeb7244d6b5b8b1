"""The plan as a model, its loading and its lint."""

from countyplan.plan.beside.commitments import BoundCommitment, Commitment
from countyplan.plan.comparator import Comparator
from countyplan.plan.kind import Kind, Pacing
from countyplan.plan.load import PlanError, load_plan, shipped_plan
from countyplan.plan.model import TOTAL, Component, Firmness, Indicator, ResponsibleUnit
from countyplan.plan.names import Names, squeeze
from countyplan.plan.plan import Plan, Target

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
