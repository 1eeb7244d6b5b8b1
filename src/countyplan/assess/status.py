"""What a verdict is called."""

from __future__ import annotations

from enum import StrEnum


class Status(StrEnum):
    """The verdicts (method, section 3), in the order in which a summary counts them."""

    MET = "met"
    ON_TRACK = "on_track"
    BEHIND = "behind"
    FAR_BEHIND = "far_behind"
    REVERSING = "reversing"
    MISSED = "missed"
    NO_PACE = "no_pace"
    UNDECIDED = "undecided"
    MISSING = "missing"
