"""A total that reaches its goal by what is known, and is left open by what is not, lacks nothing."""

from __future__ import annotations

from pathlib import Path

from countyplan.language import Language, Texts
from countyplan.plan import load_plan, shipped_plan
from countyplan.plan.selection import Selection
from countyplan.quantity import parse_period
from countyplan.run.asked import Asked
from countyplan.run.judged import judge_files
from countyplan.run.told import report_of


def test_a_total_left_open_though_its_goal_is_reached_lacks_nothing(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text(
        "area,period,indicator,value,unit\n建德市,2027,累计创建未来社区,100,个\n桐庐县,2027-12,累计创建未来社区,-1,个\n",
        encoding="utf-8",
    )
    plan = load_plan(shipped_plan())[0]
    asked = Asked(
        plan=plan,
        paths=(tmp_path,),
        as_of=parse_period("2027"),
        selection=Selection.named(plan, areas=["total"], clauses=None),
        carry_forward=True,
    )
    # 100 - 1 = 99 is above about 30, but 淳安 has reported nothing.
    [row] = [row for row in report_of(judge_files(asked), Texts(Language.ZH)).rows if row.machine.value == "99"]
    assert (row.machine.status, row.machine.gap, row.gap) == ("undecided", "0", "")
