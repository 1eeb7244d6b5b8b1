"""Tables of tasks with a column of units, and tables of which nobody can tell what their columns hold."""

from __future__ import annotations

import io

import pytest
from docx import Document as Word

from countyplan.plantext.draft.draft import draft_plan
from countyplan.plantext.draft.draft_model import DraftedPlan
from countyplan.plantext.reading.document import Document, Paragraph
from countyplan.plantext.reading.docx import docx_paragraphs
from countyplan.plantext.reading.html import html_paragraphs
from countyplan.plantext.reading.plain import markdown_paragraphs, plain_paragraphs

INTRO = "虚构市城市建设工作任务分工表，到2027年完成下列目标。"
HEAD = ("序号", "工作任务", "牵头单位", "配合单位", "完成时限")
ROWS = (
    ("1", "新建公园5个，绿化率不低于40%。", "市建委", "市财政局、市园林局", "2025年底"),
    ("2", "改造老旧小区30个左右。", "市建委", "", "2026年底"),
    ("3", "公交出行率达到35%以上。", "市交通局", "各区（县）政府", ""),
)


def as_markdown() -> list[Paragraph]:
    lines = [f"| {' | '.join(row)} |" for row in (HEAD, ("---",) * len(HEAD), *ROWS)]
    return markdown_paragraphs("\n".join([INTRO, "", *lines]))


def as_pipes() -> list[Paragraph]:
    return plain_paragraphs("\n".join([INTRO, *("|".join(row) for row in (HEAD, *ROWS))]))


def as_tabs() -> list[Paragraph]:
    return plain_paragraphs("\n".join([INTRO, *("\t".join(row) for row in (HEAD, *ROWS))]))


def as_html() -> list[Paragraph]:
    """The lead unit of the first two rows in one cell that reaches down."""
    head = "".join(f"<th>{cell}</th>" for cell in HEAD)
    first = "".join(f"<td{' rowspan=2' if at == 2 else ''}>{cell}</td>" for at, cell in enumerate(ROWS[0]))
    second = "".join(f"<td>{cell}</td>" for at, cell in enumerate(ROWS[1]) if at != 2)
    third = "".join(f"<td>{cell}</td>" for cell in ROWS[2])
    rows = "".join(f"<tr>{row}</tr>" for row in (head, first, second, third))
    return html_paragraphs(f"<p>{INTRO}</p><table>{rows}</table>")


def as_word() -> list[Paragraph]:
    document = Word()
    document.add_paragraph(INTRO)
    table = document.add_table(rows=0, cols=len(HEAD))
    for row in (HEAD, *ROWS):
        for cell, text in zip(table.add_row().cells, row, strict=True):
            cell.text = text
    lower = table.cell(2, 2)
    lower.text = ""
    table.cell(1, 2).merge(lower)
    opened = io.BytesIO()
    document.save(opened)
    found = docx_paragraphs(opened.getvalue())
    assert found is not None
    return found


def drafted(paragraphs: list[Paragraph]) -> DraftedPlan:
    return draft_plan(Document("text", tuple(paragraphs)))


@pytest.mark.parametrize("read", [as_markdown, as_pipes, as_tabs, as_html, as_word], ids=lambda read: read.__name__)
def test_a_row_of_tasks_is_a_clause_with_the_units_of_its_cells(read: object) -> None:
    assert callable(read)
    plan = drafted(read())
    assert [
        (one.name, one.comparator, str(one.goal), one.unit, one.due, [unit.name for unit in plan.units[one.clause]])
        for one in plan.targets
    ] == [
        ("公园", "at_least", "5", "个", 2025, ["市建委", "市财政局", "市园林局"]),
        ("绿化率", "at_least", "40", "%", 2025, ["市建委", "市财政局", "市园林局"]),
        ("老旧小区", "about", "30", "个", 2026, ["市建委"]),
        ("公交出行率", "at_least", "35", "%", 2027, ["市交通局", "各区（县）政府"]),
    ]
    assert [[unit.part.value for unit in units] for number, units in plan.units.items() if number] == [
        ["lead", "support", "support"],
        ["lead"],
        ["lead", "support"],
    ]


def test_a_row_that_lacks_a_cell_is_not_guessed() -> None:
    rows = [("序号", "任务", "牵头单位", "配合单位"), ("一类", "新建公园5个", "市财政局")]
    plan = drafted([Paragraph("\t".join(cells), at, cells, 1) for at, cells in enumerate(rows, 1)])
    assert (plan.targets, [units for units in plan.units.values() if units]) == ((), [])
    assert [one.words for one in plan.not_targets] == ["一类", "公园5个"]


def test_indicators_without_a_header_are_left_to_a_person() -> None:
    rows = [("常住人口（万人）", "40", "50", "预期性"), ("森林覆盖率（%）", "60.1", "62", "约束性")]
    table = [Paragraph("\t".join(cells), at, cells, 1) for at, cells in enumerate(rows, 2)]
    plan = drafted([Paragraph("虚构市发展规划（2021—2025年）", 1), *table])
    assert [(one.name, one.unit, one.goal, one.due, one.doubts) for one in plan.targets] == [
        ("常住人口", "万人", None, None, ("table_without_header",)),
        ("森林覆盖率", "%", None, None, ("table_without_header",)),
    ]


def test_a_table_that_is_no_table_of_indicators_holds_no_targets() -> None:
    rows = [("姓名", "电话", "房间"), ("甲", "5550100", "301"), ("乙", "5550101", "302")]
    table = [Paragraph("\t".join(cells), at, cells, 1) for at, cells in enumerate(rows, 2)]
    assert drafted([Paragraph("虚构市发展规划（2021—2025年）的目标", 1), *table]).targets == ()
