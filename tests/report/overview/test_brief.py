from __future__ import annotations

import re
from pathlib import Path

import pytest

from countyplan.language import Language, Texts
from countyplan.quantity import Period, parse_period
from countyplan.report.words.names import period_end
from tests.render.dated import ILLUSTRATIVE, made
from tests.render.made import CASES, EXAMPLES, example, report_on


@pytest.mark.parametrize("case", CASES)
def test_the_areas_add_up_to_the_whole(case: str) -> None:
    report = example(case)
    areas = report.brief.areas
    assert sum(area.total for area in areas) == len(report.rows)
    for at, count in enumerate(report.counts):
        assert sum(area.counts[at].number for area in areas) == count.number


def test_what_tables_call_otherwise_is_told_below_the_counts() -> None:
    report = example("illustrative")
    early = [row for row in report.rows if "met_early" in row.machine.remarks]
    assert {row.status for row in early} == {"提前实现"}
    assert f"“已达标”中有{len(early)}项在期限之前已经达到，各表写作“提前实现”。" in report.brief.counts.notes


@pytest.mark.parametrize("case", CASES)
def test_every_row_that_is_lagging_is_told_once(case: str) -> None:
    report = example(case)
    behind = {"missed", "reversing", "far_behind", "behind"}
    told = [(row.machine.target, row.machine.area) for area in report.brief.areas for row in area.lagging]
    expected = [(row.machine.target, row.machine.area) for row in report.rows if row.machine.status in behind]
    assert sorted(told) == sorted(expected)


def test_the_most_urgent_come_first_in_their_area() -> None:
    for area in example("illustrative").brief.areas:
        firm = [row for row in area.lagging if row.machine.firmness == "firm" and not row.machine.borderline]
        measured = [float(row.machine.points_ahead) for row in firm if row.machine.points_ahead is not None]
        assert measured == sorted(measured)


def test_the_counts_are_told_in_a_sentence() -> None:
    brief = example("illustrative").brief
    assert brief.conclusion == (
        "截至2024年底，53项目标中，滞后18项，已达标或符合预期28项，尚不能判断7项；滞后最多的是淳安县，有8项。"
    )
    assert brief.overview[1].startswith("约束性目标50项：")
    assert "力争目标3项：快于预期1项；背离目标1项；未报送1项。" in brief.overview[1]


def test_the_counts_are_phrases_of_english() -> None:
    brief = example("illustrative", Language.EN).brief
    assert "6 that cannot be judged yet – 5 with no verdict on pace, 1 undecided." in brief.overview[1]
    one = report_on([EXAMPLES / "waived"], areas=["tonglu", "total"], language=Language.EN).brief
    assert one.overview[1].endswith("The one aspirational target: 1 not reported.")


def test_one_area_beside_all_together_is_not_the_one_with_the_most() -> None:
    # Of Tonglu's 16 targets 5 lag, and 2 of the 7 of all areas together.
    brief = report_on([EXAMPLES / "illustrative"], areas=["tonglu", "total"]).brief
    assert [(area.of_all, len(area.lagging)) for area in brief.areas] == [(False, 5), (True, 2)]
    assert brief.conclusion.startswith("截至2024年底，23项目标中，滞后7项，")
    assert "最多" not in brief.conclusion


@pytest.mark.parametrize("language", Language)
def test_the_numbers_of_the_conclusion_are_those_of_the_table(language: Language) -> None:
    report = example("illustrative", language)
    brief, counts = report.brief, report.brief.counts
    numbers = [int(one) for one in re.findall(r"\d+", brief.conclusion)]
    met, ahead, on_track, behind, far, away, _, no_pace, undecided, missing = (count.number for count in report.counts)
    most = max(len(area.lagging) for area in brief.areas)
    lagging, keeping, unknown = behind + far + away, met + ahead + on_track, no_pace + undecided + missing
    first = {Language.ZH: [len(report.rows), lagging], Language.EN: [lagging, len(report.rows)]}[language]
    assert numbers == [2024, *first, keeping, unknown, most]
    assert counts.whole.numbers == (met, ahead, on_track, behind, far, away, no_pace, undecided, missing)
    assert [sum(area.numbers[at] for area in counts.areas) for at in range(9)] == list(counts.whole.numbers)


def test_where_no_figure_could_be_used_the_cause_comes_first(tmp_path: Path) -> None:
    submitted = tmp_path / "tonglu.yaml"
    submitted.write_text("area: 桐庐县\nperiod: 2024\nfigures:\n  地区生产总值: 很多\n", encoding="utf-8")
    brief = report_on([submitted]).brief
    assert brief.conclusion.startswith("没有可用的数据：报送文件有1处错误")
    assert not any("没有滞后" in line for line in (brief.conclusion, *brief.overview))


@pytest.mark.parametrize(
    ("language", "said"),
    [
        (Language.ZH, "截至2024年底，23项目标尚不能判断。"),
        (Language.EN, "As of the end of 2024, none of the 23 targets can be judged yet."),
    ],
)
def test_where_no_target_can_be_judged_none_is_said_to_be_on_pace(
    tmp_path: Path, language: Language, said: str
) -> None:
    # A figure without a baseline has no pace, and of the other targets nothing is reported.
    sent = tmp_path / "a.yaml"
    sent.write_text("area: 桐庐县\nperiod: 2024\nfigures:\n  地区生产总值: 484.4\n", encoding="utf-8")
    assert report_on([sent], language=language).brief.conclusion == said


def test_who_answers_for_what_is_lagging_is_told_by_clause() -> None:
    answering = {one.heading: one for one in example("illustrative").brief.answering}
    insurance = answering["（十一）提升社会保障治理能力"]
    assert insurance.lines == ("县城户籍人口医疗保险参保率：建德市",)
    assert insurance.units == "市人力社保局、市民政局、市医疗保障局、各县（市）政府"
    # The clause names nobody; by （二十三） the counties' governments answer for the whole.
    assert answering["（二）发展目标"].units == "淳安县政府、桐庐县政府、建德市政府（主体责任）"


def test_what_cannot_be_judged_is_told_with_its_reason() -> None:
    lines = [line for clause in example("illustrative").brief.unsettled for line in clause.lines]
    assert "支柱产业和特色产业：淳安县；个数类目标不算进度，只判断是否达到" in lines
    assert "经济技术开发区总产值：淳安县；没有基期或更早的数据，无从判断进度" in lines


def test_errors_come_before_warnings_and_the_rest_is_counted() -> None:
    brief = example("invalid").brief
    assert len(brief.findings) == 8
    assert all("错误 CP" in line for line in brief.findings)
    number = re.search(r"\d+", brief.findings_left_out)
    counts = [int(one) for one in re.findall(r"\d+", brief.findings_count)]
    assert number is not None
    assert int(number[0]) + 8 == counts[0] + counts[1]
    assert example("published").brief.findings == ()


def test_nothing_asked_for_is_said() -> None:
    brief = report_on([EXAMPLES / "illustrative"], clauses=[1]).brief
    assert (brief.conclusion, len(brief.overview)) == ("没有符合条件的目标。", 1)
    assert brief.areas == ()


@pytest.mark.parametrize(
    ("written", "zh", "en"),
    [
        ("2024", "2024年底", "the end of 2024"),
        ("2024-Q2", "2024年二季度末", "the end of the second quarter of 2024"),
        ("2024-06", "2024年6月底", "the end of June 2024"),
    ],
)
def test_the_end_of_a_period_is_said_in_words(written: str, zh: str, en: str) -> None:
    period = parse_period(written)
    assert isinstance(period, Period)
    assert period_end(period, Texts(Language.ZH)) == zh
    assert period_end(period, Texts(Language.EN)) == en


@pytest.mark.parametrize(
    ("language", "said"),
    [
        (Language.ZH, "截至2024年底，23项目标中，滞后1项，尚不能判断22项；滞后的是桐庐县的目标。"),
        (
            Language.EN,
            "As of the end of 2024, 1 of 23 targets is off track, and 22 cannot be judged yet; "
            "the one off track is in Tonglu.",
        ),
    ],
)
def test_where_all_that_lags_is_in_one_area_it_has_not_the_most_of_it(
    tmp_path: Path, language: Language, said: str
) -> None:
    sent = tmp_path / "a.csv"
    # 1.70 to 1.68 is a way of 0.02 of 0.15 after 40 % of the time: 0.133 / 0.40 = 0.33.
    sent.write_text(
        "县（市）,报告期,指标,数值\n桐庐县,2022,城乡居民收入倍差,1.70\n桐庐县,2024,城乡居民收入倍差,1.68\n", "utf-8"
    )
    assert report_on([sent], language=language).brief.conclusion == said


def test_a_conclusion_says_nothing_of_what_there_is_none_of() -> None:
    # Clause 7 has one target, future communities, which is on track.
    assert made(ILLUSTRATIVE, Language.EN, clauses=(7,)).brief.conclusion == (
        "As of the end of 2024, the one target is met or on pace."
    )
