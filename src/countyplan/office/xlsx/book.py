"""An .xlsx from its bytes: which parts hold its sheets, what they share, and in what order they stand."""

from __future__ import annotations

import posixpath
from dataclasses import field

from countyplan.dataclass import dataclass
from countyplan.limits import Limits
from countyplan.office.markup import Attributes, check, walk
from countyplan.office.package import Package
from countyplan.office.sheet import Budget, Sheet
from countyplan.office.xlsx.cells import read_cells
from countyplan.office.xlsx.comments import read_comments
from countyplan.office.xlsx.shared import Shared, read_texts
from countyplan.office.xlsx.styles import read_styles

_TYPES = "[Content_Types].xml"
_OFFICE_DOCUMENT = "officeDocument"


def main_part(package: Package) -> str | None:
    """The part that the package names as its document, if it is there."""
    relations = "_rels/.rels"
    if relations not in package:
        return None
    targets = _targets(package, "").values()
    return next((part for kind, part in targets if kind == _OFFICE_DOCUMENT and part in package), None)


def read_xlsx(package: Package, book: str, limits: Limits) -> list[Sheet]:
    """The sheets in their order; charts and dialogues are none."""
    if _TYPES in package:
        check(package.read(_TYPES), _TYPES)
    about = _About()
    walk(package.read(book), book, about.start)
    targets = _targets(package, book)
    shared = _shared(package, dict(targets.values()), since_1904=about.since_1904)
    budget = Budget(limits)
    sheets = []
    for name, hidden, identity in about.sheets:
        kind, part = targets.get(identity, ("", name))
        if kind and kind != "worksheet":
            continue
        budget.begin_sheet()
        sheet = Sheet(name, hidden)
        read_cells(package.read(part), part, sheet, shared, budget)
        read_comments(package, _targets(package, part).values(), sheet, budget)
        sheets.append(budget.close_sheet(sheet))
    return sheets


def _shared(package: Package, parts: dict[str, str], *, since_1904: bool) -> Shared:
    texts, styles = parts.get("sharedStrings", ""), parts.get("styles", "")
    told, struck = read_texts(package.read(texts), texts) if texts in package else ([], frozenset[str]())
    formats = read_styles(package.read(styles), styles) if styles in package else []
    return Shared(told, formats, since_1904, struck)


@dataclass(slots=True)
class _About:
    """Sheets by name, whether they are hidden, and the relation that names their part."""

    sheets: list[tuple[str, bool, str]] = field(default_factory=list)
    since_1904: bool = False

    def start(self, name: str, attributes: Attributes) -> None:
        if name == "main/sheet":
            hidden = attributes.get("state", "visible") != "visible"
            self.sheets.append((attributes.get("name", ""), hidden, attributes.get("relationships/id", "")))
        elif name == "main/workbookPr":
            self.since_1904 = attributes.get("date1904") in {"1", "true", "on"}


def _targets(package: Package, part: str) -> dict[str, tuple[str, str]]:
    """The parts that one names, by its name for them: what they are, and where they are."""
    folder, file = posixpath.split(part)
    relations = posixpath.join(folder, "_rels", f"{file}.rels")
    found: dict[str, tuple[str, str]] = {}

    def start(name: str, attributes: Attributes) -> None:
        if name == "relationships/Relationship" and attributes.get("TargetMode") != "External":
            target = attributes.get("Target", "").replace("\\", "/")
            path = target.removeprefix("/") if target.startswith("/") else posixpath.join(folder, target)
            kind = attributes.get("Type", "").rpartition("/")[2]
            found[attributes.get("Id", "")] = (kind, posixpath.normpath(path))

    if relations in package:
        walk(package.read(relations), relations, start)
    return found
