"""The page for those who open no console: beside what was dragged onto it, and over nobody else's file."""

from __future__ import annotations

import webbrowser
from pathlib import Path

import pytest

from countyplan.cli.commands.documents import page
from tests.cli.conftest import Run

BAD = "area: 桐庐县\nperiod: 2024\nfigures:\n  没有这个指标: 3\n"


@pytest.fixture
def shown(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What the browser was asked to open, on a desktop."""
    asked: list[str] = []
    monkeypatch.setenv("DISPLAY", ":0")

    def opened(address: str) -> bool:
        asked.append(address)
        return True

    monkeypatch.setattr(webbrowser, "open", opened)
    return asked


def test_the_page_lies_beside_the_file_and_is_opened(run: Run, tmp_path: Path, shown: list[str]) -> None:
    done = run("open", "good.yaml")
    file = tmp_path / "good-差距报告.html"
    assert done.exit_code == 0
    assert "470.2" in file.read_text(encoding="utf-8")
    assert shown == [file.as_uri()]
    assert done.stderr.splitlines()[-1] == f"已写入 {file}，并用浏览器打开"


def test_a_page_of_its_own_is_made_anew_and_what_others_made_stays(run: Run, tmp_path: Path, shown: list[str]) -> None:
    others = tmp_path / "good-差距报告.html"
    others.write_text("<p>mine</p>", encoding="utf-8")
    for _ in range(2):
        assert run("open", "good.yaml").exit_code == 0
    assert others.read_text(encoding="utf-8") == "<p>mine</p>"
    assert sorted(path.name for path in tmp_path.glob("*.html")) == [
        "good-差距报告 (2).html",
        "good-差距报告.html",
    ]
    assert len(shown) == 2


def test_a_link_is_not_followed_to_what_it_leads_to(run: Run, tmp_path: Path, shown: list[str]) -> None:
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "good gap report.html").symlink_to(tmp_path / "elsewhere" / "new.html")
    assert run("open", "good.yaml", "--lang", "en").exit_code == 0
    assert [*(tmp_path / "elsewhere").iterdir()] == []
    assert shown[0].endswith("good%20gap%20report%20%282%29.html")


def test_what_cannot_be_used_is_told_in_the_page(run: Run, tmp_path: Path, shown: list[str]) -> None:
    (tmp_path / "bad.yaml").write_text(BAD, encoding="utf-8")
    done = run("open", "bad.yaml", "good.yaml")
    assert done.exit_code == 2
    assert "没有这个指标" in (tmp_path / "bad-差距报告.html").read_text(encoding="utf-8")
    assert len(shown) == 1


@pytest.mark.parametrize("words", [["sent"], ["sent/."], ["sent/../sent"]])
def test_the_page_of_a_folder_lies_beside_the_folder(
    run: Run, tmp_path: Path, shown: list[str], words: list[str]
) -> None:
    (tmp_path / "sent").mkdir()
    (tmp_path / "good.yaml").rename(tmp_path / "sent" / "good.yaml")
    assert run("open", *words).exit_code == 0
    assert (tmp_path / "sent-差距报告.html").is_file()
    assert len(shown) == 1


def test_without_a_display_no_browser_is_looked_for(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    for name in ("DISPLAY", "WAYLAND_DISPLAY"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(webbrowser, "open", lambda _: pytest.fail("looked for a browser"))
    assert not page.show(tmp_path / "x.html")


def test_standard_input_lies_beside_nothing(run: Run, tmp_path: Path) -> None:
    before = sorted(tmp_path.iterdir())
    done = run("open", "-", "--lang", "en")
    assert (done.exit_code, "report - -o gap.html" in done.stderr) == (2, True)
    assert sorted(tmp_path.iterdir()) == before
