"""What a total is judged by where a part of it lacks: the known part, if that settles it, or the area's own figure."""

from __future__ import annotations

from countyplan.assess.assessment import Assessment, Remark
from countyplan.assess.evidence import Remarks, is_due
from countyplan.assess.rule.comparator import gap, lower_tolerance, meets, rising, upper_end
from countyplan.assess.shares import most_lacking
from countyplan.assess.status import Status
from countyplan.assess.totals import Sum
from countyplan.dataclass import replace
from countyplan.figures import Figure
from countyplan.plan import Target
from countyplan.quantity import Period


def total_to_judge(target: Target, total: Sum, remarks: Remarks) -> Figure:
    """The sum of all parts; where some are lacking the known part if it suffices, else the area's own figure.

    The area's own figure gives way to the known part where that is larger.
    """
    own, known = total.parts.own, total.known
    if known is not None and not total.parts.lacking:
        return known
    if known is not None and _only_grows(target, total) and rising(target) and meets(target, known.value):
        # Nothing of what is lacking can undo it.
        remarks[Remark.PARTS_MADE_CERTAIN] = {}
        return known
    if own is not None and (known is None or not total.own_is_impossible):
        remarks[Remark.OWN_TOTAL_USED] = {}
        return own
    if known is None:
        raise LookupError(target.indicator.id)
    return known


def _only_grows(target: Target, total: Sum) -> bool:
    """Whether what is lacking can only add to the known part."""
    if target.indicator.share is not None:
        return True
    return target.indicator.bounds.low == 0 and all(figure.value >= 0 for _, figure in total.parts.reported)


def judge_known_part(target: Target, known: Figure, total: Sum, as_of: Period, remarks: Remarks) -> Assessment:
    """A sum that lacks parts: the known part is the least that it can be."""
    lacks = gap(target, known.value)
    beyond = not rising(target) and _only_grows(target, total) and known.value > upper_end(target)
    if target.indicator.share is not None and rising(target):
        beyond = not meets(target, known.value + most_lacking(target, total.parts))
    if beyond and is_due(target, as_of):
        return Assessment(target, Status.MISSED, known, gap=lacks, parts=total.parts, remarks=remarks)
    short_of = lower_tolerance(target) if target.indicator.comparator.sense.tolerant else target.goal
    needed = short_of - known.value if rising(target) else None
    parts = replace(total.parts, needed=needed)
    return Assessment(target, Status.UNDECIDED, known, gap=lacks, parts=parts, remarks=remarks)
