from __future__ import annotations

from pathlib import Path

import pytest

from countyplan.diagnostics import Code
from countyplan.plan import Plan
from countyplan.quantity import find_unit, plain_digits
from countyplan.submission import read_submissions
from tests.plan.small_plan import TARGETS, opened, write

# A made-up plan that counts trees in crates: 40 to a crate.
OWN = """\
units:
  - {name: 箱, name_en: crates, dimension: trees, factor: 40, sort: amount}
  - {name: 棵, name_en: trees, dimension: trees, aliases: [株]}
indicators:
  - id: trees
    name: 植树
    name_en: Trees planted
    clause: 1
    kind: cumulative
    unit: 箱
    comparator: more_than
    firmness: firm
    due: 2027
    goals:
      - {areas: [jia], goal: 77, wording: 植树超过77箱}
"""


def plan_in(folder: Path, targets: str) -> Plan:
    folder.mkdir()
    plan, found = opened(write(folder, targets))
    assert plan is not None, found
    return plan


def own_plan(folder: Path) -> Plan:
    return plan_in(folder, TARGETS.replace("indicators:\n", OWN))


@pytest.mark.parametrize(
    ("typed", "in_crates"),
    [("77箱", "77"), ("60 trees", "1.5"), ("100株", "2.5"), ("12", "12"), ("{value: 10, unit: 棵}", "0.25")],
)
def test_figures_are_read_in_the_plans_own_units(tmp_path: Path, typed: str, in_crates: str) -> None:
    plan = own_plan(tmp_path / "plan")
    (tmp_path / "a.yaml").write_text(f"area: 甲县\nperiod: 2024\nfigures:\n  植树: {typed}\n", encoding="utf-8")
    [figure] = read_submissions([tmp_path / "a.yaml"], plan).figures
    assert plain_digits(figure.value) == in_crates


def test_they_are_known_nowhere_else(tmp_path: Path) -> None:
    plan = own_plan(tmp_path / "plan")
    assert plan.unit_of_measure("trees").name_en == "crates"
    assert find_unit("箱") is None
    (tmp_path / "a.yaml").write_text("area: 甲县\nperiod: 2024\nfigures:\n  公路优良率: 9箱\n", encoding="utf-8")
    assert [one.code for one in read_submissions([tmp_path / "a.yaml"], plan).diagnostics] == [
        Code.UNIT_OF_ANOTHER_KIND
    ]
    without = plan_in(tmp_path / "other", TARGETS)
    assert [one.code for one in read_submissions([tmp_path / "a.yaml"], without).diagnostics] == [Code.NOT_A_NUMBER]


@pytest.mark.parametrize(
    ("old", "new", "at"),
    [
        (", sort: amount", "", "units[0].sort"),
        ("dimension: trees, aliases", "dimension: trees, sort: ratio, aliases", "units[1].sort"),
        ("sort: amount", "sort: points", "indicators[0].unit"),
        ("aliases: [株]", "aliases: [箱]", "units[1]"),
        ("factor: 40", "factor: 0", "units[0].factor"),
    ],
)
def test_what_cannot_be_reckoned_with_is_told(tmp_path: Path, old: str, new: str, at: str) -> None:
    broken = OWN.replace(old, new, 1)
    assert broken != OWN
    found = opened(write(tmp_path, TARGETS.replace("indicators:\n", broken)))[1]
    told = {one.words.get("path", "indicators[0].unit") for one in found}
    assert at in told
