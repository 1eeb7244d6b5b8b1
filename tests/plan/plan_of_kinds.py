"""A made-up plan with a target of every kind that the shipped one lacks."""

from __future__ import annotations

from pathlib import Path

from .small_plan import RESPONSIBILITIES, TARGETS

_HEAD, _REST = TARGETS.split("indicators:\n")
_, _TAIL = _REST.split("not_targets:\n")
COMPONENTS = """\
components:
  - {id: energy_use, name: 能源消费量, name_en: Energy use, unit: 万吨标准煤}
"""
INDICATORS = """\
  - id: growth
    name: 生产总值增速
    name_en: Growth of output
    clause: 1
    kind: growth_rate
    unit: "%"
    comparator: at_least
    firmness: firm
    due: 2027
    readings: [ours]
    goals:
      - {areas: [jia], goal: 6, wording: 年均增长6%以上}
  - id: energy
    name: 能源消费量降幅
    name_en: Reduction of energy use
    clause: 1
    kind: reduction
    unit: "%"
    comparator: at_least
    firmness: firm
    due: 2027
    base: 2020
    change: {of: energy_use}
    goals:
      - {areas: [jia], goal: 13.5, wording: 比2020年下降13.5%以上}
  - id: towns
    name: 城镇化率
    name_en: Urban share
    clause: 1
    kind: ratio
    unit: "%"
    comparator: at_least
    firmness: firm
    due: 2030
    goals:
      - {areas: [jia], goal: 70, wording: 城镇化率达到70%, due: 2025}
      - {areas: [jia], goal: 80, wording: 2030年力争达到80%, due: 2030, firmness: aspirational}
"""
MORE = """\
  - id: investment
    name: 投资增幅
    name_en: Growth of investment
    clause: 1
    kind: growth
    unit: "%"
    comparator: at_least
    firmness: firm
    due: 2027
    goals:
      - {areas: [jia], goal: 40, wording: 五年增长40%以上}
  - id: incomes
    name: 居民收入增速
    name_en: Growth of incomes
    clause: 1
    kind: growth_rate
    unit: "%"
    comparator: more_than
    firmness: firm
    due: 2027
    relative_to: {indicator: growth}
    goals:
      - {areas: [jia], goal: 0, wording: 居民收入增长快于经济增长}
  - id: unemployment
    name: 失业率
    name_en: Unemployment
    clause: 1
    kind: band
    unit: "%"
    comparator: at_most
    firmness: firm
    due: 2027
    goals:
      - {areas: [jia], goal: 5.5, wording: 每年不高于5.5%}
  - id: place
    name: 全省位次
    name_en: Place in the province
    clause: 1
    kind: rank
    unit: 位
    comparator: at_most
    firmness: firm
    due: 2027
    goals:
      - {areas: [jia], goal: 3, wording: 不高于前3位}
"""
FIGURES = """\
area: 甲县
period: {year}
figures:
  生产总值增速: {growth}
  能源消费量降幅: {energy}
  城镇化率: {towns}
"""
YEARS = (
    {"year": "2022", "growth": "3.0", "energy": "4.0", "towns": "64.0"},
    {"year": "2023", "growth": "5.8", "energy": "6.1", "towns": "66.5"},
    {"year": "2024", "growth": "5.9", "energy": "8.0", "towns": "69.0"},
    {"year": "2025", "growth": "6.6", "energy": "9.0", "towns": "69.9"},
)


def write_plan(folder: Path, indicators: str = INDICATORS) -> Path:
    """The plan's files in a folder of their own."""
    folder.mkdir(parents=True, exist_ok=True)
    head = _HEAD.replace("last: 2027", "last: 2030")
    (folder / "targets.yaml").write_text(
        f"{head}indicators:\n{indicators}{COMPONENTS}not_targets:\n{_TAIL}", encoding="utf-8"
    )
    (folder / "responsibilities.yaml").write_text(RESPONSIBILITIES, encoding="utf-8")
    return folder


def write_figures(folder: Path, until: int = 2025) -> Path:
    """What the county reports of every year to `until`."""
    folder.mkdir(parents=True, exist_ok=True)
    for one in YEARS:
        if int(one["year"]) <= until:
            (folder / f"jia-{one['year']}.yaml").write_text(FIGURES.format(**one), encoding="utf-8")
    return folder
