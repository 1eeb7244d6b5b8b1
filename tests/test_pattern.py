"""A regular expression that is compiled late finds what one that is compiled at once finds."""

from __future__ import annotations

import re

import pytest

from countyplan.pattern import pattern

_SOURCES = ["初步|快报", "(?P<name>数)据*", r"\d{2}(?=年)", "[,，]", "^$"]
_TEXTS = ["", "初步数据", "2024年快报数，数据", "ABab"]


@pytest.mark.parametrize("flags", [0, re.IGNORECASE])
@pytest.mark.parametrize("text", _TEXTS)
@pytest.mark.parametrize("source", _SOURCES)
def test_what_is_found_late_is_what_is_found_at_once(source: str, text: str, flags: int) -> None:
    at_once, late = re.compile(source, flags), pattern(source, flags)
    assert _found(late, text) == _found(at_once, text)
    assert _found(late, text) == _found(at_once, text)


def _found(one: re.Pattern[str], text: str) -> tuple[object, ...]:
    matches = (one.search(text), one.match(text), one.fullmatch(text), *one.finditer(text))
    spans = [match and match.span() for match in matches]
    return spans, one.findall(text), one.split(text), one.sub("x", text), one.subn("x", text, count=1)


def test_nothing_is_compiled_before_it_is_used(monkeypatch: pytest.MonkeyPatch) -> None:
    compiled: list[str] = []
    at_once = re.compile

    def noted(source: str, flags: int) -> re.Pattern[str]:
        compiled.append(source)
        return at_once(source, flags)

    monkeypatch.setattr("countyplan.pattern.re.compile", noted)
    late = pattern("此前无人用过")
    assert (late.pattern, compiled) == ("此前无人用过", [])
    assert late.sub("", "此前无人用过。") == late.sub("", "。") == "。"
    assert compiled == ["此前无人用过"]


def test_a_form_that_cannot_be_compiled_is_told_when_it_is_used() -> None:
    with pytest.raises(re.error):
        pattern("年(").search("年")
