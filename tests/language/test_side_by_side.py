"""Chinese sentences that are filled with Latin words."""

from __future__ import annotations

import pytest

from countyplan.language import Language, Texts


@pytest.mark.parametrize(
    ("number", "unit", "told"),
    [("484.4", "亿元", "484.4亿元"), ("250", "ktCO2e", "250 ktCO2e"), ("97", "%", "97%"), ("1.66", "", "1.66")],
)
def test_latin_words_side_by_side_have_a_blank_between_them(number: str, unit: str, told: str) -> None:
    assert Texts(Language.ZH).say("quantity", number=number, unit=unit) == told


def test_names_of_an_english_plan_do_not_run_together_in_chinese() -> None:
    said = Texts(Language.ZH).say("conclusion.target", area="European Union", indicator="Employment")
    assert said == "European Union Employment"
    assert Texts(Language.ZH).say("conclusion.target", area="桐庐县", indicator="GDP") == "桐庐县GDP"
