"""Where results go: standard output, files, several at once, and the summary of a step."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest
import typer

from countyplan.cli.out.files.destination import destinations
from countyplan.language import Language, Texts
from countyplan.render.format import Format
from tests.cli.conftest import GOOD, Run
from tests.render import valid

FORMATS = ("text", "json", "jsonl", "github", "gitlab", "junit", "sarif", "markdown", "csv")
ILLUSTRATIVE = str(Path(__file__).parents[3] / "examples" / "illustrative")
BAD = GOOD.replace("470.2", "470,2") + "  没有这个指标: 3\n"


@pytest.fixture
def here(tmp_path: Path) -> Path:
    """The folder that `run` works in, with a submission that has two mistakes."""
    (tmp_path / "bad.yaml").write_text(BAD, encoding="utf-8")
    return tmp_path


def written(folder: Path) -> set[str]:
    return {path.name for path in folder.iterdir()} - {"good.yaml", "bad.yaml"}


@pytest.mark.parametrize("command", ["check", "validate"])
@pytest.mark.parametrize("name", FORMATS)
def test_a_file_holds_what_standard_output_would(run: Run, here: Path, command: str, name: str) -> None:
    shown = run(command, "bad.yaml", "--format", name)
    for words in (("-o", "plain", "--format", name), ("-o", f"{name}=named")):
        assert run(command, "bad.yaml", *words).exit_code == shown.exit_code == 2
    assert (here / "plain").read_text(encoding="utf-8") == (here / "named").read_text(encoding="utf-8") == shown.stdout


@pytest.mark.parametrize("command", ["check", "validate"])
def test_several_outputs_are_written_beside_the_text(run: Run, here: Path, command: str) -> None:
    result = run(command, "bad.yaml", "--output", "json=out/gap.json", "-o", "junit=out/gap.xml")
    assert result.stdout == run(command, "bad.yaml").stdout
    assert len(json.loads((here / "out/gap.json").read_text(encoding="utf-8"))["diagnostics"]) == 2
    assert valid.junit((here / "out/gap.xml").read_text(encoding="utf-8")).get("errors") == "2"


def test_the_format_is_that_of_standard_output_where_files_name_theirs(run: Run, here: Path) -> None:
    result = run("check", "bad.yaml", "--format", "github", "-o", "json=gap.json")
    assert result.stdout.startswith("::error ")
    assert json.loads((here / "gap.json").read_text(encoding="utf-8"))


def test_a_file_without_a_format_takes_the_place_of_standard_output(run: Run, here: Path) -> None:
    result = run("check", "bad.yaml", "-o", "gap.md", "-o", "junit=gap.xml")
    assert result.stdout == ""
    assert (here / "gap.md").read_text(encoding="utf-8").startswith("# ")
    assert valid.junit((here / "gap.xml").read_text(encoding="utf-8")).get("errors") == "2"


@pytest.mark.parametrize(
    ("value", "name", "is_json"),
    [
        ("json=gap", "gap", True),
        ("json=a=b", "a=b", True),
        ("./a=b.json", "a=b.json", True),
        ("2024=b.json", "2024=b.json", True),
        ("./json=gap", "json=gap", False),
        (r"C:\x.json", r"C:\x.json", True),
        (r"json=C:\x", r"C:\x", True),
    ],
)
def test_only_a_known_format_before_the_sign_is_one(run: Run, here: Path, value: str, name: str, is_json: bool) -> None:
    assert run("check", "good.yaml", "-o", value).exit_code == 0
    assert written(here) == {Path(name).name}
    assert (here / Path(name).name).read_bytes().startswith(b"{") is is_json


@pytest.mark.parametrize("value", ["jsno=gap.json", "JSON=gap.json", "rtf=gap.rtf", "json=", "=gap.json"])
def test_a_word_that_names_no_format_is_refused_before_anything_is_written(run: Run, here: Path, value: str) -> None:
    refused = run("check", "good.yaml", "-o", value)
    assert refused.exit_code == 2
    assert "sarif" in refused.stderr
    assert written(here) == set()


@pytest.mark.parametrize(
    "words",
    [
        ("-o", "json=gap.json", "-o", "csv=./gap.json"),
        ("-o", "gap.json", "-o", "json=gap.json"),
        ("-o", "json=gap.json", "--format", "rtf"),
        ("-o", "json=gap.json", "--summary"),
        ("-o", "json=gap.json", "--only", "late"),
    ],
)
@pytest.mark.parametrize("command", ["check", "validate"])
def test_what_cannot_be_meant_is_told_before_anything_is_written(
    run: Run, here: Path, command: str, words: tuple[str, ...]
) -> None:
    result = run(command, "good.yaml", *words)
    assert result.exit_code == 2
    assert result.stdout == ""
    assert Path(words[-1].rpartition("=")[2]).name in result.stderr
    assert written(here) == set()


@pytest.mark.parametrize("words", [("--format", "sarif"), ("-o", "list.sarif"), ("-o", "list.xml")])
@pytest.mark.parametrize("command", ["targets", "units"])
def test_a_listing_has_no_format_for_findings(run: Run, here: Path, command: str, words: tuple[str, str]) -> None:
    result = run(command, *words)
    assert result.exit_code == 2
    assert words[1] in result.stderr or ".md" in result.stderr
    assert written(here) == set()


@pytest.mark.parametrize(
    ("asked", "outputs", "hint"),
    [(Format.SARIF, None, "--format"), (None, ["sarif=a"], "--output"), (None, ["a.xml"], "--output")],
)
def test_a_format_that_the_command_does_not_write_is_refused(
    asked: Format | None, outputs: list[str] | None, hint: str
) -> None:
    with pytest.raises(typer.BadParameter, match="text、json") as refused:
        destinations(asked, outputs, {Format.JSON}, Texts(Language.ZH))
    assert refused.value.param_hint == hint


def test_where_one_file_cannot_be_written_none_is(run: Run, here: Path) -> None:
    result = run("check", "good.yaml", "-o", "csv=gap.csv", "-o", "json=good.yaml/gap.json")
    assert result.exit_code == 2
    assert "gap.json" in result.stderr
    assert written(here) == set()


@pytest.mark.parametrize(("lang", "told"), [("zh_CN.UTF-8", "指标"), ("en_US.UTF-8", "indicator")])
def test_each_output_is_in_its_own_language(
    run: Run, here: Path, monkeypatch: pytest.MonkeyPatch, lang: str, told: str
) -> None:
    monkeypatch.setenv("LANG", lang)
    result = run("check", "bad.yaml", "-o", "markdown=gap.md", "-o", "csv=gap.csv")
    assert told in result.stdout
    assert "指标" in (here / "gap.csv").read_text(encoding="utf-8")
    assert "差距报告" in (here / "gap.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("command", ["check", "validate"])
def test_a_summary_is_appended(run: Run, here: Path, monkeypatch: pytest.MonkeyPatch, command: str) -> None:
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(here / "step.md"))
    (here / "step.md").write_text("before\n", encoding="utf-8")
    result = run(command, "bad.yaml", "--summary", "--format", "github")
    assert result.exit_code == 2
    assert result.stdout == run(command, "bad.yaml", "--format", "github").stdout
    run(command, "good.yaml", "--summary")
    text = (here / "step.md").read_text(encoding="utf-8")
    assert text.startswith("before\n## ")
    assert text.count("\n## ") == 2
    assert "CP101 指标未知" in text


@pytest.mark.parametrize("command", ["check", "validate"])
def test_a_summary_fits_where_there_are_thousands_of_findings(
    run: Run, here: Path, monkeypatch: pytest.MonkeyPatch, command: str
) -> None:
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(here / "step.md"))
    rows = "".join(f"桐庐县,2024,{'*<|' * 100}{number},1\n" for number in range(3000))
    (here / "many.csv").write_text(f"县（市）,报告期,指标,数值\n{rows}", encoding="utf-8")
    run(command, "many.csv", "--summary", "-o", "json=all.json")
    assert len(json.loads((here / "all.json").read_text(encoding="utf-8"))["diagnostics"]) == 3000
    assert (here / "step.md").stat().st_size < 2**20
    assert "另有2900处错误和警告未列出" in (here / "step.md").read_text(encoding="utf-8")


def test_a_summary_begins_with_the_gravest(run: Run, here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(here / "step.md"))
    run("check", ILLUSTRATIVE, "--fail-on", "far_behind", "--summary", "--lang", "en")
    rows = [line for line in (here / "step.md").read_text(encoding="utf-8").splitlines() if line.startswith("| error")]
    # The points behind schedule: 40.0, 25.8, 20.0 and 15.7.
    clear = ("Chun'an, Urbanisation", "Chun'an, Gross", "Chun'an, Cumulative investment", "Tonglu, Gross output")
    told = [next((name for name in clear if name in row), row) for row in rows if "moving away" not in row]
    assert told == list(clear)


def test_a_summary_that_cannot_be_written_is_told(run: Run, here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(here / "no" / "step.md"))
    result = run("check", "good.yaml", "--summary")
    assert result.exit_code == 2
    assert "--summary" in result.stderr


def test_only_shows_these_rows_and_says_how_many_more_there_are(run: Run) -> None:
    shown = run("check", "good.yaml", "--only", "no_pace", "--only", "undecided", "--lang", "en")
    assert "Gross regional product" in shown.stdout
    assert "21 targets are not shown (--only)" in shown.stdout
    assert "Not reported (" not in shown.stdout
    document = run("check", "good.yaml", "--only", "no_pace", "--format", "markdown", "--lang", "en")
    assert "21 targets are not shown (--only)" in document.stdout.replace("\\", "")
    assert document.stderr == ""
    data = run("check", "good.yaml", "--only", "no_pace", "--format", "json", "--lang", "en")
    assert {row["status"] for row in json.loads(data.stdout)["assessments"]} == {"no_pace"}
    assert sum(json.loads(data.stdout)["summary"].values()) == 23
    assert json.loads(data.stdout)["not_shown"] == 21
    assert "21 targets are not shown (--only)" in data.stderr


def test_only_changes_no_count_of_what_changed(run: Run) -> None:
    def changes(*words: str) -> tuple[dict[str, int], int]:
        data = json.loads(run("check", ILLUSTRATIVE, "--format", "json", *words).stdout)
        return data["changes"]["summary"], len(data["changes"]["targets"])

    # What had only its baseline in 2023 was not judged then, and is new.
    assert changes() == ({"worse": 1, "better": 0, "new": 35, "not_comparable": 5, "same": 12}, 53)
    assert changes("--only", "reversing") == (changes()[0], 4)
    told = run("check", ILLUSTRATIVE, "--only", "met", "--lang", "en").stdout
    assert "1 worse" in told
    assert "worse: " not in told


def test_only_says_nothing_of_what_is_behind_where_it_shows_none_of_it(run: Run, here: Path) -> None:
    (here / "base.yaml").write_text("area: 桐庐县\nperiod: 2022\nfigures: {GDP: 431}\n", encoding="utf-8")
    told = run("check", "base.yaml", "good.yaml", "--only", "met").stdout
    assert "进度滞后1" in told
    document = run("check", "base.yaml", "good.yaml", "--only", "met", "--format", "markdown").stdout
    for text in (told, document):
        assert "没有滞后" not in text
        assert "须重点关注的目标" not in text


def test_validate_shows_only_these_severities_and_counts_all(run: Run, here: Path) -> None:
    (here / "bad.yaml").write_text(BAD.replace("2024", "2027"), encoding="utf-8")
    shown = run("validate", "bad.yaml", "--only", "warning").stdout
    assert "CP206" in shown
    assert "CP101" not in shown
    assert "有2处问题按 --only 未列出" in shown
    assert "错误2处、警告1处" in shown
    data = json.loads(run("validate", "bad.yaml", "--only", "warning", "--format", "json").stdout)
    assert [one["code"] for one in data["diagnostics"]] == ["CP206"]
    assert (data["summary"], data["not_shown"]) == ({"error": 2, "warning": 1, "info": 0}, 2)
    (case,) = valid.junit(run("validate", "bad.yaml", "--only", "warning", "--format", "junit").stdout).iter("testcase")
    assert "CP206" in case.get("name", "")


if os.name == "posix":

    @pytest.mark.parametrize("name", FORMATS)
    def test_a_file_name_that_is_no_text_ends_no_run(run: Run, here: Path, name: str) -> None:
        (here / os.fsdecode(b"\xff.yaml")).write_text(BAD, encoding="utf-8")
        result = run("validate", os.fsdecode(b"\xff.yaml"), "-o", f"{name}=out")
        assert result.exit_code == 2
        assert "CP101" in (here / "out").read_text(encoding="utf-8")
