"""How far a figure lies ahead of or behind what was due by now, as it is said to people."""

from __future__ import annotations

from decimal import Decimal

from countyplan.assess import LAGGING, Assessment
from countyplan.language import Texts
from countyplan.quantity import plain_digits
from countyplan.report.words import numbers

_WHOLE = Decimal(100)
_PLACES = 1
_LEVEL = Decimal(0)


def points_ahead(one: Assessment) -> Decimal | None:
    """By how many percentage points of the whole way the figure lies ahead of what was due by now; negative behind it.

    What was due is told by the line, the growth path or the year's milestone that the pace is measured on. None where there
    is no way to measure.
    """
    pace, figure = one.pace, one.figure
    if pace is None or pace.progress is None or figure is None:
        return None
    if pace.expected is None:
        return (pace.progress.value - pace.time.value) * _WHOLE
    return (figure.value - pace.expected) / pace.progress.over * _WHOLE


def shown_points(one: Assessment) -> Decimal | None:
    """The same as it is shown: to one decimal, and never as none where the verdict is that the figure is behind."""
    points = points_ahead(one)
    if points is None:
        return None
    apart_from = _LEVEL if one.pace is not None and one.pace.status in LAGGING else None
    return Decimal(numbers.rounded(points, _PLACES, apart_from))


def schedule_text(one: Assessment, texts: Texts) -> str:
    """In words; empty where there is no way to measure."""
    points = shown_points(one)
    if points is None:
        return ""
    if points == _LEVEL:
        return texts.say("schedule.level")
    return texts.say("schedule.ahead" if points > 0 else "schedule.behind", points=plain_digits(abs(points)))


def schedule_short(one: Assessment, texts: Texts) -> str:
    """With a sign, where there is little room."""
    points = shown_points(one)
    if points is None:
        return ""
    return texts.say("schedule.short", points=f"{points:+f}" if points else "0")
