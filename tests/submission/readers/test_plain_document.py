"""Documents in YAML are read by those that were read before, to the same figures, findings and places as one by one."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from countyplan.limits import Limits
from countyplan.source.yaml_nodes import document_of
from countyplan.submission import Input, Submissions, read_submissions
from countyplan.submission.plain import document as plain
from tests.submission.reading import PLAN

FIRST = """area: 桐庐县
period: 2024
source: 统计公报（虚构）
figures:
  地区生产总值: {value: 484.4, unit: 亿元}
  常住人口城镇化率:
    value: 72.1
    unit: '%'
  医联体: 5
  重点项目累计完成投资: {value: 210, unit: 亿元, basis: 累计}
  经济技术开发区总产值: 3500000
  百亿级产业链: 2
"""
HEAD = "area: 淳安县\nperiod: 2024\n"
SAME = HEAD + "figures:\n  地区生产总值: {value: 271.8, unit: 亿元}\n  医联体: 4\n"
TAKEN = {
    "same": SAME,
    "other digits": SAME.replace("271.8", "0271.80").replace(": 4", ": '4'"),
    "source of its own": HEAD + "source: 公报\nfigures:\n  医联体: {value: 4, source: 年鉴 }\n",
    "an empty source": HEAD + "source: 公报\nfigures:\n  医联体: {value: 4, source: }\n",
    "submitted": HEAD + "submitted: 2025-03-01\nreporting_unit: 统计局\nfigures: {医联体: 4}\n",
    "not reported": HEAD
    + "figures: {医联体: —, 地区生产总值: {value: , unit: 亿元}, 常住人口城镇化率: {value: 66.5, unit: '%'}}\n",
    "of the sum": "area: 合计\nperiod: 2024\nfigures: {地区生产总值: {value: 1200, unit: 亿元}, 医联体: 9}\n",
    "no goal there": HEAD + "figures:\n  医联体: 4\n  百亿级产业链: 1\n",
    "by code": "area: '330182'\nperiod: 2024\nfigures: {医联体: 4}\n",
    "a comment": SAME + "# 到此为止\n",
    "line ends": SAME.replace("\n", "\r\n"),
    "a quoted null": HEAD + "source: '~'\nfigures: {医联体: 4}\n",
    "a null for a unit": HEAD + "figures: {医联体: {value: 4, unit: }}\n",
    "full names of keys": "县（市）: 建德市\n报告期: 2024\n指标数据:\n  医联体: {数值: 4}\n",
    "marks of a document": f"---\n{SAME}...\n",
    "a block": HEAD + "source: |\n  公报\n  第3页\nfigures: {医联体: 4}\n",
    "an old file": SAME + "\x1a",
    "two lines of one name": HEAD + "figures: {医联体: 4, 地区生产总值: {value: 1, unit: 亿元}}\n",
}
LEFT = {
    "key twice": SAME + "  医联体: 5\n",
    "field twice": HEAD + "figures: {医联体: {value: 4, 数值: 5}}\n",
    "area twice": "县（市）: 桐庐县\n" + SAME,
    "unknown key": SAME.replace("period", "perod"),
    "unknown key of a figure": HEAD + "figures: {医联体: {value: 4, unti: 个}}\n",
    "unknown indicator": SAME + "  医联休: 5\n",
    "unknown county": SAME.replace("淳安县", "富阳区"),
    "no county": SAME.replace("area: 淳安县\n", ""),
    "no value": HEAD + "figures: {医联体: {unit: 个}}\n",
    "a null for a county": SAME.replace("淳安县", "~"),
    "a list": HEAD + "figures: {医联体: [4]}\n",
    "a list of figures": HEAD + "figures:\n- 医联体: 4\n",
    "no figures": HEAD + "figures:\n",
    "text for figures": HEAD + "figures: 医联体\n",
    "a figure with a unit": HEAD + "figures: {医联体: 4, 地区生产总值: 271.8亿元}\n",
    "another unit": HEAD + "figures: {地区生产总值: {value: 2718000, unit: 万元}, 医联体: {value: 4, unit: 公里}}\n",
    "no figure": HEAD + "figures: {医联体: 约4, 地区生产总值: {value: 4.7E+2, unit: 亿元}, 常住人口城镇化率: -1}\n",
    "full width": HEAD + "figures: {医联体: ４}\n",
    "too long": HEAD + "figures: {医联体: 1234567890123456789}\n",
    "a note": HEAD + "note: 快报数\nfigures: {医联体: 4}\n",
    "a note of a figure": HEAD + "figures: {医联体: {value: 4, note: 建德市数据}}\n",
    "no day": HEAD + "submitted: 2025-02-30\nfigures: {医联体: 4}\n",
    "another period": SAME.replace("2024", "2024年（预计）"),
    "part of a year": SAME.replace("2024", "2024-Q2"),
    "no period": SAME.replace("2024", "去年"),
    "an anchor": SAME.replace("271.8", "&a 271.8"),
    "an alias": SAME.replace(": 4", ": *a"),
    "a tag": SAME.replace(": 4", ": !!int 4"),
    "two documents": f"{SAME}---\n{SAME}",
    "nothing": "# 无\n",
    "no mapping": "坏\n",
    "broken": SAME + "  坏: {\n",
    "a tab": SAME.replace("  医", "\t医"),
    "what is not seen": SAME.replace("医联体", "医\u200b联体"),
    "commitments": SAME + "commitments: {}\n",
    "a key that is no text": HEAD + "figures: {{a: b}: 4}\n",
    "a null for a name": HEAD + "figures: {~: 4, 医联体: 4}\n",
    "deep": HEAD + f"figures: {'{a: ' * 200}{'}' * 200}\n",
    "a county in the name": HEAD + "figures: {桐庐县医联体: 4}\n",
    "a period of a figure": HEAD + "figures: {医联体: {value: 4, period: 2023}}\n",
    "a county of a figure": HEAD + "figures: {医联体: {value: 4, area: 建德市}}\n",
    "a unit of all figures": HEAD + "unit: 个\nfigures: {医联体: 4}\n",
    "a mapping for a value": HEAD + "figures: {医联体: {value: {a: 4}}}\n",
    "a mapping for a unit": HEAD + "figures: {医联体: {value: 4, unit: {a: 4}}}\n",
    "a mapping for a key": HEAD + "figures: {医联体: {{a: 4}: 4, value: 4}}\n",
    "no word of figures": HEAD,
    "no word of a period": SAME.replace("period: 2024\n", ""),
    "a basis": HEAD + "figures: {重点项目累计完成投资: {value: 30, unit: 亿元, basis: 当年}, 医联体: 4}\n",
}  # fmt: skip


def read(folder: Path, monkeypatch: pytest.MonkeyPatch, how: Input | None = None) -> tuple[Submissions, list[str]]:
    """What the files in a folder report, and which of them were read by others."""
    taken: list[str] = []
    by_others = plain.PlainDocuments.read

    def watched(self: plain.PlainDocuments, text: str, file: str, limits: Limits) -> plain.PlainDocument | None:
        found = by_others(self, text, file, limits)
        taken.extend([] if found is None else [Path(file).name])
        return found

    monkeypatch.setattr(plain.PlainDocuments, "read", watched)
    submissions = read_submissions([folder], PLAN, how)
    monkeypatch.undo()
    return submissions, taken


def read_with_care(folder: Path, monkeypatch: pytest.MonkeyPatch, how: Input | None = None) -> Submissions:
    """The same, each file by itself."""
    monkeypatch.setattr(plain, "document_of", lambda _: None)
    submissions = read_submissions([folder], PLAN, how)
    monkeypatch.undo()
    return submissions


def assert_same(one: Submissions, other: Submissions) -> None:
    """That nothing differs, what places show and how far they reach included."""
    assert one == other
    for places in ([[each.place for each in read.figures] for read in (one, other)], [
        [each.place for each in read.diagnostics] for read in (one, other)
    ]):  # fmt: skip
        assert [(each.excerpt, each.length) for each in places[0]] == [
            (each.excerpt, each.length) for each in places[1]
        ]
    assert [each.in_line for each in one.figures] == [each.place.in_line for each in other.figures]
    order = sorted(one.figures, key=lambda figure: figure.place.sort_key())
    assert sorted(one.figures, key=lambda figure: figure.sort_key()) == order


@pytest.mark.parametrize("name", [*TAKEN, *LEFT])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030"])
def test_a_document_is_read_the_same_by_others_and_by_itself(
    name: str, encoding: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "a.yaml").write_text(FIRST, encoding="utf-8")
    (tmp_path / "b.yaml").write_bytes((TAKEN | LEFT)[name].encode(encoding))
    quick, taken = read(tmp_path, monkeypatch)
    assert_same(quick, read_with_care(tmp_path, monkeypatch))
    assert taken == (["b.yaml"] if name in TAKEN else [])


LEARNED = {
    "about": ("2024", "约5"),
    "at least": ("2024", "≥5"),
    "with a unit": ("2024", "5家"),
    "foreseen": ("2024", "预计5"),
    "foreseen for all": ("2024（预计）", "5"),
    "preliminary for all": ("2024年（初步核算数）", "5"),
    "of a note": ("2024", "{value: 5, note: 预计数}"),
    "of a note of a part": ("2024", "{value: 5, note: 1-6月}"),
    "of a note of another county": ("2024", "{value: 5, note: 建德市数据}"),
    "in another unit": ("2024", "{value: 5, unit: 公里}"),
    "not reported": ("2024", "—"),
}


@pytest.mark.parametrize("name", LEARNED)
def test_what_is_told_of_one_figure_is_told_of_others_only_where_it_is_said_of_them(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    period, value = LEARNED[name]
    first = f"area: 桐庐县\nperiod: {period}\nfigures:\n  医联体: {value}\n"
    again = f"area: 淳安县\nperiod: {period}\nfigures: {{医联体: 4}}\n"
    for file, content in (("a", first), ("b", again), ("c", SAME), ("d", SAME)):
        (tmp_path / f"{file}.yaml").write_text(content, encoding="utf-8")
    quick, _ = read(tmp_path, monkeypatch)
    assert_same(quick, read_with_care(tmp_path, monkeypatch))


def test_all_of_them_together_are_read_the_same(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for at, content in enumerate((FIRST, *TAKEN.values(), *LEFT.values(), FIRST.replace("桐庐县", "建德市"))):
        (tmp_path / f"{at:02}.yaml").write_bytes(content.encode())
    quick, taken = read(tmp_path, monkeypatch)
    assert_same(quick, read_with_care(tmp_path, monkeypatch))
    assert len(taken) > len(TAKEN)


def test_a_file_with_more_than_is_allowed_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a.yaml").write_text(HEAD + "figures: {医联体: 4}\n", encoding="utf-8")
    more = "submitted: 2025-03-01\nreporting_unit: 统计局\nsource: 公报\nfigures: {医联体: {value: 4, source: 年鉴}}\n"
    (tmp_path / "b.yaml").write_text(HEAD + more, encoding="utf-8")
    how = Input(limits=Limits(cells=12))
    quick, taken = read(tmp_path, monkeypatch, how)
    assert [(one.code, Path(one.place.file).name) for one in quick.diagnostics] == [("CP123", "b.yaml")]
    assert (taken, quick) == ([], read_with_care(tmp_path, monkeypatch, how))


def test_the_c_parser_is_spared_what_it_could_not_come_back_from() -> None:
    assert yaml.__with_libyaml__
    for text in ("{a: " * 1001 + "}" * 1001, "- " * 50_000, "? " * 50_000, "a: b\n" * 20_001):
        assert document_of(text) is None
    assert document_of("{a: " * 1000 + "}" * 1000) is not None
