"""What a row says in ids and decimal strings."""

from __future__ import annotations

from decimal import Decimal
from functools import cache
from typing import Any

from countyplan.language import Language, Texts
from countyplan.plan import Plan, Target
from countyplan.report.row.row_model import MachineRow
from countyplan.report.row.verdict_words import VerdictWords
from countyplan.report.words import numbers
from countyplan.report.words.names import responsible
from countyplan.report.words.schedule import points_ahead


class _MachineRow(MachineRow):
    """A row of which what is asked for is worked out, with its like: of a country's many a table needs no numbers.

    Of what a verdict was before nobody asks more than the verdict in short.
    """

    __slots__ = ("_said",)
    _said: VerdictWords

    def __getattr__(self, name: str) -> Any:
        if name.startswith("_"):
            raise AttributeError(name)
        said = self._said
        _set(self, _short(said) if name in _SHORT else _demanded(said.plan, said.target) | _numbers(said))
        return object.__getattribute__(self, name)


def machine_target(plan: Plan, target: Target) -> MachineRow:
    """What the plan demands, without a judgement."""
    return MachineRow(**_demanded(plan, target), status="")


def machine_row(said: VerdictWords) -> MachineRow:
    """What the plan demands, with its verdict."""
    row = _MachineRow.__new__(_MachineRow)
    _set(row, {"_said": said, **_verdict(said)})
    return row


def _set(row: _MachineRow, parts: dict[str, Any]) -> None:
    for name, part in parts.items():
        setattr(row, name, part)


def _demanded(plan: Plan, target: Target) -> dict[str, Any]:
    indicator = target.indicator
    goal = numbers.machine(target.goal)
    return {
        "target": indicator.id,
        "indicator": indicator.name,
        "area": target.area,
        "clause": indicator.clause,
        "comparator": str(indicator.comparator),
        "goal": goal if target.high is None else (goal, numbers.machine(target.high)),
        "unit": indicator.unit,
        "due": indicator.due,
        "kind": str(indicator.kind),
        "firmness": str(indicator.firmness),
        "wording": target.wording,
        "responsible": responsible(plan, indicator.clause, target.area, _chinese()),
        "readings": indicator.readings,
        "in_force": target.in_force,
        "set_by": target.set_by,
    }


def _verdict(said: VerdictWords) -> dict[str, Any]:
    """What any table of rows shows, however many there are."""
    assessment, figure = said.assessment, said.figure
    sources = () if figure is None else figure.sources
    return {
        "target": said.target.indicator.id,
        "area": said.target.area,
        "clause": said.target.indicator.clause,
        "due": said.target.indicator.due,
        "status": str(assessment.status),
        "period": None if figure is None else str(figure.period),
        "borderline": bool(assessment.borderline),
        "doubtful": bool(assessment.doubts),
        "missing_reason": None if assessment.missing is None else str(assessment.missing),
        "source_texts": tuple(dict.fromkeys(source.source for source in sources if source.source)),
    }


_SHORT = frozenset({"value", "pace"})


def _short(said: VerdictWords) -> dict[str, Any]:
    return {"value": None if said.figure is None else numbers.machine(said.figure.value), "pace": said.pace() or None}


def _numbers(said: VerdictWords) -> dict[str, Any]:
    assessment = said.assessment
    figure, baseline, pace, step = assessment.figure, assessment.baseline, assessment.pace, assessment.step
    return {
        "baseline": None if baseline is None else (str(baseline.period), numbers.machine(baseline.value)),
        "gap": _machine(assessment.gap),
        "points_ahead": _machine(points_ahead(assessment)),
        "time_progress": None if pace is None else numbers.machine(pace.time.value),
        "progress": None if pace is None or pace.progress is None else numbers.machine(pace.progress.value),
        "expected": None if pace is None else _machine(pace.expected),
        "amount": None if step is None else numbers.machine(step.amount),
        "per_year": None if step is None else _machine(step.per_year),
        "per_year_is_rate": step is not None and step.is_rate,
        "times": None if step is None else _machine(step.times),
        "projection": None if step is None else _machine(step.projection),
        "sources": () if figure is None else tuple(source.place for source in figure.sources),
        "remarks": tuple(str(remark) for remark in assessment.remarks),
    }


@cache
def _chinese() -> Texts:
    return Texts(Language.ZH)


def _machine(value: Decimal | None) -> str | None:
    return None if value is None else numbers.machine(value)
