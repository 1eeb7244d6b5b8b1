"""What of a report falls to each of the groups that it is divided by, looked up once for all of them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from typing import TypeVar

from countyplan.assess import Assessment, Status
from countyplan.choice import By
from countyplan.commitments import CommitmentStanding
from countyplan.diagnostics import Diagnostic, Severity
from countyplan.figures import Restatement
from countyplan.report.divided.grouping import groups_of, groups_promising
from countyplan.report.whole.request import Request

Told = TypeVar("Told")
# Whose figure it is: an area and an indicator.
_Subject = tuple[str, str]


class Portions:
    """The parts of `request`, each in its order, for groups of one kind."""

    def __init__(self, request: Request, by: By) -> None:
        self._assessments: defaultdict[str, list[Assessment]] = defaultdict(list)
        self._of_area: defaultdict[str, list[Assessment]] = defaultdict(list)
        self._lacking: defaultdict[str, list[Assessment]] = defaultdict(list)
        self._commitments: defaultdict[str, list[CommitmentStanding]] = defaultdict(list)
        self._diagnostics: defaultdict[_Subject, dict[int, Diagnostic]] = defaultdict(dict)
        self._restatements: defaultdict[_Subject, dict[int, Restatement]] = defaultdict(dict)
        for one in request.assessments:
            for group in groups_of(request.plan, by, one.target):
                self._assessments[group].append(one)
            self._of_area[one.target.area].append(one)
            if one.status is Status.UNDECIDED and one.parts is not None:
                for area in set(one.parts.lacking):
                    self._lacking[area].append(one)
        for standing in request.commitments:
            for group in groups_promising(request.plan, by, standing.bound):
                self._commitments[group].append(standing)
        for at, finding in enumerate(request.diagnostics):
            for its in finding.subjects:
                self._diagnostics[its.area, its.indicator][at] = finding
        for at, changed in enumerate(request.restatements):
            self._restatements[changed.new.area, changed.new.indicator][at] = changed
        # Findings that refuse something and belong to no figure, as a misspelt name does.
        self.unplaced = sum(one.subject is None and one.severity is Severity.ERROR for one in request.diagnostics)

    def assessments(self, group: str) -> list[Assessment]:
        """Of the targets that fall to a group."""
        return self._assessments.get(group, [])

    def commitments(self, group: str) -> list[CommitmentStanding]:
        """Those that fall to a group."""
        return self._commitments.get(group, [])

    def of_area(self, area: str) -> list[Assessment]:
        """Of an area's own targets."""
        return self._of_area.get(area, [])

    def lacking(self, area: str) -> list[Assessment]:
        """Of the totals that cannot be judged, among others since an area's part of them is not known."""
        return self._lacking.get(area, [])

    def diagnostics(self, subjects: Iterable[_Subject]) -> list[Diagnostic]:
        """The findings about any of these figures."""
        return _in_order(self._diagnostics.get(one, {}) for one in subjects)

    def restatements(self, subjects: Iterable[_Subject]) -> list[Restatement]:
        """What was changed of any of these figures."""
        return _in_order(self._restatements.get(one, {}) for one in subjects)


def _in_order(found: Iterable[dict[int, Told]]) -> list[Told]:
    """Each once, by where it stood."""
    together = {at: one for some in found for at, one in some.items()}
    return [together[at] for at in sorted(together)]
