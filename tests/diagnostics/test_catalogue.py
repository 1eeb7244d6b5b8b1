from __future__ import annotations

import re
from importlib.resources import files

import pytest
import yaml

from countyplan.diagnostics import About, CatalogueEntry, Code, Severity, entry, message, wording_of
from countyplan.language import Language, Texts
from countyplan.language.shipped import load_shipped

RAW = load_shipped("countyplan.diagnostics", "catalogue.yaml")


def test_every_code_has_an_entry_and_every_entry_a_code() -> None:
    assert sorted(RAW) == sorted(code.value for code in Code)


def test_no_code_is_used_twice() -> None:
    assert len(Code.__members__) == len(set(Code)) == len({code.value for code in Code})
    text = files("countyplan.diagnostics").joinpath("catalogue.yaml").read_text(encoding="utf-8")
    written = re.findall(r"^(CP\d+):", text, re.MULTILINE)
    assert sorted(written) == sorted(set(written))
    assert len(written) == len(RAW)


@pytest.mark.parametrize("code", Code)
def test_a_code_has_its_form_and_its_hundred(code: Code) -> None:
    assert re.fullmatch(r"CP[0-4]\d\d", code)
    assert not code.name.startswith("PLAN_") or code.value[2] == "3"
    assert (code.value[2] == "4") == code.name.startswith(("WAIVER_", "KNOWN_", "SETTING", "VARIABLE_"))


@pytest.mark.parametrize("code", Code)
@pytest.mark.parametrize("language", Language)
def test_an_entry_is_whole_in_each_language(code: Code, language: Language) -> None:
    wording = wording_of(code, Texts(language))
    for text in (wording.title, wording.message, wording.help):
        assert text.strip() == text != ""
    assert "{" not in wording.title + wording.help
    assert wording.message[-1] in ("。" if language is Language.ZH else ".")
    assert wording.help[-1] in ("。" if language is Language.ZH else ".")
    assert set(RAW[code][language]) <= {"title", "message", "help", "near"}


@pytest.mark.parametrize("code", Code)
def test_both_languages_are_filled_with_the_same_words(code: Code) -> None:
    chinese, english = (wording_of(code, Texts(language)) for language in (Language.ZH, Language.EN))
    for of in ("message", "near"):
        assert set(re.findall(r"\{(\w+)\}", getattr(chinese, of))) == set(
            re.findall(r"\{(\w+)\}", getattr(english, of))
        )
    assert bool(chinese.near) == bool(english.near)


@pytest.mark.parametrize("code", Code)
def test_the_english_wording_is_english_and_the_chinese_chinese(code: Code) -> None:
    chinese, english = (wording_of(code, Texts(language)) for language in (Language.ZH, Language.EN))
    assert not re.search(r"[\u4e00-\u9fff]", english.title)
    assert re.search(r"[\u4e00-\u9fff]", chinese.title)
    assert re.search(r"[\u4e00-\u9fff]", chinese.message)


def test_no_two_codes_share_a_title() -> None:
    for language in Language:
        titles = [wording_of(code, Texts(language)).title for code in Code]
        assert len(titles) == len(set(titles))


def test_an_entry_knows_its_code_and_its_severity() -> None:
    found = entry(Code.UNKNOWN_INDICATOR)
    assert isinstance(found, CatalogueEntry)
    assert (found.code, found.severity) == (Code.UNKNOWN_INDICATOR, Severity.ERROR)
    assert {entry(code).severity for code in Code} == set(Severity)


def test_a_message_names_what_was_written_and_suggests_what_was_meant() -> None:
    words = {"text": "地区生产总质", "near": "地区生产总值"}
    said, hint = message(Code.UNKNOWN_INDICATOR, words, Texts(Language.ZH))
    assert "“地区生产总质”" in said
    assert hint.startswith("是否指“地区生产总值”？")
    _, without = message(Code.UNKNOWN_INDICATOR, {"text": "x", "near": ""}, Texts(Language.ZH))
    assert "是否指" not in without


def test_a_message_is_harmless_whatever_its_words_hold() -> None:
    said, hint = message(Code.UNKNOWN_INDICATOR, {"text": "\x1b[31m{near}\n{0}", "near": "\u202ex"}, Texts(Language.EN))
    assert said.startswith(r"The plan has no indicator “\x1b[31m{near}\n{0}”")
    assert r"\u202ex" in hint


def test_the_catalogue_keeps_texts_as_texts() -> None:
    assert yaml.safe_load("a: no") == {"a": False}
    assert all(isinstance(text, str) for raw in RAW.values() for text in raw["zh"].values())


@pytest.mark.parametrize("code", Code)
def test_what_a_finding_is_about_fits_its_hundred(code: Code) -> None:
    about = entry(code).about
    assert (about is About.PLAN) == (code.value[2] == "3")
    assert (about is About.SETTING) == (code.value[2] == "4")
    assert about is not About.FILE or code.value[2] in "01"


@pytest.mark.parametrize(
    ("about", "waived", "known"),
    [
        (About.FILE, True, False),
        (About.SUBMISSION, True, True),
        (About.FIGURE, True, True),
        (About.PLAN, False, False),
        (About.SETTING, False, False),
    ],
)
def test_who_may_put_a_finding_off(about: About, waived: bool, known: bool) -> None:
    assert (about.may_be_waived, about.may_be_known) == (waived, known)


@pytest.mark.parametrize(
    ("count", "told"), [("1", "1 row names none"), ("2", "2 rows name none"), ("11", "11 rows name none")]
)
def test_a_finding_counts_as_its_language_does(count: str, told: str) -> None:
    said, _ = message(Code.NOT_IN_PLAN, {"count": count, "text": "x"}, Texts(Language.EN))
    assert said.startswith(told)
