"""The bytes of a file, or why there are none; and the documents that are in one."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from countyplan.diagnostics import Code, Diagnostic, Term
from countyplan.limits import MEGABYTE, Limits
from countyplan.source.file import cannot_open, read_bytes, read_documents
from countyplan.source.yaml_tree import plain


def why(path: Path) -> Code:
    found = read_bytes(path)
    assert isinstance(found, Diagnostic)
    assert found.place.file == path.as_posix()
    return found.code


def test_a_file_may_be_as_large_as_its_limit_and_no_larger(tmp_path: Path) -> None:
    path = tmp_path / "a"
    path.write_bytes(b"x" * MEGABYTE)
    assert read_bytes(path, Limits(size=1)) == b"x" * MEGABYTE
    path.write_bytes(b"x" * (MEGABYTE + 1))
    found = read_bytes(path, Limits(size=1))
    assert isinstance(found, Diagnostic)
    assert (found.code, found.words) == (Code.TOO_LARGE, {"limit": "1"})


def test_what_is_no_file_is_told_as_what_it_is(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"")
    assert read_bytes(tmp_path / "a") == b""
    assert read_bytes(Path(os.devnull)) == b""
    assert why(tmp_path) is Code.CANNOT_OPEN
    for absent in ("b", "a/b", "b\0"):
        assert why(tmp_path / absent) is Code.NO_SUCH_FILE


def test_links_to_nowhere_and_pipes_are_told_and_not_waited_for(tmp_path: Path) -> None:
    (tmp_path / "nowhere").symlink_to("b")
    (tmp_path / "round").symlink_to("round")
    assert why(tmp_path / "nowhere") is why(tmp_path / "round") is Code.LINK_BROKEN
    os.mkfifo(tmp_path / "pipe")
    assert why(tmp_path / "pipe") is Code.SPECIAL_FILE


@pytest.mark.parametrize(
    ("error", "detail"),
    [
        (PermissionError(13, "Permission denied"), Term("cannot_open.permission")),
        (OSError(36, "File name too long"), Term("cannot_open.name_too_long")),
        (OSError(5, "Input/output error"), "Input/output error"),
        (OSError("odd"), ""),
    ],
)
def test_common_reasons_have_words_and_others_are_as_the_system_says_them(error: OSError, detail: object) -> None:
    assert cannot_open(Path("a"), error).words == {"detail": detail}


def test_the_documents_of_a_file_and_what_is_wrong_with_its_form(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    path.write_text("a: 1\na: 2\n---\n- b\n", encoding="utf-8-sig")
    documents, found = read_documents(path)
    assert [plain(one) for one in documents] == [{"a": "1"}, ["b"]]
    assert [(one.code, one.place.line) for one in found] == [(Code.KEY_TWICE, 2)]


@pytest.mark.parametrize(("text", "code"), [("# 无\n", Code.EMPTY), ("a: [1\n", Code.YAML_SYNTAX)])
def test_a_file_without_a_document_is_told_once(text: str, code: Code, tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    path.write_text(text, encoding="utf-8")
    documents, found = read_documents(path)
    assert (documents, [one.code for one in found]) == ([], [code])


def test_another_encoding_is_known_by_the_names_that_are_expected(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    path.write_text("area: 桐庐\n", encoding="gb18030")
    [document], found = read_documents(path, ["桐庐"])
    assert (plain(document), found) == ({"area": "桐庐"}, [])
    path.write_text("area: 县\n", encoding="gb18030")
    documents, found = read_documents(path)
    assert (documents, [one.code for one in found]) == ([], [Code.UNDECODABLE])
    assert read_documents(tmp_path / "b.yaml")[1][0].code is Code.NO_SUCH_FILE
