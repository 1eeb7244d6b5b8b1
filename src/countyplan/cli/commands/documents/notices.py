"""Requests that go out: one file for each unit of which anything is asked."""

from __future__ import annotations

from pathlib import Path

import typer

from countyplan.choice import By
from countyplan.cli.commands.documents.sheets import check_folder
from countyplan.cli.out.files.inputs import keep_inputs
from countyplan.cli.out.files.pdf import pdf_fonts_told
from countyplan.cli.out.files.writing import write_files
from countyplan.cli.out.terminal.progress import progress
from countyplan.language.texts import Texts
from countyplan.render.format import Format, suffix_of
from countyplan.render.formats import NOTICES
from countyplan.report.divided.grouping import remits_of
from countyplan.report.divided.short_path import with_short_paths
from countyplan.report.notice.build import Reply, build_notice
from countyplan.run.judged import Judged
from countyplan.run.told import request_of


def check_notices(by: By | None, written: Format, folder: Path, texts: Texts) -> None:
    """That requests can be written so: a folder of documents or workbooks."""
    if by is not None:
        raise typer.BadParameter(texts.say("error.notices_divided"), param_hint="--by")
    if written not in NOTICES:
        known = " ".join(one.value for one in NOTICES)
        raise typer.BadParameter(texts.say("error.format_unknown", name=written, known=known), param_hint="--format")
    check_folder(folder, written, texts)


def write_notices(judged: Judged, reply: Reply, written: Format, folder: Path, *, texts: Texts, spoken: Texts) -> int:
    """The requests, all of them or none, in the words of `texts`; returns how many. A refusal is `spoken`."""
    request = with_short_paths(request_of(judged))
    files: dict[Path, bytes] = {}
    remits = remits_of(request.plan, By.UNIT, judged.selection, texts)
    if not remits:
        raise typer.BadParameter(spoken.say("error.no_units"), param_hint="--for")
    with progress(spoken.say("progress.writing")) as along, pdf_fonts_told(written, spoken):
        for remit in along(remits):
            notice = build_notice(request, remit, reply, texts)
            if notice is not None:
                files[folder / f"{notice.stem}{suffix_of(written)}"] = NOTICES[written](notice)
    if not files:
        raise typer.BadParameter(spoken.say("error.nothing_to_ask"), param_hint="--for")
    keep_inputs(judged.read, files, spoken)
    write_files(files, spoken)
    return len(files)
