"""PDF where what it needs is lacking."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from typst import Fonts

from countyplan.render.pdf import fonts, page
from tests.cli.conftest import Run

TONGLU = str(Path(__file__).parents[3] / "examples" / "illustrative" / "tonglu-2024.yaml")


# Made-up figures; neither they nor their plan have Chinese words.
WALES = Path(__file__).parents[3] / "examples" / "wales"


@pytest.fixture
def no_fonts() -> Iterator[None]:
    """As on a system that has no fonts but those that come with Typst, none of which has Chinese characters."""
    few = Fonts(include_system_fonts=False)
    with pytest.MonkeyPatch.context() as patched:
        for module in (fonts, page):
            patched.setattr(module, "installed", lambda: few)
        yield


@pytest.mark.usefixtures("no_fonts")
def test_without_a_chinese_font_nothing_is_written_and_it_is_said_how(run: Run, tmp_path: Path) -> None:
    done = run("report", TONGLU, "-o", "gap.pdf")
    assert done.exit_code == 2
    assert all(told in done.stderr for told in ("中文字体", "fonts-noto-cjk", "FangSong"))
    assert not (tmp_path / "gap.pdf").exists()


@pytest.mark.usefixtures("no_fonts")
def test_no_chinese_font_is_asked_for_where_nothing_is_chinese(run: Run, tmp_path: Path) -> None:
    for words in (["report"], ["report", "--for", "meeting"], ["check"]):
        file = tmp_path / f"{'-'.join(words)}.pdf"
        of = [str(WALES / "figures.csv"), "--plan", str(WALES / "plan"), "--lang", "en", "-o", str(file)]
        done = run(*words, *of)
        assert "Chinese" not in done.stderr
        assert file.read_bytes().startswith(b"%PDF")


@pytest.mark.usefixtures("no_fonts")
@pytest.mark.parametrize("words", [["report", "--for", "meeting"], ["check"]])
def test_an_english_document_that_quotes_chinese_needs_the_font_too(run: Run, tmp_path: Path, words: list[str]) -> None:
    done = run(*words, TONGLU, "--lang", "en", "-o", "gap.pdf")
    assert done.exit_code == 2
    assert "Chinese" in done.stderr
    assert not (tmp_path / "gap.pdf").exists()


def test_without_the_library_nothing_is_written_and_it_is_said_how(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("countyplan.cli.out.files.pdf.find_spec", lambda _: None)
    for command in ("report", "check"):
        done = run(command, TONGLU, "-o", "gap.pdf")
        assert done.exit_code == 2
        assert "pip install 'countyplan[pdf]'" in done.stderr
    assert not (tmp_path / "gap.pdf").exists()
