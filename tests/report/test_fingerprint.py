from __future__ import annotations

from countyplan.diagnostics import Code, Diagnostic, Place
from countyplan.report.case.case import mark_of_finding, mark_of_words, told_apart


def finding(file: str, line: int) -> Diagnostic:
    return Diagnostic(Code.NOT_A_NUMBER, Place(file, line, 11, excerpt="  GDP: x"), {"text": "x"})


def test_it_is_that_of_the_path_as_it_is_told() -> None:
    assert mark_of_finding(finding("/home/ci/a.yaml", 4), "a.yaml") == mark_of_finding(finding("a.yaml", 9), "a.yaml")
    assert mark_of_finding(finding("a.yaml", 4), "a.yaml") != mark_of_finding(finding("a.yaml", 4), "b.yaml")


def test_words_are_kept_apart() -> None:
    assert mark_of_words("ab", "c") == mark_of_words("ab", "c") != mark_of_words("a", "bc")
    assert len(mark_of_words("汉\ud800")) == len(mark_of_finding(finding("a.yaml", 4), "a.yaml")) == 32


def test_what_comes_again_is_numbered_whatever_stands_between() -> None:
    assert told_apart(["a", "b", "a", "a"]) == ["a", "b", "a:2", "a:3"]
