"""The benchmarks' table: each line a ratio of processor time in one run, against the most that it should be.

`python -m benchmarks.speed.table [LINE ...]`: all lines, or those whose name or yardstick holds one of the words.
"""

from __future__ import annotations

import csv
import platform
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path

from openpyxl import Workbook

from benchmarks.speed import inputs
from benchmarks.speed.pairs import Pair, compare
from benchmarks.speed.peers import peer

_BASES = Path(__file__).parent / "bases"
_ILLUSTRATIVE = inputs.ROOT / "examples" / "illustrative"
_ONE = _ILLUSTRATIVE / "tonglu-2024.yaml"
_SCHEMA = inputs.ROOT / "schemas" / "submission.schema.json"
_LIBRARIES = ("countyplan", "typer", "pydantic", "pyyaml", "rich", "openpyxl", "python-calamine")


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the table: a command, what it is held against, the most that the ratio should be, and how often it runs.

    What several processors are to do for one is held against it by the clock. `of_each` is what the ratio is multiplied by:
    where the two read different numbers of figures, it makes it one of the time per figure.
    """

    name: str
    command: Sequence[str]
    against: str
    other: Sequence[str] | Callable[[], Sequence[str]]
    most: float
    times: int
    prepare: Callable[[Path], None] | None = None
    by_the_clock: bool = False
    of_each: float = 1


def _base(name: str, *words: str) -> list[str]:
    return [sys.executable, str(_BASES / f"{name}.py"), *words]


def _ours(*words: str) -> list[str]:
    return [str(Path(sys.executable).with_name("countyplan")), *words]


def _floor() -> list[str]:
    return _base("floor", str(inputs.ROOT / "data"), str(_ONE))


def _country(folder: Path) -> None:
    if not (folder / "plan").exists():
        inputs.write_plan(folder / "plan", 2850)


def _submissions(count: int) -> Callable[[Path], None]:
    def prepare(folder: Path) -> None:
        _country(folder)
        if not (folder / f"yaml-{count}").exists():
            inputs.write_submissions(folder / f"yaml-{count}", count, 2850)

    return prepare


def _table(name: str, rows: int, counties: int) -> Callable[[Path], None]:
    def prepare(folder: Path) -> None:
        _country(folder)
        names = ["桐庐县", "淳安县", "建德市"] if counties == 3 else [inputs.county(at) for at in range(counties)]
        if not (folder / name).exists():
            inputs.write_table(folder / name, rows, names)

    return prepare


def _few_and_many(folder: Path) -> None:
    """Every figure of 22 quarters of 29 counties, under a plan of these, and of 2,850: 10,000 and 1,000,000 of them."""
    _table("wide-1000000.csv", 1_000_000, 2850)(folder)
    if not (folder / "few-plan").exists():
        inputs.write_plan(folder / "few-plan", 29)
        inputs.write_table(folder / "few-10000.csv", 10_000, [inputs.county(at) for at in range(29)])


def _small_workbook(folder: Path) -> None:
    inputs.write_table(folder / "small.csv", 35, ["桐庐县"])
    book = Workbook(write_only=True)
    sheet = book.create_sheet()
    with (folder / "small.csv").open(encoding="utf-8", newline="") as rows:
        for row in csv.reader(rows):
            sheet.append(row)
    book.save(folder / "small.xlsx")


# The limits that ship keep a file that was made to take long from doing so; who reads millions of cells says so.
_UNLIMITED = ("--limit", "cells=20000000", "--limit", "size=500", "--limit", "text=500")


def lines() -> list[Line]:
    """The table."""
    one = str(_ONE)
    everything = str(_ILLUSTRATIVE)
    plan = ("--plan", "plan")
    return [
        Line("check of one file", _ours("check", one), "F", _floor(), 1.00, 15),
        Line("check of one file", _ours("check", one), "an empty Typer command", _base("empty_command", one), 1.30, 15),
        Line("--help", _ours("--help"), "F", _floor(), 0.45, 15),
        Line("--version", _ours("--version"), "F", _floor(), 0.30, 15),
        *(
            Line(
                f"{count:,} submissions in YAML, 2,850 counties, JSON{', by the clock' if processes > 1 else ''}",
                _ours("check", f"yaml-{count}", *plan, "--format", "json", "--limit", f"processes={processes}"),
                "loading them",
                _base("load_yaml", f"yaml-{count}"),
                most,
                times,
                _submissions(count),
                by_the_clock=processes > 1,
            )
            for count, most, times, processes in ((200, 2.5, 5, 1), (2000, 2.0, 3, 1), (14000, 1.2, 1, 2))
        ),
        *(
            Line(
                f"{rows:,} figures in a CSV, 3 counties",
                _ours("check", f"long-{rows}.csv", *_UNLIMITED, "--format", "json"),
                "a bare csv.reader pass",
                _base("pass_csv", f"long-{rows}.csv"),
                10,
                times,
                _table(f"long-{rows}.csv", rows, 3),
            )
            for rows, times in ((20_000, 5), (200_000, 3), (1_000_000, 1))
        ),
        *(
            Line(
                f"{rows:,} figures in a CSV, 2,850 counties, validate",
                _ours("validate", f"wide-{rows}.csv", *plan, *_UNLIMITED, "--format", "json"),
                "a bare csv.reader pass",
                _base("pass_csv", f"wide-{rows}.csv"),
                10,
                times,
                _table(f"wide-{rows}.csv", rows, 2850),
            )
            for rows, times in ((2_000, 5), (20_000, 3), (200_000, 1))
        ),
        *(
            Line(
                f"{rows:,} figures in a CSV, 2,850 counties, every verdict as CSV",
                _ours("check", f"wide-{rows}.csv", *plan, *_UNLIMITED, "--format", "csv"),
                "a bare csv.reader pass",
                _base("pass_csv", f"wide-{rows}.csv"),
                10,
                1,
                _table(f"wide-{rows}.csv", rows, 2850),
            )
            for rows in (200_000, 1_000_000)
        ),
        Line(
            "time per figure at 1,000,000, every verdict as CSV",
            _ours("check", "wide-1000000.csv", *plan, *_UNLIMITED, "--format", "csv"),
            "at 10,000",
            _ours("check", "few-10000.csv", "--plan", "few-plan", "--format", "csv"),
            1.3,
            1,
            _few_and_many,
            of_each=10_000 / 1_000_000,
        ),
        Line(
            "1,000,000 figures in a CSV, 2,850 counties, every verdict as CSV",
            _ours("check", "wide-1000000.csv", *plan, *_UNLIMITED, "--format", "csv"),
            "frictionless validate",
            lambda: [peer("frictionless"), "validate", "wide-1000000.csv"],
            0.60,
            1,
            _table("wide-1000000.csv", 1_000_000, 2850),
        ),
        Line(
            "200 submissions in YAML, 2,850 counties, validate",
            _ours("validate", "yaml-200", *plan, "--format", "json"),
            "check-jsonschema",
            lambda: [
                peer("check-jsonschema"),
                "--schemafile",
                str(_SCHEMA),
                *(f"yaml-200/{at:05}.yaml" for at in range(200)),
            ],
            1.00,
            3,
            _submissions(200),
        ),
        Line(
            "check of one file, 2,850 counties",
            _ours("check", "yaml-1/00000.yaml", *plan),
            "loading that plan",
            _base("load_yaml", "plan"),
            2.5,
            5,
            _submissions(1),
        ),
        Line(
            "HTML report of the illustrative data",
            _ours("check", everything, "--format", "html"),
            "the same as JSON",
            _ours("check", everything, "--format", "json"),
            1.6,
            7,
        ),
        Line(
            ".xlsx of 35 figures",
            _ours("validate", "small.xlsx"),
            "the same as CSV",
            _ours("validate", "small.csv"),
            1.3,
            11,
            _small_workbook,
        ),
    ]


def _row(line: Line, pair: Pair) -> str:
    cells = (
        line.name,
        line.against,
        f"{pair.ratio * line.of_each:.2f}",
        f"{pair.lowest * line.of_each:.2f} – {pair.highest * line.of_each:.2f}",
        f"{line.most:.2f}",
        f"{pair.seconds:.2f} s",
        f"{pair.mebibytes:.0f} MiB",
    )
    return f"| {' | '.join(cells)} |"


def page(words: Sequence[str]) -> Iterator[str]:
    """The page line by line, each as soon as it is known."""
    yield "# Benchmarks"
    yield ""
    yield "Made by `make bench`. Each line is a whole process held against another in turn (A B A B): the median of the"
    yield "ratios of processor time, all of a process's children counted, the lowest and the highest, the most it should be,"
    yield "and the command's own median time and memory. F is a process that imports typer, pydantic, yaml and rich,"
    yield "parses the plan's two files and a submission with PyYAML's C loader, and validates them. All inputs are made"
    yield "up, from a fixed seed."
    yield ""
    installed = ", ".join(f"{name} {version(name)}" for name in _LIBRARIES)
    machine = f"Python {platform.python_version()} on {platform.machine()} {platform.system()}"
    yield f"{datetime.now(UTC).date()}, {machine}, {installed}."
    yield ""
    yield "| what | against | ratio | lowest – highest | at most | time | memory |"
    yield "| --- | --- | --- | --- | --- | --- | --- |"
    with tempfile.TemporaryDirectory() as folder:
        for line in lines():
            if words and not any(word in f"{line.name} {line.against}" for word in words):
                continue
            if line.prepare is not None:
                line.prepare(Path(folder))
            other = line.other() if callable(line.other) else line.other
            yield _row(line, compare(line.command, other, Path(folder), line.times, by_the_clock=line.by_the_clock))


def main() -> None:
    """Print the page."""
    for text in page(sys.argv[1:]):
        sys.stdout.write(text + "\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main()
