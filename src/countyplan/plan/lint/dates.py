"""Whether goals are due within the plan's years, and in a year that their wording names."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from countyplan.diagnostics import Code, Diagnostic
from countyplan.plan.files.goal import Goal
from countyplan.plan.files.read import invalid
from countyplan.plan.files.targets import TargetsFile
from countyplan.source import Node
from countyplan.source.yaml_tree import place_of

_YEAR = re.compile(r"(?<![\d.,])[12]\d{3}(?![\d.,]\d|\d)")


def lint_dates(targets: TargetsFile, tree: Node) -> Iterator[Diagnostic]:
    """Goals that are due before the plan begins or after it ends, or in none of the years that their words name."""
    plan = targets.plan
    for at, indicator in enumerate(targets.indicators):
        if not plan.baseline < indicator.due:
            yield invalid(tree, ("indicators", at, "due"), f"{indicator.due} <= {plan.baseline}")
        for of, goal in enumerate(indicator.goals):
            own = goal.due is not None
            due = goal.due or indicator.due
            path = f"indicators[{at}].goals[{of}].due" if own else f"indicators[{at}].due"
            place = place_of(tree, ("indicators", at, "goals", of, "due" if own else "wording"))
            if own and not plan.baseline < due:
                yield invalid(tree, ("indicators", at, "goals", of, "due"), f"{due} <= {plan.baseline}")
            elif due > plan.last:
                words = {"path": path, "due": str(due), "detail": f"last: {plan.last}"}
                yield Diagnostic(Code.DUE_CONTRADICTS, place, words)
            elif (said := _years_said(goal, plan.baseline)) and due not in said:
                words = {"path": path, "due": str(due), "detail": goal.wording}
                yield Diagnostic(Code.DUE_CONTRADICTS, place, words)


def _years_said(goal: Goal, baseline: int) -> set[int]:
    """The years after the baseline that stand in the words of a goal; a number that is the goal itself is none."""
    numbers = goal.goal if isinstance(goal.goal, tuple) else (goal.goal,)
    found = {int(one) for one in _YEAR.findall(unicodedata.normalize("NFKC", goal.wording))}
    return {one for one in found if one > baseline and one not in numbers}
