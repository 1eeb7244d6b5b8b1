"""What a verdict is told with: several targets, the findings behind a remark, the parts of a total."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from countyplan.assess import Assessment, Missing, NoPace, Remark, Status, judge, verdicts_alone
from countyplan.diagnostics import Code, Diagnostic
from countyplan.figures import Origin, collect
from countyplan.plan import TOTAL, Comparator, Kind
from countyplan.plan.files.goal import Goal
from countyplan.submission import Submissions
from tests.assess.case_plan import ASKED, COUNTIES, TODAY, Ask, assessed, judged, make_plan, reported, total_ask

AMOUNT = Ask(kind=Kind.CUMULATIVE, comparator=Comparator.AT_LEAST, goal=Decimal(100), unit="个")


def value(seen: Assessment) -> Decimal | None:
    return None if seen.figure is None else seen.figure.value


def _places(findings: tuple[Diagnostic, ...]) -> list[str]:
    return [f"{one.code} {one.place}" for one in findings]


def test_every_target_has_a_verdict_in_the_order_of_the_plan() -> None:
    plan = make_plan(AMOUNT)
    goals = (
        Goal(areas=(TOTAL,), goal=Decimal(150), wording="所问"),
        Goal(areas=("jiande", "tonglu"), goal=Decimal(100), wording="所问"),
    )
    (indicator,) = plan.indicators
    indicators = (indicator.model_copy(update={"goals": goals}),)
    plan = replace(plan, targets_file=plan.targets_file.model_copy(update={"indicators": indicators}))
    figures = [reported("2027", 100), reported("2027", 60, area="jiande", line=2)]
    seen = judged(plan, figures, "2027").assessments
    assert [one.target.area for one in seen] == ["tonglu", "jiande", TOTAL]
    assert [one.status for one in seen] == [Status.MET, Status.MISSED, Status.MET]


def test_remarks_name_the_findings_and_where_they_stand() -> None:
    falling = [reported("2023", 40), reported("2024", 30, line=2), reported("2025", 20, line=3)]
    odd = assessed(AMOUNT, falling)
    assert odd.remarks == {Remark.FIGURE_ODD: {}}
    assert _places(odd.doubts) == ["CP203 report.yaml:2:1", "CP203 report.yaml:3:1"]
    conflict = [reported("2024", 30), reported("2024", 40, line=2)]
    refused = assessed(AMOUNT, conflict)
    assert refused.remarks == {Remark.FIGURE_REFUSED: {}}
    assert _places(refused.refused) == ["CP113 report.yaml:2:1"]


def test_a_verdict_alone_is_the_same_without_its_findings() -> None:
    plan = make_plan(AMOUNT)
    falling = [reported("2023", 40), reported("2024", 30, line=2)]
    conflict = [reported("2024", 30), reported("2024", 40, line=2)]
    for figures, missing in ((falling, None), (conflict, Missing.NOT_USED)):
        collected = collect(Submissions(tuple(figures), frozenset(), (), ()), plan, None, TODAY)
        targets = plan.targets
        (whole,) = judge(plan, collected, targets).assessments
        assert whole.doubts or whole.refused
        assert whole.missing is missing
        alone = verdicts_alone(plan, collected, targets)
        assert alone == (replace(whole, doubts=(), refused=(), remarks={}),)


def test_what_is_odd_in_one_figure_is_remarked_only_where_it_was_used() -> None:
    ask = Ask(kind=Kind.RATIO, comparator=Comparator.AT_LEAST, goal=Decimal(98), unit="%")
    baseline, slip, latest = reported("2022", 90), reported("2023", "0.93", line=2), reported("2024", 94, line=3)
    told = {one.code for one in judged(make_plan(ask), [baseline, slip, latest], "2024").diagnostics}
    assert Code.FRACTION_FOR_PERCENT in told
    about_pairs = {one.code for one in assessed(ask, [baseline, slip, latest]).doubts}
    assert Code.FRACTION_FOR_PERCENT not in about_pairs
    assert Code.JUMP in about_pairs
    assert Code.FRACTION_FOR_PERCENT in {one.code for one in assessed(ask, [baseline, slip]).doubts}


def test_findings_about_other_counties_are_not_remarked_on_a_county() -> None:
    other = [reported("2023", 40, area="jiande"), reported("2024", 30, area="jiande", line=2)]
    own = reported("2024", 40, line=3)
    assert assessed(AMOUNT, [*other, own]).remarks == {}


def test_findings_about_any_part_are_remarked_on_a_total() -> None:
    ask = total_ask("150")
    for area in (*COUNTIES, TOTAL):
        figures = [reported("2023", 40, area=area), reported("2024", 30, area=area, line=2)]
        assert Remark.FIGURE_ODD in assessed(ask, figures).remarks


def test_findings_are_told_once_and_in_order_of_place() -> None:
    plan = make_plan(total_ask("150"))
    parts = [reported("2027", 50, area=area, line=9 - at) for at, area in enumerate(COUNTIES)]
    late = reported("2028", 60, line=20)
    found = judged(plan, [*parts, reported("2027", 151, area=TOTAL, line=1), late], "2027").diagnostics
    assert [one.code for one in found] == [Code.TOTAL_DIFFERS, Code.AFTER_AS_OF]
    assert found[0].words == {
        "sum": "150",
        "total": "151",
        "difference": "1",
        "allowed": "0",
        "parts": "report.yaml:9:1; report.yaml:8:1; report.yaml:7:1",
    }


def test_a_total_tells_its_parts_and_the_cities_own_figure() -> None:
    figures = [reported("2027", 50, area=area, line=at, half_digit="0.5") for at, area in enumerate(COUNTIES)]
    seen = assessed(total_ask("140"), [*figures, reported("2027", 150, area=TOTAL, line=9)])
    assert seen.parts is not None
    assert seen.parts.own is not None
    assert seen.parts.own.value == 150
    assert [(area, part.value) for area, part in seen.parts.reported] == [(area, Decimal(50)) for area in COUNTIES]
    assert seen.figure is not None
    assert (seen.figure.origin, seen.figure.half_digit) == (Origin.PARTS_ADDED, Decimal("1.5"))
    assert [source.area for source in seen.figure.sources] == list(COUNTIES)


def test_the_known_part_may_not_exceed_the_cities_own_total_nor_be_the_whole_of_it() -> None:
    plan = make_plan(total_ask("500"))
    parts = [reported("2024", 50, area=area, line=at) for at, area in enumerate(COUNTIES[:2])]
    for own, codes in ((99, [Code.PART_ABOVE_TOTAL]), (100, [Code.TOTAL_OF_SOME]), (180, [])):
        found = judged(plan, [*parts, reported("2024", own, area=TOTAL, line=9)], "2024").diagnostics
        assert [one.code for one in found] == codes


def test_a_negative_part_leaves_a_total_open() -> None:
    figures = [reported("2027", 170, area="tonglu"), reported("2027", -1, area="chunan", line=2)]
    seen = assessed(total_ask("150"), figures)
    assert seen.status is Status.UNDECIDED
    assert seen.parts is not None
    assert seen.parts.needed == -19


def test_a_total_reached_before_the_due_date_stays_reached() -> None:
    figures = [reported("2026", 60, area=area, line=at) for at, area in enumerate(COUNTIES)]
    seen = assessed(total_ask("150"), figures, "2028")
    assert seen.status is Status.MET
    assert set(seen.remarks) == {Remark.MET_EARLY, Remark.FIGURE_EARLIER}


def test_a_total_is_that_of_the_due_date_also_where_a_later_one_is_there() -> None:
    due = [
        reported("2027", value, area=area, line=at)
        for at, (area, value) in enumerate(zip(COUNTIES, (60, 50, 41), strict=True))
    ]
    seen = assessed(total_ask("150"), [*due, reported("2028", 61, line=9)], "2028")
    assert seen.status is Status.MET
    assert seen.figure is not None
    assert seen.figure.value == 151


def test_the_cities_own_total_of_an_earlier_year_is_not_set_against_the_sum() -> None:
    parts = [reported("2024", 50, area=area, line=at) for at, area in enumerate(COUNTIES)]
    seen = judged(make_plan(total_ask("140")), [*parts, reported("2023", 100, area=TOTAL, line=9)], "2024")
    assert [one.code for one in seen.diagnostics] == []
    assert seen.assessments[0].parts is not None
    assert seen.assessments[0].parts.own is None


def test_the_cities_own_total_is_not_set_against_a_sum_with_a_part_of_another_year() -> None:
    parts = [
        reported("2023", 20),
        *(reported("2024", 50, area=area, line=at) for at, area in enumerate(COUNTIES[1:], 2)),
    ]
    own = reported("2024", 180, area=TOTAL, line=9)
    seen = judged(make_plan(total_ask("150")), [*parts, own], "2024", carry_forward=True)
    assert [one.code for one in seen.diagnostics] == []
    assert seen.assessments[0].status is Status.MET
    assert seen.assessments[0].figure is not None
    assert seen.assessments[0].figure.value == 180


def test_a_limit_that_the_known_part_exceeds_is_missed_when_it_is_due() -> None:
    ask = Ask(kind=Kind.COUNT, comparator=Comparator.BETWEEN, goal=(Decimal(50), Decimal(100)), unit="个", area=TOTAL)
    parts = [reported("2027", 60, area=area, line=at) for at, area in enumerate(COUNTIES[:2], 1)]
    assert assessed(ask, parts, "2027").status is Status.MISSED  # 60 + 60 = 120, and the third can only add to it
    parts = [reported("2026", 60, area=area, line=at) for at, area in enumerate(COUNTIES[:2], 1)]
    assert assessed(ask, parts, "2026").status is Status.UNDECIDED
    parts = [reported("2027", 50, area=area, line=at) for at, area in enumerate(COUNTIES[:2], 1)]
    assert assessed(ask, parts, "2027").status is Status.UNDECIDED


def test_a_limit_that_a_negative_part_could_still_keep_is_not_missed() -> None:
    ask = Ask(
        kind=Kind.COUNT,
        comparator=Comparator.BETWEEN,
        goal=(Decimal(50), Decimal(100)),
        unit="个",
        area=TOTAL,
        low=None,
    )
    parts = [reported("2027", 60, area=area, line=at) for at, area in enumerate(COUNTIES[:2], 1)]
    assert assessed(ask, parts, "2027").status is Status.UNDECIDED


def test_a_level_that_fell_below_zero_had_not_met_its_goal_before() -> None:
    ask = Ask(kind=Kind.LEVEL, comparator=Comparator.AT_LEAST, goal=Decimal(600), unit="亿元", low=None)
    for below in ("-5", "-0.5"):
        seen = assessed(ask, [reported("2022", 420), reported("2024", below, line=2)], "2024")
        assert seen.status is Status.REVERSING
        assert Remark.BASELINE_LOST not in seen.remarks


def test_a_goal_met_from_a_baseline_without_a_rate_is_met() -> None:
    ask = Ask(kind=Kind.LEVEL, comparator=Comparator.AT_LEAST, goal=Decimal(600), unit="亿元")
    seen = assessed(ask, [reported("2022", 0), reported("2024", 610, line=2)], "2024")
    assert (seen.status, seen.borderline) == (Status.MET, ())


def test_the_history_of_a_total_holds_the_years_that_every_area_reports() -> None:
    ask = Ask(kind=Kind.COUNT, comparator=Comparator.AT_LEAST, goal=Decimal(12), unit="个", area=TOTAL)
    whole = [reported("2022", 3, area=area, line=at) for at, area in enumerate(COUNTIES, 1)]
    two = [reported("2023", 5, area=area, line=at) for at, area in enumerate(COUNTIES[:2], 4)]
    last = [reported("2024", 3 - (area == "jiande"), area=area, line=at) for at, area in enumerate(COUNTIES, 6)]
    seen = assessed(ask, [*whole, *two, *last], "2024")
    assert seen.remarks[Remark.COUNT_FELL] == {"period": "2022", "value": "9"}  # 3 + 3 + 3, and now 3 + 3 + 2 = 8


def test_a_sum_with_a_part_of_a_year_in_it_has_no_pace() -> None:
    ask = Ask(
        kind=Kind.LEVEL, comparator=Comparator.AT_LEAST, goal=Decimal(900), unit="亿元", area=TOTAL, whole_year=True
    )
    base = [reported("2022", 200, area=area, line=at) for at, area in enumerate(COUNTIES, 1)]
    now = [reported("2024", 230, area=area, line=at) for at, area in enumerate(COUNTIES[:2], 4)]
    seen = assessed(ask, [*base, *now, reported("2024-Q4", 60, area="jiande", line=6, partial=True)], "2024")
    assert (seen.status, seen.no_pace) == (Status.NO_PACE, NoPace.PART_OF_A_YEAR)
    whole = assessed(ask, [*base, *now, reported("2024", 230, area="jiande", line=6)], "2024")
    assert whole.baseline is not None
    assert whole.baseline.value == 600
    assert (
        whole.status is Status.BEHIND
    )  # (690 / 600) ^ (1 / 2) - 1 = 7.24 %; (900 / 600) ^ (1 / 5) - 1 = 8.45 %; 0.857


def test_a_part_of_a_year_below_a_limit_has_not_kept_it() -> None:
    ask = Ask(kind=Kind.RATIO, comparator=Comparator.AT_MOST, goal=Decimal(60), unit="亿元", whole_year=True)
    seen = assessed(ask, [reported("2024-Q2", 30, partial=True)], "2024-Q2")
    assert (seen.status, seen.no_pace) == (Status.NO_PACE, NoPace.PART_OF_A_YEAR)


def test_a_sum_with_a_part_of_a_year_in_it_cannot_miss_a_years_goal() -> None:
    ask = Ask(
        kind=Kind.LEVEL, comparator=Comparator.AT_LEAST, goal=Decimal(900), unit="亿元", area=TOTAL, whole_year=True
    )
    two = [reported("2027", 290, area=area, line=at) for at, area in enumerate(COUNTIES[:2], 1)]
    part = [*two, reported("2027-Q4", 90, area="jiande", line=3, partial=True)]
    assert assessed(ask, part, "2027").status is Status.NO_PACE
    assert assessed(ask, [*two, reported("2027", 290, area="jiande", line=3)], "2027").status is Status.MISSED


def test_a_part_of_a_year_is_no_baseline() -> None:
    ask = Ask(kind=Kind.LEVEL, comparator=Comparator.AT_LEAST, goal=Decimal(600), unit="亿元", whole_year=True)
    seen = assessed(ask, [reported("2022-Q2", 210, partial=True), reported("2024", 484, line=2)], "2024")
    assert (seen.status, seen.no_pace, seen.baseline) == (Status.NO_PACE, NoPace.NO_BASELINE, None)


def test_an_earlier_running_total_short_of_the_goal_does_not_tell_of_the_due_date() -> None:
    early = assessed(AMOUNT, [reported("2026", 90)], "2028")
    assert early.status is Status.MISSING
    late = assessed(AMOUNT, [reported("2028", 90)], "2028")
    assert late.status is Status.MISSING


def test_nothing_is_carried_forward_where_every_part_is_there() -> None:
    figures = [reported(year, 20, area=area, line=at) for at, area in enumerate(COUNTIES) for year in ("2023", "2024")]
    seen = assessed(total_ask("150"), figures, "2024", carry_forward=True)
    assert seen.figure is not None
    assert (seen.figure.value, seen.remarks) == (Decimal(60), {})


def test_nothing_is_carried_forward_unless_asked_for() -> None:
    plan = make_plan(total_ask("150"))
    several = [reported("2024", 20), reported("2023", 20, area="chunan", line=2)]
    figures = collect(Submissions(tuple(several), frozenset(), (), ()), plan, None, TODAY)
    (seen,) = judge(plan, figures, plan.targets).assessments
    assert set(seen.remarks) == {Remark.PART_EARLIER}


def test_what_can_fall_is_carried_forward_only_before_the_due_date() -> None:
    ask = Ask(kind=Kind.COUNT, comparator=Comparator.AT_LEAST, goal=Decimal(12), unit="个", area=TOTAL)
    for year, status, known in ((2026, Status.MET, 12), (2027, Status.UNDECIDED, 8)):
        parts = [reported(str(year), 4, area=area, line=at) for at, area in enumerate(COUNTIES[:2], 1)]
        earlier = reported(str(year - 1), 4, area="jiande", line=3)
        seen = assessed(ask, [*parts, earlier], str(year), carry_forward=True)
        # 4 + 4 and an earlier 4, which by the end of 2027 may have become less.
        assert (seen.status, value(seen)) == (status, Decimal(known))
        assert (Remark.CARRIED_FORWARD in seen.remarks) is (year == 2026)


def test_at_the_due_date_only_what_was_refused_for_it_counts_as_reported() -> None:
    for year, missing in (("2027", Missing.NOT_USED), ("2025", Missing.NOT_REPORTED)):
        conflict = [reported(year, 30), reported(year, 40, line=2)]
        assert assessed(AMOUNT, conflict, "2027").missing is missing
    before_it = [reported("2025", 30), reported("2025", 40, line=2)]
    assert assessed(AMOUNT, before_it, "2026").missing is Missing.NOT_USED


def test_why_a_total_is_missing_is_told_by_what_the_counties_and_the_city_report() -> None:
    ask = Ask(kind=Kind.COUNT, comparator=Comparator.AT_LEAST, goal=Decimal(12), unit="个", area=TOTAL)
    for area in (*COUNTIES, TOTAL):
        assert assessed(ask, [reported("2022", 4, area=area)], "2024").missing is Missing.ONLY_BASELINE
        seen = assessed(ask, [reported("2026", 4, area=area)], "2027")
        assert (seen.missing, seen.remarks) == (
            Missing.DUE_UNREPORTED,
            {Remark.DUE_UNREPORTED: {"period": "2026", "value": "4"}},
        )
    assert assessed(ask, [], "2024").missing is Missing.NOT_REPORTED


def test_a_figure_from_after_the_date_asked_for_is_told_as_that() -> None:
    assert assessed(AMOUNT, [reported("2025", 30)], "2024").missing is Missing.ONLY_LATER


def test_of_a_range_nothing_is_said_to_be_needed_of_the_counties_that_lack() -> None:
    ask = Ask(kind=Kind.COUNT, comparator=Comparator.BETWEEN, goal=(Decimal(50), Decimal(100)), unit="个", area=TOTAL)
    seen = assessed(ask, [reported("2026", 40)], "2026")
    assert seen.status is Status.UNDECIDED
    assert seen.parts is not None
    assert seen.parts.needed is None


OUTPUT = Ask(
    kind=Kind.LEVEL, comparator=Comparator.AT_LEAST, goal=Decimal(900), unit="亿元", area=TOTAL, whole_year=True
)


def test_a_quarter_of_a_newer_year_does_not_take_the_place_of_the_whole_year() -> None:
    years = [
        reported(year, value, area=area, line=at)
        for at, area in enumerate(COUNTIES)
        for year, value in (("2022", 200), ("2024", 230))
    ]
    quarters = [reported("2025-Q2", 120, area=area, line=10 + at, partial=True) for at, area in enumerate(COUNTIES)]
    seen = assessed(OUTPUT, [*years, *quarters], "2025-Q2")
    # (690 / 600) ^ (1 / 2) - 1 = 7.24 % of (900 / 600) ^ (1 / 5) - 1 = 8.45 %: 0.857
    assert (seen.status, value(seen)) == (Status.BEHIND, Decimal(690))


def test_a_total_of_quarters_alone_is_told_and_not_judged() -> None:
    quarters = [reported("2025-Q2", 120, area=area, line=at, partial=True) for at, area in enumerate(COUNTIES)]
    seen = assessed(OUTPUT, quarters, "2025-Q2")
    assert (seen.status, seen.no_pace) == (Status.NO_PACE, NoPace.PART_OF_A_YEAR)
    assert (value(seen), seen.gap) == (Decimal(360), None)


def test_of_the_totals_before_the_due_date_the_last_one_counts() -> None:
    figures = [
        reported(year, value, area=area, line=at)
        for at, area in enumerate(COUNTIES)
        for year, value in (("2025", 40), ("2026", 60))
    ]
    seen = assessed(total_ask("150"), figures, "2028")
    assert (seen.status, value(seen)) == (Status.MET, Decimal(180))  # 60 x 3; 40 x 3 = 120 would not do


def test_a_sum_with_one_estimate_in_it_is_one() -> None:
    figures = [reported("2024", 20, area=area, line=at) for at, area in enumerate(COUNTIES)]
    assert assessed(total_ask("150"), figures, "2024").remarks == {}
    foreseen = [replace(figures[0], estimate=True), *figures[1:]]
    assert assessed(total_ask("150"), foreseen, "2024").remarks == {Remark.ESTIMATE: {"period": "2024"}}


def test_a_total_of_some_is_asked_about_where_it_stands_and_only_where_some_are_lacking() -> None:
    plan = make_plan(total_ask("500"))
    parts = [reported("2024", 50, area=area, line=at) for at, area in enumerate(COUNTIES, 1)]

    def found(count: int, own: int) -> list[tuple[Code, int | None]]:
        given = [*parts[:count], reported("2024", own, area=TOTAL, line=9)]
        return [(one.code, one.place.line) for one in judged(plan, given, "2024").diagnostics]

    assert found(2, 100) == [(Code.TOTAL_OF_SOME, 9)]
    assert found(3, 150) == []  # that is all of them
    assert found(1, 50) == []  # one county may well be the only one that has any


def test_a_count_that_rose_or_stayed_is_not_remarked() -> None:
    ask = Ask(kind=Kind.COUNT, comparator=Comparator.AT_LEAST, goal=Decimal(4), unit="个")
    for later in (2, 3):
        assert assessed(ask, [reported("2023", 2), reported("2024", later, line=2)]).remarks == {}


def test_only_a_share_that_is_to_be_held_can_slip_or_be_lost() -> None:
    ask = Ask(kind=Kind.RATIO, comparator=Comparator.AT_LEAST, goal=Decimal(98), unit="%")
    slipping = assessed(ask, [reported("2023", 99), reported("2024", 98, line=2)])
    assert set(slipping.remarks) == {Remark.MET_EARLY}
    lost = assessed(ask, [reported("2023", 99), reported("2024", 97, line=2)])
    assert lost.remarks == {}


def test_the_last_time_a_share_was_held_is_named() -> None:
    ask = Ask(kind=Kind.HOLD, comparator=Comparator.AT_LEAST, goal=Decimal(98), unit="%")
    figures = [reported(str(2022 + at), value, line=at) for at, value in enumerate((90, 98, 99, 97, 96))]
    assert assessed(ask, figures).remarks == {Remark.HOLD_LOST: {"period": "2024", "value": "99"}}
    first = assessed(ask, figures[:1])
    assert first.remarks == {}


def test_a_baseline_alone_may_be_too_round_to_tell() -> None:
    ask = Ask(kind=Kind.RATIO, comparator=Comparator.AT_LEAST, goal=Decimal(80), unit="%")
    # 7.6 / 20 / 0.4 = 0.95; from b on 30.4 + 0.62 b is on track, so that 67.6 is for every b up to 60: half of 59.5 to 60.5.
    seen = assessed(ask, [reported("2022", 60, half_digit="0.5"), reported("2024", "67.6", line=2)])
    assert seen.status is Status.ON_TRACK
    assert [(one.status, one.chance) for one in seen.borderline] == [(Status.BEHIND, Decimal("0.5"))]


def test_the_figure_of_a_remark_is_one_of_what_is_asked() -> None:
    seen = assessed(AMOUNT, [reported("2024", 40)])
    assert seen.figure is not None
    assert [source.indicator for source in seen.figure.sources] == [ASKED]
    assert (seen.baseline, seen.parts) == (None, None)


def test_a_band_left_a_month_ago_is_left() -> None:
    ask = Ask(kind=Kind.BAND, comparator=Comparator.AT_MOST, goal=Decimal("5.5"), unit="%")
    month = reported("2024-11", "5.8")  # above 5.5, and by December 5.2 again
    seen = assessed(ask, [month, reported("2024", "5.2", line=2)], "2024")
    assert seen.status is Status.REVERSING
    assert seen.remarks[Remark.BAND_LEFT] == {"2024-11": "5.8"}


def test_what_is_above_its_goal_and_not_settled_yet_has_no_gap() -> None:
    ask = Ask(kind=Kind.GROWTH_RATE, comparator=Comparator.AT_LEAST, goal=Decimal(6), unit="%", low=None)
    above, below = (assessed(ask, [reported("2023", rate)], "2023") for rate in ("6.5", "5.9"))
    assert (above.status, above.gap) == (Status.AHEAD, None)  # 6.5/6 = 1.08
    assert (below.status, below.gap) == (Status.ON_TRACK, Decimal("0.1"))  # 5.9/6 = 0.98


def test_a_band_is_kept_or_left_whatever_was_before_its_time() -> None:
    ask = Ask(kind=Kind.BAND, comparator=Comparator.AT_MOST, goal=Decimal("5.5"), unit="%")
    seen = assessed(ask, [reported("2021", "5.0"), reported("2023", "5.8", line=2)], "2023")
    assert (seen.status, seen.baseline, seen.remarks) == (Status.REVERSING, None, {})
    assert seen.pace is not None
    assert seen.pace.time.value == Decimal("0.2")  # one of the five years from 2022 on


def test_a_change_since_a_base_year_begins_in_it_and_not_before() -> None:
    ask = Ask(kind=Kind.REDUCTION, comparator=Comparator.AT_LEAST, goal=Decimal(14), unit="%", base=2020, low=None)
    seen = assessed(ask, [reported("2019", "-3"), reported("2024", "7.8", line=2)], "2024")
    assert seen.baseline is not None
    assert (seen.baseline.period.year, seen.baseline.value, seen.baseline.origin) == (
        2020,
        Decimal(0),
        Origin.BASE_YEAR,
    )
    # Four of seven years: 14 x 4/7 = 8; 7.8/8 = 0.975. From -3 in 2019 on it would be (10.8/17)/(5/8) = 1.016.
    assert seen.status is Status.ON_TRACK
    assert seen.pace is not None
    assert seen.pace.value is not None
    assert seen.pace.value.value == pytest.approx(Decimal("0.975"))
