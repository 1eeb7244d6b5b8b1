"""The file of waivers as a model: every waiver says what it excuses, why, by which document, who approved it, until when."""

from __future__ import annotations

from datetime import date
from typing import Annotated

from countyplan.diagnostics import Code
from countyplan.model import Model, before, field, refused


def _text(value: object) -> str:
    if value is None or (isinstance(value, str) and not value.strip()):
        raise refused(Code.WAIVER_KEY_MISSING, "nothing stands here")
    if not isinstance(value, str):
        raise refused(Code.WAIVER_SHAPE, "text is needed")
    return value.strip()


def _day(value: object) -> date:
    text = _text(value)
    wrong = refused(Code.WAIVER_DAY_WRONG, "no day", {"text": text})
    try:
        day = date.fromisoformat(text)
    except ValueError as error:
        raise wrong from error
    # Days are also written as 20260630 and 2026-W27-2; whoever grants one should find it as it was written elsewhere.
    if day.isoformat() != text:
        raise wrong
    return day


Text = Annotated[str, before(_text)]
Day = Annotated[date, before(_day)]


class Grant(Model):
    """Why something is excused, by which document (文号), who approved it, and the last day on which it holds."""

    reason: Annotated[Text, field(description="Why it is excused.")]
    document: Annotated[Text, field(description="The number of the document that grants it (文号).")]
    approver: Annotated[Text, field(description="Who approved it.")]
    until: Annotated[Day, field(description="The last day on which it holds, as 2026-06-30.")]


class TargetGrant(Grant):
    """What excuses one target in one area."""

    target: Annotated[Text, field(description="The target's indicator by id, name or alias.")]
    area: Annotated[Text, field(description="The area by id, name or code; total for all together.")]


class FindingGrant(Grant):
    """What excuses the findings of one code in one file."""

    code: Annotated[Text, field(description="The code of the findings, as CP105.")]
    file: Annotated[Text, field(description="The file, seen from the folder that the waivers lie in.")]
