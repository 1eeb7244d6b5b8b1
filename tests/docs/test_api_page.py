from __future__ import annotations

import doctest
import re
from pathlib import Path

import pytest

import countyplan

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "api.md").read_text(encoding="utf-8")


def test_the_examples_of_the_page_print_what_stands_below_them(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    session = "".join(re.findall(r"^```pycon\n(.*?)^```$", PAGE, re.MULTILINE | re.DOTALL))
    test = doctest.DocTestParser().get_doctest(session, {}, "docs/api.md", "docs/api.md", 0)
    assert len(test.examples) >= 6
    said: list[str] = []
    results = doctest.DocTestRunner().run(test, out=said.append)
    assert results.failed == 0, "".join(said)


@pytest.mark.parametrize("name", [name for name in countyplan.__all__ if name != "__version__"])
def test_every_public_name_is_told_of(name: str) -> None:
    assert f"`{name}" in PAGE or f": {name}`" in PAGE or f"-> {name}`" in PAGE
