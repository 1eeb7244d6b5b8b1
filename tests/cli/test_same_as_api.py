from __future__ import annotations

import json
from decimal import Context, Decimal
from pathlib import Path

import pytest

from countyplan import judge, load_plan, read_submissions
from tests.cli.conftest import Run

EXAMPLES = Path(__file__).parents[2] / "examples"
PLAN = load_plan()


# JSON tells a quotient to 28 digits, the library as far as it was divided.
TOLD = Context(prec=28)


def number(value: str | Decimal | None) -> Decimal | None:
    return None if value is None else TOLD.create_decimal(value)


@pytest.mark.parametrize("carry_forward", [False, True])
@pytest.mark.parametrize("area", [None, "all", "total", "淳安县"])
@pytest.mark.parametrize("case", ["illustrative", "published", "invalid"])
def test_the_command_and_the_library_give_the_same_verdicts(
    run: Run, case: str, area: str | None, carry_forward: bool
) -> None:
    words = ["check", str(EXAMPLES / case), "--format", "json", "--fail-on", "never"]
    words += ["--area", area] if area else []
    words += ["--carry-forward"] if carry_forward else []
    told = json.loads(run(*words).stdout)
    submissions = read_submissions(EXAMPLES / case, PLAN)
    judgement = judge(PLAN, submissions, areas=area, carry_forward=carry_forward)
    assert told["as_of"] == int(judgement.as_of)
    assert [
        (
            one["target"],
            one["area"],
            one["status"],
            number(one["value"]),
            number(one["gap"]),
            one["borderline"],
            one["reason"],
        )
        for one in told["assessments"]
    ] == [
        (one.indicator, one.area, one.status, number(one.value), number(one.gap), one.borderline, one.reason)
        for one in judgement.verdicts
    ]
    assert [one["code"] for one in told["diagnostics"]] == [one.code for one in judgement.diagnostics]
