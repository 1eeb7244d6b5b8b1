"""Debian's Chromium, started once for all tests of a process, and the report as a file that it opens."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from countyplan.language import Language
from countyplan.render.html import report_html
from tests.render.dated import ILLUSTRATIVE, made

Open = Callable[..., Page]
NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    path = next((found for name in NAMES if (found := shutil.which(name))), None)
    if path is None:
        pytest.fail(
            "These tests open the report in Chromium, which is not here: apt-get install chromium", pytrace=False
        )
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=path)
        yield chromium
        chromium.close()


def written(folder: Path, clauses: tuple[int, ...] = ()) -> dict[Language, Path]:
    """The example report in both languages, each in a file."""
    files = {language: folder / f"{language}.html" for language in Language}
    for language, file in files.items():
        file.write_bytes(report_html(made(ILLUSTRATIVE, language, clauses=clauses)))
    return files


@pytest.fixture(scope="session")
def pages(tmp_path_factory: pytest.TempPathFactory) -> dict[Language, Path]:
    return written(tmp_path_factory.mktemp("pages"))


@pytest.fixture(scope="session")
def short_pages(tmp_path_factory: pytest.TempPathFactory) -> dict[Language, Path]:
    """Two clauses of it, so that looking at every element takes no minutes."""
    return written(tmp_path_factory.mktemp("short"), (2, 3))


@pytest.fixture
def opened(browser: Browser, pages: dict[Language, Path]) -> Iterator[Open]:
    """Opens the example report, or another file, in a window of its own without a network."""
    contexts: list[BrowserContext] = []

    def open_page(
        file: Path | Language = Language.ZH, *, width: int = 1280, dark: bool = False, scripts: bool = True
    ) -> Page:
        context = browser.new_context(
            viewport={"width": width, "height": 900},
            color_scheme="dark" if dark else "light",
            java_script_enabled=scripts,
            offline=True,
        )
        contexts.append(context)
        page = context.new_page()
        page.goto((pages[file] if isinstance(file, Language) else file).as_uri())
        return page

    yield open_page
    for context in contexts:
        context.close()
