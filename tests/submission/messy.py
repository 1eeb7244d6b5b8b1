"""Makes the files of `messy_files.yaml` from their descriptions: text in an encoding, or sheets with what is odd in them."""

from __future__ import annotations

import io
from pathlib import Path
from typing import Any

import openpyxl
from openpyxl.chart import BarChart
from openpyxl.worksheet.worksheet import Worksheet

from countyplan.submission import Submissions

WORKBOOKS = Path(__file__).parent / "workbooks"


def content_of_case(case: dict[str, Any]) -> tuple[str, bytes]:
    """A file's name and its bytes."""
    if "workbook" in case:
        return case.get("name", case["workbook"]), (WORKBOOKS / case["workbook"]).read_bytes()
    if "sheets" in case:
        return case.get("name", "a.xlsx"), workbook(case["sheets"])
    if "hex" in case:
        return case.get("name", "a.csv"), bytes.fromhex(case["hex"])
    name = next(suffix for suffix in ("csv", "tsv", "json", "yaml") if suffix in case)
    return case.get("name", f"a.{name}"), case[name].encode(case.get("encoding", "utf-8"))


def workbook(sheets: dict[str, dict[str, Any]]) -> bytes:
    """An .xlsx with these sheets."""
    made = openpyxl.Workbook()
    made.remove(made.worksheets[0])
    for name, about in sheets.items():
        fill(made.create_sheet(name), about)
        if about.get("chart"):
            made.create_chartsheet(f"{name} chart").add_chart(BarChart())
    out = io.BytesIO()
    made.save(out)
    return out.getvalue()


def fill(sheet: Worksheet, about: dict[str, Any]) -> None:
    for row in about["rows"]:
        sheet.append(row)
    for merged in about.get("merged", []):
        sheet.merge_cells(merged)
    for cell, number_format in about.get("formats", {}).items():
        sheet[cell].number_format = number_format
    for row in about.get("hidden_rows", []):
        sheet.row_dimensions[row].hidden = True
    for column in about.get("hidden_columns", []):
        sheet.column_dimensions[column].hidden = True
    sheet.column_dimensions["A"].width = 20
    sheet.sheet_state = about.get("state", "visible")


def figures_of(submissions: Submissions) -> list[str]:
    """Every figure as area, indicator, period and value in the plan's unit."""
    return sorted(f"{one.area} {one.indicator} {one.period} {one.value.normalize():f}" for one in submissions.figures)


def told_of(submissions: Submissions) -> list[str]:
    """Every finding as code and place, with the name that it suggests."""
    return sorted(
        " ".join(
            part
            for part in (
                one.code.value,
                str(one.place).removeprefix(one.place.file).lstrip(":!"),
                f"-> {one.words['near']}" if one.words.get("near") else "",
            )
            if part
        )
        for one in submissions.diagnostics
    )
