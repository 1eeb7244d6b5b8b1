"""The process that opens office files: one for all of them, lost with a file that breaks it, and started again."""

from __future__ import annotations

import io
import subprocess
import sys
from pathlib import Path

import pytest

from countyplan.limits import Limits
from countyplan.office import client, server
from countyplan.office.client import Opener
from countyplan.office.content import OfficeKind
from countyplan.office.package import Fault
from countyplan.office.reading import Beyond, Broken, Opened
from countyplan.office.sheet import Limit, Odd, Sheet, SheetCell
from countyplan.office.wire import packed, read_frame, unpacked, write_frame
from countyplan.submission import read_submissions
from tests.office.made import xlsx
from tests.submission.messy import WORKBOOKS, figures_of
from tests.submission.reading import PLAN, read

SPENDING = "import sys; sys.stdin.buffer.read(8)\nwhile True: pass"
WRONG = (
    "import sys, struct; sys.stdout.buffer.write(struct.pack('>Q', 2) + b'[]'); sys.stdout.flush(); sys.stdin.read()"
)


def test_one_process_opens_all_files(monkeypatch: pytest.MonkeyPatch) -> None:
    started: list[object] = []
    popen = subprocess.Popen

    def start(*command: object, **how: object) -> object:
        started.append(command)
        return popen(*command, **how)  # type: ignore[call-overload]

    monkeypatch.setattr(subprocess, "Popen", start)
    with Opener() as opener:
        assert started == []
        for _ in range(3):
            assert isinstance(opener.open(xlsx()), Opened)
        assert opener.open(b"PK\x03\x04") == Broken(Fault.PACKING)
    assert len(started) == 1


def test_a_file_that_ends_the_process_is_lost_alone() -> None:
    terabyte = (WORKBOOKS / "asks_for_a_terabyte.xls").read_bytes()
    with Opener() as opener:
        assert isinstance(opener.open(xlsx()), Opened)
        assert opener.open(terabyte) == Broken(Fault.ENDED)
        assert opener.open(terabyte) == Broken(Fault.ENDED)
        assert isinstance(opener.open(xlsx()), Opened)


def test_a_file_that_takes_too_long_is_lost_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    with Opener(Limits(seconds=1)) as opener:
        with monkeypatch.context() as patched:
            patched.setattr(client, "_CODE", SPENDING)
            assert opener.open(xlsx()) == Beyond(Limit.SECONDS)
        assert isinstance(opener.open(xlsx()), Opened)


def test_an_answer_that_is_none_is_not_believed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(client, "_CODE", WRONG)
    with Opener() as opener:
        assert opener.open(xlsx()) == Broken(Fault.ENDED)


@pytest.mark.parametrize(
    "outcome",
    [
        Opened(OfficeKind.XLSX, [Sheet("甲", True, [SheetCell(1, 2, "\ud83d 七", Odd.DATE, is_text=True)],
                                       [(0, 1, 0, 2)], [(3, 4)], [(5, 5)], [(1, 2)], [(1, 2)], [(1, 3, "乙")])]),
        Opened(OfficeKind.XLSB),
        Broken(Fault.MARKUP, "xl/a.xml"),
        Beyond(Limit.CELLS, "甲"),
    ],
)  # fmt: skip
def test_what_is_sent_arrives(outcome: Opened | Broken | Beyond) -> None:
    assert unpacked(packed(outcome)) == outcome


def test_what_is_cut_off_is_no_frame() -> None:
    sent = io.BytesIO()
    write_frame(sent, b"abc")
    whole = sent.getvalue()
    assert read_frame(io.BytesIO(whole)) == b"abc"
    assert all(read_frame(io.BytesIO(whole[:length])) is None for length in range(len(whole)))


def test_no_more_memory_is_taken_than_was_allowed() -> None:
    code = "from countyplan.office.server import _limit_memory; _limit_memory(300_000_000); x = bytes(400_000_000)"
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert ran.stderr.splitlines()[-1] == "MemoryError"


def test_the_process_loads_nothing_but_what_reads(tmp_path: Path) -> None:
    code = "import sys; import countyplan.office.server; print(*(name for name in sys.modules))"
    ran = subprocess.run([sys.executable, "-I", "-c", code], capture_output=True, text=True, check=True, cwd=tmp_path)
    loaded = set(ran.stdout.split())
    assert not loaded & {"openpyxl", "docx", "lxml", "pydantic", "yaml", "python_calamine", "countyplan.plan", "pickle"}
    assert server.serve.__module__ in loaded


def test_good_files_beside_hostile_ones_get_their_figures(tmp_path: Path) -> None:
    for name, data in (
        ("a.xlsx", xlsx('<row r="1"><c t="s"><v>99999999999</v></c></row>')),
        ("b.xls", (WORKBOOKS / "asks_for_a_terabyte.xls").read_bytes()),
        ("c.xlsx", xlsx('<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>')),
    ):
        (tmp_path / name).write_bytes(data)
    read(tmp_path, "d.xlsx", xlsx())
    submissions = read_submissions([tmp_path], PLAN)
    assert [(Path(one.place.file).name, one.code.value) for one in submissions.diagnostics] == [
        ("a.xlsx", "CP124"),
        ("b.xls", "CP124"),
        ("c.xlsx", "CP123"),
    ]
    assert figures_of(submissions) == ["tonglu gdp 2024 484.4"]
