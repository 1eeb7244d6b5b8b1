"""The baseline of known findings as a user meets it."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import pytest

from tests.cli.conftest import Run

WRONG = "area: 桐庐县\nperiod: 2024\nfigures:\n  协作资金: 三亿\n"


@pytest.fixture
def known(tmp_path: Path, run: Run) -> Run:
    (tmp_path / "sent").mkdir()
    (tmp_path / "sent" / "wrong.yaml").write_text(WRONG, encoding="utf-8")
    done = run("validate", "sent", "--write-baseline", "known.yaml")
    assert done.exit_code == 0
    assert "CP105" in done.stdout
    assert "已写入 known.yaml：已知问题1处。" in done.stderr
    return run


@pytest.mark.parametrize("command", ["validate", "check"])
def test_what_is_known_is_told_and_counted_apart_and_does_not_fail(known: Run, command: str) -> None:
    assert known(command, "sent").exit_code == 2
    done = known(command, "sent", "--baseline", "known.yaml")
    assert done.exit_code == 0
    assert "error CP105" in done.stdout
    assert "已知问题，不是新出现的。" in done.stdout
    assert "错误1处（其中已知1处）" in done.stdout
    data = json.loads(known(command, "sent", "--baseline", "known.yaml", "--format", "json").stdout)
    assert [one["known"] for one in data["diagnostics"]] == [True]


def test_a_table_says_in_its_last_column_what_excuses_a_finding(known: Run) -> None:
    head, row = csv.reader(known("validate", "sent", "--format", "csv").stdout.lstrip("\ufeff").splitlines())
    assert (head[-1], row[-1]) == ("豁免/已知", "")
    _, row = csv.reader(known("validate", "sent", "--baseline", "known.yaml", "--format", "csv").stdout.splitlines())
    assert row[-1] == "已知问题，不是新出现的。"


def test_only_what_is_new_fails_and_moved_lines_are_not_new(known: Run, tmp_path: Path) -> None:
    path = tmp_path / "sent" / "wrong.yaml"
    path.write_text("# 说明\n\n" + WRONG, encoding="utf-8")
    assert known("validate", "sent", "--baseline", "known.yaml").exit_code == 0
    path.write_text(WRONG + "  财政资金: 四亿\n", encoding="utf-8")
    done = known("validate", "sent", "--baseline", "known.yaml", "--format", "json")
    assert done.exit_code == 2
    assert {(one["line"], one["known"]) for one in json.loads(done.stdout)["diagnostics"]} == {(4, True), (5, False)}


def test_what_is_gone_is_told_and_does_not_fail(known: Run, tmp_path: Path) -> None:
    (tmp_path / "sent" / "wrong.yaml").write_text(WRONG.replace("三亿", "3"), encoding="utf-8")
    done = known("validate", "sent", "--baseline", "known.yaml")
    assert done.exit_code == 0
    assert "known.yaml:4:3: info CP416" in done.stdout


@pytest.mark.parametrize("text", [None, "", "area: [\n"])
def test_what_could_not_be_read_is_never_known(text: str | None, run: Run, tmp_path: Path) -> None:
    if text is not None:
        (tmp_path / "sent.yaml").write_text(text, encoding="utf-8")
    assert run("validate", "sent.yaml", "good.yaml", "--write-baseline", "known.yaml").exit_code == 2
    assert "findings: []" in (tmp_path / "known.yaml").read_text(encoding="utf-8")
    assert run("check", "sent.yaml", "good.yaml", "--baseline", "known.yaml").exit_code == 2


def test_an_empty_folder_is_never_known(run: Run, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    assert run("validate", "empty", "--write-baseline", "known.yaml").exit_code == 2
    assert run("check", "empty", "--baseline", "known.yaml").exit_code == 2


@pytest.mark.parametrize("text", ["waivers: [\n", "", "waivers: []\nwaivers: []\n"])
def test_what_is_wrong_with_waivers_is_never_known(text: str, known: Run, tmp_path: Path) -> None:
    (tmp_path / "sent" / "waivers.yaml").write_text(text, encoding="utf-8")
    assert known("validate", "sent", "--write-baseline", "known.yaml").exit_code == 2
    assert known("check", "sent", "--baseline", "known.yaml").exit_code == 2


def test_a_baseline_among_the_submissions_is_none_of_them(known: Run, tmp_path: Path) -> None:
    assert known("validate", "sent", "--write-baseline", "sent/known.yaml").exit_code == 0
    first = (tmp_path / "sent" / "known.yaml").read_bytes()
    assert known("validate", "sent", "--baseline", "sent/known.yaml").exit_code == 0
    assert known("validate", "sent", "--write-baseline", "sent/known.yaml").exit_code == 0
    assert (tmp_path / "sent" / "known.yaml").read_bytes() == first


def test_writing_one_takes_no_notice_of_another(known: Run, tmp_path: Path) -> None:
    (tmp_path / "sent" / "wrong.yaml").write_text(WRONG.replace("三亿", "四亿"), encoding="utf-8")
    assert known("validate", "sent", "--baseline", "known.yaml", "--write-baseline", "known.yaml").exit_code == 0
    assert known("validate", "sent", "--baseline", "known.yaml").exit_code == 0
    assert "四亿" in (tmp_path / "known.yaml").read_text(encoding="utf-8")


@pytest.mark.parametrize(("text", "code"), [("baseline: 9\nfindings: []\n", "CP415"), ("nonsense", "CP414")])
def test_a_baseline_that_cannot_be_used_ends_with_2(known: Run, tmp_path: Path, text: str, code: str) -> None:
    (tmp_path / "known.yaml").write_text(text, encoding="utf-8")
    done = known("validate", "good.yaml", "--baseline", "known.yaml")
    assert done.exit_code == 2
    assert f"error {code}" in done.stdout


def test_one_that_cannot_be_written_is_told_by_its_own_option(known: Run) -> None:
    done = known("validate", "sent", "--write-baseline", "good.yaml/known.yaml")
    assert done.exit_code == 2
    assert "--write-baseline" in done.stderr


def test_a_missed_target_fails_whatever_is_known(known: Run, tmp_path: Path) -> None:
    (tmp_path / "sent" / "late.yaml").write_text("area: 建德市\nperiod: 2027\nfigures: {GDP: 1}\n", encoding="utf-8")
    assert known("check", "sent", "--baseline", "known.yaml", "--as-of", "2027").exit_code == 1


def test_a_mistaken_waiver_is_never_known(known: Run, tmp_path: Path) -> None:
    (tmp_path / "sent" / "waivers.yaml").write_text("waivers: {}\n", encoding="utf-8")
    assert known("validate", "sent", "--write-baseline", "known.yaml").exit_code == 2
    done = known("validate", "sent", "--baseline", "known.yaml", "--format", "json")
    assert done.exit_code == 2
    assert {(one["code"], one["known"]) for one in json.loads(done.stdout)["diagnostics"]} == {
        ("CP105", True), ("CP403", False),
    }  # fmt: skip


def test_what_is_new_is_not_crowded_out_by_what_is_known(known: Run, tmp_path: Path) -> None:
    (tmp_path / "sent" / "wrong.yaml").write_text(WRONG + "  财政资金: 四亿\n", encoding="utf-8")
    told = known("validate", "sent", "--baseline", "known.yaml", "--max-problems", "1").stdout
    assert "财政资金" in told
    assert "三亿" not in told
    assert "另有2处" in told
