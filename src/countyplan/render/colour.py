"""The colour behind each verdict, pale enough for black text; it never stands without the verdict's label."""

from __future__ import annotations

from collections.abc import Mapping

# From blue over yellow to red, which those can tell apart who cannot tell green from red.
STATUS_COLOURS: Mapping[str, str] = {
    "met": "BDD7EE",
    "ahead": "CFE2F3",
    "on_track": "E4F0FA",
    "behind": "FFF2CC",
    "far_behind": "FFD966",
    "reversing": "F4B183",
    "missed": "F4A6A0",
    "no_pace": "EDEDED",
    "undecided": "EDEDED",
    "missing": "D9D9D9",
}
