"""`countyplan report --by`: the folder as somebody finds it."""

from __future__ import annotations

import csv
import io
import json
import re
import shutil
from pathlib import Path
from urllib.parse import unquote

import pytest
from openpyxl import load_workbook

from countyplan.render.format import Format
from countyplan.render.formats import INDEXES
from tests.cli.conftest import GOOD, Run
from tests.render.markup import read

ROOT = Path(__file__).parents[3]
ILLUSTRATIVE = str(ROOT / "examples" / "illustrative")


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_each_unit_finds_its_sheet_and_the_index_leads_to_all(run: Run, tmp_path: Path) -> None:
    result = run("report", ILLUSTRATIVE, "--by", "unit", "-o", "out/sheets")
    assert (result.exit_code, result.stdout) == (0, "")
    assert "已写入28份和目录：out/sheets" in result.stderr
    found = names(tmp_path / "out/sheets")
    assert found[0] == "00-目录.md"
    assert (found[1], found[5], found[26]) == ("01-市委组织部.md", "05-市教育局.md", "26-桐庐县政府.md")
    index = (tmp_path / "out/sheets/00-目录.md").read_text(encoding="utf-8")
    links = re.findall(r"\| \[([^\]]+)\]\(([^)]+)\)", index)
    assert [unquote(link) for _, link in links] == found[1:]
    for name, link in links:
        sheet = (tmp_path / "out/sheets" / unquote(link)).read_text(encoding="utf-8")
        # A letter, not a list: to whom, about what, then how matters stand.
        assert "\n\n截至2024年底\n\n" in sheet
        assert f"\n\n{name}：\n\n根据《关于推进以县城为重要载体的城镇化建设实施方案（征求意见稿）》，现将" in sheet
        assert "- 主送" not in sheet
        assert "SHA-256" not in sheet
        assert "承诺事项" in sheet
    assert "不在任何一份中的目标" not in index
    assert "- total-2024.csv\\:3\\:18: 警告 CP209" in index


def test_a_sheet_names_only_the_files_that_it_rests_on_and_no_folder_of_the_sender(run: Run, tmp_path: Path) -> None:
    sent = tmp_path / "sent"
    shutil.copytree(ILLUSTRATIVE, sent)
    result = run("report", str(sent), "--by", "unit", "-o", "sheets")
    # On the terminal a path can be opened.
    assert f"{sent / 'total-2024.csv'}:3:18: warning CP209" in result.stderr.replace("\n", "")
    told = {path.name: path.read_text(encoding="utf-8") for path in (tmp_path / "sheets").iterdir()}
    assert not [name for name, text in told.items() if str(tmp_path) in text]
    # In the tables a finding is told in words; its code and place stand with the findings alone.
    assert "数据待核实：合计与各县（市）之和不符 |" in told["02-市发改委.md"]
    assert told["02-市发改委.md"].count("CP209") == 1
    chunan = told["27-淳安县政府.md"]
    run("report", str(sent), "--by", "area", "-o", "areas")
    area = (tmp_path / "areas/02-淳安县.md").read_text(encoding="utf-8")
    years = (2020, 2022, 2023, 2024)
    [named] = re.findall(r"- 所依据的报送文件：(\S+)", area)
    assert named.split("、") == [*(f"chunan-{year}.yaml" for year in years), "commitments-2023-2024.csv"]
    assert "tonglu-2024.yaml" in chunan  # it answers for the totals too


def test_what_is_behind_is_told_with_its_goal_its_due_date_and_the_step(run: Run, tmp_path: Path) -> None:
    run("report", ILLUSTRATIVE, "--by", "unit", "-o", "sheets")
    sheet = (tmp_path / "sheets/10-市规划和自然资源局.md").read_text(encoding="utf-8")
    # 2400 of 8000 mu are 30 % in 40 % of the time, and 8000 * 0.4 = 3200 were due.
    # (8000 - 2400) / 3 = 1866.67 a year, 1866.67 / 1200 = 1.6 times.
    for words in (
        "三县（市）合计累计整治低效用地：进度滞后",
        "已完成目标的30.0%，低于序时进度10.0个百分点，按序时应为3200亩",
        "2027年底目标8000亩以上；实绩2400亩（2024年）；差距5600亩",
        "今后须每年增1866.67亩；为目前速度的1.6倍；按目前速度到2027年底为6000亩",
    ):
        assert words in sheet


def test_a_county_that_is_silent_is_told_so_though_no_file_names_it(run: Run, tmp_path: Path) -> None:
    run("report", "good.yaml", "--by", "unit", "-o", "sheets")
    sheet = (tmp_path / "sheets/27-淳安县政府.md").read_text(encoding="utf-8")
    assert "截至2024年底，22项目标都没有可以用来判断的数据，完成情况无从判断。" in sheet
    assert "- 医疗保险参保率" in sheet.replace("县城户籍人口", "")
    run("report", "good.yaml", "--by", "area", "--area", "tonglu", "-o", "own")
    assert names(tmp_path / "own") == ["00-目录.md", "01-桐庐县.md"]


@pytest.mark.parametrize(
    ("words", "some", "number"),
    [
        (("--by", "area"), ["00-目录.md", "01-桐庐县.md", "04-三县（市）合计.md"], 4),
        (("--by", "clause"), ["00-目录.md", "02-发展目标.md", "21-强化集约高效用地利用.md"], 24),
        (("--by", "unit", "--lang", "en"), ["00-Index.md", "05-Education Bureau.md"], 28),
    ],
)
def test_it_can_be_divided_in_other_ways_and_in_english(
    run: Run, tmp_path: Path, words: tuple[str, ...], some: list[str], number: int
) -> None:
    assert run("report", ILLUSTRATIVE, *words, "-o", "sheets").exit_code == 0
    found = names(tmp_path / "sheets")
    assert set(some) <= set(found)
    assert len(found) == number + 1


def test_the_sheets_come_for_machines_too(run: Run, tmp_path: Path) -> None:
    run("report", ILLUSTRATIVE, "--by", "unit", "--format", "json", "-o", "sheets")
    index = json.loads((tmp_path / "sheets/00-目录.json").read_text(encoding="utf-8"))
    assert len(index["sheets"]) == 28
    assert index["in_no_sheet"] == []
    assert {one["code"] for one in index["diagnostics"]} == {"CP207", "CP209"}
    for entry in index["sheets"]:
        sheet = json.loads((tmp_path / "sheets" / entry["file"]).read_text(encoding="utf-8"))
        assert sheet["group"] == entry["group"]
        assert sheet["summary"] == entry["summary"]
        # Clause 2 names nobody, and the counties' governments answer for it as for the whole.
        named = [row for row in sheet["assessments"] if row["clause"] != 2]
        assert all(entry["group"]["name"] in row["responsible"] for row in named)
        assert all(row["responsible"] == [] for row in sheet["assessments"] if row["clause"] == 2)
    assert "group" not in json.loads(run("check", ILLUSTRATIVE, "--format", "json").stdout)


def test_the_index_as_a_table_names_each_file(run: Run, tmp_path: Path) -> None:
    run("report", ILLUSTRATIVE, "--by", "area", "--format", "csv", "-o", "sheets")
    text = (tmp_path / "sheets/00-目录.csv").read_text(encoding="utf-8-sig")
    rows = list(csv.DictReader(io.StringIO(text)))
    assert [row["文件"] for row in rows] == [*names(tmp_path / "sheets")[1:], ""]
    assert [row["目标数"] for row in rows] == ["16", "15", "15", "7", "53"]
    assert sum(int(row["滞后"]) for row in rows[:-1]) == int(rows[-1]["滞后"])


def test_a_format_without_an_index_of_its_own_has_one_in_markdown(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delitem(INDEXES, Format.CSV)
    run("report", ILLUSTRATIVE, "--by", "area", "--format", "csv", "-o", "sheets")
    assert names(tmp_path / "sheets")[:2] == ["00-目录.md", "01-桐庐县.csv"]
    assert "01-%E6%A1%90%E5%BA%90%E5%8E%BF.csv" in (tmp_path / "sheets/00-目录.md").read_text(encoding="utf-8")


def test_what_else_lies_in_the_folder_stays_and_the_same_input_gives_the_same_bytes(run: Run, tmp_path: Path) -> None:
    folder = tmp_path / "sheets"
    folder.mkdir()
    (folder / "notes.txt").write_text("mine", encoding="utf-8")
    (folder / "05-市教育局.md").write_text("old", encoding="utf-8")
    run("report", ILLUSTRATIVE, "--by", "unit", "-o", "sheets")
    first = {path.name: path.read_bytes() for path in folder.iterdir()}
    run("report", ILLUSTRATIVE, "--by", "unit", "-o", "sheets")
    assert first == {path.name: path.read_bytes() for path in folder.iterdir()}
    assert first["notes.txt"] == b"mine"
    assert first["05-市教育局.md"] != b"old"
    assert len(first) == 30


def test_where_one_sheet_cannot_be_written_none_is(run: Run, tmp_path: Path) -> None:
    folder = tmp_path / "sheets"
    (folder / "10-市规划和自然资源局.md").mkdir(parents=True)
    (folder / "05-市教育局.md").write_text("old", encoding="utf-8")
    result = run("report", ILLUSTRATIVE, "--by", "unit", "-o", "sheets")
    assert result.exit_code == 2
    assert "10-市规划和自然资源局.md" in result.stderr
    assert names(folder) == ["05-市教育局.md", "10-市规划和自然资源局.md"]
    assert (folder / "05-市教育局.md").read_text(encoding="utf-8") == "old"


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("--by", "unit", "-o", "good.yaml"), "good.yaml 是文件"),
        (("--by", "unit", "-o", "good.yaml/sheets"), "无法写入 good.yaml/sheets"),
        (("--by", "unit", "-o", "gap.md"), "格式用 --format"),
        (("--by", "unit", "-o", "sheets", "--format", "text"), "可用：json jsonl markdown csv"),
        (("--by", "clause", "--clause", "1", "-o", "sheets"), "没有一份可写"),
        (("--by", "county", "-o", "sheets"), "“county”不是 unit、area、clause 之一"),
        (("-o", "."), "--by"),
        (("-o", "gap"), "--by"),
        (("-o", "gap.md", "--format", "text"), ".md"),
    ],
)
def test_what_cannot_be_written_so_is_told_and_nothing_is_written(
    run: Run, tmp_path: Path, words: tuple[str, ...], told: str
) -> None:
    result = run("report", "good.yaml", *words)
    assert result.exit_code == 2
    assert told in result.stderr
    assert names(tmp_path) == ["good.yaml"]


def test_a_format_that_is_named_goes_before_the_suffix(run: Run, tmp_path: Path) -> None:
    assert run("report", "good.yaml", "-o", "gap", "--format", "json").exit_code == 0
    assert len(json.loads((tmp_path / "gap").read_text(encoding="utf-8"))["assessments"]) == 23


def test_sheets_are_written_though_something_cannot_be_used(run: Run, tmp_path: Path) -> None:
    (tmp_path / "bad.yaml").write_text(GOOD + "  没有这个指标: 3\n", encoding="utf-8")
    result = run("report", "bad.yaml", "--by", "area", "-o", "sheets")
    assert result.exit_code == 2
    assert "error CP101" in result.stderr
    assert "错误 CP101" in (tmp_path / "sheets/00-目录.md").read_text(encoding="utf-8")
    sheet = (tmp_path / "sheets/01-桐庐县.md").read_text(encoding="utf-8")
    assert "报送文件中另有1处内容未能采用" in sheet
    assert "CP101" not in sheet
    run("report", "good.yaml", "--by", "area", "-o", "good")
    assert "未能采用" not in (tmp_path / "good/01-桐庐县.md").read_text(encoding="utf-8")


def test_a_revision_is_told_to_those_whose_figure_it_is(run: Run, tmp_path: Path) -> None:
    later = "县（市）,报告期,指标,数值\n桐庐县,2024,GDP,471\n桐庐县,2025,GDP,500\n淳安县,2025,GDP,280\n"
    (tmp_path / "later.csv").write_text(later, encoding="utf-8")
    run("report", "good.yaml", "later.csv", "--by", "area", "-o", "sheets")
    tonglu, chunan = (
        (tmp_path / f"sheets/{name}.md").read_text(encoding="utf-8") for name in ("01-桐庐县", "02-淳安县")
    )
    assert "地区生产总值（2024年）：470.2（good.yaml\\:4\\:11）改为471" in tonglu
    assert "警告 CP205" in tonglu
    assert "与2024年相比：新报1项、未变14项" in chunan
    assert "数据修订" not in chunan
    assert "CP205" not in chunan


def test_hostile_names_stay_text_and_in_the_folder(run: Run, tmp_path: Path) -> None:
    plan = tmp_path / "plan"
    plan.mkdir()
    for name in ("targets.yaml", "responsibilities.yaml"):
        text = (ROOT / "data" / name).read_text(encoding="utf-8")
        (plan / name).write_text(text.replace("市教育局", "'../[x](http://e.com)|<b>=1'"), encoding="utf-8")
    source = "figures: {义务教育学校结对率: {value: 90, source: '<script>|[x](y)'}}"
    (tmp_path / "good.yaml").write_text(f"area: 桐庐县\nperiod: 2024\n{source}\n", encoding="utf-8")
    assert run("report", "good.yaml", "--by", "unit", "--plan", "plan", "-o", "sheets").exit_code == 0
    assert names(tmp_path) == ["good.yaml", "plan", "sheets"]
    assert names(tmp_path / "sheets")[5] == "05-_[x](http_e.com)_b_=1.md"
    index = (tmp_path / "sheets/00-目录.md").read_text(encoding="utf-8")
    assert r"| [../\[x\](http\://e.com)\|\<b\>=1](05-_%5Bx%5D%28http_e.com%29_b_%3D1.md) |" in index
    sheet = (tmp_path / "sheets/05-_[x](http_e.com)_b_=1.md").read_text(encoding="utf-8")
    assert "<b>" not in sheet
    assert "<script>" not in sheet


def test_a_folder_of_workbooks_has_its_index_as_a_workbook(run: Run, tmp_path: Path) -> None:
    done = run("report", ILLUSTRATIVE, "--by", "area", "--format", "xlsx", "-o", "sheets")
    assert done.exit_code == 0, done.stderr
    book = load_workbook(tmp_path / "sheets/00-目录.xlsx")
    sheet = book.worksheets[0]
    # 桐庐 16 targets of which 5 lag; the whole 53 of which 18 do.
    rows = {row[0].value: row for row in sheet.iter_rows() if row[0].value is not None}
    assert [cell.value for cell in rows["桐庐县"][1:3]] == [16, 5]
    link = rows["桐庐县"][0].hyperlink
    assert link is not None
    assert unquote(str(link.target)) == "01-桐庐县.xlsx"
    assert (tmp_path / "sheets" / unquote(str(link.target))).is_file()
    assert {"问题", "来源"} <= set(book.sheetnames)
    head = str(sheet.print_title_rows).replace("$", "").split(":")[0]
    assert [cell.value for cell in sheet[int(head)][:3]] == ["县（市）", "目标数", "滞后"]
    marked = [cell for cell in rows["三县（市）合计"] if cell.number_format == '0"*"']
    assert [cell.value for cell in marked] == [2]  # behind, one of them by a figure in doubt


def test_the_index_of_workbooks_has_room_for_every_name_on_one_line(run: Run, tmp_path: Path) -> None:
    done = run("report", ILLUSTRATIVE, "--by", "unit", "--format", "xlsx", "--lang", "en", "-o", "sheets")
    assert done.exit_code == 0, done.stderr
    sheet = load_workbook(tmp_path / "sheets/00-Index.xlsx").worksheets[0]
    rows = list(sheet.iter_rows())
    linked = [at for at, (cell, *_) in enumerate(rows) if cell.hyperlink]
    longest = max(len(str(rows[at][0].value)) for at in linked)
    assert longest == len("Organization Department of the Municipal Party Committee")
    assert sheet.column_dimensions["A"].width > longest


@pytest.mark.parametrize("by", ["area", "clause", "unit"])
def test_pages_lead_to_each_other_and_each_link_leads_somewhere(run: Run, tmp_path: Path, by: str) -> None:
    assert run("report", ILLUSTRATIVE, "--by", by, "--format", "html", "-o", "pages").exit_code == 0
    pages = {path.name: read(path.read_bytes()) for path in (tmp_path / "pages").iterdir()}
    index, *sheets = sorted(pages)
    leads = {name: [unquote(one.attributes["href"]) for one in page.all("a")] for name, page in pages.items()}
    assert [link for link in leads[index] if not link.startswith("#")] == sheets
    for name in sheets:
        # What a unit is sent goes out alone: nothing in it leads out of it.
        assert [link for link in leads[name] if not link.startswith("#")] == ([] if by == "unit" else [index])
    for name, page in pages.items():
        ids = {one.attributes["id"] for one in page.all() if "id" in one.attributes}
        assert {link[1:] for link in leads[name] if link.startswith("#")} <= ids
