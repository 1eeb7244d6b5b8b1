"""A plan of another country, with its own codes, units, language and headers, goes through every command."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from typer.testing import CliRunner

from countyplan.cli.app import app

FOLDER = Path(__file__).parents[3] / "examples" / "wales"
PLAN, FIGURES = str(FOLDER / "plan"), str(FOLDER / "figures.csv")


def run(*args: str, exit_code: int = 0) -> str:
    done = CliRunner().invoke(app, [*args, "--plan", PLAN, "--lang", "en"])
    assert done.exit_code == exit_code, done.output
    return done.output


def test_its_files_are_in_order_and_its_table_is_read() -> None:
    assert "3 indicators, 5 targets" in run("plan", "validate")
    told = run("check", FIGURES, "--format", "markdown")
    # (1450 - 1310) of (1450 - 1200): CAGR -3.33 % of the -3.10 % that are needed; 800 + 410 + 390 = 1600 heat pumps.
    for said in ("110 ktCO2e", "1,600 heat pumps", "EUR 15.5 million", "ahead", "Annex B"):
        assert said in told
    assert not re.search("[\u4e00-\u9fff]", told)


def test_an_area_is_asked_for_by_its_code_or_its_name_in_any_language() -> None:
    assert run("targets", "--area", "W06000015") == run("targets", "--area", "Caerdydd")
    assert "Annex B" in run("targets", "--clause", "annex b", "--format", "csv")


def test_an_empty_workbook_has_no_figure_in_its_explanations(tmp_path: Path) -> None:
    # The clause “2.4 Emissions” bears the name of an indicator, and its goal stands in the same row.
    run("template", "W06000015", "2024", "-o", str(tmp_path / "form.xlsx"))
    assert "0 usable figures. Nothing odd" in run("validate", str(tmp_path / "form.xlsx"))


@pytest.mark.parametrize("suffix", ["csv", "yaml"])
def test_a_form_is_made_filled_in_and_read(tmp_path: Path, suffix: str) -> None:
    form = tmp_path / f"form.{suffix}"
    run("template", "W06000015", "2025", "-o", str(form))
    text = form.read_text(encoding="utf-8-sig")
    assert not re.search("[\u4e00-\u9fff]", text)
    filled = text.replace("Funds drawn,,", "Funds drawn,20,").replace("Funds drawn:", "Funds drawn: 20")
    assert filled != text
    form.write_text(filled, encoding="utf-8")
    assert "1 usable figure. " in run("validate", str(form))


@pytest.mark.parametrize("suffix", ["md", "html", "json", "csv", "docx", "xlsx"])
def test_it_is_reported_in_english(tmp_path: Path, suffix: str) -> None:
    report = tmp_path / f"report.{suffix}"
    run("report", FIGURES, "-o", str(report))
    assert report.stat().st_size > 1000
    if suffix in {"md", "json", "csv"}:
        assert not re.search("[\u4e00-\u9fff]", report.read_text(encoding="utf-8"))
