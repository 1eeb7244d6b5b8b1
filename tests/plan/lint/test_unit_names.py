from __future__ import annotations

from pathlib import Path

import pytest

from countyplan.diagnostics import Code
from tests.plan.small_plan import TARGETS, changed, opened, write

NAMED = "name_en: Good roads\n"
OWN = "units: [{name: 筐, name_en: crates, dimension: fruit, factor: 1, sort: amount}]\n"


@pytest.mark.parametrize(
    ("aliases", "told"),
    [("[优良率]", []), ("[亩]", ["亩"]), ("[ ％, 万 元]", ["％", "万 元"]), ("[crates]", ["crates"])],
)
def test_an_indicator_is_not_called_like_a_unit_of_measure(tmp_path: Path, aliases: str, told: list[str]) -> None:
    text = changed(TARGETS, (NAMED, f"{NAMED}    aliases: {aliases}\n"))
    plan, found = opened(write(tmp_path, OWN + text))
    assert plan is not None, found
    assert {one.words["name"] for one in found if one.code is Code.NAME_IS_A_UNIT} == set(told)


def test_nor_is_a_component(tmp_path: Path) -> None:
    found = opened(write(tmp_path, changed(TARGETS, ("name: 优良公路", "name: 公里"))))[1]
    assert [(one.words["name"], one.place.line) for one in found if one.code is Code.NAME_IS_A_UNIT] == [("公里", 36)]
