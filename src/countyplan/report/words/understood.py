"""How tables were understood, in words."""

from __future__ import annotations

from collections.abc import Sequence

from countyplan.language import Texts
from countyplan.submission.table.table_reading import Note
from countyplan.submission.words.fields import FIELD_NAMES


def reading_lines(notes: Sequence[Note], texts: Texts) -> tuple[str, ...]:
    """A line for each header that was understood and each row that was skipped, in the order of the file."""
    lines = [texts.say(note.key, place=note.place, **_named(note, texts)) for note in notes]
    return tuple(dict.fromkeys(lines)) or (texts.say("reading.none"),)


def _named(note: Note, texts: Texts) -> dict[str, str]:
    """A note's words, with a field by its name and not by its id."""
    if "field" not in note.words:
        return note.words
    english, chinese = FIELD_NAMES.of(note.words["field"])[:2]
    return {**note.words, "field": texts.choose(chinese, english)}
