"""The plan put together: what it demands of whom, and who answers for it."""

from __future__ import annotations

from dataclasses import replace

from countyplan.dataclass import dataclass
from countyplan.plan.whole.answers import Answers
from countyplan.plan.whole.demands import Demands
from countyplan.plan.whole.known_as import KnownAs
from countyplan.plan.whole.promises import Promises
from countyplan.quantity import Period

# No month has a later one, so that whatever was set in a month counts at its end.
_LAST_DAY = 31


@dataclass(frozen=True, eq=False)
class Plan(Demands, Promises, Answers, KnownAs):
    """Everything the plan's files say, with the look-ups that the rest needs."""

    def in_force_at(self, period: Period) -> Plan:
        """The plan with the goals that were in force at the end of a period; the plan itself if none was ever adjusted."""
        adjusted = any(goal.in_force for indicator in self.indicators for goal in indicator.goals)
        return replace(self, on=f"{period.year}-{period.month:02}-{_LAST_DAY}") if adjusted else self
