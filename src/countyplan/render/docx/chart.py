"""Charts in the document's own form: whoever opens it sees them drawn by their program, sharp at any size."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from typing import Any

from docx.document import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.shared import Length, Mm, Pt
from docx.text.paragraph import Paragraph
from jinja2 import Environment, PackageLoader, StrictUndefined, Template
from markupsafe import escape

from countyplan.diagnostics import visible
from countyplan.render.colour import STATUS_COLOURS
from countyplan.render.docx.chart_data import Data
from countyplan.render.docx.look import ANNEX
from countyplan.render.drawing.charts import ends, way, years_apart, years_to_go
from countyplan.render.drawing.label import SIZE
from countyplan.render.drawing.labels import labels_of_points
from countyplan.render.paged.page import PathPicture
from countyplan.report.overview.overview_model import CountTable
from countyplan.report.row.chart_model import Point

_BAR, _BESIDE = Mm(9), Mm(16)
_HEIGHT, _SIDE_BY_SIDE = Mm(47), 2
# Where in its place the field of a way begins, and how wide and high it is; the size of the text there, in points.
_PLOT, _TEXT = (0.15, 0.32, 0.8, 0.45), 7
_TYPE = "application/vnd.openxmlformats-officedocument.drawingml.chart+xml"
_RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/chart"


def add_counts(document: Document, table: CountTable, width: Length) -> None:
    """A bar for each area, parted by status, the first on top."""
    data = Data()
    named = data.column(table.headers[0], [area.name for area in table.areas])
    series = []
    for at, (status, label) in enumerate(zip(table.statuses, table.labels, strict=True)):
        numbers = [area.numbers[at] for area in table.areas]
        column = data.column(label, numbers)
        held = {"label": label, "colour": STATUS_COLOURS[status], "numbers": numbers}
        series.append({**held, "named": column.header, "held": column.cells})
    names = [area.name for area in table.areas]
    paragraph = _place(document)
    told = {"title": table.title, "names": names, "named": named.cells, "series": series}
    size = (width, Length(_BESIDE + _BAR * len(names)))
    _add_chart(paragraph, "counts.xml.j2", told, data, told=table.title, size=size)
    _add_legend(document, table)


def _add_legend(document: Document, table: CountTable) -> None:
    """What the colours mean, on one line: a legend within the chart gives each label the room of the longest."""
    paragraph = _place(document, ANNEX)
    paragraph.paragraph_format.space_after = Pt(4)
    for status, label in zip(table.statuses, table.labels, strict=True):
        run = paragraph.add_run(f"\N{NO-BREAK SPACE}{visible(label)}\N{NO-BREAK SPACE}")
        shade = f'<w:shd {nsdecls("w")} w:val="clear" w:color="auto" w:fill="{STATUS_COLOURS[status]}"/>'
        run._r.get_or_add_rPr().append(parse_xml(shade))
        paragraph.add_run("  ")


def add_paths(document: Document, pictures: Sequence[PathPicture], width: Length) -> None:
    """The charts, so many on a line; one alone on the last line stays on the page of the line before it."""
    size = (Length(int(width * 0.98) // _SIDE_BY_SIDE), Length(_HEIGHT))
    for at in range(0, len(pictures), _SIDE_BY_SIDE):
        together = pictures[at : at + _SIDE_BY_SIDE]
        paragraph = _place(document)
        paragraph.paragraph_format.keep_with_next = 0 < len(pictures) - at - len(together) < _SIDE_BY_SIDE
        for picture in together:
            data = Data()
            told = {"picture": picture, "chart": picture.chart, "plot": _PLOT, **_ways(picture, size, data)}
            _add_chart(paragraph, "path.xml.j2", told, data, told=picture.title, size=size)


def _ways(picture: PathPicture, size: tuple[Length, Length], data: Data) -> dict[str, Any]:
    """The lines, the axis, and where the last figure and the goal are labelled."""
    chart = picture.chart
    wide, high = (round(side.pt * part * SIZE / _TEXT) for side, part in zip(size, _PLOT[2:], strict=True))
    drawn = way(chart, wide, high)
    axis = drawn.y.rounded()
    if axis is not None:
        drawn = replace(drawn, y=replace(drawn.y, low=axis[0], high=axis[1]))
    figure, goal = labels_of_points(drawn)
    lines: list[tuple[str, Sequence[Point]]] = [
        (picture.goal, [Point(year, end) for year in years_to_go(chart)]) for end in ends(chart)
    ]
    lines += [(picture.line, chart.line), (picture.step, chart.step), (picture.reported, chart.reported)]
    *goals, line, step, reported = (
        _series(at, label, points, picture, data) for at, (label, points) in enumerate(lines)
    )
    told = {"figure_label": figure, "goal_label": goal, "every": years_apart(chart)}
    return {"axis": axis, "goals": goals, "line": line, "step": step, "reported": reported, **told}


def _series(at: int, label: str, points: Sequence[Point], picture: PathPicture, data: Data) -> dict[str, Any]:
    """A line of a chart, and where its numbers stand in the workbook behind it."""
    held: dict[str, Any] = {"at": at, "label": label, "points": points}
    if not points:
        return held
    years = data.column(picture.years, [point.at for point in points])
    values = data.column(label, [point.value for point in points])
    return {**held, "named": values.header, "years_at": years.cells, "values_at": values.cells}


def _place(document: Document, style: str | None = None) -> Paragraph:
    paragraph = document.add_paragraph(style=style)
    paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    paragraph.paragraph_format.first_line_indent = Pt(0)
    paragraph.paragraph_format.line_spacing = 1.0
    paragraph.paragraph_format.space_before = Pt(4)
    return paragraph


def _add_chart(
    paragraph: Paragraph, template: str, held: dict[str, Any], data: Data, *, told: str, size: tuple[Length, Length]
) -> None:
    """A chart in a run of its own, with its numbers in a workbook; `told` is what stands for it where it is not seen."""
    package = paragraph.part.package
    number = sum(part.partname.startswith("/word/charts/") for part in package.iter_parts()) + 1
    part = Part(PackURI(f"/word/charts/chart{number}.xml"), _TYPE, b"", package)
    book = Part(PackURI(f"/word/embeddings/chart{number}.xlsx"), CONTENT_TYPE.SML_SHEET, data.written(), package)
    held["key"] = part.relate_to(book, RELATIONSHIP_TYPE.PACKAGE)
    part._blob = _template(template).render(held).encode("utf-8")
    key = paragraph.part.relate_to(part, _RELATION)
    drawing = (
        f'<w:drawing {nsdecls("w", "wp", "a", "r")}><wp:inline distT="0" distB="0" distL="0" distR="0">'
        f'<wp:extent cx="{size[0]}" cy="{size[1]}"/><wp:docPr id="{number}" name="{number}" descr="{escape(visible(told))}"/>'
        '<a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/chart">'
        '<c:chart xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" '
        f'r:id="{key}"/></a:graphicData></a:graphic></wp:inline></w:drawing>'
    )
    paragraph.add_run()._r.append(parse_xml(drawing))


@cache
def _template(name: str) -> Template:
    loader = PackageLoader("countyplan.render.docx", "")
    environment = Environment(autoescape=True, undefined=StrictUndefined, loader=loader, trim_blocks=True)
    environment.filters["visible"] = visible
    return environment.get_template(name)
