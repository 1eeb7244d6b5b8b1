from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from countyplan.plan import shipped_plan
from tests.cli.conftest import Run, run
from tests.template.forms import FILL, form_of, values_for, written

__all__ = ["run"]
SUFFIXES = (".yaml", ".csv", ".xlsx")


@pytest.mark.parametrize("suffix", SUFFIXES)
@pytest.mark.parametrize("name", ["tonglu", "桐庐县", "330122", "桐庐"])
def test_an_area_is_known_by_id_name_and_code(run: Run, tmp_path: Path, name: str, suffix: str) -> None:
    result = run("template", name, "2024", "-o", f"new/form{suffix}")
    assert result.exit_code == 0, result.output
    assert result.stdout == ""
    assert f"form{suffix}" in result.stderr
    if suffix != ".xlsx":  # a workbook holds the time at which it was made
        assert (tmp_path / f"new/form{suffix}").read_bytes() == written(form_of("tonglu"), suffix)


@pytest.mark.parametrize("name", ["total", "合计"])
def test_the_total_is_an_area_too(run: Run, tmp_path: Path, name: str) -> None:
    assert run("template", name, "2024年6月", "-o", "form.csv").exit_code == 0
    assert (tmp_path / "form.csv").read_bytes() == written(form_of("total", "2024-06"), ".csv")


@pytest.mark.parametrize("suffix", [".yaml", ".csv"])
def test_what_is_filled_in_validates(run: Run, tmp_path: Path, suffix: str) -> None:
    assert run("template", "建德市", "2024", "-o", f"form{suffix}").exit_code == 0
    empty = run("validate", f"form{suffix}", "--lang", "zh")
    assert (empty.exit_code, "可用数据0个" in empty.stdout) == (0, True)
    form = form_of("jiande")
    path = tmp_path / f"form{suffix}"
    path.write_bytes(FILL[suffix](path.read_bytes(), values_for(form)))
    filled = run("validate", path.name, "--lang", "zh")
    assert (filled.exit_code, f"可用数据{len(form.lines)}个" in filled.stdout) == (0, True), filled.stdout


@pytest.mark.parametrize(("lang", "known"), [("zh", "桐庐县（tonglu）、"), ("en", "Tonglu (tonglu), ")])
def test_known_areas_are_named_in_the_language_of_the_reader(run: Run, lang: str, known: str) -> None:
    for words in (
        ("template", "余杭区", "2024", "-o", "x.csv"),
        ("targets", "--area", "余杭区"),
        ("explain", "gdp", "."),
    ):
        assert known in run(*words, "--lang", lang).stderr.replace("\n", " ")


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("余杭区", "2024", "-o", "x.csv"), ("余杭区", "tonglu", "total")),
        (("tonglu", "明年", "-o", "x.csv"), ("明年", "2024-Q2")),
        (("tonglu", "2031", "-o", "x.csv"), ("2031", "2027")),
        (("tonglu", "2024", "-o", "x.doc"), (".doc", ".yaml", ".csv", ".xlsx")),
        (("tonglu", "2024", "-o", "x"), (".yaml",)),
        (("tonglu", "2024"), ("-o",)),
        (("tonglu", "2024", "-o", "good.yaml/x.csv"), ("x.csv",)),
    ],
)
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_what_cannot_be_done_is_said_and_writes_nothing(
    run: Run, tmp_path: Path, words: tuple[str, ...], said: tuple[str, ...], lang: str
) -> None:
    result = run("template", *words, "--lang", lang)
    assert result.exit_code == 2
    assert all(word in result.stderr for word in said), result.stderr
    assert [path.name for path in tmp_path.iterdir()] == ["good.yaml"]


@pytest.mark.parametrize("words", [("--help",), ("tonglu", "-o", "x.csv"), ("tonglu", "soon", "-o", "x.csv"),
                                   ("tonglu", "2031", "-o", "x.csv")])  # fmt: skip
def test_the_period_has_one_name_wherever_it_is_spoken_of(run: Run, words: tuple[str, ...]) -> None:
    said = run("template", *words).output
    assert "PERIOD" in said
    assert "YEAR" not in said


@pytest.mark.parametrize("period", ["2024", "2024-Q2", "2024-06"])
def test_a_form_is_written_for_a_year_a_quarter_or_a_month(run: Run, tmp_path: Path, period: str) -> None:
    assert run("template", "tonglu", period, "-o", "form.yaml").exit_code == 0
    assert f"period: {period}\n" in (tmp_path / "form.yaml").read_text(encoding="utf-8")


def test_a_file_that_may_hold_figures_is_not_overwritten_unless_asked(run: Run, tmp_path: Path) -> None:
    before = (tmp_path / "good.yaml").read_bytes()
    result = run("template", "tonglu", "2024", "-o", "good.yaml")
    assert result.exit_code == 2
    assert "--force" in result.stderr
    assert (tmp_path / "good.yaml").read_bytes() == before
    assert run("template", "tonglu", "2024", "-o", "good.yaml", "--force").exit_code == 0
    assert (tmp_path / "good.yaml").read_bytes() == written(form_of("tonglu"), ".yaml")


def test_the_language_of_the_form_can_be_chosen(run: Run, tmp_path: Path) -> None:
    assert run("template", "tonglu", "2024", "-o", "form.csv", "--lang", "en").exit_code == 0
    assert "Gross regional product" in (tmp_path / "form.csv").read_text(encoding="utf-8")


def test_another_plan_makes_another_form(run: Run, tmp_path: Path) -> None:
    shutil.copytree(shipped_plan(), tmp_path / "plan")
    targets = tmp_path / "plan" / "targets.yaml"
    text = targets.read_text(encoding="utf-8")
    targets.write_text(text.replace("name: 百亿级产业链\n", "name: 另一个名称\n"), encoding="utf-8")
    assert run("template", "tonglu", "2024", "-o", "form.csv", "--plan", "plan").exit_code == 0
    assert "另一个名称" in (tmp_path / "form.csv").read_text(encoding="utf-8")


def test_an_area_without_a_goal_has_nothing_to_report(run: Run, tmp_path: Path) -> None:
    shutil.copytree(shipped_plan(), tmp_path / "plan")
    targets = tmp_path / "plan" / "targets.yaml"
    text = targets.read_text(encoding="utf-8")
    targets.write_text(text.replace("areas: [total]", "areas: [tonglu]"), encoding="utf-8")
    result = run("template", "total", "2024", "-o", "form.yaml", "--plan", "plan")
    assert result.exit_code == 2
    assert "三县（市）合计" in result.stderr
    assert not (tmp_path / "form.yaml").exists()
