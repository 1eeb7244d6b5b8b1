"""A waiver in words."""

from __future__ import annotations

from countyplan.dataclass import dataclass
from countyplan.diagnostics import Place
from countyplan.language import Texts
from countyplan.report.words.names import day_told
from countyplan.waivers.load import Waiver


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownWaiver:
    """A waiver that is ready to be shown; `until` is its last day (ISO 8601) and `place` where it stands.

    `text` says all of it in a sentence, and `mark` is set beside the status that it excuses.
    """

    reason: str
    document: str
    approver: str
    until: str
    place: Place
    text: str
    mark: str


def shown_waiver(waiver: Waiver | None, texts: Texts) -> ShownWaiver | None:
    """The waiver in the language of `texts`."""
    if waiver is None:
        return None
    grant = waiver.grant
    words = {"reason": grant.reason, "document": grant.document, "approver": grant.approver}
    until = str(grant.until)
    text = texts.say("waiver.text", until=day_told(until, texts), **words)
    return ShownWaiver(**words, until=until, place=waiver.place, text=text, mark=texts.say("waiver.mark"))
