"""Forms of a plan whose areas are no counties: their headers say what it calls them, and they are read back."""

from __future__ import annotations

from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from countyplan.language import Language, Texts
from countyplan.plan import load_plan
from countyplan.quantity import parse_period
from countyplan.schema import submission_schema
from countyplan.submission import read_submissions
from countyplan.template import WRITERS, build_form

WALES = load_plan(Path(__file__).parents[2] / "examples" / "wales" / "plan")[0]


@pytest.mark.parametrize(("language", "header"), [(Language.ZH, "地方当局"), (Language.EN, "area")])
def test_a_form_is_headed_by_what_the_plan_calls_its_areas_and_read_back(
    language: Language, header: str, tmp_path: Path
) -> None:
    period = parse_period("2023")
    assert period is not None
    made = WRITERS[".csv"](build_form(WALES, "cardiff", period, Texts(language)))
    lines = made.decode("utf-8-sig").splitlines()
    at = next(number for number, line in enumerate(lines) if line.startswith(f"{header},"))
    cells = lines[at + 1].split(",")
    lines[at + 1] = ",".join([*cells[:3], "1500", *cells[4:]])
    (tmp_path / "form.csv").write_text("\n".join(lines), "utf-8")
    read = read_submissions([tmp_path / "form.csv"], WALES)
    assert [(one.area, one.indicator) for one in read.figures] == [("cardiff", "emissions")]
    assert read.diagnostics == ()


@pytest.mark.parametrize("key", ["地方当局", "local authorities", "Local authority"])
def test_a_document_may_name_its_area_by_such_a_word_and_the_schema_knows_it(key: str, tmp_path: Path) -> None:
    document = {key: "cardiff", "period": 2023, "figures": {"emissions": 1500}}
    (tmp_path / "a.yaml").write_text(f"{key}: cardiff\nperiod: 2023\nfigures: {{emissions: 1500}}\n", "utf-8")
    read = read_submissions([tmp_path / "a.yaml"], WALES)
    assert (set(read.areas), len(read.diagnostics)) == ({"cardiff"}, 0)
    schema = submission_schema(WALES, Texts(Language.EN))
    assert [*Draft202012Validator(schema).iter_errors(document)] == []
    assert [*Draft202012Validator(schema).iter_errors({**document, "borough": "cardiff"})]
