from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path

import pytest

import countyplan
from countyplan.plan import Comparator, Kind

ROOT = Path(__file__).parents[2]


def test_imports_go_only_downwards() -> None:
    code = "from importlinter.cli import lint_imports_command; lint_imports_command()"
    done = subprocess.run(
        [sys.executable, "-c", code, "--no-logo"], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert " 0 broken" in done.stdout


def test_what_lies_below_the_command_line_is_tested_without_it() -> None:
    rooms = [room for room in (ROOT / "tests").iterdir() if room.is_dir() and room.name not in {"cli", "packaging"}]
    below = [path for room in rooms for path in room.rglob("*.py")]
    assert len(below) > 50
    for path in below:
        imports = [node for node in ast.walk(ast.parse(path.read_text("utf-8"))) if isinstance(node, ast.ImportFrom)]
        from_above = [one.module for one in imports if (one.module or "").startswith(("countyplan.cli", "tests.cli"))]
        assert not from_above, path


@pytest.mark.parametrize("choice", [Kind, Comparator])
def test_whoever_asks_which_kind_or_comparator_it_is_decides_for_each(choice: type[Kind | Comparator]) -> None:
    """What follows from one stands with it (`manner`, `sense`); elsewhere a new one must not fall into an else."""
    every = {f"{choice.__name__}.{one.name}" for one in choice}
    # What a plan's file may say is refused there in words, whatever is new.
    models = ROOT / "src" / "countyplan" / "plan" / "files"
    for path in {*(ROOT / "src").rglob("*.py")} - {*models.glob("*.py")}:
        nodes = ast.walk(ast.parse(path.read_text("utf-8")))
        named = {ast.unparse(node) for node in nodes if isinstance(node, ast.Attribute)} & every
        assert named in (set(), every), path


def test_no_source_names_the_machine_it_was_made_on() -> None:
    folders = ("src", "data", "docs", "examples", "tests", ".ci")
    inside = [path for folder in folders for path in (ROOT / folder).rglob("*") if path.suffix != ".pyc"]
    for path in [*inside, *ROOT.glob("*.md"), ROOT / "Makefile", ROOT / "pyproject.toml"]:
        if path.is_file():
            assert b"/".join([b"", b"work", b""]) not in path.read_bytes(), path


def test_heavy_imports_wait_until_they_are_needed() -> None:
    code = "import sys, countyplan.cli.app; print([m for m in ('pydantic', 'yaml', 'rich.table') if m in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


@pytest.mark.parametrize("format_", ["text", "json", "markdown", "csv", "junit"])
def test_a_check_of_yaml_loads_only_what_it_needs(format_: str) -> None:
    words = ["check", str(ROOT / "examples" / "illustrative" / "tonglu-2024.yaml"), "--format", format_]
    office = ("docx", "lxml", "openpyxl", "jinja2", "markupsafe", "python_calamine", "pypdf", "pygments")
    rest = (*office, "pydantic", "rich.console")
    code = f"""
import sys
from typer.testing import CliRunner
from countyplan.cli.app import app
assert "484.4" in CliRunner().invoke(app, {words!r}).output
print([name for name in {rest!r} if name in sys.modules])
"""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_the_version_is_answered_before_anything_is_loaded() -> None:
    begun = "import sys; sys.argv[1:] = ['--version']; from countyplan.cli.start import main"
    code = f"{begun}; main(); print('typer' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.split() == [countyplan.__version__, "False"]
