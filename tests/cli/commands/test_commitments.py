"""`countyplan commitments`: what the plan promises without a number."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest

from tests.cli.conftest import Run
from tests.plan.small_plan import COMMITMENTS, write

KEYS = {"commitment", "clause", "area", "wording", "firmness", "due", "responsible"}


def test_it_lists_every_commitment_for_every_area_that_it_binds(run: Run) -> None:
    rows = json.loads(run("commitments", "--format", "json").stdout)
    assert all(set(row) >= KEYS for row in rows)
    assert {row["clause"] for row in rows} == set(range(2, 26))
    assert {row["firmness"] for row in rows} == {"firm", "aspirational"}
    assert {row["area"] for row in rows} == {"tonglu", "chunan", "jiande", "total"}
    assert all(len(row["wording"]) <= 60 for row in rows)
    [hospital] = [row for row in rows if (row["commitment"], row["area"]) == ("grade_3a_hospital", "tonglu")]
    assert hospital["responsible"] == ["市卫健委", "市民政局", "桐庐县政府"]
    assert (hospital["due"], hospital["firmness"]) == (2027, "aspirational")


@pytest.mark.parametrize(
    ("words", "number"),
    [
        (("--area", "淳安县", "--clause", "9"), 6),
        (("--clause", "12"), 24),
        (("--unit", "市体育局"), 24),
        (("--unit", "桐庐县政府", "--clause", "25"), 2),
        (("--area", "total", "--clause", "25"), 5),
    ],
)
def test_it_can_be_narrowed(run: Run, words: tuple[str, ...], number: int) -> None:
    """Clause 12: seven of ten commitments bind three counties and three one, 7 x 3 + 3 = 24; the sports bureau's 8 x 3."""
    assert len(json.loads(run("commitments", *words, "--format", "json").stdout)) == number


def test_it_is_told_in_words_a_row_for_each_commitment(run: Run) -> None:
    rows = list(csv.reader(io.StringIO(run("commitments", "--clause", "9", "--format", "csv").stdout)))
    assert len(rows) == 1 + 6
    assert rows[1][1:4] == ["创建三级甲等医院", "桐庐县、淳安县、建德市", "鼓励、支持或争取"]
    english = run("commitments", "--clause", "25", "--lang", "en", "--format", "csv").stdout
    assert "Whole city" in english
    assert "aspirational" in english
    markdown = run("commitments", "--clause", "8", "--format", "markdown").stdout
    assert markdown.startswith("# 方案的承诺事项（8项，分到县（市）共22项）\n")


def test_names_that_nobody_knows_are_refused(run: Run) -> None:
    assert run("commitments", "--area", "桐芦县").exit_code == 2
    assert run("commitments", "--clause", "99").exit_code == 2


def test_another_plan_may_have_some_or_none(run: Run, tmp_path: Path) -> None:
    write(tmp_path)
    done = run("commitments", "--plan", ".", "--format", "json")
    assert (done.exit_code, json.loads(done.stdout)) == (0, [])
    write(tmp_path, commitments=COMMITMENTS)
    assert len(json.loads(run("commitments", "--plan", ".", "--format", "json").stdout)) == 3


def test_a_plans_file_of_commitments_is_validated_and_has_a_schema(run: Run, tmp_path: Path) -> None:
    write(tmp_path, commitments=COMMITMENTS.replace("firmness: aspirational", "firmness: firm"))
    done = run("plan", "validate", ".")
    assert done.exit_code == 2
    assert "commitments.yaml:23:15: error CP330" in done.stderr
    assert json.loads(run("plan", "schema", "commitments").stdout)["title"] == "commitments.yaml"
