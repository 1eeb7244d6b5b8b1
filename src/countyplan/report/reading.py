"""How tables were understood, in words."""

from __future__ import annotations

from collections.abc import Sequence

from countyplan.language import Texts
from countyplan.submission.table_reader import Note


def reading_lines(notes: Sequence[Note], texts: Texts) -> tuple[str, ...]:
    """A line for each header that was understood and each row that was skipped, in the order of the file."""
    lines = [texts.say(note.key, place=note.place, **note.words) for note in notes]
    return tuple(dict.fromkeys(lines)) or (texts.say("reading.none"),)
