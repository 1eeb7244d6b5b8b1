"""What a report was made from."""

from __future__ import annotations

from countyplan.language import Texts
from countyplan.report.report_model import Filed, MadeFrom
from countyplan.report.whole.request import Request
from countyplan.report.words.filed import filed_text


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
        [texts.say("report.provenance_file", name=file.name, sha256=file.sha256), filed_text(file.filings, texts)]
        for file in request.files
    )
    return (made, *(separator.join(filter(None, told)) for told in files))


def made_from(request: Request, texts: Texts) -> MadeFrom:
    """The same for machines."""
    files = tuple((file.name, file.sha256) for file in request.files)
    filed = tuple(Filed(file.filings, filed_text(file.filings, texts)) for file in request.files)
    return MadeFrom(request.version, str(request.plan.identity.version), request.made_on, files, filed)
