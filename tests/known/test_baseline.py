from __future__ import annotations

import difflib
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from countyplan.diagnostics import Code, Diagnostic, Place, example, in_order, message
from countyplan.known import Compared, compare, load_known, record, write
from countyplan.language import Language, Texts

FOLDER = Path()


def finding(line: int, text: str = "三亿", file: str = "a.yaml", code: Code = Code.NOT_A_NUMBER) -> Diagnostic:
    return Diagnostic(code, Place(file, line, 9, excerpt=f"  协作资金: {text}"), {"text": text})


def known_of(path: Path, *findings: Diagnostic) -> list[tuple[str, int]]:
    path.write_bytes(write(record(findings, FOLDER)))
    known, found = load_known(path)
    assert found == []
    return [(one.text, one.count) for one, _ in known]


def against(path: Path, *today: Diagnostic, files: tuple[str, ...] = ("a.yaml",)) -> Compared:
    known, found = load_known(path)
    assert found == []
    return compare(known, in_order(today), files, FOLDER)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "known.yaml"


def test_what_is_written_is_read_again_and_known(path: Path) -> None:
    assert known_of(path, finding(4), finding(5, "四亿")) == [("协作资金: 三亿", 1), ("协作资金: 四亿", 1)]
    assert against(path, finding(4), finding(5, "四亿")) == Compared(frozenset({finding(4), finding(5, "四亿")}))


def test_a_finding_stays_known_when_its_line_moves(path: Path) -> None:
    known_of(path, finding(4))
    assert against(path, finding(40)) == Compared(frozenset({finding(40)}))


def test_one_more_of_a_kind_is_new_and_it_is_the_last(path: Path) -> None:
    assert known_of(path, finding(4), finding(9)) == [("协作资金: 三亿", 2)]
    assert against(path, finding(12), finding(4), finding(9)).known == {finding(4), finding(9)}


@pytest.mark.parametrize("new", [finding(4, "五亿"), finding(4, file="b.yaml"), finding(4, code=Code.UNKNOWN_UNIT)])
def test_another_text_file_or_code_is_new(path: Path, new: Diagnostic) -> None:
    known_of(path, finding(4))
    assert against(path, new, finding(5)).known == {finding(5)}


def test_what_is_gone_is_told_with_its_place_in_the_baseline(path: Path) -> None:
    known_of(path, finding(4), finding(5), finding(6, "四亿"))
    gone = against(path, finding(4)).diagnostics
    assert [(one.code, one.place.line, one.words["count"]) for one in gone] == [
        (Code.KNOWN_GONE, 4, "1"), (Code.KNOWN_GONE, 9, "1"),
    ]  # fmt: skip
    assert "CP105（a.yaml：协作资金: 三亿）" in message(gone[0].code, gone[0].words, Texts(Language.ZH))[0]


def test_what_stands_in_a_file_that_was_not_read_is_not_called_gone(path: Path, tmp_path: Path) -> None:
    file = (tmp_path / "a.yaml").as_posix()
    known_of(path, finding(4, file=file))
    assert len(against(path, files=(file,)).diagnostics) == 1
    assert len(against(path, files=()).diagnostics) == 1
    (tmp_path / "a.yaml").touch()
    assert against(path, files=()).diagnostics == ()


def test_a_baseline_knows_its_files_from_wherever_it_is_asked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "in").mkdir()
    monkeypatch.chdir(tmp_path)
    here = record([finding(4, file="in/a.yaml")], Path())
    monkeypatch.chdir(tmp_path / "in")
    below = record([finding(4)], Path(".."))
    absolute = record([finding(4, file=(tmp_path / "in" / "a.yaml").as_posix())], tmp_path)
    assert here == below == absolute
    assert [one.file for one in here] == ["in/a.yaml"]


@given(st.permutations([finding(4), finding(5), finding(6, "四亿"), finding(1, file="b.yaml")]))
def test_the_same_findings_are_the_same_bytes_in_whatever_order(findings: list[Diagnostic]) -> None:
    assert write(record(findings, FOLDER)) == write(
        record(sorted(findings, key=lambda one: one.place.line or 0), FOLDER)
    )


def test_a_finding_more_adds_lines_and_changes_none() -> None:
    before = write(record([finding(4), finding(6, "四亿")], FOLDER)).decode().splitlines()
    after = write(record([finding(4), finding(5, "五亿"), finding(9, "四亿")], FOLDER)).decode().splitlines()
    changes = [line for line in difflib.ndiff(before, after) if not line.startswith(" ")]
    assert [line[:2] for line in changes] == ["+ "] * 5


@given(st.text())
def test_any_text_is_written_on_one_line(text: str) -> None:
    odd = Diagnostic(Code.NOT_A_NUMBER, Place("a.yaml", 1, excerpt=text), {"text": text})
    written = write(record([odd], FOLDER)).decode()
    assert "\x1b" not in written
    assert len(written.splitlines()) == 8


@pytest.mark.parametrize("code", [code for code in Code if code.startswith("CP4")])
def test_what_waivers_or_a_baseline_do_wrong_is_not_put_off(code: Code) -> None:
    assert record([finding(1, code=code)], FOLDER) == ()


@pytest.mark.parametrize(
    ("text", "code", "line"),
    [
        ("", "CP012", None),
        ("[]", "CP414", 1),
        ("baseline: 1\n", "CP414", 1),
        ("baseline: 1\nfindings: {}\n", "CP414", 2),
        ("findings: []\n", "CP414", 1),
        ("baseline: 1\nfindings: []\nmore: 1\n", "CP414", 3),
        ("baseline: 1\nfindings: []\n---\nbaseline: 1\n", "CP414", 4),
        ("baseline: 1\nfindings: []\nfindings: []\n", "CP010", 3),
        ("baseline: 2\nfindings: []\n", "CP415", 1),
        ("baseline: two\nfindings: []\n", "CP415", 1),
        ("baseline:\nfindings: []\n", "CP414", 1),
        ("baseline: [1]\nfindings: []\n", "CP414", 1),
        ("<<<<<<< ours\nbaseline: 1\n", "CP008", 2),
    ],
)
def test_a_file_that_is_no_baseline_is_told_and_knows_nothing(
    path: Path, text: str, code: str, line: int | None
) -> None:
    path.write_text(text, encoding="utf-8")
    known, found = load_known(path)
    assert known == ()
    assert {one.code.value for one in found} == {code}
    assert found[0].place.line == line


@pytest.mark.parametrize(
    ("old", "new"), [("count: 1", "count: 0"), ("count: 1", "count: many"), ("fingerprint: ", "fingerprint: x")]
)
def test_a_finding_that_was_meddled_with_spoils_the_file(path: Path, old: str, new: str) -> None:
    path.write_bytes(write(record([finding(4)], FOLDER)).replace(old.encode(), new.encode()))
    known, found = load_known(path)
    assert (known, [one.code for one in found]) == ((), [Code.KNOWN_MALFORMED])
    assert message(found[0].code, found[0].words, Texts(Language.EN))[0].count("{") == 0


def test_bytes_that_are_not_utf_8_are_told(path: Path) -> None:
    path.write_bytes("baseline: 1 # 三亿".encode("gb18030"))
    assert [one.code for one in load_known(path)[1]] == [Code.UNDECODABLE]
    assert [one.code for one in load_known(path.parent / "nowhere.yaml")[1]] == [Code.NO_SUCH_FILE]
    assert [one.code for one in load_known(path.parent)[1]] == [Code.CANNOT_OPEN]


@pytest.mark.parametrize("code", [Code.KNOWN_MALFORMED, Code.KNOWN_VERSION, Code.KNOWN_GONE])
def test_the_catalogues_examples_are_true(path: Path, code: Code) -> None:
    for text, expected in ((example(code).before, {code}), (example(code).after, set())):
        path.write_text(text, encoding="utf-8")
        known, found = load_known(path)
        told = [*found, *compare(known, [], ["example.yaml"], FOLDER).diagnostics]
        assert {one.code for one in told} == expected


def test_another_place_does_not_make_another_finding(path: Path) -> None:
    known_of(path, finding(4))
    moved = finding(4).moved(replace(finding(4).place, column=1))
    assert against(path, moved).known == {moved}
