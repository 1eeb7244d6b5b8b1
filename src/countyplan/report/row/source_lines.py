"""Where the figures come from, as the submissions say."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from countyplan.assess import Assessment
from countyplan.language import Texts
from countyplan.plan import Plan
from countyplan.report.words.names import area_name, indicator_name, period_name, source_name
from countyplan.submission import ReportedFigure


def source_lines(plan: Plan, assessments: Iterable[Assessment], texts: Texts) -> tuple[str, ...]:
    """Each source once, with what is noted of its figures; a note that is not of all of them names whose it is."""
    figures = [figure for one in assessments for figure in (one.figure, one.baseline) if figure is not None]
    by_source: dict[str, list[ReportedFigure]] = {}
    # What many lines say again is as many figures of one hash, which only comparing each with each would tell apart.
    for one in {id(one): one for figure in figures for one in figure.sources}.values():
        by_source.setdefault(one.source, []).append(one)
    told = (
        _source(plan, source_name(plan, source, texts), of_it, texts, of_all=bool(source) or len(by_source) == 1)
        for source, of_it in by_source.items()
    )
    return tuple(line for line in told if line)


def _source(plan: Plan, source: str, figures: Sequence[ReportedFigure], texts: Texts, *, of_all: bool) -> str:
    """A line; `of_all` tells whether a note of all `figures` can stand without their names."""
    told = []
    for note in dict.fromkeys(one.note for one in figures if one.note):
        noted = [one for one in figures if one.note == note]
        told.append(note if of_all and len(noted) == len(figures) else _note(plan, noted, figures, texts))
    if not told:
        return source
    notes = texts.say("clause.separator").join(told)
    return texts.say("report.source_noted", source=source, notes=notes) if source else notes


def _note(plan: Plan, noted: Sequence[ReportedFigure], figures: Sequence[ReportedFigure], texts: Texts) -> str:
    """The note that all `noted` have, after their names."""
    named = [
        name
        for area in dict.fromkeys(one.area for one in noted)
        for name in _of_area(plan, area, noted, [one for one in figures if one.area == area], texts)
    ]
    return texts.say("report.source_note", figures=texts.join(named), note=noted[0].note)


def _of_area(
    plan: Plan, area: str, noted: Sequence[ReportedFigure], figures: Sequence[ReportedFigure], texts: Texts
) -> Iterator[str]:
    """The names of those of an area's figures that are `noted`; where it is all of them they are not listed."""
    words = {"area": area_name(plan, area, texts)}
    if len(figures) > 1 and all(one in noted for one in figures):
        yield texts.say("report.source_area", **words)
        return
    for period in dict.fromkeys(one.period for one in figures):
        same = [one for one in figures if one.period == period]
        own = [one for one in same if one in noted]
        words["period"] = period_name(period, texts)
        if len(own) == len(same) > 1:
            yield texts.say("report.source_period", **words)
        elif own:
            names = dict.fromkeys(indicator_name(plan.measured[one.indicator], texts) for one in own)
            yield texts.say("report.source_figures", indicators=texts.join(list(names)), **words)
