"""The page as readers have it: by sight, by keyboard, by ear, on a telephone, in the dark and on paper."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page

from countyplan.choice import By
from countyplan.language import Language, Texts
from countyplan.plan.selection import Selection
from countyplan.render.html import index_html, report_html
from countyplan.report.divided.grouping import remits_of
from countyplan.report.divided.index import GroupSheet, build_index
from countyplan.report.divided.sheets import build_sheet
from countyplan.report.whole.build import build_report
from tests.browser.conftest import Open
from tests.render.dated import ILLUSTRATIVE, made, request

SHOWN = "article.target:not([hidden])"
A4 = (595, 842)  # points
A4_BETWEEN_MARGINS = (680, 997)  # pixels of 1/96 inch


def violations(page: Page, within: str = "html") -> list[str]:
    found = Axe().run(page, context=within).response["violations"]
    return [f"{one['id']}: {node['html'][:200]} {node['failureSummary']}" for one in found for node in one["nodes"]]


@pytest.mark.parametrize(("language", "dark"), [(Language.ZH, False), (Language.EN, True)])
def test_axe_finds_nothing(opened: Open, short_pages: dict[Language, Path], language: Language, dark: bool) -> None:
    page = opened(short_pages[language], dark=dark)
    page.click("#open-all")
    assert violations(page) == []


def test_axe_finds_nothing_on_a_telephone(opened: Open, short_pages: dict[Language, Path]) -> None:
    assert violations(opened(short_pages[Language.ZH], width=390)) == []


def test_axe_finds_nothing_in_an_index_nor_in_a_sheet_without_a_target(opened: Open, tmp_path: Path) -> None:
    asked, texts = request(ILLUSTRATIVE, clauses=(10, 18)), Texts(Language.ZH)
    remits = remits_of(asked.plan, By.CLAUSE, Selection(clauses=frozenset({10, 18})), texts)
    sheets = [GroupSheet(one.group, f"{one.stem}.html", build_sheet(asked, one, texts)) for one in remits]
    index = build_index(build_report(asked, texts), By.CLAUSE, sheets, texts)
    for name, data in (
        ("index.html", index_html(index)),
        ("none.html", report_html(made(ILLUSTRATIVE, clauses=(10,)))),
    ):
        (tmp_path / name).write_bytes(data)
        assert violations(opened(tmp_path / name)) == []


def test_axe_would_find_something(opened: Open, short_pages: dict[Language, Path]) -> None:
    page = opened(short_pages[Language.ZH])
    page.evaluate("document.querySelector('h1').style.color = '#eee'")
    assert any(one.startswith("color-contrast") for one in violations(page, "header"))


@pytest.mark.parametrize("width", [1280, 768, 390, 320])
@pytest.mark.parametrize("language", list(Language))
def test_the_page_is_never_wider_than_its_window(opened: Open, language: Language, width: int) -> None:
    page = opened(language, width=width)
    page.click("#open-all")
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_nothing_is_asked_of_a_network(browser: Browser, pages: dict[Language, Path]) -> None:
    context = browser.new_context()
    page = context.new_page()
    asked: list[str] = []
    said: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda message: said.append(message.text))
    page.goto(pages[Language.ZH].as_uri(), wait_until="networkidle")
    assert asked == [pages[Language.ZH].as_uri()]
    assert said == []
    context.close()


@pytest.mark.parametrize(
    ("by", "value", "number"),
    [("area", "tonglu", 16), ("area", "total", 7), ("clause", "18", 18), ("status", "behind", 10)],
)
def test_rows_can_be_chosen_and_their_number_is_announced(opened: Open, by: str, value: str, number: int) -> None:
    page = opened()
    page.select_option(f"#by-{by}", value)
    assert page.locator(SHOWN).count() == number
    assert page.locator("td[data-for]:not(.left-out)").count() == number
    label = page.locator(f"#by-{by} option:checked").inner_text()
    assert page.locator("#shown[role=status]").inner_text() == f"显示{number}项，共53项：{label}"
    headings = page.locator("#targets h4").locator("visible=true")
    assert headings.count() == page.locator(f"#targets .indicator:has({SHOWN})").count()
    page.click("#show-all")
    assert page.locator(SHOWN).count() == 53
    assert page.locator("#shown").inner_text() == "显示全部53项"


def test_a_column_without_a_chosen_cell_is_left_out(opened: Open) -> None:
    page = opened()
    heads = page.locator("table.matrix thead th").locator("visible=true")
    assert heads.all_inner_texts() == ["指标", "桐庐县", "淳安县", "建德市", "三县（市）合计"]
    page.select_option("#by-area", "jiande")
    assert heads.all_inner_texts() == ["指标", "建德市"]
    spans = page.locator("table.matrix .clause th").evaluate_all("all => [...new Set(all.map(one => one.colSpan))]")
    assert spans == [2]
    page.click("#show-all")
    assert heads.count() == 5


@pytest.mark.parametrize("language", list(Language))
def test_on_a_telephone_the_whole_matrix_is_read_without_pushing_it_aside(opened: Open, language: Language) -> None:
    page = opened(language, width=390)
    assert page.locator(".scroll:has(.matrix)").evaluate("it => it.scrollWidth - it.clientWidth") == 0
    cells = page.locator("td[data-for]").locator("visible=true")
    assert cells.count() == 53
    said = cells.evaluate_all("all => all.map(one => getComputedStyle(one, '::before').content)")
    named = page.locator("table.matrix thead th[data-area]").all_text_contents()
    assert {one.strip('"') for one in said} == {one.strip() for one in named}
    assert page.locator("table.matrix .no-target").locator("visible=true").count() == 0


def test_a_unit_is_chosen_by_its_name(opened: Open) -> None:
    page = opened(Language.EN)
    page.select_option("#by-unit", label="Healthcare Security Bureau")
    clauses = page.locator(SHOWN).evaluate_all("all => [...new Set(all.map(one => one.dataset.clause))]")
    assert clauses == ["11"]
    assert page.locator("#shown").inner_text() == "3 of 53 targets shown: Healthcare Security Bureau"


def test_choices_narrow_each_other_down_to_nothing(opened: Open) -> None:
    page = opened()
    page.select_option("#by-area", "tonglu")
    page.select_option("#by-status", "behind")
    assert page.locator(SHOWN).count() == 3
    page.select_option("#by-clause", "4")
    assert page.locator(SHOWN).count() == 0
    assert "显示0项，共53项：桐庐县；" in page.locator("#shown").inner_text()


def test_a_link_leads_to_a_row_that_was_not_chosen(opened: Open) -> None:
    page = opened()
    page.select_option("#by-status", "met")
    page.locator("ol.attention a").first.click()
    assert page.locator("article.target:target").is_visible()
    assert page.locator(SHOWN).count() == 53


def test_rows_can_be_chosen_and_opened_by_keyboard_alone(opened: Open) -> None:
    page = opened()
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    for _ in range(40):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.id") == "by-area":
            break
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    assert page.locator("#by-area").input_value() == "tonglu"
    assert page.locator(SHOWN).count() == 16
    page.locator(f"{SHOWN} summary").first.focus()
    page.keyboard.press("Enter")
    assert page.locator("details[open]").count() == 1


def test_without_scripts_everything_is_shown(opened: Open) -> None:
    page = opened(scripts=False)
    assert page.locator("article.target").locator("visible=true").count() == 53
    assert not page.locator("#filter").is_visible()
    page.locator("summary").first.click()
    assert page.locator("details[open] table.years").first.is_visible()


def test_everything_folded_opens_and_closes_at_once(opened: Open) -> None:
    page = opened()
    page.click("#open-all")
    assert page.locator("details[open]").count() == 53
    page.click("#open-all")
    assert page.locator("details[open]").count() == 0


def test_the_dark_page_draws_its_charts_in_its_own_colours(opened: Open) -> None:
    light, dark = (opened(dark=one) for one in (False, True))
    paper = "getComputedStyle(document.body).backgroundColor"
    ink = "getComputedStyle(document.querySelector('.path svg text')).fill"
    assert light.evaluate(paper) != dark.evaluate(paper)
    assert light.evaluate(ink) != dark.evaluate(ink)
    assert dark.evaluate(ink).startswith("rgb")


def test_on_paper_it_is_a4_and_no_target_is_cut(opened: Open) -> None:
    page = opened()
    sizes = re.findall(rb"/MediaBox\s*\[\s*0 0 ([\d.]+) ([\d.]+)", page.pdf(prefer_css_page_size=True))
    assert {(round(float(width)), round(float(height))) for width, height in sizes} == {A4}
    page.emulate_media(media="print")
    page.set_viewport_size({"width": A4_BETWEEN_MARGINS[0], "height": A4_BETWEEN_MARGINS[1]})
    assert page.evaluate("document.documentElement.scrollWidth") <= A4_BETWEEN_MARGINS[0]
    heights = page.locator("article.target").evaluate_all("all => all.map(one => one.offsetHeight)")
    assert max(heights) < A4_BETWEEN_MARGINS[1]
    kept = page.locator("article.target").evaluate_all("all => all.map(one => getComputedStyle(one).breakInside)")
    assert set(kept) == {"avoid"}


def test_in_the_dark_it_is_printed_as_in_the_light(opened: Open) -> None:
    page = opened(dark=True)
    page.emulate_media(media="print")
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"
