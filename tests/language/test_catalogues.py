from __future__ import annotations

import re
import string
from pathlib import Path

import pytest

from countyplan.language import Language, Texts

SOURCES = Path(__file__).parents[2] / "src" / "countyplan"


def test_both_languages_say_the_same_things() -> None:
    assert Texts(Language.ZH).keys() == Texts(Language.EN).keys()


@pytest.mark.parametrize("key", sorted(Texts(Language.ZH).keys()))
def test_both_languages_fill_in_the_same_words(key: str) -> None:
    entries = [Texts(language)._entries[key] for language in Language]
    fields = [{name for _, name, _, _ in string.Formatter().parse(text) if name} for text in entries]
    assert fields[0] == fields[1]


def used_in_sources() -> tuple[set[str], set[str]]:
    """Keys that stand whole in the code, and the beginnings of those that are put together."""
    files = [path for path in SOURCES.rglob("*") if path.suffix in {".py", ".j2"}]
    text = "\n".join(path.read_text(encoding="utf-8") for path in files)
    whole = set(re.findall(r"""say\(\s*["']([a-z_.]+)["']""", text)) | set(
        re.findall(r'"([a-z_]+(?:\.[a-z_]+)+)"', text)
    )
    begun = set(re.findall(r'f"([a-z_]+(?:\.[a-z_]+)*[._])\{', text)) | set(re.findall(r'"([a-z_.]+\.)" ~', text))
    return whole, begun


def test_no_sentence_is_missing_and_none_is_unused() -> None:
    whole, begun = used_in_sources()
    known = Texts(Language.ZH).keys()
    unused = {key for key in known if key not in whole and not any(key.startswith(one) for one in begun)}
    # Whatever is said by a whole key has to be there; a dotted word that is no key is a module, a file or an option.
    rooms = {"report", "explain", "reason", "remark", "error", "fact", "chart", "html"}
    modules = {".".join(path.relative_to(SOURCES).with_suffix("").parts) for path in SOURCES.rglob("*.py")}
    said = whole - modules
    missing = {key for key in said if key.split(".")[0] in rooms and not key.endswith((".", ".j2"))} - known
    assert (unused, missing) == (set(), set())


def test_a_missing_sentence_is_an_error() -> None:
    with pytest.raises(KeyError):
        Texts(Language.ZH).say("no.such.sentence")


@pytest.mark.parametrize(("number", "told"), [("1", "1 percentage point"), ("1.5", "1.5 percentage points")])
def test_a_number_as_it_is_written_chooses_the_form_of_its_word(number: str, told: str) -> None:
    assert Texts(Language.EN).say("quantity.points", number=number) == told
