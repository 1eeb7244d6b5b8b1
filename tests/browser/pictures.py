"""The pictures of the READMEs: `python -m tests.browser.pictures` takes them anew, with Chromium."""

from __future__ import annotations

import hashlib
import re
import shutil
import tempfile
from pathlib import Path

from playwright.sync_api import sync_playwright

from countyplan.language import Language
from countyplan.quantity import exact_arithmetic
from countyplan.render.html import report_html
from tests.docs.pages import DOCS
from tests.render.dated import ILLUSTRATIVE, made

FOLDER = DOCS / "pictures"
MADE_FROM = FOLDER / "made-from.txt"
_CLAUSES = (2, 3, 5)
_NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
_SECTION = re.compile(r'<section id="matrix".*?</section>', re.DOTALL)


def page(language: Language) -> str:
    """The page whose matrix is shown."""
    return report_html(made(ILLUSTRATIVE, language, clauses=_CLAUSES)).decode("utf-8")


def made_from() -> str:
    """What the pictures show, a line for each: its name and the hash of the matrix."""
    found = {language: _SECTION.search(page(language)) for language in Language}
    return "".join(
        f"matrix.{language}.png {hashlib.sha256(section[0].encode()).hexdigest()}\n"
        for language, section in found.items()
        if section
    )


def take() -> None:
    """Write the pictures, and what they were made from."""
    path = next(found for name in _NAMES if (found := shutil.which(name)))
    FOLDER.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=path)
        for language in Language:
            file = Path(folder, f"{language}.html")
            file.write_text(page(language), encoding="utf-8")
            window = chromium.new_page(viewport={"width": 1040, "height": 900})
            window.goto(file.as_uri())
            window.locator(".matrix").screenshot(path=FOLDER / f"matrix.{language}.png")
        chromium.close()
    MADE_FROM.write_text(made_from(), encoding="utf-8")


if __name__ == "__main__":
    with exact_arithmetic():
        take()
