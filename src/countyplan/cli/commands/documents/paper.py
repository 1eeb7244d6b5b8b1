"""The joint meeting's paper: what may be asked of it, and its bytes."""

from __future__ import annotations

import typer

from countyplan.choice import By
from countyplan.language.texts import Texts
from countyplan.quantity import Period
from countyplan.render.format import Format, suffix_of
from countyplan.render.formats import PAPERS
from countyplan.report.divided.short_path import with_short_paths
from countyplan.report.meeting.paper import build_paper
from countyplan.run.judged import Judged
from countyplan.run.told import request_of


def check_paper(by: By | None, written: Format, texts: Texts) -> None:
    """That a paper can be written so: whole, in a format that has one."""
    if by is not None:
        raise typer.BadParameter(texts.say("error.paper_divided"), param_hint="--for")
    if written not in PAPERS:
        known = " ".join(suffix_of(one) or "" for one in PAPERS)
        raise typer.BadParameter(texts.say("error.suffix_unknown", suffix=written, known=known), param_hint="--output")


def paper_of(judged: Judged, since: Period | None, by_when: str, written: Format, texts: Texts) -> bytes:
    """The paper; who reads it has not the sender's folders."""
    given = with_short_paths(request_of(judged, since))
    return PAPERS[written](build_paper(given, texts, by_when))
