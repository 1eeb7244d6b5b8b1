"""A made-up plan whose areas are a tree: a nation, its provinces, a city, its counties."""

from __future__ import annotations

from pathlib import Path

from .small_plan import RESPONSIBILITIES, TARGETS, changed

AREAS = """\
areas:
  - {id: nation, name: 虚构国, name_en: Nation, code: "1", level: nation}
  - {id: east, name: 东省, name_en: East, code: "11", level: province, parent: nation}
  - {id: port, name: 港市, name_en: Port, code: "111", level: city, parent: east}
  - {id: quay, name: 埠县, name_en: Quay, code: "1111", level: county, parent: port}
  - {id: bay, name: 湾县, name_en: Bay, code: "1112", level: county, parent: port}
  - {id: hill, name: 山县, name_en: Hill, code: "112", level: county, parent: east}
  - {id: west, name: 西省, name_en: West, code: "12", level: province, parent: nation}
"""
INDICATORS = """\
indicators:
  - id: projects
    name: 项目数
    name_en: Projects
    clause: 1
    kind: cumulative
    unit: 个
    comparator: more_than
    firmness: firm
    due: 2027
    readings: [ours]
    bounds: {low: 0}
    goals:
      - {areas: [nation], goal: 150, wording: 全国超过150个}
      - {areas: [east], goal: 100, wording: 超过100个}
      - {areas: [port], goal: 60, wording: 超过60个}
      - {areas: [quay], goal: 20, wording: 超过20个}
  - id: towns
    name: 城镇化率
    name_en: Urban share
    clause: 1
    kind: ratio
    unit: "%"
    comparator: at_least
    firmness: firm
    due: 2027
    goals:
      - {areas: [east], goal: 70, wording: 达到70%}
"""
SHARE = """\
  - id: ready
    name: 城镇化达标县比例
    name_en: Counties that are urban
    clause: 1
    kind: ratio
    unit: "%"
    comparator: at_least
    firmness: firm
    due: 2027
    share: {of: towns, comparator: at_least, goal: 65, level: county}
    goals:
      - {areas: [nation], goal: 60, wording: 60%的县达到}
"""


def write_tree(folder: Path, *changes: tuple[str, str], indicators: str = INDICATORS) -> Path:
    """The plan's files in a folder of their own, with words exchanged in `targets.yaml`."""
    folder.mkdir(parents=True, exist_ok=True)
    head, rest = TARGETS.split("areas:\n")
    _, clauses = rest.split("clauses:\n")
    told = clauses.split("indicators:\n")[0]
    text = changed(f"{head}{AREAS}clauses:\n{told}{indicators}", *changes)
    (folder / "targets.yaml").write_text(text, encoding="utf-8")
    (folder / "responsibilities.yaml").write_text(RESPONSIBILITIES, encoding="utf-8")
    return folder
