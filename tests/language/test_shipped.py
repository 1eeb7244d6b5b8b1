"""What is compiled says what its YAML says, and is used only while it does."""

from __future__ import annotations

from pathlib import Path

import pytest

from countyplan.language import shipped
from countyplan.language.shipped import COMPILED, compiled, load_shipped, parsed

SOURCES = Path(__file__).parents[2] / "src"
TEXT = "greeting: 你好\nlist: [1, a: 0x1]\n".encode()
SAID = {"greeting": "你好", "list": ["1", {"a": "0x1"}]}


@pytest.fixture
def package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A package in which one file ships."""
    monkeypatch.setattr(shipped, "_PACKAGE", tmp_path)
    (tmp_path / "texts").mkdir()
    (tmp_path / "texts" / "zh.yaml").write_bytes(TEXT)
    return tmp_path / "texts"


def load() -> object:
    return load_shipped("countyplan.texts", "zh.yaml")


@pytest.mark.parametrize("path", sorted(SOURCES.rglob("*.yaml")), ids=lambda path: path.relative_to(SOURCES).as_posix())
def test_each_file_says_the_same_when_it_is_compiled(
    path: Path, package: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (package / "zh.yaml").write_bytes(path.read_bytes())
    said = load()
    (package / f"zh.yaml{COMPILED}").write_bytes(compiled(path.read_bytes()))
    monkeypatch.setattr(shipped, "parsed", None)
    assert load() == said


def test_nothing_compiled_is_no_fault(package: Path) -> None:
    assert package.is_dir()
    assert load() == SAID


@pytest.mark.parametrize(
    "made",
    [
        compiled(b"greeting: bye\n"),
        compiled(TEXT)[:-1],
        compiled(TEXT).replace("你".encode(), "您".encode()),
        b"",
        b"{}",
    ],
    ids=["of another text", "cut off", "changed by hand", "empty", "without sums"],
)
def test_what_does_not_belong_to_the_text_is_not_used(package: Path, made: bytes) -> None:
    (package / f"zh.yaml{COMPILED}").write_bytes(made)
    assert load() == SAID


def test_a_text_stays_a_text() -> None:
    assert parsed(b"a: 1.0\nb: yes\nc:\n") == {"a": "1.0", "b": "yes", "c": ""}
