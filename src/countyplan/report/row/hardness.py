"""How hard a goal is: how many comparable areas once moved as fast as it asks for. It takes no part in a verdict."""

from __future__ import annotations

import csv
from decimal import Decimal

from countyplan.plan.beside.panels import panel_rows
from countyplan.report.row.verdict_words import VerdictWords
from countyplan.report.words import numbers

_PLACES = 2
_YEAR = 12


def hardness(said: VerdictWords) -> tuple[str, ...]:
    """The lines on it; none without a panel, a baseline, or a way to go. The panel's file is read only here."""
    plan, texts, baseline, target = said.plan, said.texts, said.assessment.baseline, said.target
    panel = plan.panel(target.indicator.id)
    if panel is None or plan.folder is None or baseline is None:
        return ()
    months = target.due.end - baseline.period.end
    way = target.goal - baseline.value
    if months <= 0 or way == 0 or (panel_of := _rows(said)) is None:
        return ()
    need = way / (Decimal(months) / _YEAR)
    years = Decimal(panel.end_year - panel.start_year)
    near = [end - start for start, end in panel_of if abs(start - baseline.value) <= panel.within]
    reached = sum((moved / years - need) * way >= 0 for moved in near)
    if not near:
        return ()
    speed = numbers.difference(Decimal(numbers.rounded(abs(need), _PLACES)), target.unit, texts)
    return (
        texts.say(
            "hardness.need",
            baseline=said.dated(baseline),
            goal=said.goal(),
            speed=speed,
            due=target.indicator.due,
        ),
        texts.say(
            "hardness.reached",
            areas=texts.choose(panel.areas, panel.areas_en),
            start=panel.start_year,
            end=panel.end_year,
            within=numbers.difference(panel.within, target.unit, texts),
            near=len(near),
            reached=reached,
        ),
        texts.choose(panel.about, panel.about_en),
        texts.say("hardness.source", source=texts.choose(panel.source, panel.source_en)),
    )


def _rows(said: VerdictWords) -> tuple[tuple[Decimal, Decimal], ...] | None:
    """The panel's rows; None where its file cannot be read, which `plan validate` tells."""
    plan, panel = said.plan, said.plan.panel(said.target.indicator.id)
    if panel is None or plan.folder is None:
        return None
    try:
        return panel_rows(plan.folder / panel.file)
    except (ValueError, csv.Error):
        return None
