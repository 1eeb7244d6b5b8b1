from __future__ import annotations

import doctest

import pytest

import countyplan
from tests.docs.pages import LANGUAGES, ROOT, blocks, page

PAGE = "reference/api.md"


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_examples_of_the_page_print_what_stands_below_them(language: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    session = "".join(blocks(page(PAGE, language), "pycon"))
    test = doctest.DocTestParser().get_doctest(session, {}, PAGE, PAGE, 0)
    assert len(test.examples) >= 6
    said: list[str] = []
    results = doctest.DocTestRunner().run(test, out=said.append)
    assert results.failed == 0, "".join(said)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", [name for name in countyplan.__all__ if name != "__version__"])
def test_every_public_name_is_told_of(name: str, language: str) -> None:
    told = page(PAGE, language)
    assert f"`{name}" in told or f": {name}`" in told or f"-> {name}`" in told
