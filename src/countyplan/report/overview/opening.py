"""The sentence that a document opens with: how matters stand, or why nothing can be said."""

from __future__ import annotations

from collections.abc import Sequence

from countyplan.assess import GOOD, LAGGING, Assessment, Status
from countyplan.diagnostics import Severity
from countyplan.language import Texts
from countyplan.quantity import Period
from countyplan.report.overview.overview_model import AreaStanding
from countyplan.report.words.names import period_end
from countyplan.report.words.problem import Problem


def opening(
    assessments: Sequence[Assessment],
    areas: Sequence[AreaStanding],
    as_of: Period,
    found: Sequence[Problem],
    texts: Texts,
) -> str:
    """How many targets lag, keep the pace or cannot be judged, and where most of those that lag are.

    Where no target has a figure the cause comes first: what was refused, or that nothing was reported.
    """
    total, when = len(assessments), period_end(as_of, texts)
    if not total:
        return texts.say("brief.nothing")
    if nothing_usable(assessments):
        return _cause(total, when, found, texts)
    words = {"as_of": when, "told": standing_told(assessments, texts)}
    lagging = sorted((area for area in areas if area.lagging), key=lambda area: -len(area.lagging))
    if len(lagging) == 1 < len(areas):
        return texts.say("brief.conclusion_all", area=lagging[0].area, lagging=len(lagging[0].lagging), **words)
    # All areas together are none of them, and where several have as many, none of them has the most.
    compared = [area for area in lagging if not area.of_all]
    if len(compared) < 2 or len(compared[0].lagging) == len(compared[1].lagging):
        return texts.say("brief.conclusion", **words)
    return texts.say("brief.conclusion_most", area=compared[0].area, most=len(compared[0].lagging), **words)


def standing_told(assessments: Sequence[Assessment], texts: Texts, *, keeping: bool = True) -> str:
    """How many targets lag, keep the pace (if asked for, or if none lags), and cannot be judged; zeros are left out."""
    total = len(assessments)
    if not any_judged(assessments):
        return texts.say("conclusion.unjudged", total=total)
    lags = sum(one.status in LAGGING for one in assessments)
    keep = sum(one.status in GOOD for one in assessments)
    if keep == total:
        return texts.say("conclusion.keeping_all", total=total)
    told = texts.say("conclusion.lagging" if lags else "conclusion.lagging_none", lagging=lags, total=total)
    rest = [texts.say("conclusion.keeping", keeping=keep)] if keep and (keeping or not lags) else []
    if lags + keep < total:
        rest.append(texts.say("conclusion.open", open=total - lags - keep))
    if not rest:
        return told
    return texts.say("conclusion.and", told=texts.say("comma.separator").join([told, *rest[:-1]]), last=rest[-1])


def nothing_usable(assessments: Sequence[Assessment]) -> bool:
    """Whether no target has a figure to judge, so that nothing may be said of how matters stand."""
    return all(one.status is Status.MISSING for one in assessments)


def any_judged(assessments: Sequence[Assessment]) -> bool:
    """Whether of any target it can be said that it lags, is met or keeps the pace."""
    return any(one.status in GOOD or one.status in LAGGING for one in assessments)


def _cause(total: int, when: str, found: Sequence[Problem], texts: Texts) -> str:
    errors = [one for one in found if one.severity is Severity.ERROR]
    if not errors:
        return texts.say("brief.nothing_reported", total=total, as_of=when)
    return texts.say("brief.nothing_usable", total=total, as_of=when, errors=len(errors), first=errors[0].message)
