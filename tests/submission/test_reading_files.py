from __future__ import annotations

import hashlib
import itertools
import os
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import pytest

from countyplan.diagnostics import Code
from countyplan.limits import Limits
from countyplan.plan import load_plan
from countyplan.submission import Input, read_submissions
from countyplan.submission.read import Counted
from tests.submission.reading import PLAN, read, told, values

YAML = "area: 桐庐县\nperiod: 2024\nfigures:\n  gdp: 484.4\n"
CSV = "area,period,indicator,value\n淳安县,2024,gdp,275\n"


def test_what_is_hidden_in_a_folder_is_read_only_where_it_is_named(tmp_path: Path) -> None:
    folder = tmp_path / ".up"
    (folder / ".github").mkdir(parents=True)
    for name in ("a.yaml", ".pre-commit-config.yaml", ".github/b.yaml"):
        (folder / name).write_text(YAML, encoding="utf-8")
    assert [Path(one.name).name for one in read_submissions([folder], PLAN).files] == ["a.yaml"]
    named = read_submissions([folder / ".pre-commit-config.yaml"], PLAN).files
    assert [Path(one.name).name for one in named] == [".pre-commit-config.yaml"]


def test_a_folder_is_read_with_its_folders_in_order(tmp_path: Path) -> None:
    (tmp_path / "b" / "deep").mkdir(parents=True)
    (tmp_path / "b" / "deep" / "one.yaml").write_text(YAML, encoding="utf-8")
    (tmp_path / "a.CSV").write_text(CSV, encoding="utf-8")
    (tmp_path / "notes.txt").write_text("not a submission", encoding="utf-8")
    (tmp_path / "folder.yaml").mkdir()
    submissions = read_submissions([tmp_path], PLAN)
    assert [Path(file.name).name for file in submissions.files] == ["a.CSV", "one.yaml"]
    assert {one.area for one in submissions.figures} == {"tonglu", "chunan"}
    [others] = submissions.diagnostics
    assert (others.code, others.severity, dict(others.words)) == (
        Code.NOT_READ, "info", {"count": "1", "names": "notes.txt"})  # fmt: skip


def test_each_file_is_known_by_the_hash_of_its_bytes(tmp_path: Path) -> None:
    [file] = read(tmp_path, "a.yaml", YAML).files
    assert file.sha256 == hashlib.sha256(YAML.encode()).hexdigest()
    assert file.name == (tmp_path / "a.yaml").as_posix()


def test_a_file_that_is_named_twice_is_read_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a.yaml").write_text(YAML, encoding="utf-8")
    (tmp_path / "b.yaml").symlink_to("a.yaml")
    monkeypatch.chdir(tmp_path)
    paths = [Path("a.yaml"), tmp_path / "a.yaml", Path(), Path("b.yaml"), Path("../") / tmp_path.name / "a.yaml"]
    submissions = read_submissions(paths, PLAN)
    assert len(submissions.files) == len(submissions.figures) == 1
    assert submissions.diagnostics == ()


@pytest.mark.parametrize(
    ("name", "code"),
    [("nowhere.yaml", Code.NO_SUCH_FILE), ("nowhere", Code.NO_SUCH_FILE), ("empty", Code.NOTHING_TO_READ),
     ("a.txt", Code.FORMAT_NOT_READ), ("bare", Code.FORMAT_NOT_READ)],
)  # fmt: skip
def test_a_path_that_gives_nothing(name: str, code: Code, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    (tmp_path / "a.txt").write_text(YAML, encoding="utf-8")
    (tmp_path / "bare").write_text(YAML, encoding="utf-8")
    submissions = read_submissions([tmp_path / name], PLAN)
    assert [(one.code, one.place.file) for one in submissions.diagnostics] == [(code, (tmp_path / name).as_posix())]
    assert submissions.figures == ()


def test_a_broken_link_and_a_link_to_itself_lead_to_no_file(tmp_path: Path) -> None:
    (tmp_path / "broken.yaml").symlink_to("nowhere")
    (tmp_path / "loop.yaml").symlink_to("loop.yaml")
    paths = [tmp_path / "broken.yaml", tmp_path / "loop.yaml"]
    assert [one.code for one in read_submissions(paths, PLAN).diagnostics] == [Code.LINK_BROKEN] * 2
    in_folder = read_submissions([tmp_path], PLAN).diagnostics
    assert [(one.code, Path(one.place.file).name) for one in in_folder] == [
        (Code.LINK_BROKEN, "broken.yaml"), (Code.LINK_BROKEN, "loop.yaml")]  # fmt: skip


def test_a_name_that_no_file_can_have_is_a_finding(tmp_path: Path) -> None:
    for name in ("a" * 300 + ".yaml", "a\x00.yaml"):
        [found] = read_submissions([tmp_path / name], PLAN).diagnostics
        assert found.code in {Code.NO_SUCH_FILE, Code.CANNOT_OPEN}


def test_a_file_that_cannot_be_opened_does_not_stop_the_others(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a.yaml").write_text(YAML, encoding="utf-8")
    (tmp_path / "b.csv").write_text(CSV, encoding="utf-8")
    opened = Path.open

    def refuse(path: Path, mode: str) -> object:
        if path.name == "a.yaml":
            raise PermissionError(13, "Permission denied")
        return opened(path, mode)

    monkeypatch.setattr(Path, "open", refuse)
    submissions = read_submissions([tmp_path], PLAN)
    assert [(one.code, one.words) for one in submissions.diagnostics] == [
        (Code.CANNOT_OPEN, {"detail": "cannot_open.permission"})
    ]
    assert "没有读取的权限" in submissions.diagnostics[0].message()
    assert values(submissions) == {"gdp": "275"}
    assert len(submissions.files) == 1


@pytest.mark.parametrize("name", ["a.yaml", "-"])
def test_a_file_above_the_limit_is_not_read(name: str, tmp_path: Path) -> None:
    most = YAML + "#" * (1_000_000 - len(YAML.encode()))
    for content, expected in ((most, []), (most + "#", [(Code.TOO_LARGE, {"limit": "1"})])):
        (tmp_path / "a.yaml").write_text(content, encoding="utf-8")
        how = Input(standard_input=content.encode(), limits=Limits(size=1))
        submissions = read_submissions([Path(name) if name == "-" else tmp_path / name], PLAN, how)
        assert [(one.code, one.words) for one in submissions.diagnostics] == expected
        assert len(submissions.figures) == len(submissions.files) == (0 if expected else 1)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "gbk", "utf-16"])
@pytest.mark.parametrize(("name", "content"), [("a.yaml", YAML), ("a.csv", CSV)])
def test_every_encoding_reads_alike(name: str, content: str, encoding: str, tmp_path: Path) -> None:
    submissions = read(tmp_path, name, content.encode(encoding))
    assert submissions.diagnostics == ()
    assert [str(one.value) for one in submissions.figures] == ["484.4" if name == "a.yaml" else "275"]
    assert submissions.figures[0].place.column in {8, 14}


def test_bytes_that_no_name_decides_are_an_error(tmp_path: Path) -> None:
    content = "area,period,indicator,value,note\ntonglu,2024,gdp,484.4,虚构\n"
    assert told(read(tmp_path, "a.csv", content)) == [(Code.ENCODING_AMBIGUOUS, None, None)]
    assert told(read(tmp_path, "a.csv", b"area\xff\x80\xfe\n")) == [(Code.UNDECODABLE, 1, 5)]


@pytest.mark.parametrize("unit", ["亿元", "万元"])
@pytest.mark.parametrize("encoding", ["utf-8", "gb18030"])
def test_a_unit_decides_where_it_is_the_only_chinese_word(unit: str, encoding: str, tmp_path: Path) -> None:
    content = f"area,period,indicator,value,unit\ntonglu,2024,gdp,484.4,{unit}\n"
    submissions = read(tmp_path, "a.csv", content.encode(encoding))
    assert submissions.diagnostics == ()
    assert len(submissions.figures) == 1


def test_the_order_of_paths_changes_no_figure(tmp_path: Path) -> None:
    for at, content in enumerate((CSV, CSV.replace("淳安", "建德"), CSV.replace("275", "x"))):
        (tmp_path / f"{at}.csv").write_text(content, encoding="utf-8")
    outcomes = {
        (frozenset(one.figures), one.areas, one.diagnostics)
        for paths in itertools.permutations(tmp_path.iterdir())
        if (one := read_submissions(paths, PLAN))
    }
    assert len(outcomes) == 1


def test_no_path_is_no_submission() -> None:
    submissions = read_submissions([], PLAN)
    assert (submissions.figures, submissions.areas, submissions.files, submissions.diagnostics) == (
        (), frozenset(), (), ())  # fmt: skip


def test_a_windows_path_is_told_with_slashes(tmp_path: Path) -> None:
    [found] = read_submissions([tmp_path / "x" / "y.yaml"], PLAN).diagnostics
    assert os.sep == "/" or "\\" not in found.place.file
    assert found.place.file.endswith("x/y.yaml")


def test_who_reads_can_be_followed_file_by_file(tmp_path: Path) -> None:
    for name in ("a.yaml", "b.yaml"):
        (tmp_path / name).write_text("area: 桐庐县\nperiod: 2024\nfigures: {GDP: 1}\n", encoding="utf-8")
    seen: list[str] = []

    def along(paths: Sequence[Path], counted: Callable[[], Counted]) -> Iterator[Path]:
        for path in paths:
            yield path
            seen.append(f"{path.name} of {len(paths)}: {counted().figures}")

    assert len(read_submissions([tmp_path], PLAN, along=along).figures) == 2
    assert seen == ["a.yaml of 2: 1", "b.yaml of 2: 2"]


def test_a_unit_of_latin_letters_is_told_apart_from_its_number(tmp_path: Path) -> None:
    plan = load_plan(Path(__file__).parents[2] / "examples" / "wales" / "plan")[0]
    path = tmp_path / "a.csv"
    path.write_text("area,period,indicator,value,unit\nCardiff,2024,Heat pumps installed,800,pumps\n", encoding="utf-8")
    assert [one.written for one in read_submissions([path], plan).figures] == ["800 pumps"]
