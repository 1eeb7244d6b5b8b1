"""What can be chosen by a word, on a command line and in what is told: each word once.

It is a module of its own, and a light one, because a command line knows its words before anything is loaded that judges.
"""

from __future__ import annotations

from enum import StrEnum


class Status(StrEnum):
    """The verdicts (method, section 3), in the order in which a summary counts them."""

    MET = "met"
    AHEAD = "ahead"
    ON_TRACK = "on_track"
    BEHIND = "behind"
    FAR_BEHIND = "far_behind"
    REVERSING = "reversing"
    MISSED = "missed"
    NO_PACE = "no_pace"
    UNDECIDED = "undecided"
    MISSING = "missing"


class FailOn(StrEnum):
    """From which verdict on a firm target fails: each word takes in those before it."""

    MISSED = "missed"
    FAR_BEHIND = "far_behind"
    BEHIND = "behind"
    MISSING = "missing"
    NEVER = "never"


class By(StrEnum):
    """What a report is divided by: those who answer for it, the areas, or the plan's clauses."""

    UNIT = "unit"
    AREA = "area"
    CLAUSE = "clause"


class PlanFile(StrEnum):
    """The files of a plan, by the names that they have without `.yaml`."""

    TARGETS = "targets"
    RESPONSIBILITIES = "responsibilities"
    MILESTONES = "milestones"
    COMMITMENTS = "commitments"
    PANELS = "panels"
    LEDGER = "ledger"
    ACTION_PLAN = "action-plan"


class For(StrEnum):
    """Whom a report is for."""

    MEETING = "meeting"
    REQUEST = "request"
