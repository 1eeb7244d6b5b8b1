"""Empty submissions to be filled in: a form as data, and a module for each format that writes it."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from countyplan.template.csv import csv_template
from countyplan.template.form import Form, build_form
from countyplan.template.yaml import yaml_template

__all__ = ["WRITERS", "Form", "build_form"]


def _xlsx_template(form: Form) -> bytes:
    from countyplan.template.xlsx import xlsx_template  # noqa: PLC0415 -- openpyxl is heavy and only this needs it

    return xlsx_template(form)


WRITERS: Mapping[str, Callable[[Form], bytes]] = {
    ".yaml": yaml_template,
    ".csv": csv_template,
    ".xlsx": _xlsx_template,
}
