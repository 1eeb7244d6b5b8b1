"""A made-up plan, small enough to be broken in one place at a time."""

from __future__ import annotations

from pathlib import Path

from countyplan.diagnostics import Code, Diagnostic
from countyplan.plan import Plan, PlanError, load_plan

TARGETS = """\
plan:
  id: made-up-county
  version: "1"
  title: 虚构县城建设方案
  title_en: A made-up plan
  issuer: 虚构发改委
  issuer_en: A made-up commission
  issued: 2024-06-01
  stage: in_force
  baseline: 2022
  first: 2023
  last: 2027
pace: {ahead: 1.05, on_track: 0.95, behind: 0.60, far_behind: 0, source: made up}
areas:
  - {id: jia, name: 甲县, name_en: Jia, code: "990101", government: 甲县政府, government_en: Jia Government}
total: {name: 各县合计, name_en: All counties}
clauses:
  - {number: 1, mark: （一）, chapter: 一、虚构, title: 发展目标, title_en: Goals}
readings:
  - {id: ours, on: scope, text: 读法, because: 理由, text_en: A reading, because_en: A reason}
indicators:
  - id: road_quality
    name: 公路优良率
    name_en: Good roads
    clause: 1
    kind: ratio
    unit: "%"
    comparator: at_least
    firmness: firm
    due: 2027
    readings: [ours]
    quotient: {of: good_roads, by: all_roads}
    goals:
      - {areas: [jia], goal: 91.50, wording: 公路优良率不低于91.5%}
components:
  - {id: good_roads, name: 优良公路, name_en: Length of good roads, unit: 亩}
  - {id: all_roads, name: 全部公路, name_en: Length of all roads, unit: 亩}
not_targets:
  - {clause: 1, words: [一张图], why: 名称, why_en: a name}
"""
RESPONSIBILITIES = """\
units:
  - {id: roads, name: 虚构公路局, name_en: Made-up Roads Bureau}
clauses:
  - {clause: 1, units: [roads]}
none_named: []
"""
MILESTONES = """\
milestones:
  - {indicator: road_quality, area: jia, year: 2024, goal: 88.20, source: 虚构的年度工作要点}
"""
COMMITMENTS = """\
soft_words: [鼓励, 支持]
readings:
  - {id: due_at_end, on: due, text: 读法, because: 理由, text_en: A reading, because_en: A reason}
evidence:
  - {id: issued, text: 文件, text_en: a document}
commitments:
  - id: road_plan
    clause: 1
    name: 编制公路规划
    name_en: A plan for roads
    wording: 编制公路规划
    firmness: firm
    due: 2027
    areas: [jia, total]
    units: [roads]
    evidence: issued
    readings: [due_at_end]
  - id: village_roads
    clause: 1
    name: 鼓励修村道
    name_en: Village roads encouraged
    wording: 鼓励修村道
    firmness: aspirational
    due: 2025
    areas: [jia]
    evidence: issued
"""


def changed(text: str, *changes: tuple[str, str]) -> str:
    """`text` with each of `changes` made once."""
    for old, new in changes:
        assert text.count(old) >= 1, old
        text = text.replace(old, new, 1)
    return text


def write(
    folder: Path,
    targets: str | None = TARGETS,
    duties: str | None = RESPONSIBILITIES,
    milestones: str | None = None,
    commitments: str | None = None,
) -> Path:
    """The plan's files in `folder`, those that are not None."""
    texts = {"targets": targets, "responsibilities": duties, "milestones": milestones, "commitments": commitments}
    for name, text in texts.items():
        if text is not None:
            (folder / f"{name}.yaml").write_text(text, encoding="utf-8")
    return folder


def opened(folder: Path) -> tuple[Plan | None, tuple[Diagnostic, ...]]:
    """The plan in `folder`, if it can be used, and all that was found."""
    try:
        return load_plan(folder)
    except PlanError as error:
        return None, error.diagnostics


def told(folder: Path) -> list[tuple[str, int | None, int | None, Code]]:
    """All that was found, by file, line, column and code."""
    return [(Path(one.place.file).name, one.place.line, one.place.column, one.code) for one in opened(folder)[1]]
