"""Who filled in what a report was made from, and when, as text."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import fields

from countyplan.diagnostics import visible
from countyplan.language import Texts
from countyplan.report.words.names import day_told
from countyplan.submission import Filing


def filed_text(filings: Sequence[Filing], texts: Texts) -> str:
    """What the sheets or documents of a file say of it; empty where they say nothing."""
    return texts.say("clause.separator").join(texts.join(list(_parts(one, texts))) for one in filings)


def _parts(filing: Filing, texts: Texts) -> list[str]:
    said = {one.name: visible(getattr(filing, one.name)) for one in fields(filing)}
    said["submitted"] = day_told(said["submitted"], texts)
    return [
        texts.say("filing.told", label=texts.say(f"filing.{name}"), text=text) for name, text in said.items() if text
    ]
