"""Text costs what it holds: blank lines and commas nothing, and cells up to a limit that is told."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from countyplan.diagnostics import Code
from countyplan.limits import Limits
from countyplan.submission import Input, read_submissions
from tests.submission.reading import PLAN, told

HEADER = "县（市）,报告期,指标,数值\n"
ROW = "桐庐县,2024,地区生产总值,484.4\n"
TREE = "area: 桐庐县\nperiod: 2024\nfigures:\n  gdp: 484.4\n"
# Figures that were read, findings, and the memory that reading took, in megabytes.
MEASURED = """
import resource, sys
from pathlib import Path
from countyplan.plan import load_plan, shipped_plan
from countyplan.submission import read_submissions
plan = load_plan(shipped_plan())[0]
before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
resource.setrlimit(resource.RLIMIT_CPU, (30, 30))
read = read_submissions([Path(sys.argv[1])], plan)
took = (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) // 1000
print(len(read.figures), *(one.code.value for one in read.diagnostics), "-", took)
"""


@pytest.mark.parametrize(
    ("name", "content", "expected"),
    [
        ("a.csv", "," * 18_000_000, "0 CP012"),
        ("a.csv", HEADER + "," * 18_000_000 + "x\n", "0 CP123"),
        ("a.csv", HEADER + ROW + ",,,\n" * 1_048_576, "1"),
        ("a.csv", HEADER + "\n" * 18_000_000 + ROW, "1"),
        ("a.csv", HEADER + "x,1\n" * 100_000, "0 CP123"),
        ("a.csv", HEADER + '桐庐县,2024,gdp,"' + "x\n" * 5_000_000, "0 CP011"),
        ("a.csv", HEADER + ("1" + "," * 5000 + "\n") * 3000, "0 CP123"),
        ("a.yaml", TREE + "\n" * 18_000_000, "0 CP123"),
        ("a.yaml", TREE + "  x: 1\n" * 150_000, "0 CP123"),
        ("a.json", "[" + "1," * 5_000_000 + "1]", "0 CP123"),
        ("a.json", "[" * 5_000_000, "0 CP019"),
    ],
)
def test_it_is_told_in_little_memory(name: str, content: str, expected: str, tmp_path: Path) -> None:
    (tmp_path / name).write_text(content, encoding="utf-8")
    command = [sys.executable, "-c", MEASURED, str(tmp_path / name)]
    ran = subprocess.run(command, capture_output=True, text=True, check=False)
    found, _, took = ran.stdout.partition(" - ")
    assert (found, ran.stderr) == (expected, "")
    assert int(took) < 300


def test_the_limit_of_cells_holds_for_the_file_and_is_told_where_it_is_met(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text(HEADER + ROW * 2, encoding="utf-8")
    for cells, expected in ((12, []), (11, [(Code.TOO_MANY_CELLS, 3, 1)]), (3, [(Code.TOO_MANY_CELLS, 1, 1)])):
        read = read_submissions([tmp_path / "a.csv"], PLAN, Input(limits=Limits(cells=cells)))
        assert [one for one in told(read) if one[0] is Code.TOO_MANY_CELLS] == expected
