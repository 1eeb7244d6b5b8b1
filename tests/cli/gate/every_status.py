"""A made-up plan with two targets, and for each status a submission that gives one of them that status."""

from __future__ import annotations

from pathlib import Path

from countyplan.assess import Status
from tests.plan.small_plan import RESPONSIBILITIES, TARGETS, changed, write

_SECOND_AREA = """  - {id: jia, name: 甲县, name_en: Jia, code: "990101", government: 甲县政府, government_en: Jia Government}
  - {id: yi, name: 乙县, name_en: Yi, code: "990102", government: 乙县政府, government_en: Yi Government}
"""
_SECOND_CLAUSE = """  - {number: 1, mark: （一）, chapter: 一、虚构, title: 发展目标, title_en: Goals}
  - {number: 2, mark: （二）, chapter: 一、虚构, title: 合计目标, title_en: Joint goals}
"""
_TOTAL = """  - id: roads_built
    name: 新建公路
    name_en: New roads
    clause: 2
    kind: cumulative
    unit: 亩
    comparator: at_least
    firmness: firm
    due: 2027
    goals:
      - {areas: [total], goal: 10, wording: 新建公路不少于10亩}
"""
# The goal is 91.5 by 2027, from 81.5 at the end of 2022; at the end of 2024 the time is 40 %.
_BASELINE = "area: 甲县\nperiod: 2022\nfigures: {公路优良率: 81.5}\n---\n"
_NOW = "area: 甲县\nperiod: {period}\nfigures: {{公路优良率: {value}}}\n"
SUBMISSIONS = {
    Status.MET: _BASELINE + _NOW.format(period=2024, value="91.5"),
    Status.AHEAD: _BASELINE + _NOW.format(period=2024, value="87"),
    Status.ON_TRACK: _BASELINE + _NOW.format(period=2024, value="85.5"),
    Status.BEHIND: _BASELINE + _NOW.format(period=2024, value="84.5"),
    Status.FAR_BEHIND: _BASELINE + _NOW.format(period=2024, value="82"),
    Status.REVERSING: _BASELINE + _NOW.format(period=2024, value="80"),
    Status.MISSED: _BASELINE + _NOW.format(period=2027, value="91"),
    Status.NO_PACE: _NOW.format(period=2024, value="85"),
    Status.UNDECIDED: "area: 甲县\nperiod: 2024\nfigures: {新建公路: 5}\n",
    Status.MISSING: _NOW.format(period=2024, value="—"),
}


def plan(folder: Path, *, firm: bool = True) -> Path:
    """The plan's files: clause 1 binds 甲县, clause 2 the total."""
    folder.mkdir()
    area, clause = _SECOND_AREA.splitlines()[0], _SECOND_CLAUSE.splitlines()[0]
    text = changed(
        TARGETS, (area + "\n", _SECOND_AREA), (clause + "\n", _SECOND_CLAUSE), ("components:", _TOTAL + "components:")
    )
    duties = changed(RESPONSIBILITIES, ("[roads]}", "[roads]}\n  - {clause: 2, units: [roads]}"))
    return write(folder, text if firm else text.replace("firmness: firm", "firmness: aspirational"), duties)


def asked(status: Status, folder: Path, plan_folder: Path) -> list[str]:
    """The words that judge the one target which has this status."""
    path = folder / f"{status}.yaml"
    path.write_text(SUBMISSIONS[status], encoding="utf-8")
    clause = "2" if status is Status.UNDECIDED else "1"
    # What is due is not over yet, and so is judged only where that is asked for.
    as_of = ["--as-of", "2027"] if status is Status.MISSED else []
    return ["check", str(path), "--plan", str(plan_folder), "--clause", clause, *as_of]
