"""60 % of the counties (quay, bay, hill) have an urban share of at least 65 % by the end of 2027; all made up."""

from __future__ import annotations

from pathlib import Path

import pytest

from countyplan.assess import Assessment, Missing, Remark, Status, judge
from countyplan.diagnostics import Code, Diagnostic
from countyplan.figures import collect
from countyplan.plan import load_plan
from countyplan.quantity import Period
from countyplan.submission import read_submissions
from tests.plan.plan_of_areas import INDICATORS, SHARE, write_tree
from tests.plan.small_plan import opened


def judged(
    folder: Path,
    figures: str,
    as_of: str = "2024",
    share: str = SHARE,
    *,
    today: int = 2029,
    carry_forward: bool = False,
) -> tuple[Assessment, tuple[Diagnostic, ...]]:
    """The verdict on the nation, of what each reports: quay-2024=65."""
    plan = load_plan(write_tree(folder / "plan", indicators=INDICATORS + share))[0]
    rows = []
    for one in figures.split():
        (area, year), value = one.split("=")[0].split("-"), one.split("=")[1]
        rows.append(f"{area},{year},{'ready' if area == 'nation' else 'towns'},{value}")
    path = folder / "figures.csv"
    path.write_text("\n".join(["area,period,indicator,value", *rows]) + "\n", encoding="utf-8")
    collected = collect(read_submissions([path], plan), plan, Period.of_year(int(as_of)), Period.of_year(today))
    wanted = [one for one in plan.targets if one.indicator.id == "ready"]
    found = judge(plan, collected, wanted, carry_forward=carry_forward)
    return found.assessments[0], found.diagnostics


@pytest.mark.parametrize(
    ("figures", "as_of", "status", "value"),
    [
        # 2 of 3: 100 x 2 / 3 = 66.67 >= 60; the limit itself counts, and a tenth below it does not.
        ("quay-2024=70 bay-2024=64.9 hill-2024=65", "2024", Status.MET, "66.67"),
        # 1 of 3 (33.33) from none at the end of 2022: (33.33 / 60) / 0.4 = 1.39.
        ("quay-2022=60 bay-2022=60 hill-2022=50 quay-2024=65 bay-2024=61 hill-2024=52", "2024", Status.AHEAD, "33.33"),
        # From 1 of 3 to none: (0 - 33.33) / (60 - 33.33) is below zero.
        ("quay-2022=65 bay-2022=60 hill-2022=50 quay-2024=64 bay-2024=61 hill-2024=52", "2024", Status.REVERSING, "0.00"),
        # One is silent: 1 of 3 is known; with it 2 of 3 would do.
        ("quay-2024=70 bay-2024=60", "2024", Status.UNDECIDED, "33.33"),
        # 2 of 3 suffice, whatever the third has.
        ("quay-2024=70 bay-2024=66", "2024", Status.MET, "66.67"),
        # At the due date: 1 of 3, and with the silent one 2 of 3 (66.67) would do.
        ("quay-2027=70 bay-2027=60", "2027", Status.UNDECIDED, "33.33"),
        # None of two: even with the silent one 33.33 < 60.
        ("quay-2027=60 bay-2027=60", "2027", Status.MISSED, "0.00"),
        ("quay-2027=70 bay-2027=60 hill-2027=60", "2027", Status.MISSED, "33.33"),
    ],
)  # fmt: skip
def test_the_share_of_counties(tmp_path: Path, figures: str, as_of: str, status: Status, value: str) -> None:
    one, odd = judged(tmp_path, figures, as_of)
    assert one.figure is not None
    assert (one.status, f"{one.figure.value:.2f}") == (status, value)
    assert odd == ()


@pytest.mark.parametrize(
    ("figures", "as_of", "carry_forward", "status", "value"),
    [
        # Quay's figure is of the year before: without it 1 of 3 is known, and quay may make it 2.
        ("quay-2023=70 bay-2024=66 hill-2024=60", "2024", False, Status.UNDECIDED, "33.33"),
        # Carried forward it counts: 2 of 3 = 66.67 >= 60; one that had not reached 65 does not: 1 of 3, with nothing open,
        # from none of three at the end of 2022, (33.33 / 60) / 0.4 = 1.39.
        ("quay-2023=70 bay-2024=66 hill-2024=60", "2024", True, Status.MET, "66.67"),
        (
            "quay-2022=60 bay-2022=60 hill-2022=50 quay-2023=64 bay-2024=66 hill-2024=60",
            "2024", True, Status.AHEAD, "33.33",
        ),
        # At the due date nothing is carried forward: a share that was reached can be lost.
        ("quay-2026=70 bay-2027=66 hill-2027=60", "2027", True, Status.UNDECIDED, "33.33"),
    ],
)  # fmt: skip
def test_an_earlier_figure_of_an_area_counts_where_it_is_asked_for(
    tmp_path: Path, figures: str, as_of: str, carry_forward: bool, status: Status, value: str
) -> None:
    one, _ = judged(tmp_path, figures, as_of, carry_forward=carry_forward)
    assert one.figure is not None
    assert (one.status, f"{one.figure.value:.2f}") == (status, value)
    assert (Remark.CARRIED_FORWARD in one.remarks) is (carry_forward and as_of == "2024")


def test_a_share_that_counts_an_estimate_is_one(tmp_path: Path) -> None:
    # 2024 is not over: 2 of 3 by figures of which one may be any of the two.
    one, _ = judged(tmp_path, "quay-2024=70 bay-2024=66 hill-2024=60", today=2023)
    assert one.figure is not None
    assert (one.figure.estimate, f"{one.figure.value:.2f}") == (True, "66.67")
    assert Remark.ESTIMATE in one.remarks
    over, _ = judged(tmp_path / "over", "quay-2024=70 bay-2024=66 hill-2024=60")
    assert over.figure is not None
    assert not over.figure.estimate


def test_all_of_three_are_a_hundred_percent_exactly(tmp_path: Path) -> None:
    every = SHARE.replace("goal: 60, wording: 60%的县达到", "goal: 100, wording: 100%的县达到")
    assert judged(tmp_path, "quay-2024=70 bay-2024=65 hill-2024=65", share=every)[0].status is Status.MET


def test_what_the_nation_tells_itself_is_used_where_counties_lack_and_checked_where_none_does(tmp_path: Path) -> None:
    told, _ = judged(tmp_path, "quay-2024=70 nation-2024=66.7")
    assert (told.status, told.parts and told.parts.lacking) == (Status.MET, ("bay", "hill"))
    # 66.67 against 70: 3.33 apart where 0.5 is explained by rounding.
    one, odd = judged(tmp_path, "quay-2024=70 bay-2024=60 hill-2024=65 nation-2024=70")
    assert {found.code for found in odd} == {Code.TOTAL_DIFFERS}
    assert one.figure is not None
    assert f"{one.figure.value:.2f}" == "66.67"


def test_a_figure_before_the_due_year_does_not_settle_it(tmp_path: Path) -> None:
    one, _ = judged(tmp_path, "quay-2026=70 bay-2026=70 hill-2026=70", as_of="2027")
    assert (one.status, one.missing) == (Status.MISSING, Missing.DUE_UNREPORTED)


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ("level: county}", "level: parish}", Code.PLAN_ID_UNKNOWN),
        ("of: towns", "of: town", Code.PLAN_ID_UNKNOWN),
        ("of: towns", "of: ready", Code.PLAN_VALUE_INVALID),
        ("{of: towns, comparator: at_least", "{of: towns, comparator: about", Code.PLAN_VALUE_INVALID),
        ("kind: ratio", "kind: level", Code.PLAN_VALUE_INVALID),
        ('unit: "%"', "unit: 倍", Code.PLAN_UNIT_WRONG),
        ("areas: [nation]", "areas: [quay]", Code.PLAN_VALUE_INVALID),
        ("areas: [nation]", "areas: [west]", Code.PLAN_VALUE_INVALID),
    ],
)
def test_a_share_of_nothing_is_told(tmp_path: Path, old: str, new: str, code: Code) -> None:
    assert old in SHARE
    found = opened(write_tree(tmp_path, indicators=INDICATORS + SHARE.replace(old, new, 1)))[1]
    assert code in {one.code for one in found}
