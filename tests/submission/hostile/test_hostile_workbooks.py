"""Workbooks made to break a reader end in a clear error or in harmless text, in a process that may use 2 GB and no more."""

from __future__ import annotations

import io
import subprocess
import sys
import zipfile
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from countyplan.diagnostics import Code, message
from countyplan.language import Language, Texts
from countyplan.office.client import Opener
from countyplan.office.reading import Beyond, Broken, Opened
from countyplan.office.xlsx.cells import column_number
from countyplan.submission.open import workbook_reader
from tests.submission.messy import WORKBOOKS, workbook
from tests.submission.reading import read, told

SHEET = "xl/worksheets/sheet1.xml"
PLAIN = {"桐庐县": {"rows": [["指标", "2024年"], ["GDP", 484.4], ["城镇化率", 72.1]]}}
# Memory and processor time are bounded from inside, so that a reader that runs away is ended, not waited for.
LIMITED = """
import resource, sys
resource.setrlimit(resource.RLIMIT_AS, (2_000_000_000, 2_000_000_000))
resource.setrlimit(resource.RLIMIT_CPU, (120, 120))
from pathlib import Path
from countyplan.plan import load_plan, shipped_plan
from countyplan.submission import read_submissions
plan = load_plan(shipped_plan())[0]
for path in sys.argv[1:]:
    read = read_submissions([Path(path)], plan)
    print(" ".join(one.code.value for one in read.diagnostics), len(read.figures), flush=True)
"""


def repacked(data: bytes, parts: Mapping[str, bytes], *, without: frozenset[str] = frozenset()) -> bytes:
    """A packed workbook with some of its parts replaced, added or left out."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            if name not in parts and name not in without:
                new.writestr(name, old.read(name))
        for name, content in parts.items():
            new.writestr(name, content)
    return out.getvalue()


def part(data: bytes, name: str = SHEET) -> bytes:
    with zipfile.ZipFile(io.BytesIO(data)) as packed:
        return packed.read(name)


def with_sheet(old: bytes, new: bytes) -> bytes:
    data = workbook(PLAIN)
    sheet = part(data)
    assert old in sheet
    return repacked(data, {SHEET: sheet.replace(old, new, 1)})


def with_content(old: bytes, new: bytes) -> bytes:
    data = (WORKBOOKS / "titles.ods").read_bytes()
    content = part(data, "content.xml")
    assert old in content
    return repacked(data, {"content.xml": content.replace(old, new, 1)})


END = b"</sheetData>"
ROWS = b"".join(b'<row r="%d" ht="20"/>' % row for row in range(4, 300_004))
CELLS = b"".join(b'<row r="%d"><c r="A%d" s="0"/></row>' % (row, row) for row in range(4, 300_004))
FAR = b'<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'
UNNAMED = b"<row>" + b"<c><v>1</v></c>" * 200_001 + b"</row>"
ENTITIES = b'<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa">' + b"".join(
    b'<!ENTITY %c "%s">' % (98 + at, b"&%c;" % (97 + at) * 10) for at in range(12)
)


def bomb() -> bytes:
    return repacked(workbook(PLAIN), {"xl/media/image1.png": bytes(60_000_000)})


def many_files() -> bytes:
    return repacked(workbook(PLAIN), {f"xl/media/{at}": bytes(1_000_000) for at in range(60)})


def expanding() -> bytes:
    data = workbook(PLAIN)
    row = b'<row r="9"><c r="A9" t="inlineStr"><is><t>&m;</t></is></c></row>'
    sheet = part(data).replace(END, row + END).replace(b"<worksheet", ENTITIES + b"]><worksheet", 1)
    return repacked(data, {SHEET: sheet})


HOSTILE = {
    "a bomb of zeros": (bomb, "CP005 0"),
    "a bomb in many parts": (many_files, "CP005 0"),
    "a claim of every cell there is": (
        lambda: with_sheet(b'<dimension ref="A1:B3"', b'<dimension ref="A1:XFD1048576"'),
        " 2",
    ),
    "a cell in the last corner": (lambda: with_sheet(END, FAR + END), "CP123 0"),
    # What is formatted and empty costs no more than its bytes.
    "rows without an end, and empty": (lambda: with_sheet(END, ROWS + END), " 2"),
    "cells without an end, and empty": (lambda: with_sheet(END, CELLS + END), " 2"),
    "cells without a name": (lambda: with_sheet(END, UNNAMED + END), "CP123 0"),
    "a row that is no number": (lambda: with_sheet(b'<row r="3"', b'<row r="x3"'), "CP124 0"),
    "xml that is cut off": (lambda: with_sheet(END, b""), "CP124 0"),
    "entities that expand": (expanding, "CP124 0"),
    "a sheet that is missing": (lambda: repacked(workbook(PLAIN), {}, without=frozenset({SHEET})), "CP124 0"),
    "a workbook that is cut off": (lambda: workbook(PLAIN)[:2000], "CP124 0"),
    "an encrypted or broken ole file": (lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(5000), "CP124 0"),
    "ole garbage": (lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(range(256)) * 40, "CP124 0"),
    "an xlsb": (
        lambda: repacked(workbook(PLAIN), {"xl/workbook.bin": b""}, without=frozenset({"xl/workbook.xml"})),
        "CP129 0",
    ),
    "a zip of something else": (
        lambda: repacked(workbook({"x": {"rows": []}}), {}, without=frozenset({"xl/workbook.xml"})),
        "CP124 0",
    ),
    "a cell of 32,767 characters": (
        lambda: workbook({"桐庐县": {"rows": [["指标", "2024年"], ["指" * 32_767, 1], ["GDP", "9" * 32_767]]}}),
        "CP145 CP115 0",
    ),
    "ods rows without end": (
        lambda: with_content(b"<table:table-row", b'<table:table-row table:number-rows-repeated="999999999"'),
        "CP123 0",
    ),
}


def test_each_ends_in_an_error_in_bounded_memory(tmp_path: Path) -> None:
    paths = [tmp_path / f"{name}.{'ods' if name.startswith('ods') else 'xlsx'}" for name in HOSTILE]
    for path, (make, _) in zip(paths, HOSTILE.values(), strict=True):
        path.write_bytes(make())
    ran = subprocess.run([sys.executable, "-c", LIMITED, *paths], capture_output=True, text=True, check=False)
    assert dict(zip(HOSTILE, ran.stdout.splitlines(), strict=False)) == {
        name: told for name, (_, told) in HOSTILE.items()
    }
    assert (ran.stderr, ran.returncode) == ("", 0)


def test_an_entry_that_holds_more_than_it_says_is_broken(tmp_path: Path) -> None:
    data = workbook(PLAIN)
    size = len(part(data)).to_bytes(4, "little")
    at = data.rindex(size)
    lying = data[:at] + (10).to_bytes(4, "little") + data[at + 4 :]
    assert told(read(tmp_path, "a.xlsx", lying)) == [(Code.WORKBOOK_BROKEN, None, None)]


@pytest.mark.parametrize(
    "text",
    [
        "\u202e桐庐",
        "[bold red]桐庐[/]",
        "<script>alert(1)</script>",
        "|---|",
        "=cmd|'/c calc'!A1",
        "{text}",
        "%s",
        "_x001b_[31m",
    ],
)
def test_hostile_text_is_told_harmlessly(text: str, tmp_path: Path) -> None:
    rows = [["指标", "2024年", text], [text, 484.4, 1], ["GDP", text, 2]]
    submissions = read(tmp_path, "a.xlsx", workbook({"桐庐县": {"rows": rows}}))
    assert submissions.figures == ()
    assert {one.severity for one in submissions.diagnostics} >= {"error"}
    for one in submissions.diagnostics:
        for language in Language:
            for said in message(one.code, one.words, Texts(language)):
                assert said == "".join(char for char in said if char.isprintable())


@pytest.fixture(scope="module")
def opener() -> Iterator[Opener]:
    with Opener() as started:
        yield started


@given(data=st.data())
@settings(deadline=None, max_examples=60)
@pytest.mark.parametrize("name", ["titles.xls", "titles.ods", "titles.xlsx"])
def test_changed_bytes_never_raise(name: str, opener: Opener, data: st.DataObject) -> None:
    content = bytearray((WORKBOOKS / name).read_bytes())
    for _ in range(data.draw(st.integers(1, 6))):
        content[data.draw(st.integers(0, len(content) - 1))] = data.draw(st.integers(0, 255))
    assert isinstance(opener.open(bytes(content)), Opened | Broken | Beyond)


@pytest.mark.parametrize(
    ("at", "name"), [((0, 0), "A1"), ((6, 2), "C7"), ((0, 25), "Z1"), ((0, 26), "AA1"), ((9, 701), "ZZ10")]
)
def test_a_cell_has_the_name_that_a_spreadsheet_gives_it(at: tuple[int, int], name: str) -> None:
    assert workbook_reader.cell_name(*at) == name
    assert column_number(name.rstrip("0123456789")) == at[1] + 1


# Whatever the process that opens workbooks imports, and what only its interpreter does.
PLANTED = [
    *("json", "struct", "zipfile", "xml", "decimal", "enum", "signal", "zlib", "io", "re", "bisect", "dataclasses"),
    *("datetime", "pickle", "python_calamine", "countyplan", "resource", "sitecustomize", "threading", "subprocess"),
]


def test_no_module_that_lies_beside_a_submission_is_run(tmp_path: Path) -> None:
    submissions = tmp_path / "submissions"
    submissions.mkdir()
    for suffix in ("xls", "xlsx"):
        (submissions / f"a.{suffix}").write_bytes((WORKBOOKS / f"titles.{suffix}").read_bytes())
    for folder in (tmp_path, submissions):
        for name in PLANTED:
            (folder / f"{name}.py").write_text(f"open('ran-{name}', 'w')\n", encoding="utf-8")
    command = [str(Path(sys.executable).with_name("countyplan")), "validate", "submissions", "--format", "json"]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, encoding="utf-8", check=False)
    assert not list(tmp_path.rglob("ran-*")), done.stderr
    # 14 of each; an .xls does not show that 0.715 is 71.5%, so four contradict and are used of neither: 28 - 2 * 4.
    assert '"figures": 20' in done.stdout
