"""Where the figures come from: every number and every source is invented."""

from __future__ import annotations

from dataclasses import replace

from countyplan.assess import judge
from countyplan.language import Language, Texts
from countyplan.report.row.source_lines import source_lines
from countyplan.submission import ReportedFigure
from tests.figures.reported import PLAN, collected, reported

BULLETIN, FIRST = "虚构的统计公报", "初步核算数"


def lines(*figures: ReportedFigure, language: Language = Language.ZH) -> tuple[str, ...]:
    judged = judge(PLAN, collected(*figures), PLAN.targets).assessments
    return source_lines(PLAN, judged, Texts(language))


def noted(one: ReportedFigure, note: str = "", source: str = BULLETIN) -> ReportedFigure:
    return replace(one, source=source, note=note)


def test_a_note_of_all_figures_of_a_source_stands_with_the_source() -> None:
    figures = reported("484.4"), reported("420", "2022", file="b.yaml"), reported("72", indicator="urbanisation_rate")
    assert lines(*(noted(one, FIRST) for one in figures)) == (f"{BULLETIN}（{FIRST}）",)
    assert lines(*(noted(one) for one in figures)) == (BULLETIN,)


def test_a_note_of_one_figure_names_it() -> None:
    figures = noted(reported("484.4"), FIRST), noted(reported("72", indicator="urbanisation_rate"))
    assert lines(*figures) == (f"{BULLETIN}（桐庐县2024年地区生产总值：{FIRST}）",)
    assert lines(*figures, language=Language.EN) == (f"{BULLETIN} (Tonglu 2024, Gross regional product: {FIRST})",)


def test_a_note_of_all_of_an_area_or_of_its_period_does_not_list_them() -> None:
    here = reported("484.4"), reported("72", indicator="urbanisation_rate")
    before, there = reported("420", "2022", file="b.yaml"), noted(reported("275", area="chunan"))
    of_2024 = [noted(one, FIRST) for one in here]
    assert lines(*of_2024, noted(before, FIRST), there) == (f"{BULLETIN}（桐庐县全部数据：{FIRST}）",)
    assert lines(*of_2024, noted(before), there) == (f"{BULLETIN}（桐庐县2024年全部数据：{FIRST}）",)
    assert lines(*of_2024, noted(before, "终核数"), there) == (
        f"{BULLETIN}（桐庐县2024年全部数据：{FIRST}；桐庐县2022年地区生产总值：终核数）",
    )


def test_a_note_without_a_source_names_its_figure_unless_all_there_is_has_it() -> None:
    one, other = reported("484.4"), reported("72", indicator="urbanisation_rate")
    assert lines(noted(one, FIRST, source=""), noted(other, source="")) == (f"桐庐县2024年地区生产总值：{FIRST}",)
    assert lines(noted(one, FIRST, source=""), noted(other)) == (f"桐庐县2024年地区生产总值：{FIRST}", BULLETIN)
    assert lines(noted(one, FIRST, source=""), noted(other, FIRST, source="")) == (FIRST,)
    assert lines(noted(one, source="")) == ()
