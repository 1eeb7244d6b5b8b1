from __future__ import annotations

import json
import re
from dataclasses import replace
from functools import cache
from importlib.resources import files
from itertools import pairwise
from urllib.parse import unquote

import pytest

from countyplan.assess import Status
from countyplan.choice import By
from countyplan.language import Language, Texts
from countyplan.plan.selection import Selection
from countyplan.render.html import index_html, report_html
from countyplan.render.html.environment import page_environment
from countyplan.report.divided.grouping import remits_of
from countyplan.report.divided.index import GroupSheet, build_index
from countyplan.report.divided.sheets import build_sheet
from countyplan.report.report_model import Report
from countyplan.report.whole.build import build_report
from tests.render.dated import ILLUSTRATIVE, PUBLISHED, made, request
from tests.render.made import report_json
from tests.render.markup import Element, read

LANGUAGES = list(Language)


@cache
def illustrative(language: Language) -> Report:
    return made(ILLUSTRATIVE, language)


@cache
def sheets(language: Language) -> tuple[GroupSheet, ...]:
    asked, texts = request(ILLUSTRATIVE), Texts(language)
    remits = remits_of(asked.plan, By.UNIT, Selection(), texts)
    return tuple(GroupSheet(one.group, f"{one.stem}.html", build_sheet(asked, one, texts)) for one in remits)


@cache
def page(language: Language) -> Element:
    return read(report_html(illustrative(language)))


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_target_says_what_the_json_says(language: Language) -> None:
    told = json.loads(report_json(illustrative(language)))["assessments"]
    shown = list(page(language).all("article", class_="target"))
    assert len(shown) == len(told) == 53
    for row in told:
        one = page(language).one("article", id=f"t-{row['target']}-{row['area']}").attributes
        step = row["step"] or {}
        assert one["data-status"] == row["status"]
        assert one["data-clause"] == str(row["clause"])
        for name in ("value", "gap", "pace", "expected"):
            assert one[f"data-{name}"] == (row[name] or ""), (row["target"], name)
        assert one["data-per-year"] == (step.get("per_year") or "")
        assert one["data-projection"] == (step.get("projection") or "")


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_read_is_what_the_report_tells(language: Language) -> None:
    for row in illustrative(language).rows:
        one = page(language).one("article", id=f"t-{row.machine.target}-{row.machine.area}")
        read_back = one.text.replace("≥", ">=").replace("≤", "<=")
        told = [row.area, row.indicator, row.status, row.machine.wording, row.goal, row.value, row.gap, row.reason]
        lines = [line for part in row.reasoning for line in part.lines]
        for text in (*told, row.step, *row.notes, *lines):
            assert " ".join(text.split()) in read_back, (row.machine.target, text)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_summary_counts_every_status_in_words_and_numbers(language: Language) -> None:
    report = illustrative(language)
    summary = page(language).one("section", id="summary")
    counted = {one.attributes["data-status"]: one for one in summary.one("ul", class_="counts").all("li")}
    assert len(counted) == len(report.counts) == 10
    for count in report.counts:
        assert counted[count.status].text == f"{count.number} {count.label} {count.note.strip()}".rstrip()
    # They are counted once: the sentence that counts them in words is not there, too.
    assert report.overview not in summary.text


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_matrix_has_a_cell_for_every_target_with_its_status_in_words(language: Language) -> None:
    matrix = page(language).one("table", class_="matrix")
    cells = [cell for cell in matrix.all("td") if "data-for" in cell.attributes]
    rows = {f"t-{row.machine.target}-{row.machine.area}": row for row in illustrative(language).rows}
    assert {cell.attributes["data-for"] for cell in cells} == set(rows)
    for cell in cells:
        row = rows[cell.attributes["data-for"]]
        assert row.status in cell.text
        assert row.value in cell.text
        assert any("#i-" in use.attributes.get("href", "") for use in cell.all("use"))
    widths = {len(list(row.all("th"))) + len(list(row.all("td"))) for row in matrix.all("tr")} - {1}
    assert widths == {5}


def test_of_many_areas_each_cell_names_its_own() -> None:
    one = illustrative(Language.ZH)
    widths = {}
    for areas in (8, 9):
        many = replace(one, matrix=replace(one.matrix, areas=(one.matrix.areas * areas)[:areas]))
        shown = read(report_html(many))
        widths[areas] = shown.one("table", style=f"--areas: {areas}").attributes["class"]
        told = shown.one("p", id="matrix-caption").text
        assert told == Texts(Language.ZH).say("html.matrix_caption_many" if areas > 8 else "html.matrix_caption")
        labels = {
            cell.attributes["data-for"]: cell.attributes["data-label"]
            for cell in shown.all("td")
            if "data-for" in cell.attributes
        }
        assert labels == {f"t-{row.machine.target}-{row.machine.area}": row.area for row in one.rows}
    assert widths == {8: "matrix", 9: "matrix many"}


def test_five_need_attention_first_in_the_order_of_the_report() -> None:
    report = illustrative(Language.ZH)
    attention = page(Language.ZH).one("ol", class_="attention")
    linked = [link.text for link in attention.all("a")]
    assert linked == [f"{row.area} {row.indicator}" for row in report.attention]


def test_charts_are_described_in_words() -> None:
    for row in illustrative(Language.ZH).rows:
        one = page(Language.ZH).one("article", id=f"t-{row.machine.target}-{row.machine.area}")
        images = [image.attributes["aria-label"] for image in one.all("div", role="img")]
        # What has nothing but its baseline has no way to be drawn.
        assert (row.chart is None) == (row.machine.status == "missing")
        if row.chart is None:
            continue
        assert len(images) == 2
        assert row.value in images[0]
        assert all(point.period in one.one("table", class_="years").text for point in row.chart.table)


def test_nothing_is_fetched() -> None:
    text = report_html(illustrative(Language.ZH)).decode("utf-8")
    body = text.split("<body>")[1]
    # A county's evidence may be an address: it is text, and no part of a tag.
    evidence = "https://example.org/made-up/chunan-12"
    assert evidence in body
    assert not re.search(rf"<[^>]*{re.escape(evidence)}", body)
    assert not re.search(r"https?:|//\w|@import|url\(|<link|<img|<iframe|srcset", body.replace(evidence, ""))
    assert not re.search(r"https?:|@import|url\(|<link", text.split("<body>")[0])
    assert "default-src 'none'" in text


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_same_report_gives_the_same_bytes(language: Language) -> None:
    assert report_html(illustrative(language)) == report_html(made(ILLUSTRATIVE, language))


@pytest.mark.parametrize("language", LANGUAGES)
def test_ids_are_there_once_and_every_reference_leads_somewhere(language: Language) -> None:
    ids = [one.attributes["id"] for one in page(language).all() if "id" in one.attributes]
    assert len(ids) == len(set(ids))
    for one in page(language).all():
        for name in ("href", "for", "aria-labelledby", "data-for"):
            if name in one.attributes:
                assert one.attributes[name].removeprefix("#") in ids


@pytest.mark.parametrize("language", LANGUAGES)
def test_headings_leave_out_no_level(language: Language) -> None:
    levels = [int(one.tag[1]) for one in page(language).all() if re.fullmatch(r"h[1-6]", one.tag)]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


def test_the_page_says_its_language_and_that_the_plan_is_chinese() -> None:
    for language, code in ((Language.ZH, "zh-Hans"), (Language.EN, "en")):
        assert page(language).one("html").attributes["lang"] == code
        assert {q.attributes["lang"] for q in page(language).all("q")} == {"zh-Hans"}


def test_the_page_says_what_it_was_made_from() -> None:
    report = illustrative(Language.ZH)
    told = page(Language.ZH).one("section", id="made-from").text
    assert len(report.made_from.files) == 10
    for text in (
        report.plan_id,
        "1.2.3",
        "2026年1月1日",
        "2024",
        *(part for one in report.made_from.files for part in one),
    ):
        assert text in told


def test_a_report_without_a_row_is_a_page_that_says_so() -> None:
    report = made(ILLUSTRATIVE, clauses=(10,))
    shown = read(report_html(report))
    assert report.rows == ()
    assert next(shown.one("main").all("p")).text == report.texts.say("report.no_rows")
    assert "1.2.3" in shown.one("section", id="made-from").text
    assert not list(shown.all("script"))


def test_a_report_of_what_is_missing_tells_it_and_draws_nothing() -> None:
    report = made(PUBLISHED)
    lacking = tuple(row for row in report.rows if row.machine.status == "missing")
    assert lacking
    shown = read(report_html(report))
    for row in lacking:
        one = shown.one("article", id=f"t-{row.machine.target}-{row.machine.area}")
        assert row.status in one.text
        assert not list(one.all("div", role="img"))


def test_rows_that_were_not_asked_for_are_counted_and_not_shown() -> None:
    report = build_report(replace(request(ILLUSTRATIVE), only=frozenset({Status.BEHIND})), Texts(Language.ZH))
    shown = read(report_html(report))
    assert {one.attributes["data-status"] for one in shown.all("article", class_="target")} == {"behind"}
    assert report.left_out in shown.one("section", id="summary").text
    counted = {
        one.attributes["data-status"]: one.attributes["data-number"]
        for one in shown.one("ul", class_="counts").all("li")
    }
    assert counted == {count.status: str(count.number) for count in illustrative(Language.ZH).counts}


def test_what_changed_is_told_together_and_beside_each_target() -> None:
    report = illustrative(Language.ZH)
    assert report.changes is not None
    told = page(Language.ZH).one("section", id="changes").text
    assert report.changes.summary in told
    assert all(line in told for line in report.changes.lines)
    worse = [row for row in report.rows if row.change and row.change.kind == "worse"]
    assert worse
    for row in worse:
        assert row.change is not None
        assert (
            row.change.words().noted
            in page(Language.ZH).one("article", id=f"t-{row.machine.target}-{row.machine.area}").text
        )


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_sheet_tells_everything_that_is_behind(language: Language) -> None:
    (sheet,) = [one for one in sheets(language) if one.group.id == "education"]
    shown = read(report_html(sheet.report))
    assert shown.one("h1").text == sheet.report.title
    assert len(list(shown.one("ol", class_="attention").all("li"))) == len(sheet.report.attention) > 0
    assert all(line in shown.one("header", class_="masthead").text for line in sheet.report.heading)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_index_leads_to_every_sheet(language: Language) -> None:
    texts = Texts(language)
    index = build_index(illustrative(language), By.UNIT, sheets(language), texts)
    table = read(index_html(index)).one("table", class_="sheets")
    assert [unquote(link.attributes["href"]) for link in table.all("a")] == [
        entry.sheet.file for entry in index.entries
    ]
    rows = [tuple(cell.text for cell in row.children) for row in table.all("tr")]
    lines = (*(entry.line for entry in index.entries), index.whole_line)
    assert rows == [index.headers, *((line.name, *line.counts) for line in lines)]
    assert index.notes
    assert all(note in read(index_html(index)).text for note in index.notes)


def test_only_what_the_submissions_speak_of_is_a_column() -> None:
    shown = read(report_html(made(ILLUSTRATIVE / "tonglu-2024.yaml", areas="")))
    _, *heads = shown.one("table", class_="matrix").one("thead").all("th")
    assert [head.attributes["data-area"] for head in heads] == ["tonglu", "total"]


def colours(block: str) -> dict[str, str]:
    return dict(re.findall(r"--([a-z_]+): (#[0-9a-f]{6})", block))


def luminance(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("scheme", [0, 1], ids=["light", "dark"])
def test_every_colour_of_text_and_of_a_mark_stands_out(scheme: int) -> None:
    style = files("countyplan.render.html").joinpath("inlined", "style.css").read_text(encoding="utf-8")
    known = colours(re.findall(r":root \{(.*?)\}", style, re.DOTALL)[scheme])
    statuses = [count.status for count in illustrative(Language.ZH).counts]
    for name in ("ink", "soft", "link", *statuses):
        for ground in ("page", "wash"):
            assert contrast(known[name], known[ground]) >= 4.5, (name, ground)
    for name in ("goal", "value", "baseline", "line", "step", "projection"):
        assert contrast(known[name], known["page"]) >= 3, name
    for name in ("goal", "value"):
        assert contrast(known[name], known["way"]) >= 3, name
        assert contrast(known[name], known["range"]) >= 3, name


@pytest.mark.parametrize(
    ("sentence", "whole"),
    [
        ("at most 250 ktCO2e by the end of 2027", ["250 ktCO2e"]),
        ("goal: at least CNY 48.44 billion; gap: 9 percentage points", ["CNY 48.44 billion", "9 percentage"]),
        ("到2024年底目标484.4亿元以上", ["2024年底目标", "484.4亿元以上"]),
        ("CP218 big.yaml (484.4 goals)", ["484.4 goals"]),
        ("tonglu-2024.yaml at line 7", []),
    ],
)
def test_no_line_ends_within_an_amount(sentence: str, whole: list[str]) -> None:
    page = page_environment().from_string("<p>{{ sentence | unbroken }}</p>").render(sentence=sentence)
    assert [one.text for one in read(page.encode()).all("span", class_="whole")] == whole
    assert read(page.encode()).one("p").text == sentence
