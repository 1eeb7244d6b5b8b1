"""What a plan calls its areas: by level, by language, and a word that fits every plan where it does not say."""

from __future__ import annotations

from pathlib import Path

import pytest

from countyplan.diagnostics import Code
from countyplan.language import Language, Nouns, Texts
from countyplan.plan import Plan, PlanError, load_plan
from countyplan.report.words.names import level_name
from tests.plan.plan_of_areas import write_tree

LABELS = """\
labels:
  - {level: county, name: {zh: 虚构县, en: made-up county}, plural: {en: made-up counties}}
  - {level: province, name: 虚构省}
  - {name: {zh: 片, en: patch}, plural: {en: patches}}
"""
COUNTIES = Nouns("made-up county", "made-up counties")
PATCHES = Nouns("patch", "patches")


def plan_with(folder: Path, labels: str, *changes: tuple[str, str]) -> Plan:
    write_tree(folder, *changes)
    targets = folder / "targets.yaml"
    targets.write_text(targets.read_text("utf-8") + labels, "utf-8")
    return load_plan(folder)[0]


@pytest.fixture
def plan(tmp_path: Path) -> Plan:
    return plan_with(tmp_path, LABELS)


def test_a_level_is_called_by_its_own_word_and_any_other_by_that_for_all(plan: Plan) -> None:
    assert plan.nouns(Language.EN, "county") == COUNTIES
    assert plan.nouns(Language.EN, "city") == PATCHES
    assert plan.nouns(Language.EN) == PATCHES


def test_a_language_without_a_plural_has_one_word(plan: Plan) -> None:
    assert plan.nouns(Language.ZH, "county") == Nouns("虚构县", "虚构县")


def test_a_plain_word_is_in_the_plans_language_and_in_no_other(plan: Plan) -> None:
    assert plan.identity.language == "zh"
    assert plan.nouns(Language.ZH, "province") == Nouns("虚构省", "虚构省")
    assert plan.nouns(Language.EN, "province") == PATCHES


def test_without_a_word_for_all_those_at_the_bottom_give_theirs_if_they_are_of_one_level(tmp_path: Path) -> None:
    labels = "\n".join(LABELS.splitlines()[:3]) + "\n"
    # At the bottom of the tree are counties and a province.
    mixed = plan_with(tmp_path, labels)
    assert mixed.nouns(Language.EN) is None
    alike = plan_with(tmp_path / "alike", labels, ('code: "12", level: province', 'code: "12", level: county'))
    assert alike.nouns(Language.EN) == COUNTIES


def test_who_does_not_say_gets_a_word_that_fits_every_plan(tmp_path: Path) -> None:
    silent = plan_with(tmp_path, "")
    assert silent.nouns(Language.EN) is None
    assert Texts(Language.EN).of(silent).nouns == Nouns("area", "areas")
    assert Texts(Language.ZH).of(silent).nouns == Nouns("地区", "地区")


@pytest.mark.parametrize("word", ["=cmd", "<b>", "a|b", "{x}", "two\\nlines", "`code`", "#1", "x" * 41])
def test_a_word_that_would_be_more_than_a_word_is_refused(word: str, tmp_path: Path) -> None:
    with pytest.raises(PlanError) as error:
        plan_with(tmp_path, f'labels:\n  - {{name: "{word}"}}\n')
    assert {one.code for one in error.value.diagnostics} == {Code.PLAN_VALUE_INVALID}


def test_areas_of_a_level_are_headed_by_their_word(plan: Plan) -> None:
    texts = Texts(Language.EN).of(plan)
    names = [level_name(plan, level, texts) for level in plan.tree.levels]
    # No word of its own has the nation, a province's is not in English, and that for all is no level's.
    assert names == ["nation", "province", "city", "Made-up counties"]
    assert level_name(plan, plan.tree.levels[-1], texts, of_one=True) == "Made-up county"


def test_a_sentence_takes_the_words_and_begins_with_a_capital(plan: Plan) -> None:
    texts = Texts(Language.EN).of(plan, "county")
    assert texts.say("league.heading") == "Made-up county by made-up county"
    assert texts.of(plan).say("league.heading") == "Patch by patch"
