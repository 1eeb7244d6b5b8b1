"""The sheet with all commitments: a row for each and the areas in which it stands alike."""

from __future__ import annotations

from openpyxl.worksheet.worksheet import Worksheet

from countyplan.language import Texts
from countyplan.render.xlsx.table import TableColumn, write_table
from countyplan.report.commitments.part import Commitments

_PRINTED = {
    "clause": 22,
    "commitment": 26,
    "wording": 32,
    "firmness": 11,
    "due": 12,
    "areas": 12,
    "standing": 14,
    "told": 40,
    "responsible": 66,
}
_BESIDE = {"evidence_wanted": 60, "source": 40}


def write_commitments(promised: Commitments, texts: Texts, sheet: Worksheet, *, sent: bool) -> None:
    """Fill the sheet; one that is `sent` does not tell where in the files a report stands."""
    widths = {name: width for name, width in (_PRINTED | _BESIDE).items() if not (sent and name == "source")}
    rows = []
    for one in (line for band in promised.listed for line in band.lines):
        for how in one.stated:
            sources = texts.say("clause.separator").join(how.sources)
            told = [one.clause, one.name, one.wording, one.firmness, one.due, how.areas, how.standing, how.told]
            rows.append([*told, how.responsible, one.evidence, sources][: len(widths)])
    columns = [TableColumn(texts.say(f"column.{name}"), width) for name, width in widths.items()]
    write_table(sheet, columns, rows, frozen="C2", printed=len(_PRINTED))
