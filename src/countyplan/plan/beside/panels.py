"""Reference panels: how comparable areas moved between two years, which a plan may bring as data."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from decimal import Decimal, InvalidOperation
from functools import cache
from io import StringIO
from pathlib import Path
from typing import Annotated

from countyplan.diagnostics import Code, Diagnostic, Place
from countyplan.model import field, refused
from countyplan.plan.files.frozen import Frozen
from countyplan.plan.files.read import invalid, missing
from countyplan.plan.files.values import Id, Name, Year
from countyplan.source import Node
from countyplan.source.file import nothing_to_read, read_bytes
from countyplan.source.yaml_tree import place_of

_COLUMNS = ("start", "end")


class Panel(Frozen):
    """The values that areas had of an indicator at the ends of two years, in the indicator's unit.

    Areas count as comparable that started within `within` of ours. `about` tells what the panel is and what it is not.
    """

    indicator: Id
    file: Name
    start_year: Year
    end_year: Year
    within: Annotated[Decimal, field(gt=0)]
    areas: Name
    areas_en: str = ""
    about: Name
    about_en: str = ""
    source: Name
    source_en: str = ""

    def check(self) -> None:
        """It runs forward."""
        if self.end_year <= self.start_year:
            raise refused(Code.PLAN_VALUE_INVALID.value, "start_year < end_year")


class PanelsFile(Frozen):
    """`panels.yaml`, which a plan may have."""

    panels: tuple[Panel, ...] = ()


def lint_panels(file: PanelsFile, folder: Path, indicators: set[str], tree: Node) -> Iterator[Diagnostic]:
    """Panels of an indicator that the plan does not have or that has one already, and files that are not there."""
    seen: set[str] = set()
    for at, one in enumerate(file.panels):
        if one.indicator not in indicators or one.indicator in seen:
            yield invalid(tree, ("panels", at, "indicator"), one.indicator)
        seen.add(one.indicator)
        if (why := nothing_to_read(folder / one.file)) is not None:
            place = place_of(tree, ("panels", at, "file"))
            yield missing(one.file, place) if why.code is Code.NO_SUCH_FILE else why.moved(place)


class PanelError(ValueError):
    """A panel's file cannot be read at all; `diagnostic` tells why."""

    def __init__(self, diagnostic: Diagnostic) -> None:
        super().__init__(str(diagnostic))
        self.diagnostic = diagnostic


@cache
def panel_rows(path: Path) -> tuple[tuple[Decimal, Decimal], ...]:
    """The values of each area at the start and the end; read when first asked for.

    The file is CSV in UTF-8 whose header names at least `start` and `end`. Raises ValueError with the line's number, and
    `PanelError`, which is one, where there is no file to read.
    """
    data = read_bytes(path)
    if isinstance(data, Diagnostic):
        raise PanelError(data)
    rows = csv.DictReader(StringIO(data.decode("utf-8-sig"), newline=""))
    if not set(_COLUMNS) <= set(rows.fieldnames or ()):
        raise ValueError("1")
    try:
        return tuple((Decimal(row["start"]), Decimal(row["end"])) for row in rows)
    except (InvalidOperation, TypeError) as error:
        raise ValueError(str(rows.line_num)) from error


def check_panels(file: PanelsFile, folder: Path) -> Iterator[Diagnostic]:
    """The first line of each panel's file that cannot be read: it takes reading them all, and is for `plan validate`."""
    for at, one in enumerate(file.panels):
        try:
            panel_rows(folder / one.file)
        except PanelError as error:
            yield error.diagnostic
        except (ValueError, csv.Error) as error:
            words = {"path": f"panels[{at}].file", "detail": f"{one.file}: {error}"}
            yield Diagnostic(Code.PLAN_VALUE_INVALID, Place((folder / one.file).as_posix()), words)
