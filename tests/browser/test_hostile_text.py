"""Whatever a submission says stays text: no script runs, and no element comes of it."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import pytest
import yaml
from playwright.sync_api import Dialog, Page

from countyplan.diagnostics import visible
from countyplan.render.html import report_html
from tests.browser.conftest import Open
from tests.render.dated import made

TEXTS = [
    "<script>alert(1)</script>", "</script><script>alert(2)</script>", "</style><img src=x onerror=alert(3)>",
    "<svg/onload=alert(4)>", "\"'><b onmouseover=alert(5)>", "javascript:alert(6)", "{{ 7 * 7 }} {% raw %}", "&lt;i&gt;",
    "<!-- -->", "]]>", "a\u202eb\u2066c", "\x1b[31mred", "x\x00y", "line\nbreak", "http://example.com/x.png",
    "`${alert(8)}`", "<a href='javascript:alert(9)'>",
]  # fmt: skip
COUNTIES = ("桐庐县", "淳安县", "建德市")
ELEMENTS = "[...document.querySelectorAll('*')].map(one => one.tagName.toLowerCase())"
HANDLERS = """[...document.querySelectorAll('*')].flatMap(one => one.getAttributeNames()
    .filter(name => name.startsWith('on') || one.getAttribute(name).startsWith('javascript:')))"""


def submission(text: str, at: int) -> dict[str, object]:
    """Every field of a submission filled with `text`: each text has a county and a year of its own."""
    figures = {
        "地区生产总值": {"value": 484.4, "unit": "亿元", "source": text, "note": text},
        "常住人口城镇化率": {"value": text},
        "医疗保险参保率": {"value": 97.9, "unit": text},
        "未来社区": {"value": 5, "basis": text},
        text: 3,
    }
    return {"area": COUNTIES[at % 3], "period": 2024 - at // 3, "source": text, "figures": figures}


def written(folder: Path, texts: Iterable[str], name: str = "many") -> Path:
    """The page on a folder with a file that says each text, and one that says it where a county has to stand."""
    submitted = folder / "in"
    submitted.mkdir(parents=True)
    for at, text in enumerate(texts):
        good = yaml.safe_dump(submission(text, at), allow_unicode=True)
        later = {
            **submission(text, at),
            "submitted": "2025-03-01",
            "figures": {"地区生产总值": {"value": 490, "note": text}},
        }
        documents = good + "---\n" + yaml.safe_dump(later, allow_unicode=True)
        (submitted / f"{at:02}{name}.yaml").write_text(documents, encoding="utf-8")
        (submitted / f"bad{at:02}.yaml").write_text(yaml.safe_dump({"area": text, "period": text}), encoding="utf-8")
    page = folder / "gap.html"
    page.write_bytes(report_html(made(submitted)))
    return page


def watched(page: Page) -> list[str]:
    """What happens when the page is opened, beside that it is."""
    happened: list[str] = []

    def dismiss(dialog: Dialog) -> None:
        happened.append(dialog.message)
        dialog.dismiss()

    page.on("dialog", dismiss)
    page.on("pageerror", lambda error: happened.append(str(error)))
    page.on("request", lambda request: happened.append(request.url))
    page.reload()
    return [one for one in happened if one != page.url]


def test_hostile_text_in_every_field_stays_text(opened: Open, tmp_path: Path) -> None:
    hostile = opened(written(tmp_path / "hostile", TEXTS))
    plain = opened(written(tmp_path / "plain", [f"x{at}" for at, _ in enumerate(TEXTS)]))
    assert watched(hostile) == []
    assert set(hostile.evaluate(ELEMENTS)) <= set(plain.evaluate(ELEMENTS)) | {"code", "mark"}
    assert hostile.evaluate(HANDLERS) == []
    for selector in ("script", "style", "img", "svg [onload]", "q a", "td a:not([href^='#'])"):
        assert hostile.locator(selector).count() == plain.locator(selector).count(), selector
    text = hostile.inner_text("main")
    for one in TEXTS:
        assert visible(one) in text


def test_what_cannot_be_seen_is_written_out(opened: Open, tmp_path: Path) -> None:
    text = opened(written(tmp_path, ["a\u202eb\x1b"])).content()
    assert "a\\u202eb\\x1b" in text
    assert "\u202e" not in text
    assert "\x1b" not in text


@pytest.mark.parametrize("name", ["<img src=x onerror=alert(1)>", "a'b\"c&d", "\u202egnp"])
def test_hostile_names_of_files_stay_text(opened: Open, tmp_path: Path, name: str) -> None:
    page = opened(written(tmp_path, ["x"], name))
    assert watched(page) == []
    assert page.locator("img").count() == 0
    shown = page.locator("table.files td").all_inner_texts()
    assert any(one.endswith(f"00{visible(name)}.yaml") for one in shown)
