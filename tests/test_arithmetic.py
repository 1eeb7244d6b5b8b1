"""A figure never meets another context than the one of exact arithmetic, whatever was in force where a run began."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from decimal import Context, Decimal, Inexact, Rounded, getcontext, localcontext
from pathlib import Path

import pytest
from typer.testing import CliRunner

import countyplan
from countyplan.cli.app import app
from countyplan.quantity import exact_arithmetic
from countyplan.render.format import BINARY, SUFFIXES, Format
from countyplan.render.formats import DOCUMENTS, FINDINGS

ROOT = Path(__file__).parents[1]
SOURCE = ROOT / "src" / "countyplan"
ILLUSTRATIVE = str(ROOT / "examples" / "illustrative")

RUNS = [
    *(("check", ILLUSTRATIVE, "--format", name) for name in (Format.TEXT, *DOCUMENTS) if name not in BINARY),
    *(("validate", ILLUSTRATIVE, "--format", name) for name in (Format.TEXT, *FINDINGS) if name not in BINARY),
    *(("report", ILLUSTRATIVE, "-o", f"gap{suffix}") for suffix in SUFFIXES),
    *(
        ("report", ILLUSTRATIVE, "--by", by, "--format", "markdown", "-o", "sheets")
        for by in ("unit", "area", "clause")
    ),
    *(
        ("explain", target, ILLUSTRATIVE, "--area", "tonglu")
        for target in ("gdp", "income_ratio", "key_project_investment")
    ),
    ("targets",),
    ("units",),
    ("plan", "validate"),
    ("plan", "schema"),
    ("schema", "submission"),
    ("template", "tonglu", "2025", "-o", "form.xlsx"),
]


@pytest.fixture(autouse=True)
def arithmetic_that_refuses(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[None]:
    """Any sum of two figures raises, unless a context of its own was entered for it."""
    monkeypatch.chdir(tmp_path)
    with localcontext(Context(prec=1, traps=[Inexact, Rounded])):
        with pytest.raises((Inexact, Rounded)):
            Decimal("470.2") + Decimal("0.1")
        yield


@pytest.mark.parametrize("words", RUNS, ids=lambda words: " ".join(Path(word).name for word in words))
def test_a_run_enters_exact_arithmetic_and_leaves_it(words: tuple[str, ...]) -> None:
    before = getcontext()
    done = CliRunner().invoke(app, list(words))
    assert done.exception is None or isinstance(done.exception, SystemExit), done.exception
    assert done.exit_code in {0, 1}, done.output
    assert getcontext() is before


def test_what_is_public_enters_exact_arithmetic() -> None:
    plan = countyplan.load_plan()
    judgement = countyplan.judge(plan, countyplan.read_submissions(ILLUSTRATIVE, plan))
    judged = {(one.indicator, one.area): one for one in judgement.verdicts}
    with exact_arithmetic():
        growth = (Decimal("484.4") / 420) ** Decimal("0.5") - 1
        required = (Decimal(600) / 420) ** Decimal("0.2") - 1
        assert judged["gdp", "tonglu"].pace == growth / required
    assert judged["gdp", "tonglu"].gap == Decimal("115.6")


def test_no_other_module_makes_a_context_or_reckons_in_one() -> None:
    makes: set[str] = set()
    for path in sorted(SOURCE.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.ImportFrom) and node.module == "decimal":
                about = {one.name for one in node.names if "context" in one.name.lower()}
                makes |= {path.relative_to(SOURCE).as_posix()} if about else set()
            elif isinstance(node, ast.Import):
                makes |= {path.relative_to(SOURCE).as_posix() for one in node.names if one.name == "decimal"}
    # The reader of office files shows a number with the fifteen digits that a spreadsheet keeps of it.
    assert makes == {"quantity/exact.py", "office/shown/number.py"}
