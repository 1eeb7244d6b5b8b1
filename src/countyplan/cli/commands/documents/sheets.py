"""A report divided into sheets: one file for each unit, area or clause, and an index beside them."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import typer

from countyplan.choice import By
from countyplan.cli.out.files.inputs import keep_inputs
from countyplan.cli.out.files.pdf import pdf_fonts_told
from countyplan.cli.out.files.writing import Standing, standing_at, write_files
from countyplan.cli.out.terminal.progress import progress
from countyplan.language.texts import Texts
from countyplan.render.format import Format, suffix_of
from countyplan.render.formats import DOCUMENTS, INDEXES
from countyplan.report.divided.file_name import file_stem
from countyplan.report.divided.grouping import remits_of
from countyplan.report.divided.index import GroupSheet, build_index
from countyplan.report.divided.portions import Portions
from countyplan.report.divided.sheets import build_sheet
from countyplan.report.divided.short_path import with_short_paths
from countyplan.report.whole.build import build_report
from countyplan.run.judged import Judged
from countyplan.run.told import request_of

# Before the sheets, of which none has this number.
_FIRST = "00"


def check_folder(folder: Path, written: Format, texts: Texts) -> None:
    """That sheets can go there: not into a file, nor into what is named like one; and that files have such a format."""
    found = standing_at(folder, texts)
    if found in {Standing.FILE, Standing.STREAM}:
        raise typer.BadParameter(texts.say("error.not_a_folder", path=folder), param_hint="--output")
    if found is Standing.NOTHING and folder.suffix[1:].isalpha():
        raise typer.BadParameter(texts.say("error.folder_with_suffix", path=folder), param_hint="--output")
    if written not in DOCUMENTS or suffix_of(written) is None:
        known = " ".join(one.value for one in DOCUMENTS if suffix_of(one))
        raise typer.BadParameter(texts.say("error.format_unknown", name=written, known=known), param_hint="--format")


def write_sheets(judged: Judged, by: By, written: Format, folder: Path, *, texts: Texts, spoken: Texts) -> int:
    """The sheets and their index, all of them or none, in the words of `texts`; returns how many. A refusal is `spoken`."""
    # Whoever is sent a sheet has not the sender's folders.
    request = with_short_paths(request_of(judged))
    portions = Portions(request, by)
    # Where the format of the sheets has no index, that is in Markdown.
    indexed = written if written in INDEXES else Format.MARKDOWN
    index = f"{file_stem(_FIRST, texts.say('index.file'))}{suffix_of(indexed)}"
    # What a unit is sent reaches it alone, where a link to the others would lead nowhere.
    beside = "" if by is By.UNIT else index
    sheets: list[GroupSheet] = []
    files: dict[Path, bytes] = {}
    with progress(spoken.say("progress.writing")) as along, pdf_fonts_told(written, spoken):
        for remit in along(remits_of(request.plan, by, judged.selection, texts)):
            name = f"{remit.stem}{suffix_of(written)}"
            report = replace(build_sheet(request, remit, texts, portions), index=beside)
            sheet = GroupSheet(remit.group, name, report)
            files[folder / name] = DOCUMENTS[written](sheet.report)
            sheets.append(sheet)
    if not sheets:
        raise typer.BadParameter(
            spoken.say("error.no_units" if by is By.UNIT else "error.no_sheets"), param_hint="--by"
        )
    in_all = build_index(build_report(request, texts), by, sheets, texts)
    with pdf_fonts_told(written, spoken):
        files[folder / index] = INDEXES[indexed](in_all)
    keep_inputs(judged.read, files, spoken)
    write_files(files, spoken)
    return len(sheets)
