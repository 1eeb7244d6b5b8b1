from __future__ import annotations

from countyplan.language import Language
from tests.browser.pictures import FOLDER, MADE_FROM, made_from


def test_the_pictures_show_the_matrix_as_it_is_now() -> None:
    assert MADE_FROM.read_text(encoding="utf-8") == made_from(), "run: make docs"
    assert {path.name for path in FOLDER.glob("*.png")} == {f"matrix.{language}.png" for language in Language}
