"""The reasoning behind one verdict: words, figures, formula, comparisons, verdict, readings."""

from __future__ import annotations

from dataclasses import replace

from countyplan.assess import Assessment
from countyplan.language import Texts
from countyplan.plan import Plan
from countyplan.quantity import Period
from countyplan.report.explanation.comparison import comparisons
from countyplan.report.explanation.formula import formula
from countyplan.report.explanation.reported import demand, reported
from countyplan.report.explanation.telling import Explanation, Telling, filled
from countyplan.report.explanation.verdict import change, readings, verdict
from countyplan.report.row.hardness import hardness
from countyplan.report.row.row import build_row
from countyplan.report.row.row_model import Part, Row
from countyplan.report.row.verdict_words import VerdictWords
from countyplan.report.words.waiver import shown_waiver
from countyplan.waivers.load import Waiver


def explain(
    plan: Plan, assessment: Assessment, as_of: Period, texts: Texts, waiver: Waiver | None = None
) -> Explanation[Row]:
    """The reasoning behind one assessment in the language of `texts`; a waiver that excuses it is part of the verdict."""
    texts = texts.of(plan)
    row = build_row(plan, assessment, texts, shown_waiver(waiver, texts))
    title = texts.say("explain.title", area=row.area, indicator=row.indicator, status=row.excused_status)
    return Explanation(title, reasoning(VerdictWords(plan, texts, assessment), row, as_of), row)


def reasoning(said: VerdictWords, row: Row, as_of: Period) -> tuple[Part, ...]:
    """The steps from what the plan demands to the verdict of `row` as of the end of `as_of`."""
    told = Telling(plan=said.plan, texts=said.texts, assessment=said.assessment, as_of=as_of, said=said, row=row)
    parts = {
        "demand": demand(told),
        "reported": reported(told),
        "formula": formula(told),
        "comparison": comparisons(told),
        "verdict": verdict(told),
        "change": change(told),
        "readings": readings(told),
    }
    return filled(parts, said.texts)


def with_hardness(told: Explanation[Row], plan: Plan, assessment: Assessment, texts: Texts) -> Explanation[Row]:
    """The reasoning with how hard the goal is, where the plan brings a panel to compare with."""
    lines = hardness(VerdictWords(plan, texts, assessment))
    return replace(told, parts=(*told.parts, Part(texts.say("explain.hardness"), lines))) if lines else told
