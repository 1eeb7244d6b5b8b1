from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import GOOD, Run

EXAMPLES = Path(__file__).parents[3] / "examples"


def assessed(text: str) -> dict[tuple[str, str], dict[str, Any]]:
    return {(row["target"], row["area"]): row for row in json.loads(text)["assessments"]}


def test_a_county_alone_has_its_own_targets_and_every_total(run: Run) -> None:
    rows = assessed(run("check", "good.yaml", "--format", "json").stdout)
    assert len(rows) == 16 + 7
    assert {area for _, area in rows} == {"tonglu", "total"}


def test_the_json_has_the_shape_that_users_rely_on(run: Run) -> None:
    result = run("check", "good.yaml", "--format", "json")
    data = json.loads(result.stdout)
    assert data["plan"]["title"] == "关于推进以县城为重要载体的城镇化建设实施方案"
    assert data["as_of"] == 2024
    assert sum(data["summary"].values()) == 23
    assert data["diagnostics"] == []
    row = assessed(result.stdout)["gdp", "tonglu"]
    assert row["indicator"] == "地区生产总值"
    assert (row["value"], row["period"], row["goal"], row["gap"]) == ("470.2", "2024", "600", "129.8")
    assert (row["comparator"], row["unit"], row["due"], row["firmness"]) == ("at_least", "亿元", 2027, "firm")
    assert row["baseline"] is None
    assert row["status"] == "no_pace"
    assert row["sources"] == [{"file": "good.yaml", "line": 4, "column": 11, "cell": None}]
    assert row["responsible"] == []
    # Without a baseline there is still the step: (600 / 470.2) ^ (1 / 3) - 1 = 8.466 %.
    assert row["step"]["per_year"].startswith("0.0846")


def test_numbers_are_decimal_strings_and_never_floats(run: Run) -> None:
    text = run("check", str(EXAMPLES / "illustrative"), "--format", "json").stdout
    json.loads(text, parse_float=lambda found: pytest.fail(f"a float: {found}"))


def test_the_contracts_own_example_has_its_pace(run: Run, tmp_path: Path) -> None:
    (tmp_path / "base.yaml").write_text("area: 桐庐县\nperiod: 2022\nfigures: {GDP: 431}\n", encoding="utf-8")
    row = assessed(run("check", ".", "--format", "json").stdout)["gdp", "tonglu"]
    # (470.2 / 431) ^ (1 / 2) - 1 = 4.449 %; (600 / 431) ^ (1 / 5) - 1 = 6.840 %; 4.449 / 6.840 = 0.650
    assert row["pace"] == "0.65"
    assert row["status"] == "behind"
    assert row["baseline"] == {"period": "2022", "value": "431"}


def test_three_counties_are_the_whole_plan(run: Run) -> None:
    result = run("check", str(EXAMPLES / "illustrative"), "--format", "json")
    rows = assessed(result.stdout)
    assert result.exit_code == 0
    assert len(rows) == 53
    assert {row["status"] for row in rows.values()} == {
        "met", "ahead", "on_track", "behind", "far_behind", "reversing", "no_pace", "undecided", "missing",
    }  # fmt: skip


def test_area_all_is_the_whole_plan_for_one_county_too(run: Run) -> None:
    assert len(assessed(run("check", "good.yaml", "--area", "all", "--format", "json").stdout)) == 53


@pytest.mark.parametrize("name", ["tonglu", "桐庐县", "330122", "桐庐", "Tonglu"])
def test_an_area_goes_by_id_name_or_code(run: Run, name: str) -> None:
    rows = assessed(run("check", "good.yaml", "--area", name, "--format", "json").stdout)
    assert {area for _, area in rows} == {"tonglu"}
    assert len(rows) == 16


@pytest.mark.parametrize("name", ["total", "合计"])
def test_the_total_is_an_area(run: Run, name: str) -> None:
    assert len(assessed(run("check", "good.yaml", "--area", name, "--format", "json").stdout)) == 7


def test_a_unit_and_a_clause_narrow_the_rows(run: Run) -> None:
    by_unit = assessed(run("check", "good.yaml", "--unit", "市医疗保障局", "--format", "json").stdout)
    by_clause = assessed(run("check", "good.yaml", "--clause", "11", "--format", "json").stdout)
    government = assessed(run("check", "good.yaml", "--area", "all", "--unit", "淳安县政府", "--format", "json").stdout)
    assert set(by_unit) == set(by_clause) == {("medical_insurance_rate", "tonglu")}
    assert {area for _, area in government} == {"chunan", "total"}
    # Clause 2 names no unit; by clause 23 the county's government answers for its own main targets all the same.
    assert all("淳安县政府" in row["responsible"] or row["clause"] == 2 for row in government.values())
    assert {area for (_, area), row in government.items() if row["clause"] == 2} == {"chunan"}


@pytest.mark.parametrize(
    "words",
    [
        ("--area", "西湖区"),
        ("--unit", "市水务局"),
        ("--clause", "26"),
        ("--as-of", "soon"),
        ("--fail-on", "always"),
        ("--format", "rtf"),
    ],
)
def test_an_option_that_cannot_be_used_exits_2(run: Run, words: tuple[str, str]) -> None:
    result = run("check", "good.yaml", *words)
    assert result.exit_code == 2
    assert words[0] in result.stderr or words[1] in result.stderr


def test_an_aspirational_target_never_fails(run: Run, tmp_path: Path) -> None:
    text = "area: 桐庐县\nperiod: 2027\nfigures: {医保参保率: 97.2%}\n"
    (tmp_path / "one.yaml").write_text(text, encoding="utf-8")
    result = run("check", "one.yaml", "--clause", "11", "--as-of", "2027", "--format", "json")
    assert assessed(result.stdout)["medical_insurance_rate", "tonglu"]["status"] == "missed"
    assert result.exit_code == 0


def test_what_cannot_be_used_exits_2_and_the_rest_is_still_told(run: Run, tmp_path: Path) -> None:
    (tmp_path / "bad.yaml").write_text(GOOD.replace("470.2", "470,2"), encoding="utf-8")
    result = run("check", "bad.yaml", "no-such-file.yaml")
    assert result.exit_code == 2
    assert "bad.yaml:4:11: error CP105" in result.stdout
    assert "no-such-file.yaml: error CP001" in result.stdout
    assert "72.1%" in result.stdout
    assert "bad.yaml:4:11: 错误 CP105" in run("check", "bad.yaml", "--format", "markdown").stdout.replace("\\", "")


@pytest.mark.parametrize(
    ("year", "said"), [("2022", "before"), ("2019", "before"), ("2028", "after"), ("2027", ""), ("2023", "")]
)
def test_a_year_outside_of_the_plan_is_remarked(run: Run, year: str, said: str) -> None:
    done = run("check", "good.yaml", "--as-of", year, "--lang", "en")
    assert done.exit_code in {0, 1}
    remarked = [line for line in done.stderr.splitlines() if line.startswith("Check --as-of")]
    assert [f"the end of {year} is {said} the plan's years (2023 to 2027)" in one for one in remarked] == [True] * bool(
        said
    )


def test_as_of_leaves_later_figures_out(run: Run) -> None:
    data = run("check", str(EXAMPLES / "illustrative"), "--as-of", "2023", "--format", "json").stdout
    rows = assessed(data)
    assert json.loads(data)["as_of"] == 2023
    assert rows["gdp", "tonglu"]["period"] == "2023"
    assert any(one["code"] == "CP213" for one in json.loads(data)["diagnostics"])


def test_what_was_not_reported_for_the_due_date_is_missing_and_not_missed(run: Run) -> None:
    row = assessed(run("check", "good.yaml", "--as-of", "2027", "--format", "json").stdout)["gdp", "tonglu"]
    assert row["status"] == "missing"
    assert row["value"] is None
    assert "470.2" in row["reason"]


def test_carry_forward_is_asked_for_and_marked(run: Run, tmp_path: Path) -> None:
    for area, period, number in (("桐庐县", 2024, 70), ("淳安县", 2024, 70), ("建德市", 2023, 20)):
        text = f"area: {area}\nperiod: {period}\nfigures: {{总投资1亿元以上产业项目: {number}}}\n"
        (tmp_path / f"{area}.yaml").write_text(text, encoding="utf-8")
    (tmp_path / "good.yaml").unlink()
    without = assessed(run("check", ".", "--format", "json").stdout)["projects_over_100m", "total"]
    asked = assessed(run("check", ".", "--carry-forward", "--format", "json").stdout)["projects_over_100m", "total"]
    assert (without["status"], without["value"], without["remarks"]) == ("undecided", "140", ["part_earlier"])
    assert (asked["status"], asked["value"], asked["remarks"]) == ("met", "160", ["carried_forward", "met_early"])


def test_the_status_is_the_same_for_machines_and_people(run: Run) -> None:
    labels = {
        "met": {"已达标", "提前实现"}, "ahead": {"快于预期"}, "on_track": {"基本符合预期"}, "behind": {"进度滞后"},
        "far_behind": {"严重滞后"}, "reversing": {"背离目标"}, "no_pace": {"无法判断进度"}, "undecided": {"数据不全"},
        "missing": {"未报送"},
    }  # fmt: skip
    folder = str(EXAMPLES / "illustrative")
    for (target, area), row in assessed(run("check", folder, "--format", "json").stdout).items():
        told = run("explain", target, folder, "--area", area)
        assert told.exit_code == 0
        assert told.stdout.splitlines()[0].split("：")[-1] in labels[row["status"]]
        assert row["wording"] in told.stdout.replace("\n  ", "")


def test_the_output_goes_to_a_file_whole(run: Run, tmp_path: Path) -> None:
    result = run("check", "good.yaml", "-o", "deep/gap.txt")
    assert result.exit_code == 0
    assert "470.2亿元" in (tmp_path / "deep/gap.txt").read_text(encoding="utf-8")
    assert [path.name for path in (tmp_path / "deep").iterdir()] == ["gap.txt"]


def test_an_existing_file_stays_when_it_cannot_be_replaced(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "gap.json").write_text("before", encoding="utf-8")

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", full)
    result = run("check", "good.yaml", "--format", "json", "-o", "gap.json")
    assert result.exit_code == 2
    assert (tmp_path / "gap.json").read_text(encoding="utf-8") == "before"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["gap.json", "good.yaml"]


def test_what_is_no_file_is_written_to_and_not_replaced(run: Run, tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    reader = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
    assert run("targets", "--clause", "4", "--format", "csv", "-o", "pipe").exit_code == 0
    assert os.read(reader, 65536).decode("utf-8-sig").startswith("条款")
    os.close(reader)
    assert pipe.is_fifo()
    link = tmp_path / "link.md"
    link.symlink_to(tmp_path / "real.md")
    (tmp_path / "real.md").write_text("old", encoding="utf-8")
    assert run("check", "good.yaml", "-o", "link.md").exit_code == 0
    assert link.is_symlink()
    assert (tmp_path / "real.md").read_text(encoding="utf-8").startswith("# ")


def test_a_folder_that_cannot_be_made_is_told(run: Run) -> None:
    result = run("check", "good.yaml", "-o", "good.yaml/gap.txt")
    assert result.exit_code == 2
    assert "good.yaml" in result.stderr


def test_hostile_text_stays_text_in_the_terminal(run: Run, tmp_path: Path) -> None:
    name = '"[red]\\e[31mx\\u202e|`=1+1"'
    source = '"\\e]0;x\\a[bold]"'
    hostile = f"area: 桐庐县\nperiod: 2024\nfigures:\n  {name}: 3\n  GDP: {{value: 1, source: {source}}}\n"
    (tmp_path / "bad.yaml").write_text(hostile, encoding="utf-8")
    for words in (("check", "bad.yaml"), ("explain", "gdp", "bad.yaml", "--area", "tonglu"), ("validate", "bad.yaml")):
        result = run(*words)
        assert result.exit_code == 2
        assert "\x1b" not in result.stdout + result.stderr
        assert "\u202e" not in result.stdout + result.stderr
    assert r"[red]\x1b[31mx\u202e|`=1+1" in run("check", "bad.yaml").stdout


@pytest.mark.parametrize(
    ("locale", "told"),
    [("en_US.UTF-8", "As of the end of 2024"), ("zh_CN.UTF-8", "截至2024年底"), ("C", "截至2024年底")],
)
def test_the_language_is_that_of_the_system(run: Run, monkeypatch: pytest.MonkeyPatch, locale: str, told: str) -> None:
    monkeypatch.setenv("LANG", locale)
    assert told in run("check", "good.yaml").stdout


def test_the_language_can_be_chosen(run: Run) -> None:
    assert "Gross regional product" in run("check", "good.yaml", "--lang", "en").stdout


def test_the_format_follows_the_suffix_unless_it_is_named(run: Run, tmp_path: Path) -> None:
    run("check", "good.yaml", "-o", "a.json")
    run("check", "good.yaml", "-o", "b.json", "--format", "csv")
    run("targets", "-o", "c.md")
    assert len(assessed((tmp_path / "a.json").read_text(encoding="utf-8"))) == 23
    assert (tmp_path / "b.json").read_bytes().startswith(b"\xef\xbb\xbf")
    assert (tmp_path / "c.md").read_text(encoding="utf-8").startswith("# ")


def test_figures_of_one_source_name_it_at_the_top_and_in_every_row(run: Run) -> None:
    folder = str(EXAMPLES / "illustrative")
    assert "虚构示例（made up）" in "".join(run("check", folder).stdout.splitlines()[:5])
    rows = run("check", folder, "--format", "csv").stdout.splitlines()[1:]
    # The one target that nothing was reported for since the baseline names no source.
    assert [row for row in rows if "虚构示例" not in row] == [row for row in rows if ",missing," in row]
    assert len([row for row in rows if ",missing," in row]) == 1
    assert "数据来源：" not in "".join(run("check", str(EXAMPLES / "published")).stdout.splitlines()[:5])


def test_remarks_on_what_was_not_asked_for_are_left_out_and_errors_are_not(run: Run, tmp_path: Path) -> None:
    head = "area,period,indicator,value\n"
    early = "淳安县,2020,常住人口城镇化率,46.9\n桐庐县,2020,常住人口城镇化率,70\n"
    (tmp_path / "all.csv").write_text(f"{head}{early}淳安县,2024,GDP,不详\n", encoding="utf-8")

    def told(*words: str) -> list[tuple[str, int]]:
        found = json.loads(run("check", "all.csv", *words, "--format", "json").stdout)["diagnostics"]
        return [(one["code"], one["line"]) for one in found]

    assert told("--area", "all") == [("CP207", 2), ("CP207", 3), ("CP105", 4)]
    assert told("--area", "桐庐县") == [("CP207", 3), ("CP105", 4)]
    # Clause 11 is about medical insurance alone.
    assert told("--clause", "11") == [("CP105", 4)]
