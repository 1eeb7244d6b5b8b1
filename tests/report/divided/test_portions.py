"""What is looked up once for all groups is what going through everything for each of them finds."""

from __future__ import annotations

import pytest

from countyplan.assess import Status
from countyplan.choice import By
from countyplan.plan.selection import rests_on
from countyplan.report.divided.grouping import remits_of
from countyplan.report.divided.portions import Portions
from tests.figures.reported import PLAN
from tests.report.divided.test_sheets import WHOLE, ZH, request


@pytest.mark.parametrize("by", By)
@pytest.mark.parametrize("folder", ["illustrative", "invalid"])
def test_the_portions_of_a_group_are_what_is_told_of_it_in_the_whole(by: By, folder: str) -> None:
    asked = request(folder)
    portions = Portions(asked, by)
    remits = remits_of(PLAN, by, WHOLE, ZH)
    for remit in remits:
        own = [one for one in asked.assessments if remit.takes(PLAN, one.target)]
        rested = {figure for one in own for figure in rests_on(PLAN, one.target)}
        lacking = [
            one
            for one in asked.assessments
            if one.status is Status.UNDECIDED and one.parts is not None and remit.governed in one.parts.lacking
        ]
        assert portions.assessments(remit.group.id) == own
        assert portions.commitments(remit.group.id) == [
            one for one in asked.commitments if remit.takes_commitment(PLAN, one.bound)
        ]
        assert portions.of_area(remit.governed) == [
            one for one in asked.assessments if one.target.area == remit.governed
        ]
        assert portions.lacking(remit.governed) == lacking
        assert portions.diagnostics(rested) == [
            one for one in asked.diagnostics if any((its.area, its.indicator) in rested for its in one.subjects)
        ]
        assert portions.restatements(rested) == [
            one for one in asked.restatements if (one.new.area, one.new.indicator) in rested
        ]
    taken = sum(len(portions.assessments(remit.group.id)) for remit in remits)
    assert taken >= len(asked.assessments)
    assert (portions.unplaced > 0) == (folder == "invalid")
