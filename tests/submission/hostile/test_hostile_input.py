"""Nothing that a person could do to an input ends in a traceback, or reaches a terminal as a command."""

from __future__ import annotations

import tempfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from countyplan.diagnostics import Code, message
from countyplan.figures import collect
from countyplan.language import Language, Texts
from countyplan.quantity import Period
from countyplan.submission import Submissions
from tests.submission.reading import PLAN, read

HEADER = "area,period,indicator,value\n"
NAMES = ("a.yaml", "a.csv")


def everything_said(submissions: Submissions) -> list[str]:
    """Every message of every finding, after the figures went as far as they go."""
    figures = collect(submissions, PLAN, None, Period.ending(Period.of_year(2025).end + 1))
    return [
        part
        for one in figures.diagnostics
        for language in Language
        for part in (*message(one.code, one.words, Texts(language)), str(one.place))
    ]


def survives(name: str, content: bytes) -> None:
    with tempfile.TemporaryDirectory() as folder:
        submissions = read(Path(folder), name, content)
    assert len(submissions.files) == 1
    for said in everything_said(submissions):
        assert "\x1b" not in said
        assert "\n" not in said


HOSTILE = [
    "\x1b[31m桐庐\x1b[0m", "\x1b]8;;http://example.org\x07点击\x1b]8;;\x07", "[bold red]桐庐[/]", "[/]", "{0}", "{text}",
    "%s", "\u202e桐庐", "\u2066桐庐\u2069", "桐\x00庐", "桐\u200b庐\u202e", "=cmd|'/c calc'!A1", "<script>alert(1)</script>",
    "`x`", "|---|", "x\u2028y", "x\x85y", "🏔" * 50, "é" * 50, "\U000e0001", "\ue000", "../../etc/passwd", "$(x)",
]  # fmt: skip


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_in_a_csv_cell_ends_in_a_diagnostic(text: str, tmp_path: Path) -> None:
    quoted = '"' + text.replace('"', '""') + '"'
    for at in range(4):
        cells = ["桐庐县", "2024", "gdp", "484.4"]
        cells[at] = quoted
        submissions = read(tmp_path, "a.csv", "\ufeff" + HEADER + ",".join(cells) + "\n")
        assert any(one.severity == "error" for one in submissions.diagnostics)
        for said in everything_said(submissions):
            assert said == "".join(char for char in said if char.isprintable())


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_in_yaml_ends_in_a_diagnostic(text: str, tmp_path: Path) -> None:
    quoted = '"' + "".join(f"\\U{ord(char):08x}" for char in text) + '"'
    for content in (
        f"area: {quoted}\nperiod: 2024\nfigures: {{gdp: 484.4}}\n",
        f"area: 桐庐\nperiod: {quoted}\nfigures: {{gdp: 484.4}}\n",
        f"area: 桐庐\nperiod: 2024\nfigures:\n  {quoted}: 484.4\n",
        f"area: 桐庐\nperiod: 2024\nfigures:\n  gdp: {quoted}\n",
        f"area: 桐庐\nperiod: 2024\nfigures:\n  gdp: {{value: 5, {quoted}: 5}}\n",
        f"{text}: 桐庐\n",
    ):
        submissions = read(tmp_path, "a.yaml", "\ufeff" + content)
        assert any(one.severity == "error" for one in submissions.diagnostics)
        for said in everything_said(submissions):
            assert said == "".join(char for char in said if char.isprintable())


@pytest.mark.parametrize(
    ("name", "content", "code"),
    [
        ("a.csv", HEADER + "桐庐县,2024,gdp," + "9" * 1_000_000 + "\n", Code.NUMBER_TOO_LONG),
        ("a.csv", HEADER + "桐庐县,2024,gdp," + "9" * 100_000 + "\n", Code.NUMBER_TOO_LONG),
        ("a.csv", HEADER + "桐庐县,2024," + "指" * 100_000 + ",5\n", Code.UNKNOWN_INDICATOR),
        ("a.csv", HEADER + "桐庐县,2024,gdp,5" + ",x" * 50_000 + "\n", Code.ROW_TOO_LONG),
        ("a.csv", HEADER + '桐庐县,2024,gdp,"' + "x\n" * 500_000, Code.CSV_SYNTAX),
        ("a.yaml", "area: 桐庐\nperiod: 2024\nfigures:\n  gdp: " + "9" * 1_000_000 + "\n", Code.NUMBER_TOO_LONG),
        ("a.yaml", "area: 桐庐\nperiod: 2024\nfigures:\n  gdp: 1" + "0" * 5000 + "\n", Code.NUMBER_TOO_LONG),
        ("a.yaml", "area: 桐庐\nperiod: " + "9" * 1_000_000 + "\nfigures: {gdp: 5}\n", Code.BAD_PERIOD),
        ("a.yaml", "# 桐庐\n" + "[" * 100_000, Code.YAML_SYNTAX),
        ("a.yaml", "# 桐庐\na: &a [x]\n" + "b: [*a, *a]\n" * 1000, Code.YAML_FEATURE),
    ],
    ids=lambda value: value[:8] if isinstance(value, str) else None,
)
def test_a_file_of_a_megabyte_is_told_in_short(name: str, content: str, code: Code, tmp_path: Path) -> None:
    submissions = read(tmp_path, name, content)
    assert code in {one.code for one in submissions.diagnostics}
    said = [
        message(one.code, one.words, Texts(language))[0] for one in submissions.diagnostics for language in Language
    ]
    assert max(map(len, said)) < 1000


@pytest.mark.parametrize("name", NAMES)
@given(content=st.binary(max_size=300))
@settings(deadline=None)
def test_arbitrary_bytes_never_raise(name: str, content: bytes) -> None:
    survives(name, content)


@pytest.mark.parametrize("name", NAMES)
@given(content=st.text(max_size=300))
@settings(deadline=None)
def test_arbitrary_text_never_raises(name: str, content: str) -> None:
    survives(name, content.encode("utf-8", "surrogatepass"))


WORDS = st.sampled_from(
    [
        *(
            "area",
            "县（市）",
            "period",
            "figures",
            "value",
            "unit",
            "basis",
            "submitted",
            "桐庐县",
            "合计",
            "2024",
            "2024-Q2",
        ),
        *(
            "gdp",
            "收入倍差",
            "重点项目投资",
            "城镇居民收入",
            "农村居民收入",
            "484.4",
            "-5",
            "0",
            "亿元",
            "%",
            "当年",
            "—",
            "~",
        ),
        *(
            ": ",
            ":\n  ",
            "\n",
            "\n  ",
            "---\n",
            "- ",
            "{",
            "}",
            "[",
            "]",
            ", ",
            ",",
            ";",
            "\t",
            '"',
            "'",
            "#",
            "&a ",
            "*a",
        ),
    ]
)


@pytest.mark.parametrize("name", NAMES)
@given(words=st.lists(WORDS, max_size=60))
@settings(deadline=None, max_examples=300)
def test_words_of_a_submission_in_any_order_never_raise(name: str, words: list[str]) -> None:
    survives(name, ("\ufeff" + "".join(words)).encode())


@given(
    rows=st.lists(
        st.tuples(
            st.sampled_from(["桐庐县", "total", "x"]),
            st.sampled_from(["2020", "2022", "2023", "2024", "2024-Q2", "2024-12", "2029", ""]),
            st.sampled_from(
                ["gdp", "收入倍差", "城镇居民收入", "农村居民收入", "重点项目投资", "未来社区", "城镇化率", "y"]
            ),
            st.sampled_from(["0", "-1", "1.5", "40", "1,000", "9999999999", "—", "5%", "3亿元", "z"]),
            st.sampled_from(["", "当年", "累计"]),
        ),
        max_size=12,
    )
)
@settings(deadline=None)
def test_any_table_of_figures_never_raises(rows: list[tuple[str, ...]]) -> None:
    content = "area,period,indicator,value,basis\n" + "".join(
        ",".join(f'"{cell}"' for cell in row) + "\n" for row in rows
    )
    survives("a.csv", ("\ufeff" + content).encode())
