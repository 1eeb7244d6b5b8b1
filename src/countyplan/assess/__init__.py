"""How a figure is judged: pure functions from a target and its figures to a verdict. No input or output here."""

from countyplan.assess.assessment import Assessment, Borderline, Missing, Parts, Remark
from countyplan.assess.change import Change, change
from countyplan.assess.gate import FailOn, fails, is_failing
from countyplan.assess.judge import judge, verdicts_alone
from countyplan.assess.path import Mark, Path, path_of
from countyplan.assess.rule.course import NoPace, Pace, Rule
from countyplan.assess.rule.step import Step
from countyplan.assess.status import GOOD, LAGGING, Status

__all__ = [
    "GOOD",
    "LAGGING",
    "Assessment",
    "Borderline",
    "Change",
    "FailOn",
    "Mark",
    "Missing",
    "NoPace",
    "Pace",
    "Parts",
    "Path",
    "Remark",
    "Rule",
    "Status",
    "Step",
    "change",
    "fails",
    "is_failing",
    "judge",
    "path_of",
    "verdicts_alone",
]
