"""Made-up inputs for the benchmarks: the same ones every time, since nothing in them is drawn without a fixed seed.

The plan is the shipped one, stretched to as many counties as are asked for. Every figure and every county is invented.
"""

from __future__ import annotations

import copy
import csv
import random
import shutil
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any

import yaml

ROOT = Path(__file__).parents[2]
SEED = 20261127
_YEARS = ("2022", "2023", "2024", "2025")
# With the plan's indicators that counties report and 2,850 counties these are a million figures, no two of one.
_QUARTERS = tuple(f"{year}-Q{quarter}" for year in range(2021, 2027) for quarter in (1, 2, 3, 4))[:22]
# What a county reports of each kind of quantity; the amounts only have to be plausible.
_RANGES: Mapping[str, tuple[float, float, int]] = {
    "%": (60, 99, 1),
    "亿元": (10, 600, 1),
    "元": (20_000, 80_000, 0),
    "": (1.4, 2.2, 2),
    "亩": (500, 3_000, 0),
}
_COUNTED = (1, 9, 0)


class _Plain(yaml.CSafeDumper):
    """Writes every scalar as plain as it was read, and no list twice by a name."""

    def ignore_aliases(self, data: object) -> bool:  # noqa: ARG002 -- PyYAML asks it of every value
        """Whether `data` is written out wherever it stands."""
        return True

    def represent_str(self, data: str) -> yaml.ScalarNode:
        """A text as it is; only an empty one needs quotation marks to be one."""
        return self.represent_scalar("tag:yaml.org,2002:str", data, None if data else '"')


_Plain.yaml_implicit_resolvers = {}
_Plain.add_representer(str, _Plain.represent_str)


Figures = Iterator[tuple[str, str, str, str, str]]


@cache
def shipped() -> dict[str, Any]:
    """What the shipped plan's targets say; nobody changes it."""
    read: dict[str, Any] = yaml.load((ROOT / "data" / "targets.yaml").read_text(encoding="utf-8"), yaml.CBaseLoader)
    return read


def county(at: int) -> str:
    """What the made-up county of that number is called."""
    return f"第{at}县"


def write_plan(folder: Path, counties: int) -> None:
    """The shipped plan with `counties` made-up counties, each bound by every goal that binds some county today."""
    folder.mkdir(parents=True)
    targets = copy.deepcopy(shipped())
    ids = [f"c{at}" for at in range(counties)]
    targets["areas"] = [
        {
            "id": one,
            "name": county(at),
            "name_en": f"County {at}",
            "code": str(100_000 + at),
            "government": f"{county(at)}政府",
            "government_en": f"Government of County {at}",
        }
        for at, one in enumerate(ids)
    ]
    for indicator in targets["indicators"]:
        single = next((goal for goal in indicator["goals"] if goal["areas"] != ["total"]), None)
        totals = [goal for goal in indicator["goals"] if "total" in goal["areas"]]
        indicator["goals"] = ([{**single, "areas": ids}] if single else []) + totals[:1]
    _write_yaml(folder / "targets.yaml", targets)
    shutil.copy(ROOT / "data" / "responsibilities.yaml", folder)


def figures(counties: list[str], periods: tuple[str, ...], seed: int) -> Figures:
    """Figures of those counties without end: period by period, county by county, indicator by indicator."""
    drawn = random.Random(seed)
    plan = shipped()
    reported = [
        one
        for one in plan["indicators"]
        if one.get("quotient") is None and any(g["areas"] != ["total"] for g in one["goals"])
    ]
    while True:
        for period in periods:
            for area in counties:
                for one in reported:
                    low, high, places = _RANGES.get(one["unit"], _COUNTED)
                    yield area, period, one["name"], f"{drawn.uniform(low, high):.{places}f}", one["unit"]


def write_submissions(folder: Path, count: int, counties: int) -> None:
    """`count` submissions in YAML of about 20 figures each, of as many counties as there are, year after year."""
    folder.mkdir(parents=True)
    every = [county(at) for at in range(counties)]
    for at in range(count):
        area, year = every[at % counties], _YEARS[(at // counties) % len(_YEARS)]
        reported: dict[str, Any] = {}
        for _, _, name, value, unit in figures([area], (year,), SEED + at):
            if name in reported:
                break
            reported[name] = {"value": value, "unit": unit} if unit else value
        document = {"area": area, "period": year, "source": "虚构（made up）", "figures": reported}
        _write_yaml(folder / f"{at:05}.yaml", document)


def write_table(path: Path, rows: int, counties: list[str]) -> None:
    """A CSV in long form of `rows` figures."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("w", encoding="utf-8", newline="") as out:
        writer = csv.writer(out)
        writer.writerow(["县（市）", "报告期", "指标", "数值", "单位"])
        for row, _ in zip(_distinct(counties), range(rows), strict=False):
            writer.writerow(row)


def _distinct(counties: list[str]) -> Figures:
    """Figures of which no two say different things of one: beyond the quarters there are, the same ones again."""
    first: list[tuple[str, str, str, str, str]] = []
    seen: set[tuple[str, str, str]] = set()
    for row in figures(counties, _QUARTERS, SEED):
        if row[:3] in seen:
            break
        seen.add(row[:3])
        first.append(row)
        yield row
    while True:
        yield from first


def _write_yaml(path: Path, document: object) -> None:
    text = yaml.dump(document, Dumper=_Plain, allow_unicode=True, sort_keys=False)
    path.write_text(text, encoding="utf-8")
