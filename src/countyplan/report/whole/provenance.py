"""What a report was made from, and who filled that in and when."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import fields

from countyplan.diagnostics import visible
from countyplan.language import Texts
from countyplan.report.report_model import Filed, MadeFrom
from countyplan.report.whole.request import Request
from countyplan.report.words.names import day_told, plan_title
from countyplan.submission import Filing


def provenance(request: Request, texts: Texts) -> tuple[str, ...]:
    """The program, the plan and the files that it was made from, in words."""
    identity = request.plan.identity
    made = texts.say(
        "report.provenance",
        version=request.version,
        plan=identity.id,
        plan_version=identity.version,
        as_of=request.as_of,
        made_on=request.made_on,
    )
    separator = texts.say("clause.separator")
    files = (
        [texts.say("report.provenance_file", name=file.name, sha256=file.sha256), _filed(file.filings, texts)]
        for file in request.files
    )
    return (made, *(separator.join(filter(None, told)) for told in files))


def made_from(request: Request, texts: Texts) -> MadeFrom:
    """The same for machines."""
    files = tuple((file.name, file.sha256) for file in request.files)
    filed = tuple(Filed(file.filings, _filed(file.filings, texts)) for file in request.files)
    return MadeFrom(
        version=request.version,
        plan=plan_title(request.plan, texts),
        plan_version=str(request.plan.identity.version),
        made_on=request.made_on,
        files=files,
        filed=filed,
    )


def _filed(filings: Sequence[Filing], texts: Texts) -> str:
    """What the sheets or documents of a file say of it; empty where they say nothing."""
    return texts.say("clause.separator").join(texts.join(list(_filing(one, texts))) for one in filings)


def _filing(filing: Filing, texts: Texts) -> list[str]:
    said = {one.name: visible(getattr(filing, one.name)) for one in fields(filing)}
    said["submitted"] = day_told(said["submitted"], texts)
    return [
        texts.say("filing.told", label=texts.say(f"filing.{name}"), text=text) for name, text in said.items() if text
    ]
