from __future__ import annotations

import json
import os
import subprocess
import sys
import zipfile
from pathlib import Path

ROOT = Path(__file__).parents[2]
CONSUMER = """
from decimal import Decimal
from pathlib import Path
from typing import assert_type

from countyplan import Diagnostic, Judgement, Status, __version__, judge, load_plan, read_submissions

plan = load_plan()
judgement = judge(plan, read_submissions([Path("good.yaml")], plan), areas=["tonglu"])
assert_type(judgement, Judgement)
assert_type(judgement.diagnostics, tuple[Diagnostic, ...])
first = judgement.verdicts[0]
assert_type(first.status, Status)
assert_type(first.gap, Decimal | None)
assert_type(__version__, str)
print(judgement.as_of, first.indicator, first.value, first.gap)
"""


def run(*words: str | Path, cwd: Path) -> subprocess.CompletedProcess[str]:
    env = {name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "COV_", "COVERAGE"))}
    env["PYTHONUTF8"] = "1"
    done = subprocess.run(list(map(str, words)), cwd=cwd, env=env, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return done


def test_the_wheel_holds_the_plan_and_works_from_any_folder(tmp_path: Path) -> None:
    run(sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", tmp_path / "dist", ROOT, cwd=tmp_path)
    (wheel,) = (tmp_path / "dist").glob("*.whl")
    names = zipfile.ZipFile(wheel).namelist()
    assert {"countyplan/data/targets.yaml", "countyplan/data/responsibilities.yaml"} <= set(names)
    page = ("templates/report.html.j2", "inlined/style.css", "inlined/script.js")
    shipped = {f"countyplan/render/html/{name}" for name in page}
    assert shipped <= set(names)
    assert not [name for name in names if name.startswith(("tests/", "examples/"))]
    run(sys.executable, "-m", "venv", "--without-pip", tmp_path / "clean", cwd=tmp_path)
    python = next(path for path in (tmp_path / "clean").glob("*/python*") if path.name in {"python", "python.exe"})
    pip = (sys.executable, "-m", "pip", "--python", python, "--quiet", "--disable-pip-version-check")
    run(*pip, "install", "--no-compile", wheel, cwd=tmp_path)
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    (elsewhere / "good.yaml").write_text("area: 桐庐县\nperiod: 2024\nfigures: {GDP: 470.2}\n", encoding="utf-8")
    command = next(path for path in python.parent.glob("countyplan*"))
    assert len(json.loads(run(command, "targets", "--format", "json", cwd=elsewhere).stdout)) == 53
    data = json.loads(run(command, "check", "good.yaml", "--format", "json", cwd=elsewhere).stdout)
    assert len(data["assessments"]) == 23
    (elsewhere / "consumer.py").write_text(CONSUMER, encoding="utf-8")
    run(sys.executable, "-m", "mypy", "--strict", "--python-executable", python, "consumer.py", cwd=elsewhere)
    assert run(python, "consumer.py", cwd=elsewhere).stdout.split() == ["2024", "gdp", "470.2", "129.8"]
