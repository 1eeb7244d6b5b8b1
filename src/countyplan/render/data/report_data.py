"""The report, in the shape that users rely on: numbers are decimal strings."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import asdict
from itertools import chain

from countyplan.render.data.row_data import (
    assessment_data,
    commitment_data,
    demand_data,
    place_data,
    verdict_data,
    waiver_data,
)
from countyplan.report.overview.overview_model import Levels, VerdictChange
from countyplan.report.report_model import Group, MadeFrom, Report
from countyplan.report.row.row_model import MachineRow, RowChange
from countyplan.report.words.problem import Problem


def report_data(report: Report) -> dict[str, object]:
    """The report by the names that users rely on. `not_shown` counts the rows that were not asked for.

    What there is as often as rows is made when somebody goes through it, once.
    """
    return {
        "plan": {"id": report.plan_id, "title": report.plan_title},
        "as_of": year_or_period(report.as_of),
        "made_from": made_from_data(report.made_from),
        **counted_data(report),
        **levels_data(report.levels),
        "assessments": map(assessment_data, report.rows),
        "diagnostics": problems_data(report.problems),
        "changes": changes_data(report),
        "not_shown": report.not_shown,
        "commitments": [commitment_data(row.machine) for row in report.commitments.rows] if report.commitments else [],
        **({} if report.projects is None else {"ledger": dict(report.projects.machine)}),
        **group_data(report.group),
    }


def counted_data(report: Report) -> dict[str, object]:
    """How many rows have each status, how many of those rest on figures in doubt, and how many were reported and not used."""
    return {
        "summary": {count.status: count.number for count in report.counts},
        "doubtful": {count.status: count.doubtful for count in report.counts},
        "not_used": sum(count.not_used for count in report.counts),
    }


def levels_data(levels: Levels | None) -> dict[str, object]:
    """How many rows of each level of areas have each status; nothing where areas have no levels."""
    if levels is None:
        return {}
    return {
        "levels": [
            {
                "level": one.level,
                "name": one.name,
                "areas": one.areas,
                "summary": {count.status: count.number for count in one.counts},
            }
            for one in levels.lines
        ]
    }


def changes_data(report: Report) -> dict[str, object] | None:
    """What changed since the period before; None where there was none."""
    if report.changes is None:
        return None
    return {
        "since": year_or_period(report.changes.since),
        "summary": {count.status: count.number for count in report.changes.counts},
        "targets": chain(
            (_change(row.machine_once(), row.change) for row in report.rows if row.change is not None),
            map(_by_version, report.changes.verdicts),
        ),
    }


def _change(now: MachineRow, change: RowChange) -> dict[str, object]:
    return {
        "target": now.target,
        "area": now.area,
        "change": change.kind,
        "then": verdict_data(change.then()),
        "now": verdict_data(now),
    }


def _by_version(one: VerdictChange) -> dict[str, object]:
    """A verdict by two versions of a plan, with the goal of each."""
    then, now = (None if row is None else {**verdict_data(row), **demand_data(row)} for row in (one.then, one.now))
    known = one.now or one.then
    named = {} if known is None else {"target": known.target, "area": known.area}
    return {**named, "change": one.kind, "then": then, "now": now}


def problems_data(problems: Sequence[Problem]) -> Iterator[dict[str, object]]:
    """Findings one by one."""
    return map(_problem, problems)


def _problem(problem: Problem) -> dict[str, object]:
    message, hint = problem.message_and_hint
    return {
        "code": problem.code,
        "severity": problem.severity.value,
        **place_data(problem.place),
        "message": message,
        "hint": hint,
        "waiver": waiver_data(problem.waiver),
        "known": problem.known,
    }


def made_from_data(made: MadeFrom) -> dict[str, object]:
    """The program, the plan, the day and the files."""
    return {
        "version": made.version,
        "plan_version": made.plan_version,
        "made_on": made.made_on,
        "files": [
            {"name": name, "sha256": sha256, "filing": [asdict(one) for one in filed.filings]}
            for (name, sha256), filed in zip(made.files, made.filed, strict=True)
        ],
    }


def group_data(group: Group | None) -> dict[str, object]:
    """Whose part of the plan it is about, if it is a part."""
    if group is None:
        return {}
    return {"group": {"by": group.by, "id": group.id, "number": group.number, "name": group.name}}


def year_or_period(as_of: str) -> int | str:
    """A year as a number, another period as it is written."""
    return int(as_of) if as_of.isdigit() else as_of
