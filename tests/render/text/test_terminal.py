from __future__ import annotations

import io
import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from countyplan.assess import Status
from countyplan.language import Language, Texts
from countyplan.plan import load_plan, shipped_plan
from countyplan.render.text.console import say_whole
from countyplan.render.text.screen import Line, PlainScreen
from countyplan.render.text.terminal import print_report
from countyplan.render.text.told import print_listing
from countyplan.render.text.wrap import wrap
from countyplan.report.commitments_listing import list_commitments
from countyplan.report.listing import list_targets
from countyplan.report.report_model import Report
from countyplan.run.asked import Asked
from countyplan.run.judged import judge_files
from countyplan.run.told import report_of

EXAMPLES = Path(__file__).parents[3] / "examples"


def report(language: Language) -> Report:
    asked = Asked(plan=load_plan(shipped_plan())[0], paths=(EXAMPLES / "illustrative",))
    return report_of(judge_files(asked), Texts(language))


def printed(made: Report, width: int) -> list[str]:
    out = io.StringIO()
    print_report(made, PlainScreen(out, width))
    return out.getvalue().splitlines()


@pytest.mark.parametrize("language", list(Language))
@pytest.mark.parametrize("width", [80, 120])
def test_no_line_is_wider_than_the_terminal(language: Language, width: int) -> None:
    lines = printed(report(language), width)
    # A finding is one line, so that an editor finds its place, and so is the last, which tells the exit code; a terminal
    # wraps them.
    too_wide = [line for line in lines[:-1] if cell_len(line.rstrip()) > width]
    assert all(" CP" in line for line in too_wide)


def test_tables_are_drawn_only_with_characters_of_certain_width() -> None:
    drawn = {char for line in printed(report(Language.ZH), 80) for char in line if "[" in line and "|" in line}
    ambiguous = {char for char in drawn if unicodedata.east_asian_width(char) == "A"}
    assert ambiguous <= set("“”")


def test_every_row_is_there_in_both_widths() -> None:
    made = report(Language.ZH)
    for width in (80, 120):
        text = "\n".join(printed(made, width))
        assert all(row.value in text for row in made.rows)
        assert all(row.status in text for row in made.rows)
        assert all(row.indicator[:4] in text for row in made.rows)


@pytest.mark.parametrize(
    ("language", "met", "why"),
    [(Language.ZH, "提前实现*", "* 数据待核实"), (Language.EN, "met early*", "* on a figure to be checked")],
)
def test_a_verdict_on_a_figure_to_be_checked_is_marked_in_the_matrix(
    language: Language, met: str, why: str, tmp_path: Path
) -> None:
    # 484.4 written in units of 10,000 yuan where the plan's unit is 100 million: as it stands it is far above the goal.
    figures = "area: 桐庐县\nperiod: 2024\nfigures:\n  地区生产总值: 4844000\n  义务教育学校结对率: 100\n"
    (tmp_path / "figures.yaml").write_text(figures, encoding="utf-8")
    asked = Asked(plan=load_plan(shipped_plan())[0], paths=(tmp_path / "figures.yaml",))
    lines = printed(report_of(judge_files(asked), Texts(language)), 80)
    assert [met in line for line in lines].count(True) == 1
    assert why in lines


def test_a_matrix_without_doubt_has_no_mark(tmp_path: Path) -> None:
    figures = "area: 桐庐县\nperiod: 2024\nfigures:\n  义务教育学校结对率: 100\n"
    (tmp_path / "figures.yaml").write_text(figures, encoding="utf-8")
    asked = Asked(plan=load_plan(shipped_plan())[0], paths=(tmp_path / "figures.yaml",))
    lines = printed(report_of(judge_files(asked), Texts(Language.ZH)), 80)
    assert any("提前实现" in line for line in lines)
    assert not any("*" in line for line in lines)


def test_progress_and_time_can_be_told_without_colour() -> None:
    lines = printed(report(Language.ZH), 80)
    # 64.4 of 180 is 35.8 % of the way: 2 of 6 cells; 40 % of the time: after 2 of 6 cells. 484.41 was due: level.
    assert "[##|....] 0 " in next(line for line in lines if "484.4亿元" in line)
    # 60 of 300 is 20 % of the way in 40 % of the time.
    assert "[#.|....] -20.0" in next(line for line in lines if " 60亿元" in line)


@given(
    st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cf", "Mn", "Me", "Zl", "Zp"))), st.integers(4, 80)
)
def test_wrapping_loses_nothing_but_spaces_and_keeps_the_width(text: str, width: int) -> None:
    lines = list(wrap(text, width))
    assert "".join("".join(lines).split()) == "".join(text.split())
    assert all(cell_len(line) <= max(width, 2) for line in lines)


def test_no_line_begins_with_closing_punctuation() -> None:
    assert list(wrap("进度滞后，须加快", 8)) == ["进度滞", "后，须加", "快"]


def test_no_line_ends_within_an_amount_of_money() -> None:
    assert list(wrap("at least CNY 48.44 billion by then", 20)) == ["at least", "CNY 48.44 billion by", "then"]
    assert list(wrap("a gap of (CNY 830 million).", 12)) == ["a gap of", "(CNY 830", "million)."]


def test_no_line_ends_between_a_number_and_what_it_counts() -> None:
    assert list(wrap("of all, 4 moving away, 1 not reported", 14)) == ["of all,", "4 moving away,", "1 not reported"]
    assert list(wrap("reported on 19 November 2024 by", 20)) == ["reported on", "19 November 2024 by"]
    assert list(wrap("报送（2024年11月19日）", 20)) == ["报送", "（2024年11月19日）"]
    assert list(wrap("编造的第2镇、第 3 行", 10)) == ["编造的", "第2镇、", "第 3 行"]


def test_a_narrow_sign_behind_a_chinese_word_begins_no_line() -> None:
    assert list(wrap("by 建德; note", 7)) == ["by 建", "德;", "note"]


@pytest.mark.parametrize("width", [80, 120, 200])
def test_a_listing_breaks_no_word(width: int) -> None:
    plan, out = load_plan(shipped_plan())[0], io.StringIO()
    listing = list_commitments(plan, plan.commitments, Texts(Language.EN))
    print_listing(listing, PlainScreen(out, width))
    lines = out.getvalue().splitlines()
    assert max(map(cell_len, lines)) <= width
    # The second column in its whole, its cells put together again.
    cells = [line.split("|") for line in lines if line.startswith("|")]
    told = " ".join(cell[2].strip() for cell in cells)
    assert all(row[1] in told for row in listing.rows)


class _Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_a_terminal_folds_what_a_log_keeps_on_one_line() -> None:
    line, terminal, log = (
        Line(("Verdict: 18 of 53", "bold"), (" targets are behind; exit code 1", "")),
        _Terminal(),
        io.StringIO(),
    )
    for file in (terminal, log):
        say_whole(PlainScreen(file, 20), line)
    assert terminal.getvalue().splitlines() == ["Verdict: 18 of", "53 targets are", "behind; exit code 1"]
    assert log.getvalue() == f"{line.plain}\n"


@pytest.mark.parametrize("language", list(Language))
def test_where_nothing_is_shown_no_heading_stands_alone(language: Language) -> None:
    plan, texts = load_plan(shipped_plan())[0], Texts(language)
    asked = Asked(plan=plan, paths=(EXAMPLES / "illustrative",), only=frozenset({Status.MISSED}))
    made = report_of(judge_files(asked), texts)
    lines = printed(made, 80)
    headings = [at for at, line in enumerate(lines) if line.startswith("== ")]
    assert all(lines[at + 1] for at in headings)
    assert f"== {texts.say('report.readings')} ==" not in lines


def test_a_table_of_targets_breaks_no_number() -> None:
    plan, out = load_plan(shipped_plan())[0], io.StringIO()
    listing = list_targets(plan, plan.targets, Texts(Language.ZH))
    print_listing(listing, PlainScreen(out, 80))
    assert "| 150个 " in out.getvalue()
    assert max(map(cell_len, out.getvalue().splitlines())) == 80
