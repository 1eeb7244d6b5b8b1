"""Forms of the shipped plan, and what a person writes into them."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from decimal import Decimal
from pathlib import Path

import openpyxl

from countyplan.language import Language, Texts
from countyplan.plan import TOTAL, Plan, load_plan, shipped_plan
from countyplan.quantity import parse_period
from countyplan.submission import Submissions, read_submissions
from countyplan.template import WRITERS, Form, build_form

PLAN: Plan = load_plan(shipped_plan())[0]
AREAS = (*PLAN.area_ids, TOTAL)
PERIODS = ("2022", "2024", "2024-Q2", "2024-12", "2024-06")
FILING_KEYS = ("submitted", "reporting_unit", "filled_in_by", "telephone")
NUMBER_OF_FILING_LINES = len(FILING_KEYS)
NUMBER_OF_LINES = {"tonglu": 25, "chunan": 24, "jiande": 24, TOTAL: 7}

# The two incomes and their quotient agree with one another.
_OWN_VALUES = {"income_ratio": "1.65", "urban_income": "66000", "rural_income": "40000"}


def form_of(area: str, period: str = "2024", language: Language = Language.ZH, plan: Plan = PLAN) -> Form:
    parsed = parse_period(period)
    assert parsed is not None
    return build_form(plan, area, parsed, Texts(language))


def values_for(form: Form, plan: Plan = PLAN) -> dict[str, str]:
    """A value for each line, by its name, no two alike."""
    values = {}
    for at, line in enumerate(form.lines, start=1):
        identity = plan.indicator_names.find(line.name) or ""
        values[line.name] = _OWN_VALUES.get(identity, f"{at}.5" if line.unit.dimension == "share" else str(at))
    return values


def read_back(data: bytes, path: Path, plan: Plan = PLAN) -> Submissions:
    path.write_bytes(data)
    return read_submissions([path], plan)


def fill_yaml(data: bytes, values: Mapping[str, str], filing: Sequence[str] = ()) -> bytes:
    """Values behind the colons of the lines that wait for one."""
    waiting = iter(values.values())
    lines = data.decode("utf-8").splitlines()
    start, end = lines.index("figures:"), lines.index("commitments:") if "commitments:" in lines else len(lines)
    filled = [
        f"{line} {next(waiting)}"
        if start < at < end and line.endswith(":") and not line.lstrip().startswith("#")
        else line
        for at, line in enumerate(lines)
    ]
    assert next(waiting, None) is None
    for key, told in zip(FILING_KEYS, filing, strict=bool(filing)):
        filled[filled.index(f"{key}:")] = f"{key}: {told}"
    return "\n".join(filled).encode("utf-8")


def rows_of(data: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(data.decode("utf-8-sig"))))


def figure_rows(data: bytes) -> list[list[str]]:
    """The rows that wait for a figure; a blank row and those for who fills the form in follow."""
    rows = rows_of(data)[1:]
    assert not any(rows[-NUMBER_OF_FILING_LINES - 1])
    return rows[: -NUMBER_OF_FILING_LINES - 1]


def fill_csv(data: bytes, values: Mapping[str, str], filing: Sequence[str] = ()) -> bytes:
    header, *rows = rows_of(data)
    waiting = figure_rows(data)
    assert len(waiting) == len(values)
    out = io.StringIO()
    filled = [[*row[:3], value, *row[4:]] for row, value in zip(waiting, values.values(), strict=True)]
    below = rows[len(waiting) :]
    for row, text in zip(below[1:], filing, strict=bool(filing)):
        row[1] = text
    csv.writer(out).writerows([header, *filled, *below])
    return out.getvalue().encode("utf-8-sig")


def fill_xlsx(data: bytes, values: Mapping[str, str], filing: Sequence[str | date] = ()) -> bytes:
    """Numbers as a spreadsheet keeps them."""
    book = openpyxl.load_workbook(io.BytesIO(data))
    sheet = book.worksheets[0]
    assert sheet.max_row == len(values) + 2 + NUMBER_OF_FILING_LINES
    for row, value in enumerate(values.values(), start=2):
        sheet.cell(row, 4).value = float(value)
    for row, told in enumerate(filing, start=len(values) + 3):
        sheet.cell(row, 2).value = told
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


FILL: Mapping[str, Callable[..., bytes]] = {
    ".yaml": fill_yaml,
    ".csv": fill_csv,
    ".xlsx": fill_xlsx,
}


def written(form: Form, suffix: str) -> bytes:
    return WRITERS[suffix](form)


def figures_by_name(read: Submissions, form: Form) -> dict[str, Decimal]:
    names = {PLAN.indicator_names.find(line.name): line.name for line in form.lines}
    return {names[figure.indicator]: figure.value for figure in read.figures}
